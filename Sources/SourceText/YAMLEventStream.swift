import CYaml

/// The event stream of libyaml (the C parser inside Yams) over a text in memory.
///
/// Events, not Yams' composed nodes, because nodes have lost anchors, styles and the place of a
/// double key, and come only once the whole tree stands.
final class YAMLEventStream {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutableBufferPointer<UInt8>
  private let bytes: [UInt8]
  private let file: String

  /// A stream over UTF-8 bytes.
  init(_ bytes: [UInt8], file: String) {
    // A byte order mark is legal at the start but no part of the text.
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = hasMark ? Array(bytes.dropFirst(3)) : bytes
    self.bytes = content
    self.file = file
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    // The C parser keeps the address, so the text must stay where it is.
    text = .allocate(capacity: max(content.count, 1))
    _ = text.initialize(from: content)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, content.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    text.deallocate()
  }

  /// The next event; throws where the text is malformed.
  func next() throws(SourceFailure) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    defer { yaml_event_delete(&event) }
    var anchor: UnsafeMutablePointer<UInt8>?
    var tag: UnsafeMutablePointer<UInt8>?
    let kind: YAMLEvent.Kind
    switch event.type {
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = .alias(Self.string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = scalar.anchor
      tag = scalar.tag
      let content = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(
        text: String(decoding: content, as: UTF8.self),
        isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      anchor = event.data.sequence_start.anchor
      tag = event.data.sequence_start.tag
      kind = .sequenceStart
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      anchor = event.data.mapping_start.anchor
      tag = event.data.mapping_start.tag
      kind = .mappingStart
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: kind = .streamEnd
    }
    return YAMLEvent(
      kind: kind, anchor: Self.string(anchor), tag: Self.string(tag),
      position: Self.position(event.start_mark))
  }

  private static func string(_ text: UnsafeMutablePointer<UInt8>?) -> String? {
    text.map { String(cString: $0) }
  }

  private static func position(_ mark: yaml_mark_t) -> SourcePosition {
    SourcePosition(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  /// What libyaml says of its fault, with a hint where the usual cause is known.
  private func failure() -> SourceFailure {
    let state = parser.pointee
    let problem = state.problem.map { String(cString: $0) } ?? "this is no YAML"
    if state.error == YAML_READER_ERROR {
      return failure(
        at: UTF8Text.position(of: Int(state.problem_offset), in: bytes), problem,
        hint: "remove the character")
    }
    if problem.hasPrefix("Maximum nesting level") {
      return failure(
        at: Self.position(state.context_mark), "lists and mappings stand too deep in each other",
        hint: "flatten them")
    }
    var message = problem
    if let context = state.context.map({ String(cString: $0) }) {
      message += " \(context)"
      let start = Self.position(state.context_mark)
      if state.context_mark.line != state.problem_mark.line {
        message += " that starts on line \(start.line)"
      }
    }
    return failure(at: Self.position(state.problem_mark), message, hint: hint(for: problem))
  }

  private func failure(
    at position: SourcePosition, _ message: String, hint: String
  ) -> SourceFailure {
    SourceFailure([
      Diagnostic(file: file, position: position, message: "bad YAML: \(message)", hint: hint)
    ])
  }

  private func hint(for problem: String) -> String {
    switch problem {
    case "found character that cannot start any token":
      "indent with spaces, not tabs, and quote text that begins with @ or `"
    case "mapping values are not allowed in this context":
      "indent the line like its neighbours, or quote text that holds ': '"
    case "did not find expected key", "could not find expected ':'",
      "did not find expected '-' indicator":
      "check the indentation and the ':' after the key"
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      "close the bracket or put a comma"
    case "found unexpected end of stream": "close the quotes"
    default: ""
    }
  }
}
