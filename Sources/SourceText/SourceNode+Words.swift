extension SourceNode {
  /// What it is, for messages: `a list`, `the text 'abc'`.
  public var kindForPeople: String {
    switch value {
    case .null: "nothing"
    case .bool(let bool): "\(bool)"
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .string(let text): "the text '\(text.prefix(40))\(text.count > 40 ? "…" : "")'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// Whether it is a single value and neither nothing, a list nor a mapping.
  public var isScalar: Bool {
    switch value {
    case .bool, .integer, .number, .string: true
    case .null, .sequence, .mapping: false
    }
  }

  /// The pairs of a mapping; empty for anything else.
  public var mappingPairs: [Pair] {
    if case .mapping(let pairs) = value { pairs } else { [] }
  }

  /// Where a key of a mapping stands; the mapping's own place where it is not there.
  public func position(ofKey key: String) -> SourcePosition {
    mappingPairs.first { $0.key == key }?.keyPosition ?? position
  }
}
