import SourceText

/// Writes values as YAML that this program reads back: block style, texts in quotes.
struct YAMLText {
  /// The text so far.
  private(set) var text = ""

  /// The text of a mapping.
  static func of(_ pairs: [(key: String, value: SourceNode)]) -> String {
    var writer = YAMLText()
    writer.write(
      pairs.map { .init(key: $0.key, keyPosition: .start, value: $0.value) }, depth: 0)
    return writer.text
  }

  private mutating func write(_ pairs: [SourceNode.Pair], depth: Int) {
    for pair in pairs {
      text += Self.indent(depth) + Self.key(pair.key) + ":"
      write(value: pair.value, depth: depth)
    }
  }

  /// Writes what follows a key: on its line, or on the lines below it.
  private mutating func write(value node: SourceNode, depth: Int) {
    switch node.value {
    case .mapping(let pairs) where !pairs.isEmpty && !Self.isFlat(node):
      text += "\n"
      write(pairs, depth: depth + 1)
    case .sequence(let items) where !items.isEmpty && !Self.isFlat(node):
      text += "\n"
      for item in items { write(item: item, depth: depth + 1) }
    default: text += " " + Self.flow(node) + "\n"
    }
  }

  /// Writes an item of a list; a mapping begins on the line of its dash.
  private mutating func write(item: SourceNode, depth: Int) {
    guard case .mapping(let pairs) = item.value, !pairs.isEmpty, !Self.isFlat(item) else {
      text += Self.indent(depth) + "- " + Self.flow(item) + "\n"
      return
    }
    for (index, pair) in pairs.enumerated() {
      text += Self.indent(depth) + (index == 0 ? "- " : "  ") + Self.key(pair.key) + ":"
      write(value: pair.value, depth: depth + 1)
    }
  }

  /// Whether a value is short enough for one line: nothing in it but plain values and short lists.
  private static func isFlat(_ node: SourceNode) -> Bool {
    switch node.value {
    case .mapping(let pairs):
      pairs.count <= 4 && pairs.allSatisfy { isFlat($0.value) } && flow(node).count <= 80
    case .sequence(let items):
      items.allSatisfy(isFlat) && flow(node).count <= 80
    default: true
    }
  }

  private static func flow(_ node: SourceNode) -> String {
    switch node.value {
    case .null: "~"
    case .bool(let value): value ? "true" : "false"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .string(let text): quoted(text)
    case .sequence(let items): "[" + items.map(flow).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      pairs.isEmpty
        ? "{}"
        : "{ " + pairs.map { "\(key($0.key)): \(flow($0.value))" }.joined(separator: ", ") + " }"
    }
  }

  private static func key(_ key: String) -> String {
    let isPlain = key.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || byte == 0x5F || byte == 0x2D || (0x30...0x39).contains(byte)
    }
    let begins = key.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
    return isPlain && begins && !["true", "false", "null"].contains(key) ? key : quoted(key)
  }

  /// A text in double quotes with what YAML 1.2 escapes in them (§ 5.7).
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\r": out += "\\r"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        out += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}

extension SourcePosition {
  /// Where a value stands that was read from no file.
  static let start = SourcePosition(line: 1, column: 1)
}

extension SourceNode {
  /// A text.
  static func text(_ text: String) -> SourceNode { .init(.string(text), at: .start) }
  /// A whole number.
  static func whole(_ number: some BinaryInteger) -> SourceNode {
    .init(.integer(Int64(number)), at: .start)
  }
  /// A number.
  static func real(_ number: Double) -> SourceNode { .init(.number(number), at: .start) }
  /// A list.
  static func list(_ items: [SourceNode]) -> SourceNode { .init(.sequence(items), at: .start) }
  /// A mapping of what is there.
  static func table(_ pairs: [(key: String, value: SourceNode?)]) -> SourceNode {
    .init(
      .mapping(
        pairs.compactMap { pair in
          pair.value.map { .init(key: pair.key, keyPosition: .start, value: $0) }
        }), at: .start)
  }
  /// The mapping with a key's value put in or, where it is nil, taken out.
  func setting(_ key: String, _ value: SourceNode?) -> SourceNode {
    guard case .mapping(let pairs) = self.value else { return self }
    var result = pairs.filter { $0.key != key }
    if let value { result.append(.init(key: key, keyPosition: .start, value: value)) }
    return .init(.mapping(result), at: position)
  }
}
