import Simulation

/// By how many steps the quality of each side of an engagement is off what is known of it: nobody
/// knows before a battle how well either side will fight.
///
/// Each side is off by 2 steps (C): as much as there must be for made-up engagements of three to
/// one against prepared defenders to go wrong about as often as recorded ones do, one in three
/// (SIMULATION.md, sanity results). Historians, who judge after the fact, see one side lead by 1.9
/// steps, 1.3 a side (standard deviation over the 103 judged core rows of the development half);
/// the rest is what they did not see.
public struct QualitySpread: Sendable, Equatable {
  /// Hundredths of chance by which a side is -3 … 3 steps off: a deviation of 1.95.
  private static let shares: [Int32] = [13, 14, 15, 16, 15, 14, 13]

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
      if draw < 0 { return Int32(index) - 3 }
    }
    return 3
  }
}
