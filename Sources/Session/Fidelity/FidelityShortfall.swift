/// What a report misses of the floors and aims that were set, by how much.
struct FidelityShortfall {
  private let report: FidelityReport

  /// The shortfalls of a report.
  init(_ report: FidelityReport) { self.report = report }

  /// One figure beside its floor and aim.
  private struct Figure {
    var name: String
    var value: Double
    var floor: Double
    var aim: Double
    /// Whether more is better.
    var isGain = false

    /// How far the value stays behind a bar; 0 or less where it reaches it.
    func lack(_ bar: Double) -> Double { isGain ? bar - value : value - bar }
  }

  private var figures: [Figure] {
    let material = report.material.score
    let fresh = report.validation.score
    return [
      Figure(name: "winner", value: material.area, floor: 0.68, aim: 0.75, isGain: true),
      Figure(
        name: "winner with judged quality", value: report.judged.score.area, floor: 0.74,
        aim: 0.79, isGain: true),
      Figure(name: "attacker's loss", value: material.attacker.factor, floor: 1.95, aim: 1.75),
      Figure(name: "defender's loss", value: material.defender.factor, floor: 2.2, aim: 1.95),
      Figure(name: "advance", value: material.advance, floor: 1.15, aim: 1),
      Figure(
        name: "winner, cross-validated", value: fresh.area, floor: 0.68, aim: 0.75, isGain: true),
      Figure(
        name: "attacker's loss, cross-validated", value: fresh.attacker.factor, floor: 1.95,
        aim: 1.75),
      Figure(
        name: "defender's loss, cross-validated", value: fresh.defender.factor, floor: 2.2,
        aim: 1.95),
      Figure(name: "advance, cross-validated", value: fresh.advance, floor: 1.15, aim: 1),
      // A third to either side of 1.5 km will do (SIMULATION.md, sanity results).
      Figure(
        name: "depth of an attack on a town, km", value: 4 * report.town.advance, floor: 2,
        aim: 1.5),
    ] + exponents
  }

  /// The exponents of the law of losses, as distances from the recorded ones; within .15 will do.
  private var exponents: [Figure] {
    let results = report.material.results
    let own = EmergentLaw(results, report.records, ofAttacker: true)
    let other = EmergentLaw(results, report.records, ofAttacker: false)
    return [
      ("attacker's loss by A", own.attacker - 0.43), ("attacker's loss by D", own.defender - 0.23),
      ("defender's loss by A", other.attacker - 0.43),
      ("defender's loss by D", other.defender - 0.29),
    ].map { Figure(name: "exponent of the \($0.0)", value: abs($0.1), floor: 0.15, aim: 0.15) }
  }

  /// The section.
  var text: String {
    let below = figures.filter { $0.lack($0.floor) > 0 }
    let between = figures.filter { $0.lack($0.floor) <= 0 && $0.lack($0.aim) > 0 }
    return """
      ## What is missed
      Below the floor: \(list(below, \.floor)). Above it, short of the aim: \(list(between, \.aim)).
      Why: battles of few hours are over here before they are fought out; garrisons that cannot
      get away fall to the last man, half of them here; formations keep reserves out of the
      fight at every level, while all battalions of these are in it but one in three;
      strengths and losses are recorded with errors of 10-15 %. The scores on all battles are of
      tables fitted to them; the
      cross-validated ones are not.

      """
  }

  private func list(_ figures: [Figure], _ bar: KeyPath<Figure, Double>) -> String {
    guard !figures.isEmpty else { return "nothing" }
    return figures.map { "\($0.name) by \(report.n($0.lack($0[keyPath: bar])))" }
      .joined(separator: ", ")
  }
}
