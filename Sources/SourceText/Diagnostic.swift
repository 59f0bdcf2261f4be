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
  /// Whether a line and a column make no sense: a folder is meant, or a file that is not there.
  public var isPlaceless: Bool

  /// A diagnostic.
  public init(
    file: String, position: SourcePosition?, severity: Severity = .error, message: String,
    hint: String = "", isPlaceless: Bool = false
  ) {
    self.file = file
    self.position = position
    self.severity = severity
    self.message = message
    self.hint = hint
    self.isPlaceless = isPlaceless
  }

  /// `file:line:column: error: message, hint`, without line and column where they make no sense.
  public var text: String {
    let start = position ?? SourcePosition(line: 1, column: 1)
    let place = isPlaceless ? "" : ":\(start.line):\(start.column)"
    let tail = hint.isEmpty ? "" : ", \(hint)"
    return "\(file)\(place): \(severity.rawValue): \(message)\(tail)"
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
