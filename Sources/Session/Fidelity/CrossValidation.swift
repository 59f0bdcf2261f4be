public import Simulation

/// Five-fold cross-validation by campaign: six parameters are chosen on four fifths of the
/// campaigns, from the ranges that were thought likely beforehand, and scored on the rest, so that
/// the score is of battles that had no part in the choice.
///
/// The search starts in the middle of all ranges and takes one parameter after the other: a third
/// of its range down or up, then the rates of loss by a ninth, wherever that does better on the
/// fold's own four fifths.
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
    Parameter(group: "morale", key: "yield_loss", range: 10...90),
    Parameter(group: "morale", key: "yield_odds", range: 100...1000),
  ]

  /// How far the search steps, ninths of the logarithm of a range, and how many parameters it moves
  /// so far.
  private static let passes = [(step: 3, count: 6), (step: 1, count: 2)]

  /// About so many settings are played: 17 for a fold, some of them for one alone.
  public static let likelySettings = 34

  /// The score of all battles, each played with the setting chosen without its campaign.
  public var score: FidelityScore
  /// The values that were chosen in each fold.
  public var choices: [String]
  /// How many seeds each battle was played with.
  public var runs: Int
  /// How many settings were played in all.
  public var settings: Int

  /// Searches fold by fold; what one fold has played is not played again for another.
  public init(
    _ cases: [EngagementCase], _ records: [BattleRecord], rules: Rules, firstSeed: UInt64,
    runs: Int, jobs: Int, progress: @Sendable (Int) -> Void = { _ in }
  ) {
    var played: [[Int]: [EngagementResult]] = [:]
    func results(_ setting: [Int]) -> [EngagementResult] {
      if let known = played[setting] { return known }
      let fresh = Engagements.run(
        cases, rules: Self.changed(rules, Self.values(setting)), firstSeed: firstSeed, runs: runs,
        jobs: jobs)
      played[setting] = fresh
      progress(played.count)
      return fresh
    }
    let folds = Self.folds(records)
    var chosen: [EngagementResult] = []
    var names: [String] = []
    for fold in 0..<5 {
      let inside = records.indices.filter { folds[$0] != fold }
      let best = Self.search { Self.badness(results($0), records, inside) }
      names.append("(\(Self.values(best).map { String($0) }.joined(separator: ", ")))")
      if chosen.isEmpty { chosen = results(best) }
      for index in records.indices where folds[index] == fold {
        chosen[index] = results(best)[index]
      }
    }
    score = FidelityScore(chosen, records)
    choices = names
    self.runs = runs
    settings = played.count
  }

  /// The setting, in ninths of each range from its middle, at which a search for the least arrives.
  static func search(_ badness: ([Int]) -> Double) -> [Int] {
    var best = Array(repeating: 0, count: parameters.count)
    var least = badness(best)
    for (step, count) in passes {
      for index in 0..<count {
        let center = best
        for change in [-step, step] {
          var setting = center
          setting[index] += change
          let value = badness(setting)
          if value < least { (best, least) = (setting, value) }
        }
      }
    }
    return best
  }

  /// The values of a setting: ninths of the logarithm of each range from its middle.
  static func values(_ setting: [Int]) -> [Int32] {
    zip(parameters, setting).map { parameter, ninths in
      let low = NaturalLogarithm.of(Double(parameter.range.lowerBound))
      let high = NaturalLogarithm.of(Double(parameter.range.upperBound))
      let part = 0.5 + Double(ninths) / 9
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
