import Simulation

/// What a staff makes of the forces on the map, in men-equivalents (SIMULATION.md: 50 a tank).
struct Estimate {
  /// The armed enemies known, none of them stale.
  let contacts: [Contact]
  private let tick: Tick

  /// Contacts older than this are not counted any more.
  static let staleMinutes: Int32 = 360

  init(_ picture: Picture) {
    contacts = picture.contacts.filter {
      picture.tick - $0.lastSeen <= Self.staleMinutes && Self.bearsArms($0)
    }
    tick = picture.tick
  }

  /// Reporters and politicians are no enemy to anyone.
  private static func bearsArms(_ contact: Contact) -> Bool {
    contact.arm != .press && contact.arm != .leader
  }

  /// The contacts within some hexes of a place, nearest first.
  func enemies(near place: Int32, within hexes: Int, _ grid: HexGrid) -> [Contact] {
    contacts.filter { grid.distance(Int($0.hex), Int(place)) <= hexes }
      .sorted {
        let a = grid.distance(Int($0.hex), Int(place))
        let b = grid.distance(Int($1.hex), Int(place))
        return (a, $0.id) < (b, $1.id)
      }
  }

  /// The known enemy's strength within some hexes of a place.
  func enemyPower(near place: Int32, within hexes: Int, _ grid: HexGrid) -> Int64 {
    contacts.reduce(0) { sum, contact in
      grid.distance(Int(contact.hex), Int(place)) <= hexes ? sum + Self.power(contact) : sum
    }
  }

  /// The strength of those seen lately within some hexes of a place.
  func enemyPower(
    near place: Int32, within hexes: Int, _ grid: HexGrid, notOlderThan minutes: Int32
  ) -> Int64 {
    contacts.reduce(0) { sum, contact in
      tick - contact.lastSeen <= minutes && contact.arm != .partisans
        && grid.distance(Int(contact.hex), Int(place)) <= hexes
        ? sum + Self.power(contact) : sum
    }
  }

  /// An own unit's strength, less what it is shaken.
  static func power(_ unit: UnitReport) -> Int64 {
    let tanks = Int64(unit.vehicles[Int(VehicleClass.tank.rawValue)])
    let carriers = Int64(unit.vehicles[Int(VehicleClass.ifv.rawValue)])
    let men = Int64(unit.personnel)
    return (men + 50 * tanks + 20 * carriers) * Int64(unit.cohesion) / 1000
  }

  /// A contact's strength; what is not known is taken for a usual unit of its arm.
  static func power(_ contact: Contact) -> Int64 {
    let men: Int64
    if let band = contact.personnelBand {
      men = Int64(band.lowerBound + band.upperBound) / 2
    } else {
      men = usualMen(contact.arm)
    }
    guard let band = contact.vehicleBand else { return men }
    return men + 40 * Int64(band.lowerBound + band.upperBound) / 2
  }

  private static func usualMen(_ arm: Arm?) -> Int64 {
    switch arm {
    case .armor: 800
    case .mechanized, .infantry, .airAssault: 400
    case .headquarters, .supply: 40
    case .artillery, .rocketArtillery, .mortar, .antiTank, .airDefence: 120
    case .partisans: 25
    default: 150
    }
  }
}
