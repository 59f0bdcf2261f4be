/// One thing wrong with a file, told so that it can be mended.
public struct Diagnostic: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable { case error, warning }

  /// The file as the person named it.
  public var file: String
  /// Where; nil where the file as a whole is meant (then 1:1 is printed).
  public var position: SourcePosition?
  /// How bad.
  public var severity: Severity
  /// What is wrong: one sentence without a full stop.
  public var message: String
  /// What would be right, or empty.
  public var hint: String

  /// A diagnostic.
  public init(
    file: String, position: SourcePosition?, severity: Severity = .error, message: String,
    hint: String = ""
  ) {
    self.file = file
    self.position = position
    self.severity = severity
    self.message = message
    self.hint = hint
  }

  /// `file:line:column: error: message, hint`
  public var text: String {
    let place = position ?? SourcePosition(line: 1, column: 1)
    let tail = hint.isEmpty ? "" : ", \(hint)"
    return "\(file):\(place.line):\(place.column): \(severity.rawValue): \(message)\(tail)"
  }
}

/// A file, or what it refers to, cannot be used: all that is wrong with it, first things first.
public struct SourceFailure: Error, Sendable, Equatable {
  /// At least one diagnostic.
  public var diagnostics: [Diagnostic]
  /// Whether the file itself is not there (exit code 66 where a person named it).
  public var isMissingFile: Bool

  /// A failure.
  public init(_ diagnostics: [Diagnostic], isMissingFile: Bool = false) {
    self.diagnostics = diagnostics
    self.isMissingFile = isMissingFile
  }
}
