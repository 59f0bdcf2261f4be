public import Simulation

/// What a list of battles tells of a journal, read from its beginning and its end alone.
public struct JournalSummary: Sendable, Equatable {
  /// The header.
  public var header: JournalHeader
  /// The last moment that the end of the file speaks of.
  public var lastTick: Tick
  /// Whether the end mark is there.
  public var isFinished: Bool

  /// Bytes of the beginning that hold the header.
  private static let headBytes = 64 << 10
  /// Bytes of the end that hold some whole records, beside the largest of whole states.
  private static let tailBytes = 1 << 20

  /// Reads a journal's header and its last records; what lies between is not looked at.
  public static func read(_ path: String) throws(JournalError) -> JournalSummary {
    let (head, tail) = try DiskFile.readEnds(path, head: headBytes, tail: tailBytes)
    var lines = JournalLines(bytes: head, path: path)
    var summary = JournalSummary(
      header: try Journal.readHeader(&lines, path: path), lastTick: Tick(0), isFinished: false)
    for line in tail.split(separator: 10, omittingEmptySubsequences: false).dropLast().reversed() {
      // The first line of the tail is a part of one in most cases: it makes no record.
      guard let text = String(validating: line, as: UTF8.self),
        let record = JournalRecord(line: Substring(text))
      else { continue }
      summary.lastTick = record.tick
      if case .end = record { summary.isFinished = true }
      break
    }
    return summary
  }
}
