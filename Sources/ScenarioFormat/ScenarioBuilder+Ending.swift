import Simulation
import SourceText

extension ScenarioBuilder {
  /// The objectives. One without a quarter stands for every quarter of its town.
  func objectives() -> [ObjectiveSetup] {
    guard let section = source.sections["objectives"] else { return [] }
    var found: [ObjectiveSetup] = []
    var places: [QuarterID: SourcePosition] = [:]
    for item in section.items(what: "the objectives") {
      let known = ["town", "quarter", "per_hour", "at_end"]
      guard item.decoder.mapping(item.node, known: known, required: ["town"], what: "an objective")
      else { continue }
      let perHour = bySide(item.child("per_hour"), in: Limits.points, what: "per_hour")
      let atEnd = bySide(item.child("at_end"), in: Limits.points, what: "at_end")
      guard let town = self.places.town(item.child("town")) else { continue }
      var quarters = ground.terrain.towns[town.index].quarters.map { QuarterID($0) }
      if let word = item.child("quarter") {
        guard let quarter = self.places.quarter(word, of: town) else { continue }
        quarters = [quarter]
      }
      for quarter in quarters {
        if let first = places.updateValue(item.node.position, forKey: quarter) {
          item.decoder.error(
            "the quarter '\(ground.terrain.quarters[quarter.index].id)' has two values",
            hint: "the first is on line \(first.line)", at: item.node)
          break
        }
        found.append(
          ObjectiveSetup(quarter: quarter, pointsPerHour: perHour, pointsAtEnd: atEnd))
      }
    }
    guard found.count <= Limits.objectives else {
      section.decoder.error(
        "there are \(found.count) objectives", hint: "\(Limits.objectives) are allowed",
        at: section.node)
      return []
    }
    return found
  }

  /// The end of the battle.
  func ceaseFire() -> CeaseFireSetup? {
    guard let section = source.sections["cease_fire"] else { return nil }
    let decoder = section.decoder
    let known = ["between", "holder", "town", "grades"]
    let required = ["between", "holder"]
    guard decoder.mapping(section.node, known: known, required: required, what: "cease_fire")
    else { return nil }
    let band = decoder.times(section.node["between"], what: "the cease-fire")
    let holder = side(section.child("holder"), what: "the holder")
    let town = places.town(section.child("town"))
    guard let band, let holder, !decoder.isTooEarly(band, at: section.node) else { return nil }
    var ceaseFire = CeaseFireSetup(band: band, holder: holder, town: town)
    grades(section.child("grades"), into: &ceaseFire)
    ceaseFire.costs = costs()
    return ceaseFire
  }

  /// People by town: those of the map, or as the scenario says.
  func civilians() -> [Int32] {
    var people = ground.terrain.towns.map(\.population)
    guard let section = source.sections["civilians"] else { return people }
    let decoder = section.decoder
    let ids = ground.terrain.towns.map(\.id)
    for pair in decoder.pairs(section.node, what: "civilians") {
      guard let town = ids.firstIndex(of: pair.key) else {
        decoder.error(
          "the town '\(pair.key.prefix(60))' is not known",
          hint: NearestWord.hint(for: pair.key, among: ids), at: pair.keyPosition)
        continue
      }
      if let count = decoder.integer(pair.value, in: Limits.civilians, what: "the people") {
        people[town] = Int32(count)
      }
    }
    return people
  }

  private func grades(_ node: Located?, into ceaseFire: inout CeaseFireSetup) {
    guard let node else { return }
    let keys = ["hold_decisive", "hold_marginal", "take_marginal", "take_decisive"]
    guard node.decoder.mapping(node.node, known: keys, required: keys, what: "grades") else {
      return
    }
    let shares = keys.compactMap { key in
      node.decoder.integer(node.node[key], in: Limits.gradePercent, what: key).map { Int32($0) }
    }
    guard shares.count == keys.count else { return }
    guard zip(shares, shares.dropFirst()).allSatisfy({ $0 >= $1 }) else {
      node.decoder.error("the grades must fall", hint: "as 70, 55, 45, 30", at: node.node)
      return
    }
    ceaseFire.holdDecisive = shares[0] * 10
    ceaseFire.holdMarginal = shares[1] * 10
    ceaseFire.takeMarginal = shares[2] * 10
    ceaseFire.takeDecisive = shares[3] * 10
  }

  private func costs() -> PoliticalCosts {
    guard let section = source.sections["political_costs"] else { return PoliticalCosts() }
    let keys = [
      "civilian_killed", "capital_struck", "truce_broken", "neutral_struck", "early_release",
    ]
    _ = section.decoder.mapping(section.node, known: keys, what: "political_costs")
    let values = keys.map { key in
      section.decoder.integer(section.node[key], in: Limits.points, what: key)
        .map { Int32($0) } ?? 0
    }
    return PoliticalCosts(
      perCivilianKilled: values[0], capitalStruck: values[1], truceBroken: values[2],
      neutralStruck: values[3], earlyRelease: values[4])
  }
}

extension SourceDecoder {
  /// Whether a battle would end before it begins; noted if so.
  fileprivate func isTooEarly(_ band: ClosedRange<Int32>, at node: SourceNode) -> Bool {
    guard band.lowerBound < 1 else { return false }
    error("the cease-fire may come at the start", hint: "let it come later", at: node)
    return true
  }
}
