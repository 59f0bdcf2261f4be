extension SourceReader {
  /// The tree of a JSON text (RFC 8259), each value with its line and column.
  ///
  /// Throws on what is no JSON, is not UTF-8, has a key twice in one object, a number that is not
  /// finite, or exceeds the limits. Takes time in proportion to the bytes; no bytes make it trap.
  public static func json(
    _ bytes: [UInt8], file: String, limits: SourceLimits = .standard
  ) throws(SourceFailure) -> SourceNode {
    guard bytes.count <= limits.bytes else {
      throw SourceFailure([
        Diagnostic(
          file: file, position: nil, message: "the text has \(bytes.count) bytes",
          hint: "\(limits.bytes) bytes are allowed")
      ])
    }
    try UTF8Text.check(bytes, file: file)
    var reader = JSONReader(bytes, file: file, limits: limits)
    return try reader.document()
  }
}
