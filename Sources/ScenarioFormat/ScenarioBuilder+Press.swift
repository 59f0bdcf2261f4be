import Simulation
import SourceText

extension ScenarioBuilder {
  /// The press's words; what is not given is made from the sides' adjectives.
  func press() -> PressFacts {
    var facts = PressFacts()
    facts.sides = sides.map { side in
      let enemy = side.enemy < sides.count ? sides[Int(side.enemy)].adjective : "enemy"
      return PressFacts.SideWords(
        source: "\(side.adjective) sources", troops: "\(side.adjective) troops",
        enemies: "\(enemy) troops")
    }
    guard let section = source.sections["press"] else { return facts }
    let decoder = section.decoder
    let known = ["reporter", "emergency_service", "sides", "claims"]
    guard decoder.mapping(section.node, known: known, what: "press") else { return facts }
    facts.reporter = words(section.child("reporter")) ?? facts.reporter
    facts.emergencyService = words(section.child("emergency_service")) ?? facts.emergencyService
    if let node = section.child("sides") { sideWords(node, into: &facts.sides) }
    facts.claims = section.child("claims")?.items(what: "the claims").compactMap(claim) ?? []
    return facts
  }

  private func sideWords(_ node: Located, into words: inout [PressFacts.SideWords]) {
    guard node.decoder.mapping(node.node, known: sides.map(\.id), what: "the sides of the press")
    else { return }
    for (index, side) in sides.enumerated() {
      guard let item = node.child(side.id) else { continue }
      let known = ["source", "troops", "enemies"]
      guard item.decoder.mapping(item.node, known: known, what: "the words of a side") else {
        continue
      }
      words[index].source = self.words(item.child("source")) ?? words[index].source
      words[index].troops = self.words(item.child("troops")) ?? words[index].troops
      words[index].enemies = self.words(item.child("enemies")) ?? words[index].enemies
    }
  }

  private func claim(_ item: Located) -> PressFacts.Claim? {
    let known = ["side", "subject", "town", "number"]
    let required = ["side", "subject", "number"]
    guard item.decoder.mapping(item.node, known: known, required: required, what: "a claim"),
      let side = side(item.child("side"), what: "the side"),
      let subject = item.decoder.word(
        item.node["subject"], of: [("garrison", "garrison")], what: "the subject"),
      let number = item.decoder.integer(
        item.node["number"], in: Limits.civilians, what: "the number")
    else { return nil }
    return PressFacts.Claim(
      side: side, subject: subject, town: places.town(item.child("town")), number: Int32(number))
  }

  private func words(_ node: Located?) -> String? {
    node.flatMap { $0.decoder.string($0.node, what: "the words", length: 1...80) }
  }
}
