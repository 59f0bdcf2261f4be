/// What a draw of chance is for. One purpose's draws never shift another's.
public enum ChancePurpose: UInt32, CaseIterable, Sendable {
  // At the start
  case strength, quality, arrival, arrivalGroup, release, ceaseFire
  // Command and movement
  case orderDelay, breakdown
  // Spotting
  case detection, detail, estimate, partisanDetection
  // Fire and effects
  case counterBattery, airDefence, airHit, airMiss, losses, suppression, cohesion, recovery
  case push
  // Civilians and partisans
  case refugees, civiliansInjured, ambush
  // Estimates and play-outs
  case belief
  // Spotting again: new purposes come last, so that the draws of the others stay as they are
  case patrol
}

/// Counter-based chance: a number is a mix of seed, moment, unit and purpose, so there is no stream
/// whose state could drift, and the order of asking does not matter.
public enum Chance {
  /// 64 mixed bits.
  ///
  /// The mixer is the finalizer of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom
  /// number generators, OOPSLA 2014), once for each part of the key.
  public static func bits(seed: UInt64, tick: Tick, unit: Int, purpose: ChancePurpose) -> UInt64 {
    var state = mix(seed &+ 0x9E37_79B9_7F4A_7C15)
    state = mix(state ^ UInt64(UInt32(bitPattern: tick.rawValue)) &+ 0x9E37_79B9_7F4A_7C15)
    state = mix(state ^ UInt64(bitPattern: Int64(unit)) &+ 0x3C6E_F372_FE94_F82A)
    return mix(state ^ UInt64(purpose.rawValue) &+ 0xDAA6_6D2C_7DDF_743F)
  }

  /// A whole number 0 ..< `bound`. The bias is below `bound` / 2^64. Traps unless `bound` > 0.
  public static func below(
    _ bound: Int32, seed: UInt64, tick: Tick, unit: Int, purpose: ChancePurpose
  ) -> Int32 {
    precondition(bound > 0, "a draw below \(bound)")
    let drawn = bits(seed: seed, tick: tick, unit: unit, purpose: purpose)
    return Int32(drawn.multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A whole number of a band, both ends included.
  public static func within(
    _ band: ClosedRange<Int32>, seed: UInt64, tick: Tick, unit: Int, purpose: ChancePurpose
  ) -> Int32 {
    let width = band.upperBound - band.lowerBound + 1
    return band.lowerBound
      + below(width, seed: seed, tick: tick, unit: unit, purpose: purpose)
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension World {
  /// A whole number 0 ..< `below` for a unit (or another row) at this tick.
  @inline(__always)
  public func chance(_ purpose: ChancePurpose, _ unit: Int, below: Int32) -> Int32 {
    Chance.below(below, seed: seed, tick: tick, unit: unit, purpose: purpose)
  }
}
