/// A step of a YAML text, copied out of the C parser.
struct YAMLEvent {
  /// What the step is.
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd
    case scalar(text: String, isPlain: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    /// `*name`.
    case alias(String)
  }

  /// What the step is.
  var kind: Kind
  /// The anchor (`&name`) set on the value, if any.
  var anchor: String?
  /// The explicit tag (`!!name`) set on the value, if any.
  var tag: String?
  /// Where it starts.
  var position: SourcePosition
}
