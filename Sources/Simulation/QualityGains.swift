/// What each quality, -3…3, makes of strength and of power: the exponentials of the rules, worked
/// out once.
struct QualityGains: Sendable {
  /// By quality + 3: the factor of strength in fire, Q16.
  private let strengths: [Int64]
  /// By quality + 3: the factor in the balance of powers, Q16.
  private let powers: [Int64]

  /// The gains that the rules give (SIMULATION.md, equations 2 and 7).
  init(_ rules: Rules) {
    func gains(_ step: Int32) -> [Int64] {
      (-3...3).map { $0 == 0 ? Fixed.one : Fixed.expQ16($0 * step * 65_536 / 1000) }
    }
    strengths = gains(rules.combat[.qualityStep])
    powers = gains(rules.morale[.qualityPower])
  }

  /// The factor of strength in fire, Q16.
  @inline(__always)
  func strength(_ quality: Int32) -> Int64 { strengths[Int(quality) + 3] }

  /// The factor in the balance of powers, Q16.
  @inline(__always)
  func power(_ quality: Int32) -> Int64 { powers[Int(quality) + 3] }
}
