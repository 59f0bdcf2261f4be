/// Lines of sight found before: they depend on the ground alone, so a table of the last answers by
/// both ends changes nothing but the time it takes.
struct SightLines: Sendable {
  private static let capacity = 1 << 16
  /// Both ends and the answer; 0 for an empty place.
  private var known: [UInt64] = Array(repeating: 0, count: capacity)

  /// The answer for a line, from the table or from `find`.
  @inline(__always)
  mutating func isClear(_ from: Int, _ to: Int, _ find: () -> Bool) -> Bool {
    let key = (UInt64(from) << 32 | UInt64(to) << 1) + 2
    let mixed = (UInt64(from) &* 0x9E37_79B9_7F4A_7C15) ^ (UInt64(to) &* 0xC2B2_AE3D_27D4_EB4F)
    let place = Int(mixed >> 48)
    if known[place] & ~1 == key { return known[place] & 1 == 1 }
    let answer = find()
    known[place] = key | (answer ? 1 : 0)
    return answer
  }
}
