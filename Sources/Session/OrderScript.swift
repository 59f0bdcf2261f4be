public import Journal
public import Simulation
import Staff

/// Orders by the tick at which they are given: a recorded battle, or a file of order lines.
public struct OrderScript: Sendable {
  /// An order and where it stands in its file.
  struct Entry: Sendable {
    var order: Order
    /// The line in the file, from 1.
    var line: Int
    /// The columns at which the words of the line begin, from 1: `@tick`, side, unit, kind, place…
    var columns: [Int]
  }

  /// A formation is handed to a staff, or taken back.
  enum DelegationStep: Sendable {
    case begin(Delegation)
    case end(FormationID)
  }

  private var entries: [Int32: [Entry]] = [:]
  private var steps: [Int32: [DelegationStep]] = [:]

  /// No orders.
  public init() {}

  /// Orders that were given.
  init(_ log: [(tick: Tick, order: Order)]) {
    for entry in log {
      entries[entry.tick.rawValue, default: []].append(
        Entry(order: entry.order, line: 0, columns: []))
    }
  }

  /// The orders of a journal.
  ///
  /// Throws `JournalError.malformed` where an order's text does not fit the scenario.
  public init(_ journal: Journal, setup: BattleSetup, path: String) throws(JournalError) {
    for (index, record) in journal.records.enumerated() {
      let line = index + 1 + journal.header.text.utf8.count { $0 == 10 }
      if case .undo(let tick, let text) = record {
        try takeBack(text, at: tick, setup: setup, path: path, line: line)
      }
      if let step = try Self.step(record, setup: setup, path: path, line: line) {
        steps[record.tick.rawValue, default: []].append(step)
      }
      guard case .order(let tick, let text) = record else { continue }
      let order = try Self.order(text, setup: setup, path: path, line: line, tick: tick)
      let words = Self.columns(of: "@\(tick.rawValue) \(text)")
      entries[tick.rawValue, default: []].append(Entry(order: order, line: line, columns: words))
    }
  }

  /// What a record says of delegations; nil where it is about something else.
  private static func step(
    _ record: JournalRecord, setup: BattleSetup, path: String, line: Int
  ) throws(JournalError) -> DelegationStep? {
    switch record {
    case .delegation(_, let text):
      if let delegation = Delegation(line: text, in: setup) { return .begin(delegation) }
    case .recall(_, let text):
      let found = setup.formations.indices.first {
        Battle.line(of: FormationID($0), in: setup) == text
      }
      if let found { return .end(FormationID(found)) }
    case .order, .undo, .hashes, .checkpoint, .end: return nil
    }
    throw .malformed(
      path: path, line: line, column: 1, message: "this is no delegation of this battle",
      hint: "expected “+tick side formation task place within=km” or “-tick side formation”")
  }

  /// Strikes the newest order of this text off; there must be one, of the same tick.
  private mutating func takeBack(
    _ text: String, at tick: Tick, setup: BattleSetup, path: String, line: Int
  ) throws(JournalError) {
    let order = try Self.order(text, setup: setup, path: path, line: line, tick: tick)
    guard let index = entries[tick.rawValue]?.lastIndex(where: { $0.order == order }) else {
      throw .malformed(
        path: path, line: line, column: 1, message: "an order is taken back that was not given",
        hint: "expected “@\(tick.rawValue) \(text)” above")
    }
    entries[tick.rawValue]?.remove(at: index)
  }

  /// The orders of a file of lines `@tick side unit order…`. Lines may end in CR LF; empty lines
  /// and those that start with `#` or `//` are passed over, as is what follows ` #`.
  public init(text: String, setup: BattleSetup, path: String) throws(JournalError) {
    // By bytes: a CR LF is one Character, and so is a letter with what combines with it.
    let lines = text.utf8.split(separator: 10, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = Self.withoutComment(bytes)
      guard !line.isEmpty else { continue }
      guard line.utf8.first == 64, let space = line.utf8.firstIndex(of: 32),
        let minutes = Int32(line[line.index(after: line.startIndex)..<space]), minutes >= 0
      else {
        throw .malformed(
          path: path, line: index + 1, column: 1, message: "this is no order",
          hint: "expected “@tick side unit order…”")
      }
      let order = try Self.order(
        String(line[line.index(after: space)...]), setup: setup, path: path, line: index + 1,
        tick: Tick(rawValue: minutes))
      entries[minutes, default: []].append(
        Entry(order: order, line: index + 1, columns: Self.columns(of: line)))
    }
  }

  /// The orders given at a tick, in order.
  public func orders(at tick: Tick) -> [Order] { entries(at: tick).map(\.order) }

  /// The orders given at a tick with where they stand, in order.
  func entries(at tick: Tick) -> [Entry] { entries[tick.rawValue] ?? [] }

  /// What was delegated and taken back at a tick, in order.
  func delegations(at tick: Tick) -> [DelegationStep] { steps[tick.rawValue] ?? [] }

  /// The sides that any order is given by.
  public var sides: Set<SideID> { Set(entries.values.joined().map(\.order.side)) }

  /// A line without its comment, the blanks before that, and the CR at its end; blanks at the end
  /// of an order stay, since they are a mistake.
  private static func withoutComment(_ bytes: Substring.UTF8View.SubSequence) -> String {
    var line = bytes
    if line.last == 13 { line = line.dropLast() }
    let isBlank = { (byte: UInt8) in byte == 32 || byte == 9 }
    let first = line.drop(while: isBlank)
    if first.isEmpty || first.first == 35 || first.starts(with: [47, 47]) { return "" }
    var before: UInt8 = 0
    for index in line.indices {
      if line[index] == 35, isBlank(before) {
        line = line[..<index]
        while let last = line.last, isBlank(last) { line = line.dropLast() }
        break
      }
      before = line[index]
    }
    return String(Substring(line))
  }

  /// The columns at which the words of a line begin, from 1.
  private static func columns(of line: String) -> [Int] {
    var columns: [Int] = []
    var column = 1
    for word in line.utf8.split(separator: 32, omittingEmptySubsequences: false) {
      columns.append(column)
      column += word.count + 1
    }
    return columns
  }

  private static func order(
    _ text: String, setup: BattleSetup, path: String, line: Int, tick: Tick
  ) throws(JournalError) -> Order {
    do {
      return try Order(line: text, in: setup)
    } catch {
      throw .malformed(
        path: path, line: line, column: error.column + 2 + String(tick.rawValue).count,
        message: error.message, hint: "")
    }
  }
}

extension OrderScript.Entry {
  /// The column of the word that a refusal is about: the unit, the place or the kind of order.
  func column(of reason: OrderRejection.Reason) -> Int {
    let word =
      switch reason {
      case .notYours, .unitNotPresent, .unitOutOfHand, .tooManyOrders: 2
      case .targetOffMap, .targetWater, .targetNeutral, .noPath, .outOfRange: 4
      default: 3
      }
    return columns.indices.contains(word) ? columns[word] : 1
  }
}
