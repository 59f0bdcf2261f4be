import Testing

@testable import Simulation

@Suite struct SupplyTests {
  /// A unit on the middle of a road between two own edges.
  private func line() -> SmallWorld {
    var small = SmallWorld(columns: 16, rows: 7)
    small.road(.primary, row: 3, columns: 0..<15)
    small.control = Array(repeating: 0, count: 16 * 7)
    small.add(0, .infantry, at: small.hex(8, 3))
    return small
  }

  /// The same with so many columns of the enemy's hexes on either side of the unit.
  private func cut(_ line: SmallWorld, columns: Int = 4) -> Run {
    var small = line
    small.control = (0..<16 * 7).map { index in
      (2..<2 + columns).contains(index % 16) || (10..<10 + columns).contains(index % 16) ? 1 : 0
    }
    return Run(small.world())
  }

  @Test func supplyDrivesThroughAFewHexesThatNobodyGuards() {
    var small = line()
    small.rules.supply[.offRoadHexes] = 1
    for columns in 3...4 {
      var run = cut(small, columns: columns)
      run.step(61)
      #expect((run.world.units.cutOffMinutes[0] == 0) == (columns == 3))
      let picture = run.world.picture(for: .side(SideID(0)), events: [])
      #expect(picture.supplyLine(of: UnitID(0)).isEmpty == (columns == 4))
    }
    for column in [3, 11] { small.add(1, .infantry, at: small.hex(column, 3)) }
    var run = cut(small, columns: 3)
    run.step(61)
    #expect(run.world.units.cutOffMinutes[0] > 0)
  }

  @Test func whoIsCutOffForADayLosesHeartAndGetsNothing() {
    var run = cut(line())
    run.world.units.ammunition[0] = 100_000
    run.step(1440)
    #expect(run.world.units.cohesion[0] == 1000)
    run.step(600)
    // Five permille an hour, from a day on, against what comes back by itself.
    #expect(run.world.units.cohesion[0] < 1000)
    #expect(run.world.units.cutOffMinutes[0] > 1440)
    #expect(run.world.units.ammunition[0] == 100_000)
  }

  @Test func ammunitionAndFuelComeUpAndFasterForWhoAsks() {
    var gains: [Int32] = []
    for task in [OrderKind.hold, .resupply] {
      var run = Run(line().world())
      run.world.units.ammunition[0] = 50_000
      run.world.units.fuel[0] = 100
      run.world.units.task[0] = task
      run.step(121)
      gains.append(run.world.units.ammunition[0] - 50_000)
      #expect(run.world.units.fuel[0] > 100)
      #expect(run.world.checkInvariants() == [])
    }
    #expect(gains[0] > 0 && gains[1] * 10 >= gains[0] * 20)
  }

  @Test func gunsGetShellsWhenTheyAreToldToTakeThemInAndMayBeCalledMeanwhile() {
    var gains: [Int32] = []
    for task in [OrderKind.hold, .resupply] {
      var small = line()
      let guns = small.add(0, .artillery, vehicles: [(2, 18)], at: small.hex(8, 3))
      var run = Run(small.world())
      run.world.units.ammunition[guns.row] = 100_000
      run.world.units.task[guns.row] = task
      run.step(121)
      gains.append(run.world.units.ammunition[guns.row] - 100_000)
    }
    #expect(gains[0] > 0 && gains[1] >= 10 * gains[0])
    var small = line()
    let enemy = small.add(1, .infantry, at: small.hex(9, 3))
    let guns = small.add(0, .artillery, vehicles: [(2, 18)], at: small.hex(2, 3))
    var run = Run(small.world())
    run.world.units.ammunition[guns.row] = 250_000
    run.world.units.task[guns.row] = .resupply
    run.step(
      120, [Order(side: SideID(1), unit: enemy, kind: .attack, target: small.hex(8, 3))])
    #expect(run.events.contains { $0.kind == .bombardment && $0.unit == guns })
  }

  @Test func resupplyEndsWhenAllIsFull() {
    var run = Run(line().world())
    run.world.units.ammunition[0] = 230_000
    run.world.units.task[0] = .resupply
    run.step(240)
    #expect(run.world.units.ammunition[0] == 256_000)
    #expect(run.world.units.task[0] == .hold)
  }

  @Test func anEnemyOnTheRoadCutsItAsWellAsHisGround() {
    var small = line()
    small.rules.supply[.offRoadHexes] = 1
    small.add(1, .infantry, at: small.hex(4, 3))
    small.add(1, .infantry, at: small.hex(12, 3))
    var run = Run(small.world())
    run.step(61)
    #expect(run.world.units.cutOffMinutes[0] > 0)
    // A supply column with the unit is a source of its own.
    small.add(0, .supply, men: 40, vehicles: [(3, 10)], at: small.hex(8, 3))
    run = Run(small.world())
    run.step(61)
    #expect(run.world.units.cutOffMinutes[0] == 0)
  }
}
