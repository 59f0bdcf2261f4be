import SourceText

/// One row of a table of battles with checked access to its cells by column name.
struct EngagementRow {
  /// The table.
  let table: CommaTable
  /// The row's cells.
  let cells: [CommaTable.Cell]

  /// The text of a column, empty where there is no such column.
  func text(_ name: String) throws(SourceFailure) -> String {
    table.column(name).map { cells[$0].text } ?? ""
  }

  /// A number of a column within a range; nil where the cell is empty or the column missing.
  func number(_ name: String, _ range: ClosedRange<Double>) throws(SourceFailure) -> Double? {
    let text = try text(name)
    guard !text.isEmpty else { return nil }
    guard let value = Double(text), value.isFinite else {
      throw failure(name, "'\(text)' is no number", "\(name) takes one or an empty cell")
    }
    guard range.contains(value) else {
      throw failure(
        name, "\(name) is \(text)",
        "it lies between \(plain(range.lowerBound)) and \(plain(range.upperBound))")
    }
    return value
  }

  /// A word of a column; nil where the cell is empty or the column missing.
  func word<Value>(_ name: String, _ words: [(String, Value)]) throws(SourceFailure) -> Value? {
    let text = try text(name)
    guard !text.isEmpty else { return nil }
    guard let match = words.first(where: { $0.0 == text }) else {
      throw failure(
        name, "\(name) cannot be '\(text)'", NearestWord.hint(for: text, among: words.map(\.0)))
    }
    return match.1
  }

  /// A failure at the cell of a column, or at the row's begin where there is none.
  func failure(_ name: String, _ message: String, _ hint: String) -> SourceFailure {
    CommaTable.failure(
      table.file, cells[table.column(name) ?? 0].position, message, hint)
  }

  private func plain(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }
}
