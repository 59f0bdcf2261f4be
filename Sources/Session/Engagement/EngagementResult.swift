/// What many plays of one engagement came to.
public struct EngagementResult: Sendable, Equatable {
  /// The row's word.
  public var id: String
  /// The plays in the order of their seeds.
  public var outcomes: [EngagementOutcome]

  /// The mean of a figure over all plays.
  public func mean(_ figure: (EngagementOutcome) -> Double) -> Double {
    outcomes.isEmpty ? 0 : outcomes.reduce(0) { $0 + figure($1) } / Double(outcomes.count)
  }

  /// Mean ln of the ratio of the cohesions.
  public var winScore: Double { mean(\.winScore) }
  /// The share of plays that the attacker won.
  public var attackerWinShare: Double { mean(\.attackerWins) }
  /// The attacker's mean loss, percent of all men a day.
  public var attackerLoss: Double { mean(\.attacker.lossPercentPerDay) }
  /// The defender's mean loss, percent of all men a day.
  public var defenderLoss: Double { mean(\.defender.lossPercentPerDay) }
  /// Mean advance, kilometres a day.
  public var advance: Double { mean(\.advanceKilometersPerDay) }

  /// The names of the columns of a table of results.
  public static let header =
    "id,win_score,p_attacker,att_cas_pct_per_day,def_cas_pct_per_day,advance_km_per_day"

  /// A row of that table.
  public var line: String {
    let figures = [winScore, attackerWinShare, attackerLoss, defenderLoss, advance]
    return ([id] + figures.map { Self.text($0) }).joined(separator: ",")
  }

  /// A number with four decimals, no exponent.
  static func text(_ value: Double) -> String {
    let scaled = Int64((value * 10_000).rounded())
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    return (scaled < 0 ? "-" : "") + padded.dropLast(4) + "." + padded.suffix(4)
  }
}
