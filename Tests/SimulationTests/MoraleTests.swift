import Testing

@testable import Simulation

@Suite struct MoraleTests {
  @Test func aBrokenUnitFallsBackAndRallies() {
    var small = SmallWorld(columns: 24, rows: 9)
    small.control = Array(repeating: 0, count: 24 * 9)
    let unit = small.add(0, .infantry, at: small.hex(15, 4))
    let enemy = small.add(1, .mechanized, men: 400, vehicles: [(0, 10)], at: small.hex(16, 4))
    var run = Run(small.world())
    run.step(3)
    run.world.units.cohesion[unit.row] = 520
    run.step(2)
    #expect(run.world.units.status[unit.row] == .broken)
    #expect(run.events.contains { $0.kind == .unitBroke && $0.unit == unit })
    let home = run.world.setup.terrain.grid
    let away = run.step(upTo: 400) {
      home.distance(Int($0.units.hex[unit.row]), Int($0.units.hex[enemy.row])) >= 4
    }
    #expect(away < 400)
    let rallied = run.step(upTo: 900) { $0.units.status[unit.row] == .active }
    #expect(rallied < 900)
    #expect(run.events.contains { $0.kind == .unitRallied && $0.unit == unit })
    #expect(run.world.checkInvariants() == [])
  }

  @Test func beatenUnitsReformTogether() {
    var small = SmallWorld(columns: 8, rows: 5)
    let first = small.add(0, .infantry, at: small.hex(3, 2))
    let second = small.add(0, .infantry, at: small.hex(4, 2))
    var run = Run(small.world())
    for row in [first.row, second.row] {
      run.world.units.personnelLost[row] = 250 * 256
      run.world.units.personnel[row] -= 250 * 256
      run.world.units.cohesion[row] = 400
    }
    run.world.units.task[first.row] = .reform
    run.world.units.taskMinutes[first.row] = 30
    run.step(31)
    #expect(run.world.units.personnel[first.row] == 300 * 256)
    #expect(run.world.units.status[second.row] == .gone)
    #expect(run.events.contains { $0.kind == .unitReformed })
    #expect(run.world.checkInvariants() == [])
  }

  @Test func whoIsOutOfCommandFightsALevelWorse() {
    var small = SmallWorld(columns: 8, rows: 5)
    let unit = small.add(0, .infantry, at: small.hex(3, 2))
    let other = small.add(0, .infantry, at: small.hex(5, 2)) { $0.qualityBand = -1 ... -1 }
    var run = Run(small.world())
    run.step(1)
    let facts = run.scratch.combat.facts[unit.row]
    let led = run.world.fireStrength(unit.row, facts, run.scratch.combat.gains)
    let point = run.world.breakPoint(unit.row)
    run.world.units.inCommand[unit.row] = 0
    #expect(run.world.fireStrength(unit.row, facts, run.scratch.combat.gains) < led)
    // As strong and as brittle as one of a level less that is led.
    #expect(
      run.world.fireStrength(unit.row, facts, run.scratch.combat.gains)
        == run.world.fireStrength(other.row, facts, run.scratch.combat.gains))
    #expect(run.world.breakPoint(unit.row) == run.world.breakPoint(other.row))
    #expect(run.world.breakPoint(unit.row) > point)
    run.world.units.inCommand[other.row] = 0
    run.world.units.quality[other.row] = -3
    #expect(run.world.quality(other.row) == -3)
  }

  @Test func restAndDiggingTakeTheirTime() {
    var small = SmallWorld(columns: 8, rows: 5)
    small.add(0, .infantry, at: small.hex(3, 2)) { $0.posture = .camped }
    small.add(0, .infantry, at: small.hex(5, 2)) { $0.posture = .diggingIn }
    var run = Run(small.world())
    run.world.units.fatigue[0] = 500
    run.step(301)
    #expect(run.world.units.fatigue[0] == 200)
    #expect(run.world.units.entrenchment[1] == 2)
  }

  @Test func leadersWhoAreOverrunAreTaken() {
    var small = SmallWorld(columns: 8, rows: 5)
    let leader = small.add(1, .leader, men: 10, at: small.hex(3, 2))
    let other = small.add(1, .infantry, at: small.hex(7, 4))
    small.add(0, .infantry, at: small.hex(3, 2))
    var run = Run(small.world())
    run.step(1)
    #expect(run.world.units.status[leader.row] == .gone)
    #expect(run.events.contains { $0.kind == .leaderLost })
    #expect(run.world.units.cohesion[other.row] < 1000)
  }

  @Test func policeLeaveBeforeTheTanksCome() {
    var small = SmallWorld(columns: 16, rows: 5)
    small.road(.primary, row: 2, columns: 0..<15)
    small.add(0, .police, men: 60, at: small.hex(5, 2))
    small.add(1, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(7, 2))
    var run = Run(small.world())
    run.step(40)
    #expect(run.events.contains { $0.kind == .withdrewBeforeContact })
    #expect(run.world.units.personnelLost[0] < 15 * 256)
  }

  @Test func unitsWithoutALineAreCutOff() {
    var small = SmallWorld(columns: 12, rows: 5)
    small.road(.primary, row: 2, columns: 0..<11)
    small.control = (0..<60).map { $0 % 12 < 8 ? 0 : 255 }
    let unit = small.add(0, .infantry, at: small.hex(6, 2))
    var run = Run(small.world())
    run.step(70)
    #expect(run.world.units.cutOffMinutes[unit.row] == 0)
    for row in 0..<5 {
      for column in [1, 2, 3, 4, 8, 9, 10, 11] {
        run.world.ground.control[Int(small.hex(column, row))] = 1
      }
    }
    run.step(60)
    #expect(run.world.units.cutOffMinutes[unit.row] == 60)
  }

  /// What surprise has cost a company that lies in the dark, by an enemy with thermal sights in the
  /// next hex, permille, after some hours.
  private func surprise(hours: Int, isAttacked: Bool) -> Int32 {
    var small = SmallWorld(columns: 12, rows: 7)
    small.clock.minuteOfDay = 1290
    let target = small.add(0, .infantry, men: 100, at: small.hex(4, 3))
    let enemy = small.add(1, .armor, men: 100, vehicles: [(0, 10)], at: small.hex(5, 3)) {
      $0.nightGear = 3
    }
    var run = Run(small.world())
    // Nobody has fired for long.
    run.world.units.sinceHit[target.row] = 600
    let attack = Order(side: SideID(1), unit: enemy, kind: .attack, target: small.hex(4, 3))
    run.step(hours * 60, isAttacked ? [attack] : [])
    #expect(run.scratch.combat.received[target.row].strength > 0)
    return run.world.accounts.shocks(target.row).first { $0.kind == .surprise }?.permille ?? 0
  }

  /// The first shots tell who is there; those that follow, for hours, surprise nobody.
  @Test(arguments: [true, false])
  func fireOutOfTheBlueShakesOnce(isAttacked: Bool) {
    let cost = Tables.rules.morale[.shockSurprise]
    for hours in [1, 5] { #expect(surprise(hours: hours, isAttacked: isAttacked) == cost) }
  }
}
