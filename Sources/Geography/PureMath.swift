/// Sine, arctangent and their kin by + − × ÷ √ only, in a fixed order, so that every processor
/// gives the same bits. Errors are below 4 units in the last place in the ranges named.
enum PureMath {
  static let pi = 3.141592653589793
  static let degree = pi / 180

  /// Sine and cosine; `x` within ±4π.
  static func sinCos(_ x: Double) -> (sin: Double, cos: Double) {
    let turns = (x / (pi / 2)).rounded()
    // π/2 in two parts, so that the rest keeps its last digits (Cody and Waite, 1980).
    let rest = (x - turns * 1.57079632673412561417e+00) - turns * 6.07710050650619224932e-11
    let (s, c) = (sinSeries(rest), cosSeries(rest))
    switch Int(turns) & 3 {
    case 0: return (s, c)
    case 1: return (c, -s)
    case 2: return (-s, -c)
    default: return (-c, s)
    }
  }

  /// The angle of the vector (x, y), -π…π; 0 for none.
  static func atan2(_ y: Double, _ x: Double) -> Double {
    if x > 0, x >= abs(y) { return atan(y / x) }
    if y > 0, y >= abs(x) { return pi / 2 - atan(x / y) }
    if y < 0, -y >= abs(x) { return -pi / 2 - atan(x / y) }
    if x < 0 { return (y < 0 ? -pi : pi) + atan(y / x) }
    return 0
  }

  /// The arctangent: halved until it is small, then its Taylor series.
  static func atan(_ x: Double) -> Double {
    var small = x
    var factor = 1.0
    while abs(small) > 0.12 {
      small /= 1 + (1 + small * small).squareRoot()
      factor *= 2
    }
    return factor * small * oddSeries(small * small, alternating: true)
  }

  /// The inverse of the hyperbolic tangent; |x| below 0.1.
  static func atanhSmall(_ x: Double) -> Double { x * oddSeries(x * x, alternating: false) }

  /// The inverse of the hyperbolic sine.
  static func asinh(_ x: Double) -> Double {
    var small = x
    var factor = 1.0
    while abs(small) > 0.15 {
      // asinh x = 2 asinh(x / √(2 (1 + √(1 + x²)))), by the formula of the half angle.
      small /= (2 * (1 + (1 + small * small).squareRoot())).squareRoot()
      factor *= 2
    }
    return factor * 2 * atanhSmall(small / (1 + (1 + small * small).squareRoot()))
  }

  /// The hyperbolic sine; |x| up to 4.
  static func sinh(_ x: Double) -> Double {
    guard abs(x) > 0.5 else {
      let q = x * x
      var sum = 1.0
      for k in [16.0, 14, 12, 10, 8, 6, 4, 2] { sum = 1 + sum * q / (k * (k + 1)) }
      return x * sum
    }
    let half = sinh(x / 2)
    return 2 * half * (1 + half * half).squareRoot()
  }

  /// 1 ± q/3 + q²/5 ± …, for q up to 0.0225.
  private static func oddSeries(_ q: Double, alternating: Bool) -> Double {
    let step = alternating ? -q : q
    var sum = 1.0 / 21
    sum = 1.0 / 19 + step * sum
    sum = 1.0 / 17 + step * sum
    sum = 1.0 / 15 + step * sum
    sum = 1.0 / 13 + step * sum
    sum = 1.0 / 11 + step * sum
    sum = 1.0 / 9 + step * sum
    sum = 1.0 / 7 + step * sum
    sum = 1.0 / 5 + step * sum
    sum = 1.0 / 3 + step * sum
    return 1 + step * sum
  }

  /// The Taylor series of the sine for |x| ≤ π/4.
  private static func sinSeries(_ x: Double) -> Double {
    let q = x * x
    var sum = 1.0 - q / 272
    sum = 1 - q / 210 * sum
    sum = 1 - q / 156 * sum
    sum = 1 - q / 110 * sum
    sum = 1 - q / 72 * sum
    sum = 1 - q / 42 * sum
    sum = 1 - q / 20 * sum
    return x * (1 - q / 6 * sum)
  }

  /// The Taylor series of the cosine for |x| ≤ π/4.
  private static func cosSeries(_ x: Double) -> Double {
    let q = x * x
    var sum = 1.0 - q / 240
    sum = 1 - q / 182 * sum
    sum = 1 - q / 132 * sum
    sum = 1 - q / 90 * sum
    sum = 1 - q / 56 * sum
    sum = 1 - q / 30 * sum
    sum = 1 - q / 12 * sum
    return 1 - q / 2 * sum
  }
}
