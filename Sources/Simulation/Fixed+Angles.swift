extension Fixed {
  /// The sine of an angle of 2^16 units a turn, in Q16. Error below one unit.
  public static func sin(_ turns16: Int32) -> Int32 {
    Int32((sinQ30(UInt32(truncatingIfNeeded: turns16) << 16) + 1 << 13) >> 14)
  }

  /// The cosine of an angle of 2^16 units a turn, in Q16. Error below one unit.
  public static func cos(_ turns16: Int32) -> Int32 { sin(turns16 &+ 16_384) }

  /// The sine of an angle of 2^32 units a turn, in Q30. Error below 2e-7.
  public static func sinQ30(_ turns: UInt32) -> Int64 {
    // Fold into -90° … 90°, where y runs from -1 to 1 in Q30; then the series of sin(πy/2).
    var angle = Int64(Int32(bitPattern: turns))
    if angle > 1 << 30 { angle = 1 << 31 - angle }
    if angle < -(1 << 30) { angle = -(1 << 31) - angle }
    let square = (angle * angle) >> 30
    var sum: Int64 = -3_864
    for coefficient in sineCoefficients { sum = coefficient + (sum * square) >> 30 }
    return (sum * angle) >> 30
  }

  /// The cosine of an angle of 2^32 units a turn, in Q30. Error below 2e-7.
  public static func cosQ30(_ turns: UInt32) -> Int64 { sinQ30(turns &+ 1 << 30) }

  /// The direction of (x, y) in 2^32 units a turn, counter-clockwise from the x axis; 0 for (0, 0).
  /// Error below 32 units. Traps beyond ±2^40.
  public static func atan2(_ y: Int64, _ x: Int64) -> UInt32 {
    precondition(abs(x) <= 1 << 40 && abs(y) <= 1 << 40, "the direction of (\(x), \(y))")
    guard x != 0 || y != 0 else { return 0 }
    // CORDIC in vectoring mode (Volder 1959): turn the vector onto the x axis by known steps.
    var (u, v, turned) = x < 0 ? (-x, -y, Int64(1) << 31) : (x, y, Int64(0))
    let lift = max(0, Int64((max(abs(u), abs(v))).leadingZeroBitCount) - 10)
    u <<= lift
    v <<= lift
    for (step, angle) in arctangents.enumerated() {
      let (du, dv) = (v >> step, u >> step)
      if v > 0 {
        (u, v, turned) = (u + du, v - dv, turned + angle)
      } else {
        (u, v, turned) = (u - du, v + dv, turned - angle)
      }
    }
    return UInt32(truncatingIfNeeded: turned)
  }

  /// The angle whose sine is `sine` (Q30, -2^30 … 2^30), -2^30 … 2^30 of 2^32 a turn.
  public static func asin(_ sine: Int64) -> Int32 {
    let bounded = min(max(sine, -(1 << 30)), 1 << 30)
    let cosine = isqrt(1 << 60 - bounded * bounded)
    return Int32(bitPattern: atan2(bounded, cosine))
  }

  /// (π/2)^(2k+1)/(2k+1)! with falling k and alternating sign in Q30, for Horner's scheme.
  private static let sineCoefficients: [Int64] = [
    172_272, -5_026_995, 85_569_306, -693_598_668, 1_686_629_713,
  ]

  /// arctan(2^-k) in 2^32 a turn.
  private static let arctangents: [Int64] = [
    536_870_912, 316_933_406, 167_458_907, 85_004_756, 42_667_331, 21_354_465, 10_679_838,
    5_340_245, 2_670_163, 1_335_087, 667_544, 333_772, 166_886, 83_443, 41_722, 20_861, 10_430,
    5_215, 2_608, 1_304, 652, 326, 163, 81, 41, 20, 10, 5,
  ]
}
