import Testing

@testable import Simulation

@Suite struct LeaderTests {
  @Test func aLeaderNearByHalvesTheDelayOfOrders() {
    var small = SmallWorld(columns: 24, rows: 5)
    small.rules.command[.spreadPermille] = 0
    let unit = small.add(0, .infantry, at: small.hex(3, 2))
    let alone = small.world().commandDelay(of: unit.row)
    let leader = small.add(0, .leader, men: 10, at: small.hex(6, 2))
    #expect(small.world().commandDelay(of: unit.row) == alone / 2)
    small.units[leader.row].start = small.hex(12, 2)
    #expect(small.world().commandDelay(of: unit.row) == alone)
  }

  @Test func aLeaderNearByRalliesHalfAsFastAgain() {
    func gain(leaderAt column: Int) -> Int32 {
      var small = SmallWorld(columns: 24, rows: 5)
      let unit = small.add(0, .infantry, at: small.hex(3, 2))
      small.add(0, .leader, men: 10, at: small.hex(column, 2))
      var run = Run(small.world())
      run.world.units.cohesion[unit.row] = 300
      run.world.units.status[unit.row] = .broken
      run.step(61)
      return run.world.units.cohesion[unit.row] - 300
    }
    let near = gain(leaderAt: 5)
    let far = gain(leaderAt: 20)
    #expect(far > 0)
    #expect((140...160).contains(near * 100 / far))
  }

  @Test func aLeaderStruckByShellsFallsAndShakesHisSide() {
    var small = SmallWorld(columns: 14, rows: 5)
    small.rules.equipment[2].lethalAreaSquareMeters = 600
    let guns = small.add(0, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(1, 2))
    small.add(0, .reconnaissance, men: 20, at: small.hex(8, 2))
    let leader = small.add(1, .leader, men: 10, at: small.hex(11, 2))
    let other = small.add(1, .infantry, at: small.hex(13, 4))
    var run = Run(small.world())
    run.world.units.task[guns.row] = .bombard
    run.world.units.taskTarget[guns.row] = small.hex(11, 2)
    run.world.units.taskMinutes[guns.row] = 120
    _ = run.step(upTo: 150) { $0.units.status[leader.row] == .gone }
    #expect(run.world.units.status[leader.row] == .gone)
    let lost = run.events.first { $0.kind == .leaderLost }
    #expect(lost?.side == SideID(0) && lost?.unit == leader)
    #expect(run.world.units.cohesion[other.row] < 1000)
    #expect(run.world.checkInvariants() == [])
  }

  /// A battalion under a headquarters that is 10 km behind it.
  private func formation() -> SmallWorld {
    var small = SmallWorld(columns: 24, rows: 5)
    small.rules.command[.spreadPermille] = 0
    small.add(0, .infantry, at: small.hex(14, 2))
    let staff = small.add(0, .headquarters, men: 40, vehicles: [(3, 6)], at: small.hex(4, 2))
    small.formations[0].headquarters = staff
    return small
  }

  @Test func aHeadquartersLostShakesItsFormationAndSlowsItsOrders() {
    let small = formation()
    var run = Run(small.world())
    run.step(1)
    let before = run.world.commandDelay(of: 0)
    run.world.units.personnelLost[1] += run.world.units.personnel[1] - 256
    run.world.units.personnel[1] = 256
    run.step(12)
    #expect(run.world.units.status[1] == .gone)
    #expect(run.world.units.cohesion[0] <= 1000 - small.rules.morale[.shockHeadquarters] + 5)
    #expect(run.world.units.inCommand[0] == 0)
    // Twice the battalion's minutes; the two for the distance are no more.
    #expect(run.world.commandDelay(of: 0) == 2 * small.rules.command[.battalionMinutes])
    #expect(run.world.commandDelay(of: 0) > before)
    #expect(run.world.checkInvariants() == [])
  }

  @Test func unitsReformOnlyWithinReachOfAHeadquarters() {
    for isThere in [true, false] {
      let small = formation()
      var run = Run(small.world())
      if !isThere { run.world.removeUnit(1) }
      run.world.units.cohesion[0] = 400
      run.world.units.status[0] = .broken
      run.world.units.task[0] = .reform
      run.world.units.taskMinutes[0] = 30
      run.step(45)
      #expect(run.events.contains { $0.kind == .unitReformed } == isThere)
    }
  }

  @Test func aHeadquartersLeavesInTime() {
    var small = SmallWorld(columns: 24, rows: 5)
    small.road(.primary, row: 2, columns: 0..<23)
    small.control = Array(repeating: 0, count: 24 * 5)
    small.add(0, .headquarters, men: 60, vehicles: [(3, 10)], at: small.hex(10, 2))
    small.add(1, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(12, 2)) {
      $0.posture = .column
    }
    var run = Run(small.world())
    run.step(40)
    #expect(run.events.contains { $0.kind == .headquartersDisplaced && $0.unit == UnitID(0) })
    #expect(
      run.world.setup.terrain.grid.distance(Int(run.world.units.hex[0]), Int(small.hex(12, 2))) > 3)
  }
}
