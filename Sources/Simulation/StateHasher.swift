/// A 64-bit hash of columns of numbers, for finding divergence, not for secrecy.
///
/// Each value is folded in by a multiply and a rotation as in FNV and wyhash; the order counts.
public struct StateHasher: Sendable {
  /// The hash of what was added so far.
  public var value: UInt64 { Self.finish(state) }
  private var state: UInt64

  /// A hasher that starts from a number.
  public init(_ start: UInt64 = 0) { state = start ^ 0x243F_6A88_85A3_08D3 }

  /// Adds a number.
  @inline(__always)
  public mutating func add(_ number: UInt64) {
    let mixed = (state ^ number) &* 0x9E37_79B9_7F4A_7C15
    state = mixed << 29 | mixed >> 35
  }

  /// Adds a column: its length, then each entry.
  public mutating func add(_ column: [Int32]) {
    add(UInt64(column.count))
    for entry in column { add(UInt64(UInt32(bitPattern: entry))) }
  }

  /// Adds a column: its length, then its bytes, eight to a number.
  public mutating func add(_ column: [UInt8]) {
    add(UInt64(column.count))
    var word: UInt64 = 0
    for (index, byte) in column.enumerated() {
      word = word << 8 | UInt64(byte)
      if index & 7 == 7 { add(word) }
    }
    add(word)
  }

  /// Adds a column: its length, then each entry.
  public mutating func add(_ column: [Int64]) {
    add(UInt64(column.count))
    for entry in column { add(UInt64(bitPattern: entry)) }
  }

  private static func finish(_ state: UInt64) -> UInt64 {
    var z = state
    z = (z ^ (z >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    z = (z ^ (z >> 33)) &* 0xC4CE_B9FE_1A85_EC53
    return z ^ (z >> 33)
  }
}
