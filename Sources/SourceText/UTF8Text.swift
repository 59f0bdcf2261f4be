/// Bytes as UTF-8 text.
public enum UTF8Text {
  /// Throws with line and column of the first byte that is not UTF-8; a byte order mark is legal.
  public static func check(_ bytes: [UInt8], file: String) throws(SourceFailure) {
    // The standard library's validation is quick also in a debug build.
    if bytes.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil { return }
    let offset = firstFault(in: bytes) ?? 0
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    throw SourceFailure([
      Diagnostic(
        file: file, position: position(of: offset, in: bytes),
        message: "the byte 0x\(digits.count < 2 ? "0" : "")\(digits) is not UTF-8",
        hint: "save the file as UTF-8")
    ])
  }

  /// The line and column of a byte, counting scalars that begin before it.
  public static func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    var place = SourcePosition(line: 1, column: 1)
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }

  /// The offset of the first sequence that is not well formed (Unicode 15, table 3-7).
  private static func firstFault(in bytes: [UInt8]) -> Int? {
    var at = 0
    while at < bytes.count {
      let length = sequenceLength(bytes, at)
      if length == 0 { return at }
      at += length
    }
    return nil
  }

  /// The bytes of the well-formed sequence that begins at `at`; 0 where there is none.
  private static func sequenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let first = bytes[at]
    let rule: (length: Int, second: ClosedRange<UInt8>)
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: rule = (2, 0x80...0xBF)
    case 0xE0: rule = (3, 0xA0...0xBF)
    case 0xED: rule = (3, 0x80...0x9F)
    case 0xE1...0xEF: rule = (3, 0x80...0xBF)
    case 0xF0: rule = (4, 0x90...0xBF)
    case 0xF1...0xF3: rule = (4, 0x80...0xBF)
    case 0xF4: rule = (4, 0x80...0x8F)
    default: return 0
    }
    guard at + rule.length <= bytes.count, rule.second.contains(bytes[at + 1]) else { return 0 }
    for offset in 2..<max(rule.length, 2) where bytes[at + offset] & 0xC0 != 0x80 { return 0 }
    return rule.length
  }
}
