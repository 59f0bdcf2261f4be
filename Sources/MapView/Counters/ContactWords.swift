import Simulation

/// What is known of a contact in a few words: "~10 tanks, 20 min ago".
enum ContactWords {
  /// The name, where it is known, comes before a band only where there is room for it.
  static func summary(_ contact: Contact, age: Int32, named: Bool = true) -> String {
    var parts: [String] = []
    let hasBand = [contact.vehicleBand, contact.personnelBand].contains {
      ($0?.upperBound ?? 0) > 0
    }
    if !contact.name.isEmpty && (named || !hasBand) { parts.append(contact.name) }
    if let band = contact.vehicleBand, band.upperBound > 0 {
      parts.append("\(about(band)) \(vehicles(band.upperBound, areTanks: contact.arm == .armor))")
    } else if let band = contact.personnelBand, band.upperBound > 0 {
      parts.append("\(about(band)) \(men(band.upperBound))")
    }
    if parts.isEmpty { parts.append(contact.arm.map(word) ?? "?") }
    if !contact.isInSight { parts.append(ago(age)) }
    return parts.joined(separator: ", ")
  }

  /// A stack of contacts as one: the bands added up.
  static func summary(of contacts: [Contact], now: Tick) -> String {
    var (men, vehicles): ((Int32, Int32), (Int32, Int32)) = ((0, 0), (0, 0))
    var latest: Int32?
    for contact in contacts {
      if let band = contact.personnelBand {
        men = (men.0 + band.lowerBound, men.1 + band.upperBound)
      }
      if let band = contact.vehicleBand {
        vehicles = (vehicles.0 + band.lowerBound, vehicles.1 + band.upperBound)
      }
      let age = contact.isInSight ? 0 : max(0, now - contact.lastSeen)
      latest = min(latest ?? age, age)
    }
    var parts: [String] = []
    if men.1 > 0 { parts.append("\(span(men.0...max(men.0, men.1))) \(self.men(men.1))") }
    if vehicles.1 > 0 {
      let areTanks = contacts.allSatisfy { $0.arm == .armor }
      let word = self.vehicles(vehicles.1, areTanks: areTanks)
      parts.append("\(span(vehicles.0...max(vehicles.0, vehicles.1))) \(word)")
    }
    if let latest, latest > 0 { parts.append("seen \(ago(latest))") }
    return parts.joined(separator: ", ")
  }

  /// "20 min ago", "5 h ago", "2 days ago".
  static func ago(_ minutes: Int32) -> String {
    if minutes < 90 { return "\(max(1, minutes)) min ago" }
    if minutes < 36 * 60 { return "\((minutes + 30) / 60) h ago" }
    return "\((minutes + 720) / 1440) days ago"
  }

  private static func men(_ count: Int32) -> String { count == 1 ? "man" : "men" }

  private static func vehicles(_ count: Int32, areTanks: Bool) -> String {
    (areTanks ? "tank" : "vehicle") + (count == 1 ? "" : "s")
  }

  /// "~10" for a band around it.
  private static func about(_ band: ClosedRange<Int32>) -> String {
    if band.lowerBound == band.upperBound { return grouped(Int(band.lowerBound)) }
    let middle = (Int(band.lowerBound) + Int(band.upperBound)) / 2
    return "~" + grouped(middle >= 100 ? (middle + 25) / 50 * 50 : middle)
  }

  private static func span(_ band: ClosedRange<Int32>) -> String {
    band.lowerBound == band.upperBound
      ? grouped(Int(band.lowerBound))
      : "\(grouped(Int(band.lowerBound)))–\(grouped(Int(band.upperBound)))"
  }

  /// 2200 as "2 200".
  static func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return "\(number)" }
    let rest = "\(number % 1000)"
    return "\(grouped(number / 1000)) " + String(repeating: "0", count: 3 - rest.count) + rest
  }

  private static func word(_ arm: Arm) -> String {
    switch arm {
    case .artillery, .mortar: "guns"
    case .rocketArtillery: "rockets"
    case .antiTank: "anti-tank"
    case .airDefence: "air defence"
    case .headquarters: "HQ"
    case .attackHelicopter, .transportHelicopter: "helicopters"
    case .attackAircraft: "aircraft"
    case .airAssault: "air assault"
    default: arm.key
    }
  }
}
