public import SourceText

/// Rows of a table of recorded battles → cases. An empty cell means that nothing is known.
///
/// Columns as in the table of battles after CDB90; those of the outcome are not looked at.
public enum EngagementReader {
  /// The columns that every row must fill.
  static let required = ["id", "att_men", "def_men", "days"]

  /// The cases of a file in the order of its rows.
  ///
  /// Throws the first mistake with its line and column.
  public static func read(
    _ path: String, usesQuality: Bool
  ) throws(SourceFailure) -> [EngagementCase] {
    let limits = SourceLimits(bytes: 64 << 20)
    return try cases(SourceFile.read(path, limits: limits), file: path, usesQuality: usesQuality)
  }

  /// The cases of a table's text.
  public static func cases(
    _ bytes: [UInt8], file: String, usesQuality: Bool
  ) throws(SourceFailure) -> [EngagementCase] {
    let table = try CommaTable(bytes, file: file)
    for name in required where table.column(name) == nil {
      throw CommaTable.failure(
        file, table.header[0].position, "the table lacks the column '\(name)'",
        NearestWord.hint(for: name, among: table.header.map(\.text)))
    }
    var cases: [EngagementCase] = []
    var known: Set<String> = []
    for cells in table.rows {
      let row = EngagementRow(table: table, cells: cells)
      let item = try engagement(row, usesQuality: usesQuality)
      guard known.insert(item.id).inserted else {
        throw row.failure("id", "the id \(item.id) stands twice", "every row has its own")
      }
      cases.append(item)
    }
    return cases
  }

  private static func engagement(
    _ row: EngagementRow, usesQuality: Bool
  ) throws(SourceFailure) -> EngagementCase {
    let attacker = try force(row, "att")
    let defender = try force(row, "def")
    var item = EngagementCase(id: try identifier(row), attacker: attacker, defender: defender)
    // Where no front is known: 2,600 attackers and 1,300 defenders to the kilometre, the mean of
    // the recorded ones.
    let usual = max(attacker.men / 2600, defender.men / 1300)
    item.frontKilometers = try row.number("front_km", 0.1...2000) ?? max(1, usual)
    item.posture = try row.word("posture", postures) ?? .hasty
    item.secondPosture = try row.word("posture2", postures)
    item.relief = try row.word("terrain_relief", reliefs) ?? .rolling
    item.cover = try row.word("terrain_cover", covers) ?? .mixed
    if try row.text("terrain_special") == "urban" { item.cover = .urban }
    item.isWet = try row.number("weather_wet", 0...1) == 1
    item.season = try row.word("season", seasons) ?? .summer
    item.surprise = Int(try row.number("surprise_att", -3...3) ?? 0)
    item.airSuperiority = Int(try row.number("air_superiority_att", -1...1) ?? 0)
    item.days = Int((try row.number("days", 1...2000) ?? 1).rounded(.up))
    let elapsed = try row.number("elapsed_h", 0...48_000) ?? Double(24 * item.days)
    item.hours = item.days == 1 ? Int(max(6, min(24, elapsed.rounded()))) : 24 * item.days
    item.startMinute = Int((try row.number("start_hour", 0...24) ?? 6) * 60) % 1440
    let scheme = try row.text("att_scheme") + "+"
    item.crossesRiver = scheme.contains("RC+")
    item.defenderStrikesBack = try row.text("def_scheme").contains("DO")
    if usesQuality { item.qualityLead = try qualityLead(row) }
    return item
  }

  private static func identifier(_ row: EngagementRow) throws(SourceFailure) -> String {
    let text = try row.text("id")
    guard !text.isEmpty, text.utf8.count <= 64, text.utf8.allSatisfy({ isPlain($0) }) else {
      throw row.failure("id", "'\(text)' is no id", "write letters, digits, '-', '_' or '.'")
    }
    return text
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  private static func force(
    _ row: EngagementRow, _ side: String
  ) throws(SourceFailure) -> EngagementCase.Force {
    guard let men = try row.number("\(side)_men", 1...10_000_000) else {
      throw row.failure("\(side)_men", "the number of men is missing", "every row needs it")
    }
    return EngagementCase.Force(
      men: men, tanks: try row.number("\(side)_tanks", 0...100_000) ?? 0,
      guns: try row.number("\(side)_guns", 0...100_000) ?? 0,
      airSorties: try row.number("\(side)_air_sorties", 0...1_000_000) ?? 0)
  }

  /// Steps of quality by the historians' judgement of both sides, attacker less defender.
  private static func qualityLead(_ row: EngagementRow) throws(SourceFailure) -> Int {
    var sum = 0.0
    for name in ["leadership", "training", "morale", "logistics", "initiative"] {
      sum += try row.number("judged_\(name)_att", -4...4) ?? 0
    }
    return Int(max(-3, min(3, sum.rounded())))
  }

  private static let postures: [(String, EngagementCase.Posture)] = [
    ("HD", .hasty), ("PD", .prepared), ("FD", .fortified), ("DL", .delay), ("WD", .withdrawal),
  ]
  private static let reliefs: [(String, EngagementCase.Relief)] = [
    ("flat", .flat), ("rolling", .rolling), ("rugged", .rugged),
  ]
  private static let covers: [(String, EngagementCase.Cover)] = [
    ("bare", .bare), ("desert", .desert), ("mixed", .mixed), ("wooded", .wooded),
    ("urban", .urban),
  ]
  private static let seasons: [(String, EngagementCase.Season)] = [
    ("winter", .winter), ("spring", .spring), ("summer", .summer), ("fall", .fall),
  ]
}
