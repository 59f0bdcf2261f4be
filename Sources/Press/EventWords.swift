public import Simulation

/// The facts of an event in words, for sentences that know everything.
public enum EventWords {
  /// Who, where and how much, by the names that sentences use.
  public static func facts(of event: Event, _ setup: BattleSetup) -> [String: String] {
    var facts: [String: String] = ["time": setup.clock.timeOfDayText(at: event.tick)]
    if let actor = event.side, actor.index < setup.sides.count {
      facts["actor"] = setup.sides[actor.index].adjective
      facts["side"] = setup.sides[actor.index].name
      let enemy = Int(setup.sides[actor.index].enemy)
      if enemy < setup.sides.count {
        facts["victim"] = setup.sides[enemy].adjective
        facts["other"] = setup.sides[enemy].name
      }
    }
    if let place = PlaceWords(event.hex, setup.terrain) {
      facts["place"] = place.place
      facts["at"] = place.at
      facts["town"] = setup.terrain.towns[place.town.index].name
    }
    facts["unit"] = event.unit.map { name($0, setup) }
    facts["unit2"] = event.other.map { name($0, setup) }
    let amount = Int64(event.amount)
    facts["count"] = Phrase.number(amount)
    facts["people"] = Phrase.count(amount, "person", "people")
    facts["men"] = Phrase.count(amount, "man", "men")
    facts["count2"] = Phrase.number(Int64(event.detail))
    if event.kind == .vehicleLosses, let kind = VehicleClass(rawValue: UInt8(event.detail)) {
      facts["vehicles"] = count(amount, of: kind)
    }
    if event.kind == .civiliansHurt {
      facts["people"] = Phrase.toll(hurt: amount, dead: Int64(event.detail))
    }
    return facts
  }

  /// A unit with its side: `the Azeri 2nd Tank Battalion`.
  private static func name(_ unit: UnitID, _ setup: BattleSetup) -> String {
    let facts = setup.units[unit.row]
    if facts.arm == .leader { return facts.name }
    let adjective = setup.sides[facts.side.index].adjective
    let name =
      facts.name.hasPrefix(adjective + " ")
      ? String(facts.name.dropFirst(adjective.count + 1)) : facts.name
    return "the \(adjective) \(name)"
  }

  /// Vehicles of a class, counted: `three tanks`.
  public static func count(_ amount: Int64, of kind: VehicleClass) -> String {
    let (one, many) = names(of: kind)
    return Phrase.count(amount, one, many)
  }

  /// Whether a class is one of vehicles; the rest are weapons that men or lorries bring along.
  static func isVehicle(_ kind: VehicleClass) -> Bool {
    switch kind {
    case .tank, .ifv, .apc, .rocketLauncher, .airDefence, .truck: true
    case .gun, .antiTank, .helicopter, .aircraft: false
    }
  }

  /// Whether a loss is one of vehicles.
  static func isOfVehicles(_ event: Event) -> Bool {
    event.kind == .vehicleLosses
      && UInt8(exactly: event.detail).flatMap { VehicleClass(rawValue: $0) }.map(isVehicle) ?? true
  }

  /// One and many of a class of vehicles.
  public static func names(of kind: VehicleClass) -> (one: String, many: String) {
    switch kind {
    case .tank: ("tank", "tanks")
    case .ifv: ("infantry fighting vehicle", "infantry fighting vehicles")
    case .apc: ("troop carrier", "troop carriers")
    case .gun: ("gun", "guns")
    case .rocketLauncher: ("rocket launcher", "rocket launchers")
    case .antiTank: ("anti-tank weapon", "anti-tank weapons")
    case .airDefence: ("air-defence weapon", "air-defence weapons")
    case .helicopter: ("helicopter", "helicopters")
    case .aircraft: ("aircraft", "aircraft")
    case .truck: ("lorry", "lorries")
    }
  }
}
