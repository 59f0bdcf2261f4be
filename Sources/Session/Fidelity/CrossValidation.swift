public import Simulation

/// Five-fold cross-validation by campaign: the parameters that history calibrates are chosen anew
/// on four fifths of the campaigns and scored on the rest, so that the score is of battles that had
/// no part in the choice.
public struct CrossValidation: Sendable {
  /// The parameters, at most six, as group and key of their tables.
  public static let parameters: [(group: String, key: String)] = [
    ("combat", "losses_attacker"), ("combat", "losses_defender"), ("combat", "strength_exponent"),
    ("morale", "pressure"), ("morale", "push_speed"), ("supply", "gun_ammunition_per_hour"),
  ]
  /// How far each is moved down and up, permille of its value.
  public static let moves: [Int32] = [700, 1400]

  /// How many settings are played.
  public static let settingCount = 1 + moves.count * parameters.count

  /// The score of all battles, each played with the parameters chosen without its campaign.
  public var score: FidelityScore
  /// What was chosen in each fold: nil the tables' values, else the parameter and its new value.
  public var choices: [String]

  /// Plays every battle with every setting and chooses fold by fold.
  public init(
    _ cases: [EngagementCase], _ records: [BattleRecord], rules: Rules, firstSeed: UInt64,
    runs: Int, jobs: Int, progress: @Sendable (Int) -> Void = { _ in }
  ) {
    let settings = Self.settings(rules)
    let played = settings.indices.map { index in
      let results = Engagements.run(
        cases, rules: settings[index].rules, firstSeed: firstSeed, runs: runs, jobs: jobs)
      progress(index + 1)
      return results
    }
    let folds = Self.folds(records)
    var chosen: [EngagementResult] = played[0]
    var names: [String] = []
    for fold in 0..<5 {
      let inside = records.indices.filter { folds[$0] != fold }
      let best =
        settings.indices.min {
          Self.badness(played[$0], records, inside) < Self.badness(played[$1], records, inside)
        } ?? 0
      names.append(settings[best].name)
      for index in records.indices where folds[index] == fold {
        chosen[index] = played[best][index]
      }
    }
    score = FidelityScore(chosen, records)
    choices = names
  }

  private struct Setting {
    var name: String
    var rules: Rules
  }

  /// The tables' values, then each parameter down and up by itself.
  private static func settings(_ rules: Rules) -> [Setting] {
    var settings = [Setting(name: "as in the tables", rules: rules)]
    for (group, key) in parameters {
      for move in moves {
        guard let value = rules.value(group: group, key: key) else { continue }
        let moved = Int32(Int64(value) * Int64(move) / 1000)
        var changed = rules
        guard changed.set(group: group, key: key, to: moved) else { continue }
        settings.append(Setting(name: "\(key) \(moved)", rules: changed))
      }
    }
    return settings
  }

  /// The fold of each record: its campaign's place among all campaigns in alphabetical order, by
  /// turns.
  static func folds(_ records: [BattleRecord]) -> [Int] {
    let campaigns = Set(records.map(\.campaign)).sorted()
    return records.map { record in
      (campaigns.firstIndex(of: record.campaign) ?? 0) % 5
    }
  }

  /// What the choice makes small: the lack of area and the logarithms of the errors.
  private static func badness(
    _ results: [EngagementResult], _ records: [BattleRecord], _ rows: [Int]
  ) -> Double {
    let score = FidelityScore(rows.map { results[$0] }, rows.map { records[$0] })
    return 3 * (1 - score.area) + NaturalLogarithm.of(score.attacker.factor)
      + NaturalLogarithm.of(score.defender.factor) + 0.6 * score.advance
  }
}
