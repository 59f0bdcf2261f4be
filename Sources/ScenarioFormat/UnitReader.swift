import Simulation
import SourceText

/// Reads one unit from its layers: a key is taken from the first layer that has it.
struct UnitReader {
  /// What a formation may set for all of its units.
  static let defaultKeys = [
    "strength", "quality", "night_gear", "arrival", "arrival_group", "entrenchment", "posture",
    "start", "hidden",
  ]
  /// What a kind of unit may say.
  static let typeKeys =
    ["sidc", "arm", "personnel", "vehicles", "sorties_per_day"] + defaultKeys
  /// What a unit may say.
  static let keys = ["id", "name", "short", "type"] + typeKeys
  /// What a change may say.
  static let changeKeys = ["absent", "name", "short"] + typeKeys

  /// The full id.
  let id: String
  /// The unit's own text.
  let node: Located
  /// For places, sides and equipment.
  let builder: ScenarioBuilder
  /// Its side.
  let side: SideID
  /// Its formation.
  let formation: FormationID
  /// Arrival groups by their word.
  var arrivalGroups: [String]
  /// Where keys are looked for.
  var layers: [Located] = []

  /// A reader; `layers` is to be set.
  init(
    id: String, node: Located, builder: ScenarioBuilder, side: SideID, formation: FormationID,
    arrivalGroups: [String]
  ) {
    self.id = id
    self.node = node
    self.builder = builder
    self.side = side
    self.formation = formation
    self.arrivalGroups = arrivalGroups
  }

  /// Whether a change takes the unit out.
  var isAbsent: Bool {
    guard let absent = find("absent") else { return false }
    return absent.decoder.bool(absent.node, what: "absent") ?? false
  }

  /// The unit; nil where something that it cannot do without is wrong.
  mutating func unit() -> UnitSetup? {
    let who = "the unit '\(id)'"
    let name = find("name").flatMap { $0.decoder.string($0.node, what: "name", length: 1...80) }
    let short = find("short").flatMap { $0.decoder.string($0.node, what: "short", length: 1...16) }
    let arms = Arm.allCases.map { ($0.key, $0) }
    let arm = required("arm").flatMap { $0.decoder.word($0.node, of: arms, what: "the arm") }
    let personnel = required("personnel").flatMap {
      $0.decoder.integer($0.node, in: Limits.personnel, what: "personnel")
    }
    let code = symbol()
    let start = builder.places.openHex(required("start"), who: who)
    let strength = band("strength", in: Limits.strengthPercent) ?? 100...100
    let (arrival, group) = arrival()
    let gear = word("night_gear", of: Self.nightGear) ?? 0
    let postures = Posture.allCases.map { ($0.key, $0) }
    let posture = word("posture", of: postures) ?? .holding
    let hidden = find("hidden").flatMap { $0.decoder.bool($0.node, what: "hidden") } ?? false
    let quality = band("quality", in: Limits.quality) ?? 0...0
    let entrenchment = UInt8(number("entrenchment", in: Limits.entrenchment) ?? 0)
    let sorties = Int32(number("sorties_per_day", in: Limits.sorties) ?? 0)
    let vehicles = vehicles()
    // Everything has been read, so that everything wrong has been told.
    guard let arm, let personnel, let start, let code else { return nil }
    return UnitSetup(
      id: id, name: name ?? id, shortName: short ?? String((name ?? id).prefix(16)), sidc: code,
      side: side, formation: formation, arm: arm, personnel: Int32(personnel),
      strengthBand: (strength.lowerBound * 10)...(strength.upperBound * 10), vehicles: vehicles,
      qualityBand: quality, nightGear: gear, start: start, arrivalBand: arrival,
      arrivalGroup: group, entrenchment: entrenchment, isHidden: hidden, posture: posture,
      sortiesPerDay: sorties)
  }

  private static let nightGear: [(String, UInt8)] = [
    ("none", 0), ("some", 1), ("image_intensifiers", 2), ("thermal", 3),
  ]

  private func find(_ key: String) -> Located? {
    for layer in layers {
      if let found = layer.child(key) { return found }
    }
    return nil
  }

  private func required(_ key: String) -> Located? {
    if let found = find(key) { return found }
    // Where the type is not known, what it would have given is not missing.
    if node.node["type"] == nil || layers.count > 1 {
      let remedy = key == "start" ? "add 'start: [lon, lat]'" : "add '\(key): …' or a type with it"
      node.decoder.error("the unit '\(id)' lacks the key '\(key)'", hint: remedy, at: node.node)
    }
    return nil
  }

  private func band(_ key: String, in range: ClosedRange<Int64>) -> ClosedRange<Int32>? {
    find(key).flatMap { $0.decoder.band($0.node, in: range, what: key) }
  }

  private func number(_ key: String, in range: ClosedRange<Int64>) -> Int64? {
    find(key).flatMap { $0.decoder.integer($0.node, in: range, what: key) }
  }

  private func word<Value>(_ key: String, of words: [(String, Value)]) -> Value? {
    find(key).flatMap { $0.decoder.word($0.node, of: words, what: key) }
  }

  /// A type's code takes the identity of the unit's side; a unit's own must have it.
  private func symbol() -> String? {
    let symbol = SymbolCode(identity: builder.sides[side.index].identity)
    guard let found = required("sidc") else { return nil }
    let isOwn = node.node["sidc"] != nil || layers.first?.node["sidc"] != nil
    return isOwn ? symbol.checked(found) : symbol.adapted(found)
  }

  private mutating func arrival() -> (ClosedRange<Int32>?, Int32) {
    let band = find("arrival").flatMap { found -> ClosedRange<Int32>? in
      // `arrival: ~` takes back a formation's default.
      found.node.value == .null ? nil : found.decoder.times(found.node, what: "the arrival")
    }
    guard band != nil, let found = find("arrival_group"),
      let word = found.decoder.identifier(found.node, what: "the arrival group")
    else { return (band, 0) }
    if let known = arrivalGroups.firstIndex(of: word) { return (band, Int32(known + 1)) }
    arrivalGroups.append(word)
    return (band, Int32(arrivalGroups.count))
  }

  private func vehicles() -> [VehicleHolding] {
    guard let found = find("vehicles") else { return [] }
    let equipment = builder.rules.equipment
    var holdings: [VehicleHolding] = []
    for pair in found.decoder.pairs(found.node, what: "vehicles") {
      guard let row = equipment.firstIndex(where: { $0.id == pair.key }) else {
        found.decoder.error(
          "the equipment '\(pair.key.prefix(60))' is not known",
          hint: NearestWord.hint(for: pair.key, among: equipment.map(\.id)), at: pair.keyPosition)
        continue
      }
      guard let count = found.decoder.integer(pair.value, in: Limits.vehicles, what: "the count")
      else { continue }
      let vehicleClass = equipment[row].vehicleClass
      if let other = holdings.first(where: {
        equipment[Int($0.equipment)].vehicleClass == vehicleClass
      }) {
        found.decoder.error(
          "'\(pair.key)' is of the class \(vehicleClass.key), as "
            + "'\(equipment[Int(other.equipment)].id)' is",
          hint: "a unit may have one kind of each class", at: pair.keyPosition)
        continue
      }
      holdings.append(VehicleHolding(equipment: Int16(row), count: Int32(count)))
    }
    return holdings
  }
}
