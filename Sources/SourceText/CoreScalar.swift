/// What a plain scalar means by the core schema (YAML 1.2.2, 10.3.2), less what is not finite.
enum CoreScalar {
  /// A value.
  case value(SourceNode.Value)
  /// `.inf`, `.nan` or a number beyond a double's range.
  case notFinite
  /// A whole number beyond 64 bits.
  case tooLarge

  /// Resolves a scalar's text.
  init(_ text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .value(.null)
    case "true", "True", "TRUE": self = .value(.bool(true))
    case "false", "False", "FALSE": self = .value(.bool(false))
    case ".nan", ".NaN", ".NAN": self = .notFinite
    default: self = Self.number(text) ?? .value(.string(text))
    }
  }

  private static func number(_ text: String) -> CoreScalar? {
    var digits = Substring(text)
    if let sign = digits.first, sign == "-" || sign == "+" { digits = digits.dropFirst() }
    guard let first = digits.utf8.first else { return nil }
    if digits == ".inf" || digits == ".Inf" || digits == ".INF" { return .notFinite }
    guard first == UInt8(ascii: ".") || isDigit(first) else { return nil }
    if text.hasPrefix("0x") { return integer(digits.dropFirst(2), radix: 16, negative: false) }
    if text.hasPrefix("0o") { return integer(digits.dropFirst(2), radix: 8, negative: false) }
    if digits.utf8.allSatisfy(isDigit) {
      return integer(digits, radix: 10, negative: text.hasPrefix("-"))
    }
    guard isDecimal(digits) else { return nil }
    guard let value = Double(text), value.isFinite else { return .notFinite }
    return .value(.number(value))
  }

  private static func integer(_ digits: Substring, radix: Int, negative: Bool) -> CoreScalar? {
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    if let value = Int64(negative ? "-\(digits)" : "\(digits)", radix: radix) {
      return .value(.integer(value))
    }
    // Beyond 64 bits, unless a digit does not belong to the radix: then it is text.
    let fits = digits.allSatisfy { ($0.hexDigitValue ?? 99) < radix }
    return fits ? .tooLarge : nil
  }

  /// Digits with at most one point and an exponent: `12.`, `.5`, `1.5e-3`.
  private static func isDecimal(_ digits: Substring) -> Bool {
    let parts = digits.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard mantissa.count <= 2, mantissa.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
      mantissa.contains(where: { !$0.isEmpty })
    else { return false }
    guard parts.count == 2 else { return true }
    var exponent = parts[1]
    if let sign = exponent.first, sign == "-" || sign == "+" { exponent = exponent.dropFirst() }
    return !exponent.isEmpty && exponent.utf8.allSatisfy(isDigit)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
