import Testing

@testable import Simulation

@Suite struct RoadTests {
  /// A road along row 4 from west to east, with companies of 31 tanks (1.9 km of column) in its
  /// western hexes.
  private func columns(_ starts: [Int], width: Int = 24) -> SmallWorld {
    var small = SmallWorld(columns: width, rows: 9)
    small.road(.primary, row: 4, columns: 0..<(width - 1))
    for start in starts {
      small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(start, 4))
    }
    return small
  }

  private func march(_ row: Int, to hex: Int32) -> Order {
    Order(side: SideID(0), unit: UnitID(row), kind: .march, target: hex)
  }

  @Test func columnsKeepTheirDistanceOnOneRoad() {
    let small = columns([1, 2, 3])
    var run = Run(small.world())
    run.step(1, (0..<3).map { march($0, to: small.hex(22, 4)) })
    var nearest = Int.max
    var waited: Int32 = 0
    for _ in 0..<120 {
      run.step(1)
      waited = max(waited, run.world.units.heldUpMinutes.max() ?? 0)
      let moving = (0..<3).filter {
        run.world.units.posture[$0] == .column && run.world.units.pathDone[$0] > 3
          && run.world.units.pathDone[$0] < run.world.units.pathCount[$0]
      }
      for a in moving {
        for b in moving where b > a {
          nearest = min(
            nearest,
            small.terrain.grid.distance(
              Int(run.world.units.hex[a]), Int(run.world.units.hex[b])))
        }
      }
    }
    // A company's tail is in the hex behind its head, so the next head is two hexes behind.
    #expect(nearest == 2)
    #expect(waited > 0)
    #expect(run.world.checkInvariants() == [])
  }

  @Test func oncomingColumnsPassOnTheOtherLane() {
    var small = columns([1])
    small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(20, 4))
    var run = Run(small.world())
    run.step(1, [march(0, to: small.hex(20, 4)), march(1, to: small.hex(1, 4))])
    var waited: Int32 = 0
    for _ in 0..<120 {
      run.step(1)
      waited = max(waited, run.world.units.heldUpMinutes.max() ?? 0)
    }
    #expect(waited == 0)
    #expect(run.world.units.hex[0] == small.hex(20, 4))
    #expect(run.world.units.hex[1] == small.hex(1, 4))
  }

  @Test func columnsCrossABridgeOneAtATime() {
    var small = columns([8])
    small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(13, 4))
    for row in 0..<9 { small.terrain.setRiver(Int(small.hex(10, row)), .east, .major) }
    small.terrain.setBridge(Int(small.hex(10, 4)), .east)
    var run = Run(small.world())
    run.step(1, [march(0, to: small.hex(20, 4)), march(1, to: small.hex(2, 4))])
    var waited: Int32 = 0
    for _ in 0..<120 {
      run.step(1)
      waited = max(waited, run.world.units.heldUpMinutes.max() ?? 0)
    }
    // The tail of 1.9 km takes two to five minutes to come over at 24 km/h.
    #expect((1...6).contains(waited))
    #expect(run.world.units.hex[0] == small.hex(20, 4))
    #expect(run.world.units.hex[1] == small.hex(2, 4))
  }

  @Test func columnsJamAtACrossing() {
    var small = columns([6])
    for row in 0..<8 {
      let hex = Int(small.hex(10, row))
      small.terrain.setRoad(hex, row % 2 == 0 ? .southEast : .southWest, .primary)
    }
    small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(10, 0))
    var run = Run(small.world())
    // Both heads reach the crossing in the same minutes.
    run.step(1, [march(0, to: small.hex(20, 4)), march(1, to: small.hex(10, 8))])
    var waited: Int32 = 0
    for _ in 0..<160 {
      run.step(1)
      waited = max(waited, run.world.units.heldUpMinutes.max() ?? 0)
    }
    #expect(waited >= 1)
    #expect(run.world.units.hex[0] == small.hex(20, 4))
    #expect(run.world.units.hex[1] == small.hex(10, 8))
  }

  @Test func aColumnIsWeakUntilItHasDeployed() {
    let small = columns([2])
    var run = Run(small.world())
    run.step(1, [march(0, to: small.hex(20, 4))])
    _ = run.step(upTo: 60) { $0.units.pathDone[0] > 2 }
    #expect(run.world.units.readiness[0] == .march)
    let facts = UnitFacts(run.world.setup, 0)
    let inColumn = run.world.fireStrength(0, facts, run.scratch.combat.gains)
    run.step(
      1, [Order(side: SideID(0), unit: UnitID(0), kind: .attack, target: small.hex(20, 4))])
    _ = run.step(upTo: 60) { $0.units.posture[0] == .attacking }
    #expect(run.world.units.busyMinutes[0] > 0)
    #expect(run.world.units.readiness[0] == .march)
    let minutes = run.step(upTo: 30) { $0.units.readiness[0] == .deployed }
    let deploy = Int(small.rules.movement[.deployMinutes])
    #expect((deploy - 1...deploy + 1).contains(minutes))
    #expect(run.world.fireStrength(0, facts, run.scratch.combat.gains) > 2 * inColumn)
  }

  @Test func aMarchThroughTakesNoGround() {
    var small = columns([2])
    small.control = Array(repeating: 1, count: 24 * 9)
    var run = Run(small.world())
    run.step(1, [march(0, to: small.hex(20, 4))])
    _ = run.step(upTo: 120) { $0.units.hex[0] == small.hex(20, 4) }
    for column in 4..<19 { #expect(run.world.ground.control[Int(small.hex(column, 4))] == 1) }
    // Once it stands there and has deployed it holds the place and the fields around.
    run.step(30)
    #expect(run.world.ground.control[Int(small.hex(20, 4))] == 0)
    #expect(run.world.ground.control[Int(small.hex(20, 3))] == 0)
  }
}
