import SourceText

/// A table of comma-separated values with a header row (RFC 4180), each cell with its place.
struct CommaTable {
  /// One value.
  struct Cell {
    /// The text, without its quotes; blanks around it are cut.
    var text: String
    /// Where it begins.
    var position: SourcePosition
  }

  /// The file as the person named it.
  let file: String
  /// The names in the first row.
  private(set) var header: [Cell] = []
  /// The other rows, each as long as the header.
  private(set) var rows: [[Cell]] = []

  /// Reads a table; throws the first thing that is wrong with its form.
  init(_ bytes: [UInt8], file: String) throws(SourceFailure) {
    self.file = file
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Self.failure(file, nil, "the file is no UTF-8 text", "save it as UTF-8")
    }
    var scanner = Scanner(text, file: file)
    while let row = try scanner.nextRow() {
      if header.isEmpty {
        header = row
        continue
      }
      guard row.count == header.count else {
        throw Self.failure(
          file, row[0].position, "the row has \(row.count) cells",
          "the header has \(header.count)")
      }
      rows.append(row)
    }
    guard !header.isEmpty else {
      throw Self.failure(file, nil, "the file is empty", "its first row names the columns")
    }
  }

  /// The column of a name; nil where the table has none.
  func column(_ name: String) -> Int? { header.firstIndex { $0.text == name } }

  /// A failure at a place of the table.
  static func failure(
    _ file: String, _ position: SourcePosition?, _ message: String, _ hint: String = ""
  ) -> SourceFailure {
    SourceFailure([
      Diagnostic(file: file, position: position, message: message, hint: hint)
    ])
  }
}

/// Cuts a text into rows and cells.
private struct Scanner {
  private let scalars: [Unicode.Scalar]
  private let file: String
  private var index = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String, file: String) {
    scalars = Array(text.unicodeScalars)
    self.file = file
    // A byte order mark is no part of the first name.
    if scalars.first == "\u{FEFF}" { (index, lineStart) = (1, 1) }
  }

  private var position: SourcePosition { SourcePosition(line: line, column: index - lineStart + 1) }

  /// The next row that is not blank; nil at the end.
  mutating func nextRow() throws(SourceFailure) -> [CommaTable.Cell]? {
    while index < scalars.count, isLineEnd(scalars[index]) { endLine() }
    guard index < scalars.count else { return nil }
    var row: [CommaTable.Cell] = []
    while true {
      row.append(try nextCell())
      guard index < scalars.count, scalars[index] == "," else { break }
      index += 1
    }
    if index < scalars.count { endLine() }
    return row
  }

  private mutating func nextCell() throws(SourceFailure) -> CommaTable.Cell {
    let start = position
    guard index < scalars.count, scalars[index] == "\"" else {
      var text = String.UnicodeScalarView()
      while index < scalars.count, scalars[index] != ",", !isLineEnd(scalars[index]) {
        text.append(scalars[index])
        index += 1
      }
      return CommaTable.Cell(text: trimmed(String(text)), position: start)
    }
    index += 1
    var text = String.UnicodeScalarView()
    while index < scalars.count {
      if scalars[index] == "\"" {
        guard index + 1 < scalars.count, scalars[index + 1] == "\"" else { break }
        index += 1
      }
      text.append(scalars[index])
      if scalars[index] == "\n" {
        line += 1
        lineStart = index + 1
      }
      index += 1
    }
    guard index < scalars.count else {
      throw CommaTable.failure(file, start, "the quoted cell never ends", "close it with \"")
    }
    index += 1
    guard index == scalars.count || scalars[index] == "," || isLineEnd(scalars[index]) else {
      throw CommaTable.failure(
        file, position, "there is text behind a quoted cell", "put a comma after the quote")
    }
    return CommaTable.Cell(text: trimmed(String(text)), position: start)
  }

  private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  private mutating func endLine() {
    if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
    index += 1
    line += 1
    lineStart = index
  }

  private func trimmed(_ text: String) -> String {
    var view = text[...]
    while view.first == " " || view.first == "\t" { view.removeFirst() }
    while view.last == " " || view.last == "\t" { view.removeLast() }
    return String(view)
  }
}
