/// How well results agree with what came of the battles.
///
/// The same measures as the scorer that goes with the table of battles: rates are clipped to
/// 0.05…100 percent a day, a battle driven back counts as no advance.
public struct FidelityScore: Sendable, Equatable {
  /// How a rate of loss agrees.
  public struct Loss: Sendable, Equatable {
    /// e to the median of |ln(result / record)|: half of all results lie within this factor.
    public var factor: Double
    /// e to the median of ln(result / record).
    public var bias: Double
    /// The factor that would be left without the bias: e to the median of |ln(result / record) -
    /// ln(bias)|.
    public var spread: Double
    /// The share of results within a factor of 2.
    public var withinTwo: Double
  }

  /// Battles scored.
  public var count: Int
  /// The chance that a won battle has the higher win score than a lost one.
  public var area: Double
  /// Mean -ln of the chance given to what happened.
  public var logLoss: Double
  /// The attacker's losses.
  public var attacker: Loss
  /// The defender's losses.
  public var defender: Loss
  /// Median |result - record| of the advance, kilometres a day.
  public var advance: Double

  /// The score of results against the records of the same order and length.
  public init(_ results: [EngagementResult], _ records: [BattleRecord]) {
    precondition(results.count == records.count, "\(results.count) against \(records.count)")
    let pairs = Array(zip(results, records))
    count = pairs.count
    let decided = pairs.compactMap { result, record in
      record.attackerWon.map { (won: $0, result: result) }
    }
    area = Self.area(
      won: decided.filter(\.won).map(\.result.winScore),
      lost: decided.filter { !$0.won }.map(\.result.winScore))
    let chances = decided.map { item in
      let share = max(0.01, min(0.99, item.result.attackerWinShare))
      return -NaturalLogarithm.of(item.won ? share : 1 - share)
    }
    logLoss = chances.isEmpty ? 0 : chances.reduce(0, +) / Double(chances.count)
    attacker = Self.loss(
      pairs.compactMap { r, t in t.attackerLoss.map { (r.attackerLoss, $0) } })
    defender = Self.loss(
      pairs.compactMap { r, t in t.defenderLoss.map { (r.defenderLoss, $0) } })
    advance = Self.median(
      pairs.compactMap { r, t in t.advance.map { abs(r.advance - max(0, $0)) } })
  }

  /// The area under the curve of true against false alarms; ties count half.
  static func area(won: [Double], lost: [Double]) -> Double {
    guard !won.isEmpty, !lost.isEmpty else { return 0.5 }
    var sum = 0.0
    for a in won { for b in lost { sum += a > b ? 1 : a == b ? 0.5 : 0 } }
    return sum / Double(won.count * lost.count)
  }

  private static func loss(_ pairs: [(Double, Double)]) -> Loss {
    let errors = pairs.map { logarithm($0.0) - logarithm($0.1) }
    guard !errors.isEmpty else { return Loss(factor: 1, bias: 1, spread: 1, withinTwo: 1) }
    let middle = median(errors)
    let near = errors.filter { abs($0) < NaturalLogarithm.of(2) }.count
    return Loss(
      factor: NaturalLogarithm.exponential(median(errors.map { abs($0) })),
      bias: NaturalLogarithm.exponential(middle),
      spread: NaturalLogarithm.exponential(median(errors.map { abs($0 - middle) })),
      withinTwo: Double(near) / Double(errors.count))
  }

  /// ln of a rate clipped to 0.05…100.
  static func logarithm(_ rate: Double) -> Double {
    NaturalLogarithm.of(max(0.05, min(100, rate)))
  }

  /// The middle value; the mean of the two where there are two.
  static func median(_ values: [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
