public import Journal
public import SourceText

/// Why a recorded battle cannot be used.
public enum RecordingError: Error, Sendable, Equatable {
  /// The journal or bundle itself.
  case journal(JournalError)
  /// The files of its scenario.
  case source(SourceFailure)

  /// Something wrong with what a line of the journal says, or with what stands behind it.
  static func at(
    _ path: String, line: Int, column: Int, _ message: String, _ hint: String
  ) -> RecordingError {
    .journal(
      .malformed(path: path, line: line, column: column, message: message, hint: hint))
  }
}
