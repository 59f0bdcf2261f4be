extension SourceDecoder {
  /// Whether the node is a mapping. Unknown keys (with the nearest known one) and missing required
  /// keys are noted; `what` names the thing in messages: `a unit`.
  public func mapping(
    _ node: SourceNode, known: [String], required: [String] = [], what: String
  ) -> Bool {
    guard case .mapping(let pairs) = node.value else {
      error("\(what) must be a mapping, not \(node.kindForPeople)", hint: example(known), at: node)
      return false
    }
    for pair in pairs where !known.contains(pair.key) {
      error(
        "unknown key '\(pair.key.prefix(60))' in \(what)",
        hint: NearestWord.hint(for: pair.key, among: known), at: pair.keyPosition)
    }
    for key in required where node[key] == nil {
      error("\(what) lacks the key '\(key)'", hint: "add '\(key): …'", at: node)
    }
    return true
  }

  /// The pairs of a mapping with free keys; empty, and noted, where it is none. A missing node or
  /// `null` is an empty mapping.
  public func pairs(_ node: SourceNode?, what: String = "this") -> [SourceNode.Pair] {
    switch node?.value {
    case nil, .null: return []
    case .mapping(let pairs): return pairs
    default:
      if let node { error("\(what) must be a mapping, not \(node.kindForPeople)", at: node) }
      return []
    }
  }

  /// The items of a list; empty, and noted, where it is none. A missing node or `null` is empty.
  public func sequence(_ node: SourceNode?, what: String = "this") -> [SourceNode] {
    switch node?.value {
    case nil, .null: return []
    case .sequence(let items): return items
    default:
      if let node { error("\(what) must be a list, not \(node.kindForPeople)", at: node) }
      return []
    }
  }

  /// A text of `length` scalars.
  public func string(
    _ node: SourceNode?, what: String = "this", length: ClosedRange<Int> = 0...20_000
  ) -> String? {
    guard let node else { return nil }
    guard case .string(let text) = node.value else {
      let hint = node.isScalar ? "put it in quotes" : ""
      error("\(what) must be text, not \(node.kindForPeople)", hint: hint, at: node)
      return nil
    }
    guard length.contains(text.unicodeScalars.count) else {
      let message =
        text.isEmpty
        ? "\(what) must not be empty" : "\(what) has \(text.unicodeScalars.count) characters"
      let range = "\(length.lowerBound)…\(length.upperBound)"
      error(message, hint: "\(range) characters are allowed", at: node)
      return nil
    }
    return text
  }

  /// A whole number within a range.
  public func integer(
    _ node: SourceNode?, in range: ClosedRange<Int64>, what: String = "this"
  ) -> Int64? {
    guard let node else { return nil }
    guard case .integer(let value) = node.value else {
      error(
        "\(what) must be a whole number, not \(node.kindForPeople)", hint: Self.allowed(range),
        at: node)
      return nil
    }
    guard range.contains(value) else {
      error("\(what) is \(value)", hint: Self.allowed(range), at: node)
      return nil
    }
    return value
  }

  /// A number within a range; whole numbers count too.
  public func number(
    _ node: SourceNode?, in range: ClosedRange<Double>, what: String = "this"
  ) -> Double? {
    guard let node else { return nil }
    let value: Double
    switch node.value {
    case .integer(let whole): value = Double(whole)
    case .number(let fraction): value = fraction
    default:
      error(
        "\(what) must be a number, not \(node.kindForPeople)", hint: Self.allowed(range), at: node)
      return nil
    }
    guard range.contains(value) else {
      error("\(what) is \(value)", hint: Self.allowed(range), at: node)
      return nil
    }
    return value
  }

  /// `true` or `false`.
  public func bool(_ node: SourceNode?, what: String = "this") -> Bool? {
    guard let node else { return nil }
    if case .bool(let value) = node.value { return value }
    error("\(what) must be true or false, not \(node.kindForPeople)", at: node)
    return nil
  }

  /// One of the named values.
  public func word<Value>(
    _ node: SourceNode?, of words: [(String, Value)], what: String = "this"
  ) -> Value? {
    guard let node else { return nil }
    let names = words.map(\.0)
    guard case .string(let text) = node.value else {
      let hint = names.count <= 16 ? "one of: \(names.joined(separator: ", "))" : ""
      error("\(what) must be a word, not \(node.kindForPeople)", hint: hint, at: node)
      return nil
    }
    if let found = words.first(where: { $0.0 == text }) { return found.1 }
    error(
      "\(what) is '\(text.prefix(60))', which is not known",
      hint: NearestWord.hint(for: text, among: names), at: node)
    return nil
  }

  private func example(_ known: [String]) -> String {
    known.first.map { "write '\($0): …' and so on" } ?? ""
  }

  private static func allowed<Bound>(_ range: ClosedRange<Bound>) -> String {
    "allowed is \(range.lowerBound) to \(range.upperBound)"
  }
}
