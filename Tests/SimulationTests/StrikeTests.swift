import Testing

@testable import Simulation

/// Bombs on places that somebody watches and on others, and what flies past air defence to land.
@Suite struct StrikeTests {
  /// Strikes by eight aircraft on a company, one a seed: how many hit its hex, and men lost.
  private func strikes(observed: Bool) -> (hits: Int, lost: Int32) {
    var sum = (hits: 0, lost: Int32(0))
    for seed in UInt64(1)...40 {
      var small = SmallWorld(columns: 30, rows: 7)
      small.rules.equipment[4].lethalAreaSquareMeters = 600
      let target = small.hex(25, 3)
      let planes = small.add(
        0, .attackAircraft, men: 16, vehicles: [(4, 8)], at: small.hex(1, 3)
      ) { $0.sortiesPerDay = 4 }
      let company = small.add(1, .infantry, men: 300, at: target)
      if observed { small.add(0, .reconnaissance, men: 20, at: small.hex(24, 3)) }
      var run = Run(small.world(seed: seed))
      // Nobody fires but the aircraft.
      run.world.units.rules[company.row] = .truce
      run.world.units.task[planes.row] = .airStrike
      run.world.units.taskTarget[planes.row] = target
      run.step(60)
      let strike = run.events.first { $0.kind == .airStrike }
      #expect(strike?.detail == (observed ? 1 : 0))
      if strike?.hex == target { sum.hits += 1 }
      sum.lost += run.world.units.personnelLost[company.row] >> 8
    }
    return sum
  }

  @Test func bombsHitWhatSomebodyWatches() {
    let watched = strikes(observed: true)
    let guessed = strikes(observed: false)
    // Nine of ten and three of ten hit the hex.
    #expect((31...40).contains(watched.hits), "\(watched.hits)")
    #expect((5...20).contains(guessed.hits), "\(guessed.hits)")
    #expect(guessed.lost < watched.lost && guessed.lost > 0)
  }

  /// Men lost of 200 and helicopters of twelve that fly past an Osa battery to land, in twenty
  /// landings.
  private func landings(defended: Bool) -> (men: Int32, helicopters: Int32) {
    var sum = (men: Int32(0), helicopters: Int32(0))
    for seed in UInt64(1)...20 {
      var small = SmallWorld(columns: 40, rows: 7)
      small.rules.equipment.append(
        .init(id: "osa", name: "Osa", vehicleClass: .airDefence, airDefenceRangeMeters: 10_000))
      let men = small.add(0, .airAssault, men: 200, at: small.hex(2, 3))
      let lift = small.add(
        0, .transportHelicopter, men: 36, vehicles: [(5, 12)], at: small.hex(3, 3))
      if defended {
        small.add(1, .airDefence, men: 60, vehicles: [(6, 8)], at: small.hex(34, 3))
      }
      var run = Run(small.world(seed: seed))
      run.world.units.task[men.row] = .airAssault
      run.world.units.taskTarget[men.row] = small.hex(30, 3)
      run.step(24)
      #expect(run.events.contains { $0.kind == .airAssaultLanded })
      let entry = lift.row * VehicleClass.count + Int(VehicleClass.helicopter.rawValue)
      let down = run.world.units.vehiclesLost[entry] >> 8
      #expect(run.events.contains { $0.kind == .airDefenceHit } == (down > 0))
      sum.men += run.world.units.personnelLost[men.row] >> 8
      sum.helicopters += down
      #expect(run.world.checkInvariants() == [])
    }
    return sum
  }

  @Test func airDefenceShootsMenDownWithTheirHelicopters() {
    let safe = landings(defended: false)
    let shot = landings(defended: true)
    #expect(safe.men == 0 && safe.helicopters == 0)
    // 240 helicopters at 8 %, and with each the twelfth part of the men.
    #expect((8...32).contains(shot.helicopters), "\(shot.helicopters)")
    #expect(abs(shot.men - shot.helicopters * 200 / 12) <= 30, "\(shot)")
  }
}
