public import Simulation

/// Five-fold cross-validation by campaign: six parameters are chosen on four fifths of the
/// campaigns, from the ranges that were thought likely beforehand, and scored on the rest, so that
/// the score is of battles that had no part in the choice.
///
/// The search starts in the middle of all ranges. The two rates of loss follow from the records by
/// themselves: losses go nearly with the rate, so it is divided by what results are off in the
/// middle of the fold's own four fifths. The other four parameters are taken one after the other, a
/// third of the range down or up, wherever that does better on those four fifths; what the rates
/// are off does not count there, since they follow.
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

  /// The parameters: six, the rates of loss first. The ranges are those of the prototype of the
  /// same equations, not of what the tables hold: losses from the rate of a formation by the day
  /// (.02) to that of a battalion in full contact (150 ppm a minute), the exponents of aimed fire
  /// from a third of a formation's to a hex's.
  public static let parameters: [Parameter] = [
    Parameter(group: "combat", key: "losses_attacker", range: 14...150),
    Parameter(group: "combat", key: "losses_defender", range: 14...150),
    Parameter(group: "combat", key: "strength_exponent", range: 100...700),
    Parameter(group: "morale", key: "pressure", range: 50...300),
    Parameter(group: "morale", key: "yield_loss", range: 10...90),
    Parameter(group: "morale", key: "yield_odds", range: 100...1000),
  ]

  /// A third of a range, in steps of a ninth of its logarithm.
  private static let step = 3
  /// How often the rates are brought in line before and after the search.
  private static let corrections = 2

  /// At most so many settings are played: 13 for a fold, the first for all.
  public static let mostSettings = 61

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
    var played: [[Int32]: [EngagementResult]] = [:]
    func results(_ values: [Int32]) -> [EngagementResult] {
      if let known = played[values] { return known }
      let fresh = Engagements.run(
        cases, rules: Self.changed(rules, values), firstSeed: firstSeed, runs: runs, jobs: jobs)
      played[values] = fresh
      progress(played.count)
      return fresh
    }
    let folds = Self.folds(records)
    var chosen: [EngagementResult] = []
    var names: [String] = []
    for fold in 0..<5 {
      let inside = records.indices.filter { folds[$0] != fold }
      let best = Self.search { values in
        let results = results(values)
        return FidelityScore(inside.map { results[$0] }, inside.map { records[$0] })
      }
      names.append("(\(best.map { String($0) }.joined(separator: ", ")))")
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

  /// The values at which a search for the best score arrives.
  static func search(_ score: ([Int32]) -> FidelityScore) -> [Int32] {
    var place = Array(repeating: 0, count: parameters.count)
    var best = values(place)
    func bringRatesInLine() {
      for _ in 0..<corrections {
        let found = score(best)
        best[0] = corrected(best[0], by: found.attacker.bias, parameters[0])
        best[1] = corrected(best[1], by: found.defender.bias, parameters[1])
      }
    }
    bringRatesInLine()
    var least = badness(score(best))
    for index in 2..<parameters.count {
      let center = place
      for change in [-step, step] {
        var other = center
        other[index] += change
        var tried = best
        tried[index] = values(other)[index]
        let value = badness(score(tried))
        if value < least { (best, place, least) = (tried, other, value) }
      }
    }
    bringRatesInLine()
    return best
  }

  /// A rate of loss by which results are off by a factor, brought in line within its range.
  private static func corrected(_ rate: Int32, by bias: Double, _ parameter: Parameter) -> Int32 {
    let value = (Double(rate) / max(0.1, min(10, bias))).rounded()
    return max(parameter.range.lowerBound, min(parameter.range.upperBound, Int32(value)))
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
  private static func badness(_ score: FidelityScore) -> Double {
    3 * (1 - score.area) + NaturalLogarithm.of(score.attacker.spread)
      + NaturalLogarithm.of(score.defender.spread) + 0.6 * score.advance
  }
}
