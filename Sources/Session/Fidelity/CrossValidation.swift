public import Simulation

/// Five-fold cross-validation by campaign: six parameters are chosen on four fifths of the
/// campaigns, from the ranges that were thought likely beforehand, and scored on the rest, so that
/// the score is of battles that had no part in the choice.
///
/// Every battle is played once with every setting; the folds choose among the same plays.
public struct CrossValidation: Sendable {
  /// A parameter that is chosen, and the range it is chosen from.
  public struct Parameter: Sendable {
    /// The table's group.
    public var group: String
    /// Its key in the group.
    public var key: String
    /// The range thought likely beforehand, in the table's unit.
    public var range: ClosedRange<Int32>
  }

  /// The parameters: six. The ranges are those of the prototype of the same equations, not of what
  /// the tables hold: losses from the rate of a formation by the day (.02) to that of a battalion
  /// in full contact (150 ppm a minute), the exponents of aimed fire from a formation's to a hex's.
  public static let parameters: [Parameter] = [
    Parameter(group: "combat", key: "losses_attacker", range: 14...150),
    Parameter(group: "combat", key: "losses_defender", range: 14...150),
    Parameter(group: "combat", key: "strength_exponent", range: 200...700),
    Parameter(group: "morale", key: "pressure", range: 50...300),
    Parameter(group: "morale", key: "loss_shock", range: 1000...3000),
    Parameter(group: "morale", key: "push_speed", range: 2300...3300),
  ]

  /// How many settings are played; a prime, so that the design below fills every range evenly.
  public static let settingCount = 11

  /// What spreads each parameter's values over the settings in an order of its own.
  private static let multipliers = [1, 2, 3, 5, 7, 4]

  /// The score of all battles, each played with the setting chosen without its campaign.
  public var score: FidelityScore
  /// The number of the setting that was chosen in each fold, from 1, and its values.
  public var choices: [String]
  /// How many seeds each battle was played with.
  public var runs: Int

  /// Plays every battle with every setting and chooses fold by fold.
  public init(
    _ cases: [EngagementCase], _ records: [BattleRecord], rules: Rules, firstSeed: UInt64,
    runs: Int, jobs: Int, progress: @Sendable (Int) -> Void = { _ in }
  ) {
    let settings = (0..<Self.settingCount).map { Self.values($0) }
    let played = settings.indices.map { index in
      let results = Engagements.run(
        cases, rules: Self.changed(rules, settings[index]), firstSeed: firstSeed, runs: runs,
        jobs: jobs)
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
      names.append(
        "\(best + 1) (\(settings[best].map { String($0) }.joined(separator: ", ")))")
      for index in records.indices where folds[index] == fold {
        chosen[index] = played[best][index]
      }
    }
    score = FidelityScore(chosen, records)
    choices = names
    self.runs = runs
  }

  /// The values of a setting: a design in which every parameter takes `settingCount` values evenly
  /// spread over the logarithm of its range, each once, in an order of its own.
  static func values(_ setting: Int) -> [Int32] {
    parameters.indices.map { index in
      let range = parameters[index].range
      let step = (setting + 1) * multipliers[index] % settingCount
      let part = (Double(step) + 0.5) / Double(settingCount)
      let low = NaturalLogarithm.of(Double(range.lowerBound))
      let high = NaturalLogarithm.of(Double(range.upperBound))
      return Int32(NaturalLogarithm.exponential(low + part * (high - low)).rounded())
    }
  }

  private static func changed(_ rules: Rules, _ values: [Int32]) -> Rules {
    var changed = rules
    for (parameter, value) in zip(parameters, values) {
      let isKnown = changed.set(group: parameter.group, key: parameter.key, to: value)
      precondition(isKnown, "no parameter \(parameter.group).\(parameter.key)")
    }
    return changed
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
