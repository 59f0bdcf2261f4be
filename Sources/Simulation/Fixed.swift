/// Integer arithmetic of the simulation: named roundings, roots, exponentials and angles.
///
/// Nothing here uses the floating-point unit, so that every processor gives the same bits.
public enum Fixed {
  /// 1 in Q16.
  public static let one: Int64 = 65_536

  /// `a * b / c`, rounded to nearest, halves away from zero. Traps if `a * b` leaves Int64 or `c`
  /// is 0.
  @inlinable
  public static func mulDiv(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64 {
    let product = a * b
    let quotient = product / c
    let rest = product % c
    guard 2 * rest.magnitude >= c.magnitude else { return quotient }
    return (product < 0) == (c < 0) ? quotient + 1 : quotient - 1
  }

  /// `a * b / c`, rounded down. Traps if `a * b` leaves Int64 or `c` is 0.
  @inlinable
  public static func mulDivFloor(_ a: Int64, _ b: Int64, _ c: Int64) -> Int64 { floorDiv(a * b, c) }

  /// `a / b`, rounded down. Traps if `b` is 0.
  @inlinable
  public static func floorDiv(_ a: Int64, _ b: Int64) -> Int64 {
    let quotient = a / b
    return a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient
  }

  /// The remainder that goes with `floorDiv`: it has the sign of `b`.
  @inlinable
  public static func floorMod(_ a: Int64, _ b: Int64) -> Int64 { a - b * floorDiv(a, b) }

  /// The largest integer whose square is at most `value`; 0 for what is negative.
  public static func isqrt(_ value: Int64) -> Int64 {
    guard value > 0 else { return 0 }
    // Newton's method from above, which falls until it has the root (Cohen, A Course in
    // Computational Algebraic Number Theory, 1993, algorithm 1.7.1).
    var root: Int64 = 1 << ((64 - Int64(value.leadingZeroBitCount) + 1) / 2)
    while true {
      let next = (root + value / root) / 2
      guard next < root else { return root }
      root = next
    }
  }

  /// e to the power of `x`; both in Q16. Relative error below 1 / 2^20 or half a unit of the
  /// result.
  ///
  /// Below -12 the result is 0; above 20 it is that of 20.
  public static func expQ16(_ x: Int32) -> Int64 {
    guard x > -12 << 16 else { return 0 }
    // x = k ln 2 + r with |r| <= ln 2 / 2, then the series of e^r (degree 8: error 2e-10) in Q30.
    let wide = Int64(min(x, 20 << 16)) << 14
    let ln2: Int64 = 744_261_118
    let k = floorDiv(wide + ln2 / 2, ln2)
    let r = wide - k * ln2
    // 1/8! … 1/0! in Q30 by Horner's scheme.
    var sum: Int64 = 213_044 + (26_631 * r) >> 30
    sum = 1_491_308 + (sum * r) >> 30
    sum = 8_947_849 + (sum * r) >> 30
    sum = 44_739_243 + (sum * r) >> 30
    sum = 178_956_971 + (sum * r) >> 30
    sum = 536_870_912 + (sum * r) >> 30
    sum = 1_073_741_824 + (sum * r) >> 30
    sum = 1_073_741_824 + (sum * r) >> 30
    let shift = 14 - k
    return shift > 0 ? (sum + 1 << (shift - 1)) >> shift : sum << -shift
  }

  /// The natural logarithm of `x`; both in Q16. Error below one unit of the result. Traps unless
  /// `x` > 0.
  public static func lnQ16(_ x: Int64) -> Int32 {
    precondition(x > 0, "the logarithm of \(x)")
    // x = m 2^e with m in 0.75 ..< 1.5, then ln m = 2 artanh((m - 1) / (m + 1)) in Q30.
    let bits = 63 - Int64(x.leadingZeroBitCount)
    var exponent = bits - 16
    var m = bits <= 30 ? x << (30 - bits) : x >> (bits - 30)
    if m >= 3 << 29 {
      m >>= 1
      exponent += 1
    }
    let one: Int64 = 1 << 30
    let z = ((m - one) << 30) / (m + one)
    let square = (z * z) >> 30
    // 1/11, 1/9 … 1 in Q30 by Horner's scheme.
    var sum: Int64 = 119_304_647 + (97_612_893 * square) >> 30
    sum = 153_391_689 + (sum * square) >> 30
    sum = 214_748_365 + (sum * square) >> 30
    sum = 357_913_941 + (sum * square) >> 30
    sum = 1_073_741_824 + (sum * square) >> 30
    let logarithm = 2 * ((sum * z) >> 30) + exponent * 744_261_118
    return Int32((logarithm + 1 << 13) >> 14)
  }
}
