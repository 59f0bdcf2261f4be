extension CombatScratch {
  /// Adds to the cohesion that a unit loses this minute, permille times 10^6.
  mutating func shake(_ row: Int, _ kind: ShockKind, _ micro: Int64) {
    shock[row] += micro
    count(row, kind, micro)
  }

  /// Adds to the cohesion that a unit loses as a whole, permille.
  mutating func jolt(_ row: Int, _ kind: ShockKind, _ permille: Int32) {
    jolt[row] += permille
    count(row, kind, Int64(permille) * 1_000_000)
  }

  private mutating func count(_ row: Int, _ kind: ShockKind, _ micro: Int64) {
    guard micro > 0 else { return }
    shocks[row * ShockKind.count + Int(kind.rawValue)] += micro
    if !isShaken[row] {
      isShaken[row] = true
      shaken.append(Int32(row))
    }
  }
}
