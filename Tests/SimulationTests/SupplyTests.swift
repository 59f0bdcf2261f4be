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

  private func cut(_ run: inout Run, _ small: SmallWorld) {
    for row in 0..<7 {
      run.world.ground.control[Int(small.hex(4, row))] = 1
      run.world.ground.control[Int(small.hex(12, row))] = 1
    }
  }

  @Test func whoIsCutOffForADayLosesHeartAndGetsNothing() {
    let small = line()
    var run = Run(small.world())
    cut(&run, small)
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
