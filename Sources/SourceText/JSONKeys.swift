/// The keys of one object, to find one that stands twice: a few by comparing, many by a set.
struct JSONKeys {
  private var many: Set<String> = []

  /// Whether `key` is new beside the keys of `pairs`.
  mutating func insert(_ key: String, among pairs: [SourceNode.Pair]) -> Bool {
    guard pairs.count >= 12 else { return !pairs.contains { $0.key == key } }
    if many.isEmpty { many = Set(pairs.map(\.key)) }
    return many.insert(key).inserted
  }
}
