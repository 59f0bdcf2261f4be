extension World {
  /// Vehicles are lost in proportion to men, tanks four to five times as fast (SIMULATION.md,
  /// equation 5, the default coupling); armoured ones only by the share of the fire that comes from
  /// enemies whose weapons against vehicles are not reckoned by themselves.
  func coupleVehicles(_ row: Int, lost: Int64, _ scratch: inout CombatScratch) {
    let table = setup.rules.combat
    let present = Int64(units.personnel[row])
    guard present > 0, lost > 0 else { return }
    let fire = scratch.received[row]
    let known = min(fire.strength, fire.antiTankStrength)
    for kind in VehicleClass.allCases {
      let entry = row * VehicleClass.count + Int(kind.rawValue)
      guard units.vehicles[entry] > 0 else { continue }
      let coupling =
        switch kind {
        case .tank: Int64(table[.tankCoupling])
        case .ifv, .apc: Int64(table[.carrierCoupling])
        default: Int64(table[.softCoupling])
        }
      // Parts in 10^9 of the vehicles; at most a twentieth in a minute.
      var share = min(50_000_000, lost * 1000 / present * coupling / 1000)
      if known > 0, kind == .tank || kind == .ifv || kind == .apc {
        share = share * (fire.strength - known) / fire.strength
      }
      scratch.lose(row, entry: entry, Int64(units.vehicles[entry]) * share / 1000)
    }
  }

  /// Armoured vehicles that weapons against vehicles kill (SIMULATION.md, equation 5: shooters ×
  /// shots a minute × Pk × degrade × V): tanks before carriers, which keep back, and reactive
  /// armour takes off its share.
  func killVehicles(_ row: Int, _ scratch: inout CombatScratch) {
    let kills = scratch.received[row].antiTankKills
    guard kills > 0 else { return }
    let tanks = Int64(vehicles(row, .tank))
    let weight = 2 * tanks + Int64(vehicles(row, .ifv)) + Int64(vehicles(row, .apc))
    guard weight > 0 else { return }
    let most = Int64(setup.rules.combat[.antiTankMost]) * 1000
    for kind in [VehicleClass.tank, .ifv, .apc] {
      let present = Int64(vehicles(row, kind))
      guard present > 0 else { continue }
      var share = kills * 256 * (kind == .tank ? 2 : 1) / weight
      if kind == .tank { share = share * Int64(scratch.antiTank[row].shapedChargePermille) / 1000 }
      let entry = row * VehicleClass.count + Int(kind.rawValue)
      scratch.lose(row, entry: entry, present * min(share, most))
    }
  }
}
