extension JSONReader {
  /// The text in quotes at the next byte.
  mutating func string() throws(SourceFailure) -> String {
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"),
      bytes[at] >= 0x20
    { at += 1 }
    if current == UInt8(ascii: "\"") {
      defer { at += 1 }
      return String(decoding: bytes[start..<at], as: UTF8.self)
    }
    return try stringWithEscapes(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private mutating func stringWithEscapes(_ begin: String) throws(SourceFailure) -> String {
    var text = begin
    while true {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"),
        bytes[at] >= 0x20
      { at += 1 }
      text += String(decoding: bytes[start..<at], as: UTF8.self)
      guard at < bytes.count else { throw failure("the text in quotes has no end") }
      switch bytes[at] {
      case UInt8(ascii: "\""):
        at += 1
        return text
      case UInt8(ascii: "\\"): text.unicodeScalars.append(try escape())
      default:
        throw failure("a control character stands in a text", hint: "write it as \\u00XX")
      }
    }
  }

  private mutating func escape() throws(SourceFailure) -> Unicode.Scalar {
    let letter = at + 1 < bytes.count ? bytes[at + 1] : 0
    let simple: Unicode.Scalar?
    switch letter {
    case UInt8(ascii: "\""): simple = "\""
    case UInt8(ascii: "\\"): simple = "\\"
    case UInt8(ascii: "/"): simple = "/"
    case UInt8(ascii: "b"): simple = "\u{8}"
    case UInt8(ascii: "f"): simple = "\u{C}"
    case UInt8(ascii: "n"): simple = "\n"
    case UInt8(ascii: "r"): simple = "\r"
    case UInt8(ascii: "t"): simple = "\t"
    default: simple = nil
    }
    if let simple {
      at += 2
      return simple
    }
    guard letter == UInt8(ascii: "u") else { throw failure("no such escape in a text") }
    return try unicodeEscape()
  }

  /// `\u` with four hexadecimal digits, or two of them that make one scalar above U+FFFF.
  private mutating func unicodeEscape() throws(SourceFailure) -> Unicode.Scalar {
    guard let first = hexadecimal(at: at + 2) else {
      throw failure("four hexadecimal digits must follow \\u")
    }
    if let scalar = Unicode.Scalar(first) {
      at += 6
      return scalar
    }
    guard first < 0xDC00, at + 7 < bytes.count, bytes[at + 6] == UInt8(ascii: "\\"),
      bytes[at + 7] == UInt8(ascii: "u"), let second = hexadecimal(at: at + 8),
      (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw failure("half of a surrogate pair stands alone") }
    at += 12
    return scalar
  }

  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<start + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value * 16 + UInt32(digit)
    }
    return value
  }
}
