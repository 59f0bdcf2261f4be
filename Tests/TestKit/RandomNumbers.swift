/// Numbers that a seed repeats on every machine (SplitMix64; Steele, Lea, Flood 2014).
public struct RandomNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The numbers of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A number from 0 to below `limit`, which is 1 or more.
  public mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }

  /// One of some things; traps where there are none.
  public mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
}
