extension JSONReader {
  /// The number at the next byte: whole where it is written so and fits 64 bits.
  mutating func number() throws(SourceFailure) -> SourceNode.Value {
    let start = at
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { at += 1 }
    var digits = JSONDigits()
    let firstDigit = at
    takeDigits(&digits)
    guard at > firstDigit else { throw failure("a digit must stand here") }
    if bytes[firstDigit] == UInt8(ascii: "0"), at - firstDigit > 1 {
      throw failure("a number must not begin with a needless zero")
    }
    var isWhole = true
    var fractionDigits = 0
    if current == UInt8(ascii: ".") {
      isWhole = false
      at += 1
      let begin = at
      takeDigits(&digits)
      fractionDigits = at - begin
      guard fractionDigits > 0 else { throw failure("a digit must follow the decimal point") }
    }
    let hasExponent = current | 0x20 == UInt8(ascii: "e")
    if hasExponent {
      isWhole = false
      try skipExponent()
    }
    if isWhole, let value = digits.whole(isNegative: isNegative) { return .integer(value) }
    if !hasExponent, let value = digits.exact(fractionDigits: fractionDigits) {
      return .number(isNegative ? -value : value)
    }
    // The standard library's reading is correctly rounded for any number of digits.
    guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)), value.isFinite
    else {
      at = start
      throw failure("the number is too large")
    }
    return .number(value)
  }

  private mutating func takeDigits(_ digits: inout JSONDigits) {
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) {
      digits.append(bytes[at] - UInt8(ascii: "0"))
      at += 1
    }
  }

  private mutating func skipExponent() throws(SourceFailure) {
    at += 1
    if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { at += 1 }
    var ignored = JSONDigits()
    let begin = at
    takeDigits(&ignored)
    guard at > begin else { throw failure("a digit must stand in the exponent") }
  }
}
