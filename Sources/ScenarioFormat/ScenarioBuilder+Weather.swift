import Simulation
import SourceText

extension ScenarioBuilder {
  /// The spells of weather; none where the scenario says nothing: dry and clear.
  func weather() -> [WeatherSpell] {
    guard let section = source.sections["weather"] else { return [] }
    var spells: [WeatherSpell] = []
    for item in section.items(what: "the weather") {
      let known = ["from", "wet", "visibility_meters"]
      guard item.decoder.mapping(item.node, known: known, required: ["from"], what: "a spell")
      else { continue }
      let wet = item.node["wet"].flatMap { item.decoder.bool($0, what: "wet") } ?? false
      let meters = item.node["visibility_meters"].flatMap {
        item.decoder.integer($0, in: Limits.visibilityMeters, what: "the visibility")
      }
      guard let from = item.decoder.time(item.node["from"], what: "the spell's start") else {
        continue
      }
      if let last = spells.last, last.from.rawValue >= from {
        item.decoder.error(
          "this spell begins no later than the one before it",
          hint: "write the spells in order of time", at: item.node["from"] ?? item.node)
      }
      spells.append(
        WeatherSpell(
          from: Tick(rawValue: from), isWet: wet,
          visibilityMeters: meters.map { Int32($0) } ?? WeatherSpell.clear))
    }
    guard spells.count <= Limits.weatherSpells else {
      section.decoder.error(
        "there are \(spells.count) spells of weather",
        hint: "\(Limits.weatherSpells) are allowed", at: section.node)
      return []
    }
    return spells
  }
}
