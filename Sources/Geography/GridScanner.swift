import SourceText

/// Reads the words and numbers of a grid file one after the other.
struct GridScanner {
  private let bytes: [UInt8]
  private let file: String
  private var at = 0

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  var isAtEnd: Bool { at >= bytes.count }

  var isAtLineEnd: Bool {
    mutating get {
      skipBlanks()
      return at >= bytes.count || bytes[at] == UInt8(ascii: "\n")
    }
  }

  /// A failure at the next byte.
  func failure(_ message: String, hint: String = "") -> SourceFailure {
    SourceFailure([
      Diagnostic(
        file: file, position: UTF8Text.position(of: at, in: bytes), message: message, hint: hint)
    ])
  }

  /// The next word of the line; empty at its end.
  mutating func word() -> String {
    skipBlanks()
    let start = at
    while at < bytes.count, bytes[at] > 0x20 { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  /// The next whole number of the line; nil where there is none or it has more than nine digits.
  mutating func integer() -> Int? {
    skipBlanks()
    let start = at
    let isNegative = at < bytes.count && bytes[at] == UInt8(ascii: "-")
    if isNegative { at += 1 }
    let first = at
    var value = 0
    while at < bytes.count, at - first < 9, bytes[at] >= 0x30, bytes[at] <= 0x39 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > first else {
      at = start
      return nil
    }
    return isNegative ? -value : value
  }

  mutating func takeStar() -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "*") else { return false }
    at += 1
    return true
  }

  /// Steps over the end of a line, if it is there.
  mutating func skipLineEnd() {
    skipBlanks()
    if at < bytes.count, bytes[at] == UInt8(ascii: "\n") { at += 1 }
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\r") {
      at += 1
    }
  }
}
