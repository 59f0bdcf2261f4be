import Testing

@testable import Simulation

@Suite struct FireTests {
  /// Ten minutes of 18 guns of 152 mm at two rounds a minute on a company; men lost in permille
  /// and suppression.
  private func shelling(entrenchment: UInt8, minutes: Int = 10) -> (lost: Int32, run: Run) {
    var small = SmallWorld(columns: 14, rows: 5)
    small.rules.equipment[2].lethalAreaSquareMeters = 600
    let guns = small.add(0, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(1, 2))
    small.add(0, .reconnaissance, men: 20, at: small.hex(9, 2))
    let company = small.add(1, .infantry, men: 150, at: small.hex(11, 2)) {
      $0.entrenchment = entrenchment
    }
    var run = Run(small.world())
    let target = small.hex(11, 2)
    run.world.units.task[guns.row] = .bombard
    run.world.units.taskTarget[guns.row] = target
    run.world.units.taskMinutes[guns.row] = 60
    run.step(3 + minutes)
    return (run.world.lossPermille(company.row), run)
  }

  @Test func shellingADugInCompanySuppressesMoreThanItKills() {
    // SIMULATION.md: 4-5 % lost, suppression about 940 after ten minutes, about 260 a quarter of
    // an hour after lifting; in the open 22 %.
    let (lost, run) = shelling(entrenchment: 2)
    #expect((25...60).contains(lost))
    #expect(run.world.units.suppression[2] >= 850)
    var after = run
    after.world.fireMissions = []
    after.world.units.task[0] = .camp
    after.world.units.posture[0] = .camped
    after.step(15)
    #expect((150...400).contains(after.world.units.suppression[2]))
    #expect(after.world.checkInvariants() == [])
    #expect((150...300).contains(shelling(entrenchment: 0).lost))
  }

  @Test func gunsDoNotReachBeyondTheirRange() {
    var small = SmallWorld(columns: 24, rows: 5)
    let guns = small.add(0, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(1, 2))
    small.add(1, .infantry, men: 150, at: small.hex(20, 2))
    var run = Run(small.world())
    run.world.units.task[guns.row] = .bombard
    run.world.units.taskTarget[guns.row] = small.hex(20, 2)
    run.step(20)
    #expect(!run.events.contains { $0.kind == .bombardment })
    #expect(run.events.contains { $0.kind == .orderAbandoned })
    #expect(run.world.units.task[guns.row] == .hold)
  }

  @Test func idleGunsSupportAndBatteriesAnswer() {
    var small = SmallWorld(columns: 16, rows: 7)
    small.add(0, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(1, 3))
    small.add(1, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(14, 3))
    let attacker = small.add(0, .infantry, men: 400, at: small.hex(7, 3))
    small.add(1, .infantry, men: 400, at: small.hex(8, 3))
    var run = Run(small.world())
    run.world.units.task[attacker.row] = .attack
    run.world.units.posture[attacker.row] = .attacking
    run.step(240)
    let shelled = run.events.filter { $0.kind == .bombardment }
    #expect(Set(shelled.compactMap(\.side)).count == 2)
    #expect(run.world.checkInvariants() == [])
  }

  /// A battalion or several attack one that has dug in; losses in permille after some hours.
  private func assault(_ attackers: Int, hours: Int, seed: UInt64) -> (own: Int32, other: Int32) {
    var small = SmallWorld(columns: 10, rows: 7)
    let defender = small.add(1, .infantry, men: 450, vehicles: [(0, 4)], at: small.hex(6, 3)) {
      $0.entrenchment = 2
    }
    let places = [small.hex(5, 3), small.hex(6, 2), small.hex(6, 4)]
    for index in 0..<attackers {
      small.add(0, .infantry, men: 450, vehicles: [(0, 4)], at: places[index])
    }
    var run = Run(small.world(seed: seed))
    for row in 1...attackers {
      run.world.units.task[row] = .attack
      run.world.units.posture[row] = .attacking
      run.world.units.taskTarget[row] = small.hex(6, 3)
    }
    run.step(hours * 60)
    var own: Int32 = 0
    for row in 1...attackers { own += run.world.lossPermille(row) }
    return (own / Int32(attackers), run.world.lossPermille(defender.row))
  }

  @Test func oddsDecideTheLosses() {
    let even = assault(1, hours: 4, seed: 3)
    let three = assault(3, hours: 4, seed: 3)
    // Better odds spare the attacker and cost who has dug in (SIMULATION.md: 2.8 to 2.2 and 1.5 to
    // 3.4 % a day of formations, about three times that in full contact).
    #expect(three.own < even.own && three.other > even.other)
    #expect(three.own < three.other)
    #expect(three.own * 10 >= three.other * 2)
    withKnownIssue("at 3:1 one battalion's attackers lose .64 of what the defender does, not .44") {
      #expect(three.own * 10 <= three.other * 6)
    }
    #expect((3...30).contains(even.own))
    #expect((8...50).contains(three.other))
    withKnownIssue(
      "at 1:1 who has dug in should lose less than who attacks; he loses a fifth more"
    ) {
      #expect(even.own > even.other)
    }
  }

  @Test func aircraftStrikeAndAirDefenceAnswers() {
    var small = SmallWorld(columns: 30, rows: 7)
    small.rules.equipment[4].lethalAreaSquareMeters = 600
    small.rules.equipment.append(
      .init(id: "osa", name: "Osa", vehicleClass: .airDefence, airDefenceRangeMeters: 10_000))
    let planes = small.add(0, .attackAircraft, men: 16, vehicles: [(4, 8)], at: small.hex(1, 3)) {
      $0.sortiesPerDay = 40
    }
    small.add(1, .infantry, men: 300, at: small.hex(25, 3))
    small.add(1, .airDefence, men: 60, vehicles: [(6, 8)], at: small.hex(26, 3))
    var run = Run(small.world(seed: 5))
    for _ in 0..<12 {
      run.world.units.task[planes.row] = .airStrike
      run.world.units.taskTarget[planes.row] = small.hex(25, 3)
      run.step(40)
    }
    #expect(run.events.filter { $0.kind == .airStrike }.count >= 8)
    #expect(run.world.lossPermille(1) > 0)
    // 12 strikes of 8 aircraft at 3 % a sortie.
    #expect(run.events.contains { $0.kind == .airDefenceHit })
    #expect(run.world.checkInvariants() == [])
  }

  @Test func menLandByHelicopterBehindTheEnemy() {
    var small = SmallWorld(columns: 40, rows: 7)
    let men = small.add(0, .airAssault, men: 200, at: small.hex(2, 3))
    small.add(0, .transportHelicopter, men: 36, vehicles: [(5, 12)], at: small.hex(3, 3))
    small.add(1, .infantry, men: 100, at: small.hex(30, 3))
    var run = Run(small.world())
    run.world.units.task[men.row] = .airAssault
    run.world.units.taskTarget[men.row] = small.hex(30, 3)
    run.step(4)
    #expect(run.world.units.status[men.row] == .active)
    run.step(4)
    #expect(run.world.units.status[men.row] == .embarked)
    run.step(14)
    let hex = Int(run.world.units.hex[men.row])
    #expect(run.world.units.status[men.row] == .active)
    #expect(run.world.setup.terrain.grid.distance(hex, Int(small.hex(30, 3))) == 1)
    #expect(run.events.contains { $0.kind == .airAssaultLaunched })
    #expect(run.events.contains { $0.kind == .airAssaultLanded })
    #expect(run.world.checkInvariants() == [])
  }
}
