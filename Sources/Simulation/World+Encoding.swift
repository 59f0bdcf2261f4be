// The written form: 8 bytes of name, the rules version, the digests of setup and ground and the
// seed as 8 bytes each, most significant first; then every column as runs (length, value) of
// variable-length numbers behind its count; last a check sum of all that.

extension World {
  private static let magic: [UInt8] = Array("SITREPW1".utf8)

  /// The whole state but the setup, compact; `init(_:encoded:)` gives it back exactly.
  public func encoded() -> [UInt8] {
    var writer = EncodingVisitor(bytes: Self.magic)
    writer.append(wide: UInt64(UInt32(bitPattern: Self.rulesVersion)))
    writer.append(wide: setup.sourceDigest)
    writer.append(wide: setup.terrainHash)
    writer.append(wide: seed)
    var copy = self
    copy.walk(&writer)
    writer.append(wide: Self.checksum(writer.bytes[...]))
    return writer.bytes
  }

  /// The state that `encoded()` wrote, for the same setup.
  public init(_ setup: BattleSetup, encoded bytes: [UInt8]) throws(StateError) {
    let headerLength = 40
    guard bytes.count >= headerLength + 8, Array(bytes[0..<8]) == Self.magic else {
      throw StateError(.notAState, "These bytes are no saved state.", at: 0)
    }
    let version = Self.wide(bytes, 8)
    guard version == UInt64(UInt32(bitPattern: Self.rulesVersion)) else {
      throw StateError(
        .otherVersion, "Saved by rules \(version), these are rules \(Self.rulesVersion).", at: 8)
    }
    guard Self.wide(bytes, 16) == setup.sourceDigest, Self.wide(bytes, 24) == setup.terrainHash
    else { throw StateError(.otherBattle, "Saved from another scenario or other ground.", at: 16) }
    let end = bytes.count - 8
    guard Self.wide(bytes, end) == Self.checksum(bytes[..<end]) else {
      throw StateError(.damaged, "The saved state is damaged: its check sum is wrong.", at: end)
    }
    self.init(setup, seed: Self.wide(bytes, 32))
    var reader = DecodingVisitor(bytes: bytes, offset: headerLength, end: end)
    walk(&reader)
    if let failure = reader.failure { throw failure }
    guard reader.offset == end else {
      throw StateError(.damaged, "The saved state has too many bytes.", at: reader.offset)
    }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hasher = StateHasher()
    hasher.add(Array(bytes))
    return hasher.value
  }

  private static func wide(_ bytes: [UInt8], _ offset: Int) -> UInt64 {
    bytes[offset..<(offset + 8)].reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Writes columns.
private struct EncodingVisitor: ColumnVisitor {
  var bytes: [UInt8]

  mutating func append(wide value: UInt64) {
    for shift in stride(from: 56, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
    }
  }

  private mutating func append(_ value: UInt64) {
    VariableNumber.append(value, to: &bytes)
  }

  private mutating func append<Number: FixedWidthInteger>(runs column: [Number]) {
    append(UInt64(column.count))
    var start = 0
    while start < column.count {
      let value = column[start]
      var end = start + 1
      while end < column.count, column[end] == value { end += 1 }
      append(UInt64(end - start))
      // Zigzag: small numbers of either sign stay short.
      let signed = Int64(truncatingIfNeeded: value)
      append(UInt64(bitPattern: signed << 1 ^ signed >> 63))
      start = end
    }
  }

  mutating func begin(_ group: StaticString, _ index: Int) {}

  mutating func visit(
    _ name: StaticString, _ column: inout [Int32], _ range: ClosedRange<Int32>, count: Int?
  ) { append(runs: column) }

  mutating func visit(
    _ name: StaticString, _ column: inout [UInt8], _ range: ClosedRange<UInt8>, count: Int
  ) { append(runs: column) }

  mutating func visit(_ name: StaticString, _ column: inout [Int64], count: Int?) {
    append(runs: column)
  }
}

/// Reads columns back, checking each number; after the first failure it reads no more.
private struct DecodingVisitor: ColumnVisitor {
  let bytes: [UInt8]
  var offset: Int
  let end: Int
  var failure: StateError?

  init(bytes: [UInt8], offset: Int, end: Int) {
    self.bytes = bytes
    self.offset = offset
    self.end = end
  }

  private mutating func next() -> UInt64? {
    VariableNumber.read(bytes, at: &offset, end: end)
  }

  private mutating func read<Number: FixedWidthInteger>(
    _ name: StaticString, _ column: inout [Number], _ range: ClosedRange<Number>, _ count: Int?
  ) {
    guard failure == nil else { return }
    guard let length = next(), length <= 1 << 24,
      count.map({ $0 == Int(length) }) ?? (length <= 1 << 20)
    else { return fail(.damaged, name, "has a wrong length") }
    var values: [Number] = []
    values.reserveCapacity(Int(length))
    while values.count < Int(length) {
      guard let run = next(), run >= 1, run <= length - UInt64(values.count), let raw = next()
      else { return fail(.damaged, name, "is cut short") }
      let signed = Int64(bitPattern: raw >> 1) ^ -Int64(bitPattern: raw & 1)
      guard let value = Number(exactly: signed), range.contains(value) else {
        return fail(.outOfRange, name, "holds \(signed)")
      }
      for _ in 0..<run { values.append(value) }
    }
    column = values
  }

  private mutating func fail(_ kind: StateError.Kind, _ name: StaticString, _ what: String) {
    failure = StateError(kind, "The column \(name) of the saved state \(what).", at: offset)
  }

  mutating func begin(_ group: StaticString, _ index: Int) {}

  mutating func visit(
    _ name: StaticString, _ column: inout [Int32], _ range: ClosedRange<Int32>, count: Int?
  ) { read(name, &column, range, count) }

  mutating func visit(
    _ name: StaticString, _ column: inout [UInt8], _ range: ClosedRange<UInt8>, count: Int
  ) { read(name, &column, range, count) }

  mutating func visit(_ name: StaticString, _ column: inout [Int64], count: Int?) {
    read(name, &column, Int64.min...Int64.max, count)
  }
}
