import CYaml

extension SourceReader {
  /// The tree of a YAML file: one document of the core schema (YAML 1.2.2, chapter 10.3).
  ///
  /// Refused beside malformed text: anchors, aliases, tags, keys that are not text, two of one key,
  /// infinity and not-a-number, and nesting or values beyond `limits`. Reading stops at the first
  /// fault, so that neither deep nesting nor an alias bomb costs time. An empty file is `null`.
  public static func yaml(
    _ bytes: [UInt8], file: String, limits: SourceLimits = .standard
  ) throws(SourceFailure) -> SourceNode {
    guard bytes.count <= limits.bytes else {
      throw SourceFailure([
        Diagnostic(
          file: file, position: nil, message: "the text has \(bytes.count) bytes",
          hint: "\(limits.bytes) are allowed at most")
      ])
    }
    try UTF8Text.check(bytes, file: file)
    let stream = YAMLEventStream(bytes, file: file)
    var composer = YAMLComposer(stream: stream, file: file, limits: limits)
    return try composer.document()
  }
}
