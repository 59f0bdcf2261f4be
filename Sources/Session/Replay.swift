public import Journal
public import Simulation

/// Re-runs a journal and checks every hash and every whole state in it.
public struct Replay {
  /// Where a re-run first differs from the journal.
  public struct Divergence: Sendable, Equatable {
    /// The last tick at which both agreed.
    public var tickFrom: Int32
    /// The first tick at which they did not.
    public var tickTo: Int32
    /// The first column that differs, nil where an order could not be given again.
    public var column: String?
    /// The unit that is wrong first, by its word; nil where no whole state tells it.
    public var unit: String?
    /// What the journal says: a value or a hash of the column, or the order's text.
    public var expected: String
    /// What the re-run gave: a value or a hash, or why the order was refused.
    public var actual: String
    /// The tick of the whole state that the values are from; nil where they are hashes.
    public var valueTick: Int32?
  }

  /// How a check ended.
  public struct Report: Sendable, Equatable {
    /// Ticks that were played.
    public var ticks: Int32
    /// The first difference; nil where there is none.
    public var firstBad: Divergence?
    /// Whether the journal has its end mark.
    public var isFinished: Bool
    /// Whether the last line is torn and was left out.
    public var isTorn: Bool
    /// Hashes and whole states that were compared.
    public var hashesCompared: Int
  }

  /// Plays the journal against its setup and compares every hash and every whole state.
  ///
  /// Throws `JournalError.malformed` where the journal cannot be one of this battle: orders that
  /// do not fit, hashes left out, records after the battle's end, states that are none.
  public static func verify(
    _ journal: Journal, setup: BattleSetup, path: String
  ) throws(JournalError) -> Report {
    var run = ReplayRun(
      journal, setup: setup, path: path,
      script: try OrderScript(journal, setup: setup, path: path))
    return try run.verify()
  }
}

/// A 64-bit value as 16 hexadecimal digits.
public func hexadecimalText(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
