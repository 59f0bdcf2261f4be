import Testing

@testable import Simulation

@Suite struct PushTests {
  /// Three battalions with tanks before one that holds; all attack its hex.
  private func assault(
    entrenchment: UInt8 = 1, attackers: Int = 3, cover: Cover = .grassland, seed: UInt64 = 1,
    _ change: (inout SmallWorld) -> Void = { _ in }
  ) -> (run: Run, defender: UnitID) {
    var small = SmallWorld(columns: 14, rows: 7, cover: cover)
    small.control = (0..<98).map { $0 % 14 < 6 ? 0 : 1 }
    let defender = small.add(1, .infantry, men: 450, at: small.hex(6, 3)) {
      $0.entrenchment = entrenchment
    }
    let places = [small.hex(5, 3), small.hex(5, 2), small.hex(5, 4)]
    for index in 0..<attackers {
      small.add(0, .infantry, men: 600, vehicles: [(0, 8)], at: places[index])
    }
    change(&small)
    var run = Run(small.world(seed: seed))
    run.step(
      1,
      (1...attackers).map {
        Order(side: SideID(0), unit: UnitID($0), kind: .attack, target: small.hex(6, 3))
      })
    return (run, defender)
  }

  /// Minutes until the defender has left its hex.
  private func minutesHeld(_ start: (run: Run, defender: UnitID), most: Int = 4000) -> Int {
    var run = start.run
    let hex = run.world.units.hex[start.defender.row]
    return run.step(upTo: most) { $0.units.hex[start.defender.row] != hex }
  }

  @Test func whoIsOvermatchedGivesWayInHand() {
    var (run, defender) = assault()
    let hex = run.world.units.hex[defender.row]
    let minutes = run.step(upTo: 2000) { $0.units.hex[defender.row] != hex }
    // An opposed advance makes one to five kilometres a day (SIMULATION.md, equation 11).
    #expect((120...1500).contains(minutes), "\(minutes)")
    #expect(run.world.units.status[defender.row] == .active)
    #expect(
      run.world.setup.terrain.grid.distance(Int(run.world.units.hex[defender.row]), Int(hex)) == 1)
    #expect(run.world.checkInvariants() == [])
  }

  @Test func positionsAndHousesSlowTheAdvance() {
    let hasty = minutesHeld(assault())
    #expect(minutesHeld(assault(entrenchment: 4)) > 2 * hasty)
    #expect(minutesHeld(assault(cover: .urban)) > 2 * hasty)
  }

  @Test func streetsNarrowTheAttackersFront() {
    var men: [Int64] = []
    for cover in [Cover.grassland, .urban] {
      var small = SmallWorld(columns: 12, rows: 7)
      let goal = small.hex(6, 3)
      small.terrain.cover[Int(goal)] = cover
      let attacker = small.add(0, .infantry, men: 900, at: small.hex(5, 3))
      let defender = small.add(1, .infantry, men: 900, at: goal)
      var run = Run(small.world(seed: 1))
      run.world.units.task[attacker.row] = .attack
      run.world.units.nextHex[attacker.row] = goal
      men += [run.world.frontMen(attacker.row) >> 8, run.world.frontMen(defender.row) >> 8]
    }
    #expect(men[0] > men[1] && men[2] * 3 < men[0] * 2, "\(men)")
    // Who holds the houses fights from as many windows as there are.
    #expect(men[1] == men[3])
  }

  /// Men lost by the defender in the minute in which it is pushed out of its hex, of a thousand.
  private func leftBehind(entrenchment: UInt8, attackers: Int) -> Int32 {
    var (run, defender) = assault(entrenchment: entrenchment, attackers: attackers)
    let row = defender.row
    var (lost, men): (Int32, Int32) = (0, 0)
    for _ in 0..<6000 where run.world.units.task[row] == .hold {
      (lost, men) = (run.world.units.personnelLost[row], run.world.units.personnel[row])
      run.step(1)
    }
    #expect(run.world.units.task[row] == .withdraw)
    return (run.world.units.personnelLost[row] - lost) * 1000 / max(1, men)
  }

  @Test func whoIsDrivenOutOfPositionsLeavesMenBehind() {
    let (shallow, deep) = (
      leftBehind(entrenchment: 1, attackers: 2), leftBehind(entrenchment: 2, attackers: 2)
    )
    #expect(shallow >= 30 && deep > shallow + 20, "\(shallow) \(deep)")
    // The worse the odds the more.
    #expect(leftBehind(entrenchment: 1, attackers: 3) > shallow)
  }

  @Test func theBeatenKeepToFortifiedPositions() {
    for level in [UInt8(2), 4] {
      var (run, defender) = assault(entrenchment: level)
      run.world.units.cohesion[defender.row] = 500
      run.step(2)
      #expect(run.world.units.status[defender.row] == .broken)
      #expect(run.world.units.task[defender.row] == (level == 4 ? .hold : .withdraw))
    }
  }

  @Test func aDefenceHasDepth() {
    var (run, defender) = assault(entrenchment: 3)
    let hex = run.world.units.hex[defender.row]
    _ = run.step(upTo: 6000) { $0.units.hex[defender.row] != hex }
    if run.world.units.status[defender.row] == .active {
      #expect(run.world.units.entrenchment[defender.row] == 2)
    }
  }

  @Test func attackersDoNotPassBesideWhoHolds() {
    var small = SmallWorld(columns: 14, rows: 7)
    small.add(1, .infantry, men: 450, at: small.hex(6, 3)) { $0.entrenchment = 4 }
    let unit = small.add(0, .infantry, men: 450, at: small.hex(4, 2))
    var run = Run(small.world())
    run.step(
      240, [Order(side: SideID(0), unit: unit, kind: .attack, target: small.hex(11, 2))])
    #expect(run.world.units.hex[unit.row] % 14 <= 6)
  }

  @Test func aStraightFrontIsNoFlank() {
    let world = SmallWorld().world()
    #expect(!world.isFlanked(0b000001))
    #expect(!world.isFlanked(0b000111))
    #expect(!world.isFlanked(0b100011))
    #expect(world.isFlanked(0b000101))
    #expect(world.isFlanked(0b001001))
    #expect(world.isFlanked(0b001111))
  }

  /// Losses of both sides in permille after some hours of an assault.
  private func losses(
    hours: Int = 6, _ change: (inout BattleSetup) -> Void
  ) -> (attacker: Double, defender: Double) {
    var (own, other) = (0.0, 0.0)
    for seed in UInt64(1)...4 {
      var small = SmallWorld(columns: 14, rows: 7)
      small.add(1, .infantry, men: 450, at: small.hex(6, 3)) { $0.entrenchment = 2 }
      small.add(0, .infantry, men: 600, at: small.hex(5, 3))
      var setup = small.setup
      change(&setup)
      var run = Run(World(setup, seed: seed))
      run.step(
        hours * 60,
        [Order(side: SideID(0), unit: UnitID(1), kind: .attack, target: small.hex(6, 3))])
      own += Double(run.world.units.personnelLost[1])
      other += Double(run.world.units.personnelLost[0])
    }
    return (own, other)
  }

  @Test func rainTheAirAndSurpriseChangeTheLosses() {
    let plain = losses { _ in }
    let wet = losses { $0.isWet = true }
    // SIMULATION.md: x .77.
    #expect((0.6...0.92).contains(wet.attacker / plain.attacker))
    #expect((0.6...0.92).contains(wet.defender / plain.defender))
    let air = losses { $0.sides[0].hasAirSuperiority = true }
    #expect((0.7...0.97).contains(air.attacker / plain.attacker))
    let surprise = losses { $0.sides[0].surprise = 2 }
    // x .92 and x 1.18 a level.
    #expect((0.7...0.97).contains(surprise.attacker / plain.attacker))
    #expect((1.15...1.7).contains(surprise.defender / plain.defender))
  }

  @Test func surpriseWearsOff() {
    var small = SmallWorld()
    small.add(0, .infantry, at: small.hex(1, 1))
    var setup = small.setup
    setup.sides[0].surprise = 2
    var world = World(setup, seed: 1)
    let early = world.conditions(of: 0).power
    world.tick = Tick(72 * 60)
    let late = world.conditions(of: 0).power
    // exp(.7) and exp(.7 / e).
    #expect(abs(Double(early) / 65_536 - 2.0138) < 0.01)
    #expect(abs(Double(late) / 65_536 - 1.2937) < 0.01)
    #expect(world.conditions(of: 1).power == Fixed.one)
  }
}
