/// The decimal digits of a number as far as 64 bits hold them.
struct JSONDigits {
  private var value: UInt64 = 0
  private var isTooLong = false

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Appends a digit 0…9.
  mutating func append(_ digit: UInt8) {
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
    if overflow || carry { isTooLong = true } else { value = sum }
  }

  /// The whole number; nil where 64 bits do not hold it.
  func whole(isNegative: Bool) -> Int64? {
    guard !isTooLong else { return nil }
    if isNegative, value == UInt64(1) << 63 { return .min }
    guard let whole = Int64(exactly: value) else { return nil }
    return isNegative ? -whole : whole
  }

  /// The number with so many of its digits behind the point, where that is correctly rounded by
  /// one division: digits below 2^53 and a power of ten that a `Double` holds exactly
  /// (Clinger, "How to read floating point numbers accurately", 1990).
  func exact(fractionDigits: Int) -> Double? {
    guard !isTooLong, value < 1 << 53, fractionDigits < Self.powersOfTen.count else { return nil }
    return Double(value) / Self.powersOfTen[fractionDigits]
  }
}
