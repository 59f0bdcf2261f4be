public import Simulation

/// One record of a journal: a line after the header.
public enum JournalRecord: Sendable, Equatable {
  /// `@tick side unit order…`: an order accepted at a tick, as its canonical text.
  case order(tick: Tick, text: String)
  /// `~tick side unit order…`: the last order of that text is taken back before its tick is played.
  case undo(tick: Tick, text: String)
  /// `+tick side formation task…`: a formation is delegated to a staff from a tick on.
  case delegation(tick: Tick, text: String)
  /// `-tick side formation`: it is taken back.
  case recall(tick: Tick, text: String)
  /// `#tick hash name=hash…`: the state after a tick, whole and by column.
  case hashes(tick: Tick, state: UInt64, columns: [ColumnHash])
  /// `!tick text`: the whole state after a tick, packed.
  case checkpoint(tick: Tick, packed: String)
  /// `=tick hash`: the battle's end.
  case end(tick: Tick, state: UInt64)

  /// The hash of one column.
  public struct ColumnHash: Sendable, Equatable {
    /// The column's name.
    public var name: String
    /// Its hash.
    public var hash: UInt64
    /// A column's hash.
    public init(name: String, hash: UInt64) {
      self.name = name
      self.hash = hash
    }
  }

  /// The moment that the record speaks of.
  public var tick: Tick {
    switch self {
    case .order(let tick, _), .undo(let tick, _), .delegation(let tick, _), .recall(let tick, _),
      .hashes(let tick, _, _), .checkpoint(let tick, _), .end(let tick, _):
      tick
    }
  }

  /// The record's line with its newline.
  public var line: String {
    switch self {
    case .order(let tick, let text): return "@\(tick.rawValue) \(text)\n"
    case .undo(let tick, let text): return "~\(tick.rawValue) \(text)\n"
    case .delegation(let tick, let text): return "+\(tick.rawValue) \(text)\n"
    case .recall(let tick, let text): return "-\(tick.rawValue) \(text)\n"
    case .hashes(let tick, let state, let columns):
      var line = "#\(tick.rawValue) \(hexadecimal(state))"
      for column in columns { line += " \(column.name)=\(hexadecimal(column.hash))" }
      return line + "\n"
    case .checkpoint(let tick, let packed): return "!\(tick.rawValue) \(packed)\n"
    case .end(let tick, let state): return "=\(tick.rawValue) \(hexadecimal(state))\n"
    }
  }

  /// The record of a line without its newline; nil if it is none.
  init?(line: Substring) {
    guard let mark = line.first else { return nil }
    let words = line.dropFirst().split(separator: " ", omittingEmptySubsequences: false)
    guard let first = words.first, let minutes = Int32(first), minutes >= 0,
      first == Substring(String(minutes)), words.count >= 2
    else { return nil }
    let tick = Tick(rawValue: minutes)
    switch mark {
    case "@", "~", "+", "-":
      let text = String(line.dropFirst(first.count + 2))
      guard !text.isEmpty else { return nil }
      switch mark {
      case "@": self = .order(tick: tick, text: text)
      case "~": self = .undo(tick: tick, text: text)
      case "+": self = .delegation(tick: tick, text: text)
      default: self = .recall(tick: tick, text: text)
      }
    case "#":
      guard let state = UInt64(journalHash: words[1]) else { return nil }
      var columns: [ColumnHash] = []
      for word in words.dropFirst(2) {
        guard let equals = word.firstIndex(of: "="), equals != word.startIndex,
          let hash = UInt64(journalHash: word[word.index(after: equals)...])
        else { return nil }
        columns.append(ColumnHash(name: String(word[..<equals]), hash: hash))
      }
      self = .hashes(tick: tick, state: state, columns: columns)
    case "!":
      guard words.count == 2, !words[1].isEmpty else { return nil }
      self = .checkpoint(tick: tick, packed: String(words[1]))
    case "=":
      guard words.count == 2, let state = UInt64(journalHash: words[1]) else { return nil }
      self = .end(tick: tick, state: state)
    default: return nil
    }
  }
}

extension UInt64 {
  /// The value of exactly 16 lower-case hexadecimal digits.
  init?(journalHash text: Substring) {
    guard text.utf8.count == 16,
      text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { return nil }
    self.init(text, radix: 16)
  }
}
