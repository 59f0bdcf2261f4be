public import Journal
public import Simulation

/// Orders by the tick at which they are given: a recorded battle, or a file of order lines.
public struct OrderScript: Sendable {
  private var orders: [Int32: [Order]] = [:]

  /// No orders.
  public init() {}

  /// The orders of a journal.
  ///
  /// Throws `JournalError.malformed` where an order's text does not fit the scenario.
  public init(_ journal: Journal, setup: BattleSetup, path: String) throws(JournalError) {
    for (index, record) in journal.records.enumerated() {
      guard case .order(let tick, let text) = record else { continue }
      let line = index + 1 + journal.header.text.utf8.count { $0 == 10 }
      orders[tick.rawValue, default: []].append(
        try Self.order(text, setup: setup, path: path, line: line, tick: tick))
    }
  }

  /// The orders of a file of lines `@tick side unit order…`; empty lines and lines that start with
  /// `//` are passed over.
  public init(text: String, setup: BattleSetup, path: String) throws(JournalError) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("//") {
      guard line.first == "@", let space = line.firstIndex(of: " "),
        let minutes = Int32(line[line.index(after: line.startIndex)..<space]), minutes >= 0
      else {
        throw .malformed(
          path: path, line: index + 1, column: 1, message: "this is no order",
          hint: "expected “@tick side unit order…”")
      }
      let order = try Self.order(
        String(line[line.index(after: space)...]), setup: setup, path: path, line: index + 1,
        tick: Tick(rawValue: minutes))
      orders[minutes, default: []].append(order)
    }
  }

  /// The orders given at a tick, in order.
  public func orders(at tick: Tick) -> [Order] { orders[tick.rawValue] ?? [] }

  /// The sides that any order is given by.
  public var sides: Set<SideID> { Set(orders.values.joined().map(\.side)) }

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
