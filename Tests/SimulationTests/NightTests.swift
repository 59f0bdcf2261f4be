import Testing

@testable import Simulation

@Suite struct NightTests {
  /// The range in metres at which a tank company on the move is found in some light with some
  /// night gear.
  private func range(_ light: Sky.Light, gear: UInt8) -> Int64 {
    var small = SmallWorld(columns: 12, rows: 5)
    small.add(0, .infantry, at: small.hex(1, 2)) { $0.nightGear = gear }
    small.add(1, .armor, men: 60, vehicles: [(0, 10)], at: small.hex(9, 2)) {
      $0.posture = .column
    }
    var run = Run(small.world())
    run.step(1)
    run.scratch.combat.light = light
    run.world.listObservers(&run.scratch.combat)
    var best: Int64 = 0
    let size = run.world.sightSize(of: 1, run.scratch.combat.facts[1])
    run.scratch.combat.grid.visit(0, around: Int(small.hex(9, 2)), within: 10) { entry, _ in
      best = World.sightRange(entry.eyes, size: size, contact: 0, isFlashing: false)
      return true
    }
    return best
  }

  @Test func everyLightAndEveryGearHasItsRange() {
    let lights: [Sky.Light] = [
      .day, .civilTwilight, .nauticalTwilight, .moonlitNight, .darkNight,
    ]
    for gear in UInt8(0)...3 {
      let ranges = lights.map { range($0, gear: gear) }
      for (lighter, darker) in zip(ranges, ranges.dropFirst()) { #expect(lighter > darker) }
    }
    for light in lights {
      let ranges = (UInt8(0)...3).map { range(light, gear: $0) }
      if light == .day {
        #expect(Set(ranges).count == 1)
      } else {
        for (less, more) in zip(ranges, ranges.dropFirst()) { #expect(less < more) }
      }
    }
    // Thermal sights leave nearly nine tenths of the day, the naked eye an eighth.
    #expect(range(.darkNight, gear: 3) * 10 >= range(.day, gear: 0) * 8)
    #expect(range(.darkNight, gear: 0) * 7 <= range(.day, gear: 0))
  }

  /// Whether each of two companies three hexes apart on open ground has found the other after some
  /// minutes at 21:30 of 12 September 1998, before the moon rises.
  private func sights(first: UInt8, second: UInt8) -> (first: Bool, second: Bool) {
    var small = SmallWorld(columns: 12, rows: 5)
    small.engagement = [.truce, .truce]
    small.clock.minuteOfDay = 1290
    small.add(0, .armor, men: 60, vehicles: [(0, 10)], at: small.hex(2, 2)) {
      $0.nightGear = first
      $0.posture = .column
    }
    small.add(1, .armor, men: 60, vehicles: [(0, 10)], at: small.hex(5, 2)) {
      $0.nightGear = second
      $0.posture = .column
    }
    var run = Run(small.world())
    run.step(40)
    return (run.world.knowledge[0].serial[1] > 0, run.world.knowledge[1].serial[0] > 0)
  }

  @Test func whoHasNightVisionSeesWhoHasNone() {
    #expect(sights(first: 0, second: 0) == (false, false))
    #expect(sights(first: 2, second: 0) == (true, false))
    #expect(sights(first: 0, second: 3) == (false, true))
    #expect(sights(first: 3, second: 3) == (true, true))
  }

  /// Men of both sides lost where 450 attack 450 in hasty positions, from 21:30 for six hours.
  private func fight(gear: UInt8, minuteOfDay: Int32 = 1290) -> (attacker: Int32, defender: Int32) {
    var sum: (attacker: Int32, defender: Int32) = (0, 0)
    for seed in UInt64(1)...4 {
      var small = SmallWorld(columns: 12, rows: 5)
      small.clock.minuteOfDay = minuteOfDay
      let first = small.add(0, .infantry, men: 450, at: small.hex(3, 2)) { $0.nightGear = gear }
      small.add(1, .infantry, men: 450, at: small.hex(6, 2)) {
        $0.nightGear = gear
        $0.entrenchment = 1
      }
      var run = Run(small.world(seed: seed))
      run.step(
        360, [Order(side: SideID(0), unit: first, kind: .attack, target: small.hex(6, 2))])
      sum.attacker += run.world.units.personnelLost[0] >> 8
      sum.defender += run.world.units.personnelLost[1] >> 8
      #expect(run.world.checkInvariants() == [])
    }
    return sum
  }

  @Test func whoAttacksInTheDarkRunsIntoWhoHolds() {
    let blind = fight(gear: 0)
    let seeing = fight(gear: 3)
    let day = fight(gear: 0, minuteOfDay: 600)
    #expect(blind.attacker > 0 && blind.defender > 0, "\(blind)")
    // The better both see the harder the fight; by day it is hardest.
    #expect(seeing.attacker > blind.attacker && seeing.defender > blind.defender, "\(seeing)")
    #expect(day.attacker + day.defender > blind.attacker + blind.defender, "\(day)")
  }

  @Test func ownFireIsSeenInTheDark() {
    var small = SmallWorld(columns: 12, rows: 5)
    small.engagement = [.truce, .truce]
    small.clock.minuteOfDay = 1290
    small.add(0, .infantry, men: 100, at: small.hex(2, 2))
    small.add(1, .armor, men: 60, vehicles: [(0, 10)], at: small.hex(4, 2))
    var run = Run(small.world())
    run.step(20)
    #expect(run.world.knowledge[0].serial[1] == 0)
    for _ in 0..<10 {
      run.world.units.sinceFired[1] = 0
      run.step(1)
    }
    #expect(run.world.knowledge[0].serial[1] > 0)
  }

  @Test func aircraftWithoutNightVisionStayOnTheGroundAtNight() {
    for gear in [UInt8(0), 2] {
      var small = SmallWorld(columns: 30, rows: 7)
      small.clock.minuteOfDay = 1290
      let planes = small.add(
        0, .attackAircraft, men: 16, vehicles: [(4, 8)], at: small.hex(1, 3)
      ) {
        $0.sortiesPerDay = 4
        $0.nightGear = gear
      }
      small.add(1, .infantry, men: 300, at: small.hex(25, 3))
      var run = Run(small.world())
      run.world.units.task[planes.row] = .airStrike
      run.world.units.taskTarget[planes.row] = small.hex(25, 3)
      run.step(60)
      #expect(run.events.contains { $0.kind == .airStrike } == (gear == 2))
      #expect(run.events.contains { $0.kind == .orderAbandoned } == (gear == 0))
    }
  }
}
