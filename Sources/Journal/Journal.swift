public import Simulation

/// A journal as read: the header and every whole record.
public struct Journal: Sendable {
  /// What the journal says of its battle.
  public var header: JournalHeader
  /// The records in the order of the file.
  public var records: [JournalRecord]
  /// The bytes that hold the header and the whole records; what follows them is a torn line.
  public var soundBytes: Int
  /// Whether a torn last line was left out.
  public var isTorn: Bool
  /// The line of the file on which the first record stands; each record has one line.
  public var firstRecordLine: Int

  /// The largest journal that is read, in bytes: a battle of 72 hours has about 10 MB.
  public static let maximumBytes = 1 << 30

  /// Whether the battle was fought to its end.
  public var isFinished: Bool {
    if case .end = records.last { true } else { false }
  }

  /// The last tick that the journal speaks of.
  public var lastTick: Tick { records.map(\.tick).max() ?? Tick(0) }

  /// Reads a journal; a torn last line is left out and told of by `isTorn`.
  public static func read(_ path: String) throws(JournalError) -> Journal {
    try parse(DiskFile.read(path, limit: maximumBytes), path: path)
  }

  /// Reads a journal's bytes; `path` is for messages alone.
  public static func parse(_ bytes: [UInt8], path: String) throws(JournalError) -> Journal {
    var lines = JournalLines(bytes: bytes, path: path)
    let header = try readHeader(&lines, path: path)
    let firstRecordLine = lines.number + 1
    var records: [JournalRecord] = []
    var last = Tick(0)
    while let line = try lines.next() {
      guard let record = JournalRecord(line: line.text) else {
        throw .malformed(
          path: path, line: line.number, column: 1, message: "this is no record of a journal",
          hint: "expected a line that starts with @, ~, +, -, #, ! or = and a tick")
      }
      guard record.tick >= last else {
        throw .malformed(
          path: path, line: line.number, column: 2,
          message: "tick \(record.tick.rawValue) comes after tick \(last.rawValue)",
          hint: "records stand in the order of time")
      }
      if case .end = records.last {
        throw .malformed(
          path: path, line: line.number, column: 1, message: "a record after the end mark",
          hint: "the end mark is the last line")
      }
      last = record.tick
      records.append(record)
    }
    return Journal(
      header: header, records: records, soundBytes: lines.soundBytes, isTorn: lines.isTorn,
      firstRecordLine: firstRecordLine)
  }

  /// Reads the lines up to `begin`.
  static func readHeader(
    _ lines: inout JournalLines, path: String
  ) throws(JournalError) -> JournalHeader {
    var header = JournalHeader()
    header.format = try lines.value("sitrep-journal", expecting: "a number") { Int($0) }
    guard (1...JournalHeader.currentFormat).contains(header.format) else {
      throw .malformed(
        path: path, line: 1, column: 16, message: "journal format \(header.format)",
        hint: "this program reads formats 1 to \(JournalHeader.currentFormat)")
    }
    header.rulesVersion = try lines.value("rules", expecting: "a number") { Int32($0) }
    header.scenario = try lines.value("scenario", expecting: "the name of a scenario") {
      unescaped($0).flatMap { isPlainName($0) ? $0 : nil }
    }
    if lines.startsNext(with: "file ") {
      header.scenarioFile = try lines.value("file", expecting: "a path from / on") {
        unescaped($0).flatMap { $0.hasPrefix("/") ? $0 : nil }
      }
    }
    header.sourceDigest = try lines.value("digest", expecting: "16 hexadecimal digits") {
      UInt64(journalHash: $0)
    }
    header.terrainHash = try lines.value("terrain", expecting: "16 hexadecimal digits") {
      UInt64(journalHash: $0)
    }
    header.seed = try lines.value("seed", expecting: "a number") { UInt64($0) }
    while let line = try lines.next() {
      if line.text == "begin" { return header }
      guard let post = JournalHeader.Post(line: line.text) else {
        throw .malformed(
          path: path, line: line.number, column: 1, message: "“\(line.text.prefix(40))” here",
          hint: "expected “commander SIDE person|staff|orders” or “begin”")
      }
      guard !header.commanders.contains(where: { $0.side == post.side }) else {
        throw .malformed(
          path: path, line: line.number, column: 11,
          message: "a second commander of “\(post.side)”", hint: "each side has one")
      }
      header.commanders.append(post)
    }
    throw .malformed(
      path: path, line: lines.number + 1, column: 1, message: "the header is not whole",
      hint: "it ends with a line “begin”")
  }

  /// Whether a name names a folder under `Scenarios/` and nothing else.
  private static func isPlainName(_ name: String) -> Bool {
    !name.contains("/") && name != "." && name != ".."
  }
}
