import Simulation

/// By how many steps the quality of each side of an engagement is off what is known of it: nobody
/// knows before a battle how well either side will fight.
///
/// Historians see one side lead by 1.9 steps (C: standard deviation of the judged lead over the 103
/// judged core rows of the development half), so that each side is off by 1.3.
public struct QualitySpread: Sendable, Equatable {
  /// Hundredths of chance by which a side is -2, -1, 0, 1, 2 steps off: a deviation of 1.27.
  private static let shares: [Int32] = [15, 21, 28, 21, 15]

  /// The attacker's steps.
  public var attacker: Int32
  /// The defender's steps.
  public var defender: Int32

  /// Steps for both sides; none where not given.
  public init(attacker: Int32 = 0, defender: Int32 = 0) {
    self.attacker = attacker
    self.defender = defender
  }

  /// The spread of a seed, drawn once for a side. Seeds come in pairs, 1 and 2, 3 and 4, of which
  /// the second is off the other way, so that few seeds show no lead that is not there.
  public init(seed: UInt64) {
    let pair = (seed &+ 1) / 2
    let sign: Int32 = seed % 2 == 1 ? 1 : -1
    attacker = sign * Self.steps(pair, side: 0)
    defender = sign * Self.steps(pair, side: 1)
  }

  private static func steps(_ pair: UInt64, side: Int) -> Int32 {
    var draw = Chance.below(100, seed: pair, tick: Tick(0), unit: side, purpose: .quality)
    for (index, share) in shares.enumerated() {
      draw -= share
      if draw < 0 { return Int32(index) - 2 }
    }
    return 2
  }
}
