import Simulation
import SourceText

extension TableFile {
  /// The rows of `conduct.yaml`.
  static func conducts(_ root: SourceNode, _ decoder: SourceDecoder) -> [ConductPreset] {
    let known = ["format", "conducts"]
    guard decoder.mapping(root, known: known, required: known, what: "the table") else { return [] }
    _ = decoder.integer(root["format"], in: 1...1, what: "the format")
    var rows: [ConductPreset] = []
    var places: [String: SourcePosition] = [:]
    for item in decoder.sequence(root["conducts"], what: "the conducts") {
      guard let row = conductRow(item, decoder) else { continue }
      if let first = places.updateValue(item.position, forKey: row.id) {
        decoder.error(
          "the conduct '\(row.id)' stands twice", hint: "the first is on line \(first.line)",
          at: item["id"] ?? item)
      } else if rows.count < Limits.conducts.upperBound {
        rows.append(row)
      }
    }
    if rows.isEmpty, let list = root["conducts"] {
      decoder.error(
        "the table names no conduct", hint: "the first is how every unit starts", at: list)
    }
    return rows
  }

  private static func conductRow(_ item: SourceNode, _ decoder: SourceDecoder) -> ConductPreset? {
    let keys = ["id", "name", "rules", "fire", "ground", "consequence"]
    guard decoder.mapping(item, known: keys, required: keys, what: "the conduct") else {
      return nil
    }
    let rules = RulesOfEngagement.allCases.map { ($0.key, $0) }
    let fire = FireSupport.allCases.map { ($0.key, $0) }
    let ground = GiveGround.allCases.map { ($0.key, $0) }
    guard let id = decoder.identifier(item["id"], what: "the id"),
      let name = decoder.string(item["name"], what: "the name", length: 1...80),
      let consequence = decoder.string(
        item["consequence"], what: "the consequence", length: 1...200),
      let own = decoder.word(item["rules"], of: rules, what: "the rules"),
      let support = decoder.word(item["fire"], of: fire, what: "the fire support"),
      let give = decoder.word(item["ground"], of: ground, what: "the giving of ground")
    else { return nil }
    return ConductPreset(
      id: id, name: name, consequence: consequence,
      conduct: Conduct(rules: own, fireSupport: support, giveGround: give))
  }
}
