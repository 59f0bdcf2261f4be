/// Named columns of numbers and texts: what a bundle records of a picture. A reader takes the
/// columns that it knows and passes over the others, so that older and newer programs understand
/// each other's.
struct ColumnTable: Sendable, Equatable {
  private(set) var names: [String] = []
  private(set) var numbers: [String: [Int64]] = [:]
  private(set) var texts: [String: [String]] = [:]

  /// The most columns of a table, the most entries of a column, and the longest text.
  static let columnLimit = 200
  static let entryLimit = 1 << 21
  static let textLimit = 4000

  mutating func set(_ name: String, _ column: some Sequence<some BinaryInteger>) {
    if numbers[name] == nil { names.append(name) }
    numbers[name] = column.map { Int64($0) }
  }

  mutating func set(_ name: String, texts column: [String]) {
    if texts[name] == nil { names.append(name) }
    texts[name] = column
  }

  /// Writes the table; numbers as their difference from those of `earlier`, which is mostly 0.
  func write(to writer: inout ByteWriter, after earlier: ColumnTable?) {
    writer.add(count: names.count)
    for name in names {
      writer.add(name)
      if let column = numbers[name] {
        let base = earlier?.numbers[name].flatMap { $0.count == column.count ? $0 : nil }
        writer.add(count: base == nil ? 0 : 1)
        writer.add(count: column.count)
        writer.add(runs: base.map { zip(column, $0).map { $0 &- $1 } } ?? column)
      } else {
        let column = texts[name] ?? []
        writer.add(count: 2)
        writer.add(count: column.count)
        for text in column { writer.add(text) }
      }
    }
  }

  /// Reads a table; nil where the bytes hold none.
  static func read(from reader: inout ByteReader, after earlier: ColumnTable?) -> ColumnTable? {
    var table = ColumnTable()
    guard let count = reader.count(limit: columnLimit) else { return nil }
    for _ in 0..<count {
      guard let name = reader.text(limit: 80), let kind = reader.count(limit: 2),
        let entries = reader.count(limit: entryLimit), !table.names.contains(name)
      else { return nil }
      if kind == 2 {
        var column: [String] = []
        for _ in 0..<entries {
          guard let text = reader.text(limit: textLimit) else { return nil }
          column.append(text)
        }
        table.set(name, texts: column)
        continue
      }
      guard var column = reader.runs(entries) else { return nil }
      if kind == 1 {
        guard let base = earlier?.numbers[name], base.count == entries else { return nil }
        for index in column.indices { column[index] &+= base[index] }
      }
      table.set(name, column)
    }
    return table
  }
}
