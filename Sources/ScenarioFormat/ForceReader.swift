import Simulation
import SourceText

/// Reads the order of battle: formations in each other, with their units.
///
/// A part's id is its parent's with a dot and its own word, a top formation's begins with its
/// side's.
struct ForceReader {
  static let formationKeys = [
    "id", "name", "short", "sidc", "headquarters", "defaults", "units", "formations",
  ]

  /// The builder, for places, sides and files.
  var builder: ScenarioBuilder
  /// The formations so far, parents first.
  private(set) var formations: [FormationSetup] = []
  /// The units so far.
  private(set) var units: [UnitSetup] = []
  /// Where each formation stands.
  private var formationPlaces: [String: SourcePosition] = [:]
  /// Where each unit stands.
  private var unitPlaces: [String: SourcePosition] = [:]
  /// The kinds of units by their word.
  private var types: [String: Located] = [:]
  /// What changes in single units, by their id.
  private var changes: [String: Located] = [:]
  /// The changes whose unit was found.
  private var usedChanges: Set<String> = []
  /// Arrival groups by their word; their number is the place here plus 1.
  private var arrivalGroups: [String] = []

  /// A reader.
  init(builder: ScenarioBuilder) { self.builder = builder }

  /// Reads everything.
  mutating func read() {
    types = named("unit_types", what: "unit_types")
    changes = named("changes", what: "changes")
    for (word, type) in types.sorted(by: { $0.key < $1.key }) {
      _ = type.decoder.mapping(
        type.node, known: UnitReader.typeKeys, what: "the unit type '\(word)'")
    }
    guard let section = builder.source.sections["order_of_battle"] else { return }
    let ids = builder.sides.map(\.id)
    guard section.decoder.mapping(section.node, known: ids, what: "the order of battle") else {
      return
    }
    for (index, id) in ids.enumerated() {
      guard var list = section.child(id) else { continue }
      if case .string = list.node.value {
        guard let included = builder.source.include(list) else { continue }
        guard let formations = formationList(included) else { continue }
        list = formations
      }
      for item in list.items(what: "the formations") {
        read(item, side: SideID(index), prefix: id, parent: nil, defaults: [])
      }
    }
    checkChanges()
  }

  /// The `formations` of a file of its own.
  private func formationList(_ file: Located) -> Located? {
    let known = ["format", "formations"]
    guard
      file.decoder.mapping(file.node, known: known, required: known, what: "the order of battle")
    else { return nil }
    _ = file.decoder.integer(file.node["format"], in: 1...1, what: "the format")
    return file.child("formations")
  }

  private func named(_ key: String, what: String) -> [String: Located] {
    guard let section = builder.source.sections[key] else { return [:] }
    var found: [String: Located] = [:]
    for pair in section.decoder.pairs(section.node, what: what) {
      found[pair.key] = Located(
        node: pair.value, decoder: section.decoder, folder: section.folder)
    }
    return found
  }

  private mutating func read(
    _ item: Located, side: SideID, prefix: String, parent: FormationID?, defaults: [Located]
  ) {
    let decoder = item.decoder
    let required = ["id", "name", "sidc"]
    let isMapping = decoder.mapping(
      item.node, known: Self.formationKeys, required: required, what: "a formation")
    guard isMapping, let word = decoder.identifier(item.node["id"], what: "the formation's id")
    else { return }
    let id = "\(prefix).\(word)"
    guard defaults.count < Limits.formationDepth, formations.count < Limits.formations else {
      decoder.error(
        "the formation '\(id)' is one too many", hint: "8 levels and 4000 formations are allowed",
        at: item.node)
      return
    }
    if let unit = unitPlaces[id] {
      decoder.error(
        "a unit has the id '\(id)' already", hint: "it is on line \(unit.line)",
        at: item.node["id"] ?? item.node)
    }
    if let first = formationPlaces.updateValue(item.node.position, forKey: id) {
      decoder.error(
        "two formations have the id '\(id)'", hint: "the first is on line \(first.line)",
        at: item.node["id"] ?? item.node)
      return
    }
    let name = decoder.string(item.node["name"], what: "the name", length: 1...80) ?? word
    let short = decoder.string(item.node["short"], what: "the short name", length: 1...16)
    let symbol = SymbolCode(identity: builder.sides[side.index].identity)
    let formation = FormationID(formations.count)
    formations.append(
      FormationSetup(
        id: id, name: name, shortName: short ?? String(name.prefix(16)),
        sidc: symbol.checked(item.child("sidc")) ?? symbol.unknown, side: side, parent: parent))
    let all = defaults + (checkedDefaults(item).map { [$0] } ?? [])
    readUnits(item, of: formation, defaults: all)
    formations[formation.index].headquarters = headquarters(item, id)
    for part in item.child("formations")?.items(what: "the formations") ?? [] {
      read(part, side: side, prefix: id, parent: formation, defaults: all)
    }
  }

  private func checkedDefaults(_ item: Located) -> Located? {
    guard let defaults = item.child("defaults"),
      defaults.decoder.mapping(
        defaults.node, known: UnitReader.defaultKeys, what: "the defaults of a formation")
    else { return nil }
    return defaults
  }

  private mutating func readUnits(_ item: Located, of formation: FormationID, defaults: [Located]) {
    let prefix = formations[formation.index].id
    for node in item.child("units")?.items(what: "the units") ?? [] {
      let required = ["id", "name"]
      let isMapping = node.decoder.mapping(
        node.node, known: UnitReader.keys, required: required, what: "a unit")
      guard isMapping, let word = node.decoder.identifier(node.node["id"], what: "the unit's id")
      else { continue }
      let id = "\(prefix).\(word)"
      if let formation = formationPlaces[id] {
        node.decoder.error(
          "a formation has the id '\(id)' already", hint: "it is on line \(formation.line)",
          at: node.node["id"] ?? node.node)
      }
      if let first = unitPlaces.updateValue(node.node.position, forKey: id) {
        node.decoder.error(
          "two units have the id '\(id)'", hint: "the first is on line \(first.line)",
          at: node.node["id"] ?? node.node)
        continue
      }
      var reader = UnitReader(
        id: id, node: node, builder: builder, side: formations[formation.index].side,
        formation: formation, arrivalGroups: arrivalGroups)
      reader.layers = layers(id, node, defaults)
      if reader.isAbsent { continue }
      if let unit = reader.unit(), units.count < Limits.units { units.append(unit) }
      arrivalGroups = reader.arrivalGroups
    }
  }

  /// Where a unit's keys are looked for, first things first: its change, itself, the defaults of
  /// its formations from the inside out, its type.
  private mutating func layers(_ id: String, _ node: Located, _ defaults: [Located]) -> [Located] {
    var layers: [Located] = []
    if let change = changes[id] {
      usedChanges.insert(id)
      _ = change.decoder.mapping(
        change.node, known: UnitReader.changeKeys, what: "the change of '\(id)'")
      layers.append(change)
    }
    layers.append(node)
    layers += defaults.reversed()
    guard let word = node.child("type") else { return layers }
    let choices = types.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if let type = word.decoder.word(word.node, of: choices, what: "the type") {
      layers.append(type)
    }
    return layers
  }

  private func headquarters(_ item: Located, _ id: String) -> UnitID? {
    guard let node = item.child("headquarters"),
      let word = node.decoder.identifier(node.node, what: "the headquarters")
    else { return nil }
    if let row = units.firstIndex(where: { $0.id == "\(id).\(word)" }) { return UnitID(row) }
    // A unit that is there but could not be read has been told already.
    if unitPlaces["\(id).\(word)"] != nil { return nil }
    let own = units.filter { $0.id.hasPrefix("\(id).") }.map { $0.id.dropFirst(id.count + 1) }
    node.decoder.error(
      "'\(id)' has no unit '\(word)' for its headquarters",
      hint: NearestWord.hint(for: word, among: own.map(String.init)), at: node.node)
    return nil
  }

  private func checkChanges() {
    guard let section = builder.source.sections["changes"] else { return }
    for pair in section.node.mappingPairs where !usedChanges.contains(pair.key) {
      section.decoder.error(
        "there is no unit '\(pair.key.prefix(60))' to change",
        hint: NearestWord.hint(for: pair.key, among: unitPlaces.keys.sorted()),
        at: pair.keyPosition)
    }
  }
}
