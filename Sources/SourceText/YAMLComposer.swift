/// Builds the tree from the events, refusing what this house's files may not hold.
struct YAMLComposer {
  private let stream: YAMLEventStream
  private let file: String
  private let limits: SourceLimits
  private var nodes = 0

  /// A composer over a fresh stream.
  init(stream: YAMLEventStream, file: String, limits: SourceLimits) {
    self.stream = stream
    self.file = file
    self.limits = limits
  }

  /// The one document; `null` at 1:1 where there is none.
  mutating func document() throws(SourceFailure) -> SourceNode {
    _ = try stream.next()
    let start = try stream.next()
    guard case .documentStart = start.kind else {
      return SourceNode(.null, at: SourcePosition(line: 1, column: 1))
    }
    let root = try node(stream.next(), depth: 1)
    _ = try stream.next()
    let end = try stream.next()
    guard case .streamEnd = end.kind else {
      throw failure(
        at: end.position, "a second document begins", hint: "put one document in a file")
    }
    return root
  }

  private mutating func node(
    _ event: YAMLEvent, depth: Int
  ) throws(SourceFailure) -> SourceNode {
    try check(event)
    switch event.kind {
    case .scalar(let text, let isPlain):
      let value = isPlain ? try plain(text, at: event.position) : .string(text)
      return SourceNode(value, at: event.position)
    case .sequenceStart:
      try check(depth: depth, event)
      return SourceNode(.sequence(try items(depth: depth)), at: event.position)
    case .mappingStart:
      try check(depth: depth, event)
      return SourceNode(.mapping(try pairs(depth: depth)), at: event.position)
    default:
      throw failure(at: event.position, "bad YAML: a value is missing", hint: "")
    }
  }

  private mutating func items(depth: Int) throws(SourceFailure) -> [SourceNode] {
    var items: [SourceNode] = []
    while true {
      let event = try stream.next()
      if case .sequenceEnd = event.kind { return items }
      items.append(try node(event, depth: depth + 1))
    }
  }

  private mutating func pairs(depth: Int) throws(SourceFailure) -> [SourceNode.Pair] {
    var pairs: [SourceNode.Pair] = []
    var seen: [String: SourcePosition] = [:]
    while true {
      let event = try stream.next()
      if case .mappingEnd = event.kind { return pairs }
      try check(event)
      guard case .scalar(let key, _) = event.kind, !key.isEmpty else {
        throw failure(at: event.position, "a key must be a word", hint: "write 'key: value'")
      }
      if let first = seen.updateValue(event.position, forKey: key) {
        throw failure(
          at: event.position, "the key '\(key)' stands twice",
          hint: "the first is on line \(first.line)")
      }
      let value = try node(stream.next(), depth: depth + 1)
      pairs.append(.init(key: key, keyPosition: event.position, value: value))
    }
  }

  /// Refuses anchors, aliases and tags, and counts the value.
  private mutating func check(_ event: YAMLEvent) throws(SourceFailure) {
    if case .alias(let name) = event.kind {
      throw failure(
        at: event.position, "an alias (*\(name)) is not allowed", hint: "write the value out")
    }
    if let anchor = event.anchor {
      throw failure(
        at: event.position, "an anchor (&\(anchor)) is not allowed",
        hint: "write the value out where it is needed")
    }
    if let tag = event.tag {
      throw failure(at: event.position, "a tag (\(tag)) is not allowed", hint: "remove it")
    }
    nodes += 1
    if nodes > limits.nodes {
      throw failure(
        at: event.position, "the file holds more than \(limits.nodes) values",
        hint: "split or shorten it")
    }
  }

  private func check(depth: Int, _ event: YAMLEvent) throws(SourceFailure) {
    guard depth > limits.depth else { return }
    throw failure(
      at: event.position, "lists and mappings stand more than \(limits.depth) deep in each other",
      hint: "flatten them")
  }

  /// A plain scalar by the core schema.
  private func plain(
    _ text: String, at position: SourcePosition
  ) throws(SourceFailure) -> SourceNode.Value {
    switch CoreScalar(text) {
    case .value(let value): return value
    case .notFinite:
      throw failure(at: position, "'\(text)' is no finite number", hint: "write a plain number")
    case .tooLarge:
      throw failure(
        at: position, "the whole number '\(text.prefix(40))' is too large",
        hint: "it must fit in 64 bits")
    }
  }

  private func failure(
    at position: SourcePosition, _ message: String, hint: String
  ) -> SourceFailure {
    SourceFailure([Diagnostic(file: file, position: position, message: message, hint: hint)])
  }
}
