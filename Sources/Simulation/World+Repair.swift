extension World {
  /// Takes vehicles that a unit has just lost into account: a share of those knocked out can be
  /// recovered and stays with it as damaged, the rest is lost.
  ///
  /// - Parameters:
  ///   - entry: the unit's cell in the columns of vehicles
  ///   - gone: vehicles taken off those present, Q8
  mutating func strike(_ entry: Int, _ gone: Int32) {
    let row = entry / VehicleClass.count
    // Airframes fall out of the sky, and who flees tows nothing.
    guard units.status[row] == .active, !units.roster.arm[row].isAircraft else {
      units.vehiclesLost[entry] += gone
      return
    }
    let share = Int64(setup.rules.supply[.damagedPermille])
    let damaged = Int32(Int64(gone) * share / 1000)
    units.vehiclesDamaged[entry] += damaged
    units.vehiclesLost[entry] += gone - damaged
  }

  /// A beaten unit leaves its damaged vehicles where they stand.
  mutating func leaveDamaged(_ row: Int) {
    for entry in row * VehicleClass.count..<(row + 1) * VehicleClass.count {
      units.vehiclesLost[entry] += units.vehiclesDamaged[entry]
      units.vehiclesDamaged[entry] = 0
    }
  }

  /// An hour of workshops, in camp and on a line of supply: some of the damaged vehicles drive
  /// again.
  mutating func repair(_ row: Int) {
    let share = Int64(setup.rules.supply[.repairPermille])
    for entry in row * VehicleClass.count..<(row + 1) * VehicleClass.count
    where units.vehiclesDamaged[entry] > 0 {
      let part = Int32(Int64(units.vehiclesDamaged[entry]) * share / 1000)
      let back = min(units.vehiclesDamaged[entry], max(1, part))
      units.vehiclesDamaged[entry] -= back
      units.vehicles[entry] += back
    }
  }

  /// A kilometre's wear: some vehicles break down, tracked ones sooner, more off the road.
  mutating func wear(_ row: Int, onRoad: Bool) {
    let table = setup.rules.movement
    for kind in VehicleClass.allCases {
      let entry = row * VehicleClass.count + Int(kind.rawValue)
      guard units.vehicles[entry] > 0 else { continue }
      var rate: Int64 =
        switch kind {
        case .tank, .ifv, .apc: Int64(table[.breakdownTracked])
        case .gun, .rocketLauncher, .antiTank, .airDefence, .truck: Int64(table[.breakdownWheeled])
        case .helicopter, .aircraft: 0
        }
      if !onRoad { rate = rate * Int64(table[.breakdownCountry]) / 1000 }
      let key = row * 16 + Int(kind.rawValue)
      let down = min(
        units.vehicles[entry], rounded(Int64(units.vehicles[entry]) * rate, .breakdown, key))
      units.vehicles[entry] -= down
      units.vehiclesDamaged[entry] += down
    }
  }
}
