public import SourceText

/// What came of a recorded battle: what results are held against, never what they are made from.
public struct BattleRecord: Sendable, Equatable {
  /// The row's word.
  public var id: String
  /// Whether it belongs to the set that is reported.
  public var isCore: Bool
  /// The campaign it belongs to, for grouping.
  public var campaign: String
  /// Whether the attacker won; nil for a draw.
  public var attackerWon: Bool?
  /// Men lost by the attacker, percent of the start a day.
  public var attackerLoss: Double?
  /// Men lost by the defender, percent of the start a day.
  public var defenderLoss: Double?
  /// Advance, kilometres a day.
  public var advance: Double?
  /// The attacker's men.
  public var attackerMen: Double
  /// The defender's men.
  public var defenderMen: Double

  /// The outcomes in a table of battles, in the order of its rows.
  public static func read(_ path: String) throws(SourceFailure) -> [BattleRecord] {
    let limits = SourceLimits(bytes: 64 << 20)
    let table = try CommaTable(SourceFile.read(path, limits: limits), file: path)
    for name in ["id", "core", "win"] where table.column(name) == nil {
      throw CommaTable.failure(path, nil, "the table lacks the column '\(name)'", "")
    }
    var records: [BattleRecord] = []
    for cells in table.rows {
      let row = EngagementRow(table: table, cells: cells)
      records.append(
        BattleRecord(
          id: try row.text("id"), isCore: try row.text("core") == "1",
          campaign: try row.text("campaign"),
          attackerWon: try row.word(
            "win", [("attacker", true), ("defender", false), ("draw", nil)]) ?? nil,
          attackerLoss: try row.number("att_cas_pct_per_day", 0...1_000_000),
          defenderLoss: try row.number("def_cas_pct_per_day", 0...1_000_000),
          advance: try row.number("advance_km_per_day", -1000...1000),
          attackerMen: try row.number("att_men", 1...10_000_000) ?? 1,
          defenderMen: try row.number("def_men", 1...10_000_000) ?? 1))
    }
    return records
  }
}
