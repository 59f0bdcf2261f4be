/// ln and exp of Double by arithmetic alone, so that every processor gives the same bits.
enum NaturalLogarithm {
  private static let ln2 = 0.693_147_180_559_945_3

  /// The natural logarithm of a positive finite number.
  static func of(_ value: Double) -> Double {
    precondition(value > 0 && value.isFinite, "the logarithm of \(value)")
    // value = m 2^k with m in 0.75 ..< 1.5, then ln m = 2 artanh((m - 1) / (m + 1)).
    var m = value.significand
    var k = Double(value.exponent)
    if m >= 1.5 {
      m /= 2
      k += 1
    }
    let z = (m - 1) / (m + 1)
    let square = z * z
    var sum = 0.0
    for power in stride(from: 19, through: 1, by: -2) { sum = 1 / Double(power) + sum * square }
    return 2 * z * sum + k * ln2
  }

  /// e to the power of a number between -700 and 700.
  static func exponential(_ value: Double) -> Double {
    precondition(abs(value) <= 700, "e to the power of \(value)")
    let k = (value / ln2).rounded()
    let rest = value - k * ln2
    var sum = 1.0
    for term in stride(from: 18, through: 1, by: -1) { sum = 1 + sum * rest / Double(term) }
    return sum * Double(sign: .plus, exponent: Int(k), significand: 1)
  }
}
