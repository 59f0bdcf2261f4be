import Testing

@testable import Simulation

@Suite struct AirDefenceTests {
  /// Flights of eight aircraft from column 1 to column 40 past an Osa battery of eight (reach 10
  /// km) at a place; airframes lost in twenty flights.
  private func lost(
    defence: (Int, Int)?, minuteOfDay: Int32 = 780, helicopters: Bool = false,
    _ change: (inout World) -> Void = { _ in }
  ) -> Int32 {
    var sum: Int32 = 0
    for seed in 0..<20 {
      var small = SmallWorld(columns: 44, rows: 31)
      small.clock.minuteOfDay = minuteOfDay
      small.rules.equipment.append(
        .init(id: "osa", name: "Osa", vehicleClass: .airDefence, airDefenceRangeMeters: 10_000))
      let kind: (Arm, Int16) = helicopters ? (.attackHelicopter, 5) : (.attackAircraft, 4)
      small.add(0, kind.0, men: 16, vehicles: [(kind.1, 8)], at: small.hex(1, 15))
      if let place = defence {
        small.add(
          1, .airDefence, men: 60, vehicles: [(6, 8)], at: small.hex(place.0, place.1))
      }
      var run = Run(small.world(seed: UInt64(seed)))
      run.step(1)
      change(&run.world)
      sum += run.world.passAirDefence(
        0, from: small.hex(1, 15), at: small.hex(40, 15), &run.scratch.combat,
        events: &run.events)
    }
    return sum
  }

  @Test func itActsAlongTheFlightPathAndMostAtTheTarget() {
    let atTarget = lost(defence: (40, 15))
    let onTheWay = lost(defence: (20, 15))
    let aside = lost(defence: (20, 23))
    #expect(lost(defence: nil) == 0)
    #expect(lost(defence: (20, 30)) == 0)
    // 160 aircraft at 3 %, over the target and right across the whole circle alike.
    #expect((1...12).contains(atTarget))
    #expect(onTheWay > 0 && aside <= onTheWay && onTheWay <= atTarget + 3)
  }

  @Test func nightSuppressionAndMovementBlindIt() {
    let day = lost(defence: (40, 15), helicopters: true)
    let night = lost(defence: (40, 15), minuteOfDay: 1290, helicopters: true)
    let stunned = lost(defence: (40, 15), helicopters: true) {
      $0.units.suppression[1] = 1000
    }
    #expect(day > night && night > 0)
    #expect(stunned < day)
    #expect(lost(defence: (40, 15), helicopters: true) { $0.units.readiness[1] = .march } == 0)
    #expect(lost(defence: (40, 15), helicopters: true) { $0.units.ammunition[1] = 0 } == 0)
  }

  @Test func whoShootsSpendsAndGivesItselfAway() {
    _ = lost(defence: (20, 15)) { world in
      world.units.sinceFired[1] = 500
      var copy = world
      var scratch = World.Scratch(for: world)
      var events: [Event] = []
      copy.step([], scratch: &scratch, events: &events)
      let target = Int32(world.setup.terrain.grid.index(of: Hex(40, 15)))
      _ = copy.passAirDefence(
        0, from: world.units.hex[0], at: target, &scratch.combat, events: &events)
      #expect(copy.units.sinceFired[1] == 0)
      #expect(copy.units.ammunition[1] < world.units.ammunition[1])
    }
  }
}
