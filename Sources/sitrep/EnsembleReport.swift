import Session
import Simulation

/// How many battles went, as JSON and as text.
enum EnsembleReport {
  static func json(_ results: [RunResult], _ source: BattleSource) -> JSON {
    let runs = results.map { result -> JSON in
      [
        "seed": .unsigned(result.seed),
        "hash": .string(hexadecimalText(result.world.stateHash)),
        "outcome": BattleReport.outcome(result.world),
        "losses": BattleReport.losses(result.world),
        "civilians": BattleReport.civilians(result.world),
        "beats": BattleReport.beats(result, source),
      ]
    }
    return ["runs": .array(runs), "summary": summary(results, source)]
  }

  private static func summary(_ results: [RunResult], _ source: BattleSource) -> JSON {
    let outcomes = Outcome.Grade.allCases.map { grade -> (key: String, value: JSON) in
      (grade.key, .count(results.count { $0.world.outcome?.grade == grade }))
    }
    var quantiles: [(key: String, value: JSON)] = []
    for (index, side) in source.setup.sides.enumerated() {
      let values: [(String, [Int64])] = [
        ("score", results.compactMap { $0.world.outcome?.score[index] }),
        ("personnel_lost", results.map { lost(by: index, in: $0.world) }),
      ]
      quantiles.append(
        (side.id, .object(values.map { ($0.0, distribution($0.1)) })))
    }
    let ends = results.map { Int64($0.world.tick.rawValue) }
    quantiles.append(("ticks", distribution(ends)))
    return ["outcomes": .object(outcomes), "quantiles": .object(quantiles)]
  }

  static func lost(by side: Int, in world: World) -> Int64 {
    var men: Int64 = 0
    for row in world.setup.units.indices where world.setup.units[row].side.index == side {
      men += Int64(world.units.personnelLost[row])
    }
    return (men + 128) / 256
  }

  private static func distribution(_ values: [Int64]) -> JSON {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    func at(_ percent: Int) -> JSON { .integer(sorted[(sorted.count - 1) * percent / 100]) }
    return ["p10": at(10), "p50": at(50), "p90": at(90)]
  }

  static func text(_ results: [RunResult], _ source: BattleSource) -> String {
    var lines = ["\(source.setup.title), \(results.count) battles"]
    for grade in Outcome.Grade.allCases {
      let count = results.count { $0.world.outcome?.grade == grade }
      lines.append("  \(grade.key.replacing("_", with: " ")): \(count)")
    }
    for (index, side) in source.setup.sides.enumerated() {
      let lost = results.map { EnsembleReport.lost(by: index, in: $0.world) }.sorted()
      lines.append("  \(side.name): median loss \(lost[lost.count / 2]) men")
    }
    return lines.joined(separator: "\n")
  }
}
