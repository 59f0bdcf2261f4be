import Simulation
import SourceText

extension ScenarioBuilder {
  private static let sideKeys = [
    "id", "name", "adjective", "identity", "color", "rules_of_engagement", "release", "capital",
    "enemy", "briefing",
  ]

  /// The sides of the scenario.
  func readSides() -> [SideSetup] {
    guard let section = source.sections["sides"] else { return [] }
    let items = section.items(what: "the sides")
    guard Limits.sides.contains(items.count) else {
      if case .sequence = section.node.value {
        section.decoder.error(
          "there are \(items.count) sides", hint: "1 to 7 are allowed", at: section.node)
      }
      return []
    }
    var ids: [String] = []
    for item in items {
      guard let id = item.decoder.identifier(item.node["id"], what: "the side's id") else {
        ids.append("")
        continue
      }
      if ids.contains(id) {
        item.decoder.error("two sides have the id '\(id)'", hint: "rename one", at: item.node)
      }
      ids.append(id)
    }
    return items.enumerated().map { index, item in side(item, id: ids[index], all: ids) }
  }

  /// What each side is told before the battle, by side index.
  func briefings() -> [String] {
    guard let section = source.sections["sides"], case .sequence(let items) = section.node.value
    else { return [] }
    return items.map { section.decoder.string($0["briefing"], what: "the briefing") ?? "" }
  }

  private func side(_ item: Located, id: String, all: [String]) -> SideSetup {
    let decoder = item.decoder
    let required = ["id", "name", "adjective", "identity", "color"]
    _ = decoder.mapping(item.node, known: Self.sideKeys, required: required, what: "a side")
    let name = decoder.string(item.node["name"], what: "the side's name", length: 1...60)
    let adjective = decoder.string(item.node["adjective"], what: "the adjective", length: 1...60)
    let identity = decoder.integer(item.node["identity"], in: 0...6, what: "the identity")
    let conducts = RulesOfEngagement.allCases.map { ($0.key, $0) }
    let conduct = decoder.word(
      item.node["rules_of_engagement"], of: conducts, what: "the rules of engagement")
    let enemies = all.enumerated().filter { $0.element != id && !$0.element.isEmpty }
      .map { ($0.element, UInt8($0.offset)) }
    let enemy = decoder.word(item.node["enemy"], of: enemies, what: "the enemy")
    // 255 is no identity, so that the codes of its units are not held against a wrong one.
    return SideSetup(
      id: id, name: name ?? id, adjective: adjective ?? id,
      identity: UInt8(identity ?? 255), color: color(item.child("color")) ?? "#808080",
      rulesOfEngagement: conduct ?? .free,
      releaseBand: decoder.times(item.node["release"], what: "the release"),
      capital: places.town(item.child("capital"), what: "the capital"),
      enemy: enemy ?? (enemies.count == 1 ? enemies[0].1 : 255))
  }

  private func color(_ node: Located?) -> String? {
    guard let node else { return nil }
    if case .string(let text) = node.node.value, text.utf8.count == 7, text.hasPrefix("#"),
      text.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit })
    {
      return text
    }
    node.decoder.error(
      "the color is \(node.node.kindForPeople)", hint: "write it in quotes as '#3D6FB4'",
      at: node.node)
    return nil
  }
}
