extension SIDC {
  /// Reads 20 digits; spaces are not allowed.
  ///
  /// Throws an error that names the first wrong digit and what may stand there. Entities and
  /// modifiers are not checked here: the library falls back to the entity's parent.
  public init(_ text: String) throws(SIDCError) {
    var digits: [Int] = []
    for (index, scalar) in text.unicodeScalars.enumerated() {
      guard index < 20 else {
        throw SIDCError(
          digit: 21, message: "a symbol code has 20 digits, this has \(text.unicodeScalars.count)",
          hint: "leave out everything after digit 20")
      }
      guard ("0"..."9").contains(scalar) else {
        throw SIDCError(
          digit: index + 1, message: "digit \(index + 1) is “\(scalar)”",
          hint: "a digit from 0 to 9")
      }
      digits.append(Int(scalar.value) - 48)
    }
    guard digits.count == 20 else {
      throw SIDCError(
        digit: digits.count + 1,
        message: "a symbol code has 20 digits, this has \(digits.count)",
        hint: "a friendly infantry battalion is 10031000161211000000")
    }
    try Self.check(digits)
    self.init(checked: digits)
  }

  /// Throws for the first field whose value the standard does not define.
  private static func check(_ digits: [Int]) throws(SIDCError) {
    guard digits[0] == 1 else {
      throw SIDCError(
        digit: 1, message: "digits 1–2, the version, are \(digits[0])\(digits[1])",
        hint: "10 for 2525D or APP-6D, up to 15")
    }
    guard digits[1] <= 5 else {
      throw SIDCError(
        digit: 2, message: "digits 1–2, the version, are \(digits[0])\(digits[1])",
        hint: "10 for 2525D or APP-6D, up to 15")
    }
    try check(digits, 3, atMost: 2, "the context", "0 reality, 1 exercise or 2 simulation")
    try check(
      digits, 4, atMost: 6, "the identity",
      "0 pending, 1 unknown, 2 assumed friend, 3 friend, 4 neutral, 5 suspect or 6 hostile")
    try check(
      digits, 7, atMost: 5, "the status",
      "0 present, 1 planned, 2 fully capable, 3 damaged, 4 destroyed or 5 full")
    try check(
      digits, 8, atMost: 7, "headquarters, task force and dummy",
      "0 for none, or the sum of 1 dummy, 2 headquarters and 4 task force")
    let echelon = digits[8] * 10 + digits[9]
    guard echelons.contains(echelon) else {
      let tensAreKnown = echelons.contains { $0 / 10 == digits[8] }
      throw SIDCError(
        digit: tensAreKnown ? 10 : 9,
        message: "digits 9–10, echelon or mobility, are \(digits[8])\(digits[9])",
        hint: "00, 11–18, 21–26 for echelons, 31–37, 41, 42, 51, 52 for mobility, or 61, 62")
    }
  }

  private static func check(
    _ digits: [Int], _ digit: Int, atMost limit: Int, _ what: String, _ hint: String
  ) throws(SIDCError) {
    guard digits[digit - 1] <= limit else {
      throw SIDCError(
        digit: digit, message: "digit \(digit), \(what), is \(digits[digit - 1])", hint: hint)
    }
  }
}
