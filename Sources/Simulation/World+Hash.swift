extension World {
  /// A hash of the whole state: setup digests, seed and every column in declared order.
  public var stateHash: UInt64 {
    var hasher = StateHasher()
    hasher.add(setup.sourceDigest)
    hasher.add(setup.terrainHash)
    hasher.add(seed)
    for column in columnHashes() { hasher.add(column.hash) }
    return hasher.value
  }

  /// The hash of each column by its name (`units.hex`, `knowledge.0.serial`), in declared order.
  public func columnHashes() -> [(name: String, hash: UInt64)] {
    var visitor = HashingVisitor()
    var copy = self
    copy.walk(&visitor)
    return visitor.hashes
  }
}

/// Notes a hash for each column.
private struct HashingVisitor: ColumnVisitor {
  var hashes: [(name: String, hash: UInt64)] = []
  private var group = ""

  mutating func begin(_ group: StaticString, _ index: Int) {
    self.group = index < 0 ? "\(group)" : "\(group).\(index)"
  }

  mutating func visit(
    _ name: StaticString, _ column: inout [Int32], _ range: ClosedRange<Int32>, count: Int?
  ) {
    var hasher = StateHasher()
    hasher.add(column)
    hashes.append(("\(group).\(name)", hasher.value))
  }

  mutating func visit(
    _ name: StaticString, _ column: inout [UInt8], _ range: ClosedRange<UInt8>, count: Int
  ) {
    var hasher = StateHasher()
    hasher.add(column)
    hashes.append(("\(group).\(name)", hasher.value))
  }

  mutating func visit(_ name: StaticString, _ column: inout [Int64], count: Int?) {
    var hasher = StateHasher()
    hasher.add(column)
    hashes.append(("\(group).\(name)", hasher.value))
  }
}
