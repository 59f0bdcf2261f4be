/// The whole lines of a journal, one at a time; what follows the last newline is torn.
struct JournalLines {
  let bytes: [UInt8]
  let path: String
  private(set) var number = 0
  private(set) var soundBytes = 0
  private(set) var isTorn = false

  init(bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  /// The next whole line with its number, nil at the end.
  mutating func next() throws(JournalError) -> (text: Substring, number: Int)? {
    guard soundBytes < bytes.count else { return nil }
    guard let end = bytes[soundBytes...].firstIndex(of: 10) else {
      isTorn = true
      return nil
    }
    number += 1
    let line = bytes[soundBytes..<end]
    // Journals are plain ASCII but for names; a byte that is no UTF-8 means damage.
    guard let text = String(validating: line, as: UTF8.self) else {
      throw .malformed(
        path: path, line: number, column: 1, message: "this line is not UTF-8 text",
        hint: "the file is damaged")
    }
    soundBytes = end + 1
    return (Substring(text), number)
  }

  /// Whether the next line begins with these characters.
  func startsNext(with start: String) -> Bool {
    bytes[soundBytes...].starts(with: Array(start.utf8))
  }

  /// The value of the next line, which must be `key VALUE`.
  mutating func value<Value>(
    _ key: String, expecting: String, _ convert: (Substring) -> Value?
  ) throws(JournalError) -> Value {
    guard let line = try next() else {
      throw .malformed(
        path: path, line: number + 1, column: 1, message: "the header is not whole",
        hint: "expected “\(key) …”")
    }
    guard line.text.hasPrefix(key + " ") else {
      throw .malformed(
        path: path, line: line.number, column: 1, message: "“\(line.text.prefix(40))” here",
        hint: "expected “\(key) …”")
    }
    guard let value = convert(line.text.dropFirst(key.count + 1)) else {
      throw .malformed(
        path: path, line: line.number, column: key.count + 2,
        message: "“\(line.text.dropFirst(key.count + 1).prefix(40))” after “\(key)”",
        hint: "expected \(expecting)")
    }
    return value
  }
}
