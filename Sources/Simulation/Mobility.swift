/// How a unit gets about.
enum Mobility: UInt8, CaseIterable, Sendable {
  /// On its feet.
  case foot
  /// On tracks or in armoured wheeled vehicles.
  case tracked
  /// In lorries and cars.
  case wheeled
}

/// How a path is made and walked.
enum MarchMode: UInt8, CaseIterable, Sendable {
  /// In column, by road where there is one.
  case column
  /// Deployed, across country; a road only takes the ground's hindrance away.
  case deployed

  /// How a unit walks its path in a posture.
  init(_ posture: Posture) {
    switch posture {
    case .advancing, .attacking, .holding, .diggingIn, .firing, .reforming: self = .deployed
    case .column, .withdrawing, .camped, .fleeing: self = .column
    }
  }
}

extension World {
  /// How a unit gets about now.
  func mobility(_ row: Int) -> Mobility {
    let base = row * VehicleClass.count
    func whole(_ kind: VehicleClass) -> Int32 { units.vehicles[base + Int(kind.rawValue)] / 256 }
    return Mobility.of(
      arm: units.roster.arm[row], men: units.personnel[row] / 256, rules: setup.rules,
      vehicles: whole)
  }
}

extension Mobility {
  /// How a unit of an arm with so many men and vehicles gets about.
  static func of(
    arm: Arm, men: Int32, rules: Rules, vehicles: (VehicleClass) -> Int32
  ) -> Mobility {
    switch arm {
    case .leader, .press, .headquarters, .supply, .attackHelicopter, .transportHelicopter,
      .attackAircraft:
      return .wheeled
    case .partisans: return .foot
    case .armor, .mechanized, .infantry, .reconnaissance, .artillery, .rocketArtillery, .mortar,
      .antiTank, .airDefence, .engineer, .airAssault, .police, .militia:
      break
    }
    let armoured = vehicles(.tank) + vehicles(.ifv) + vehicles(.apc)
    let heavy = vehicles(.gun) + vehicles(.rocketLauncher) + vehicles(.airDefence)
    let trucks = vehicles(.truck)
    let seats = Int64(armoured + trucks + heavy) * Int64(rules.movement[.menPerVehicle])
    // Crews of guns and tanks ride with them; riflemen need lorries or carriers for their number.
    switch arm {
    case .infantry, .police, .militia, .airAssault, .reconnaissance, .engineer, .mortar, .antiTank:
      guard armoured + trucks > 0, seats >= Int64(men) else { return .foot }
    default: guard armoured + trucks + heavy > 0 else { return .foot }
    }
    return armoured > trucks || heavy > trucks ? .tracked : .wheeled
  }
}
