/// What can go wrong with a journal on disk.
public enum JournalError: Error, Sendable, Equatable {
  /// There is no such file (exit code 66).
  case missing(path: String)
  /// The disk refused (exit code 74).
  case disk(path: String, reason: String)
  /// The text is not a journal, or not one of this format (exit code 65).
  case malformed(path: String, line: Int, column: Int, message: String, hint: String)

  /// One line for people: `file:line:column: error: what, and what would be right`.
  public var message: String {
    switch self {
    case .missing(let path): "\(path): no such file"
    case .disk(let path, let reason): "\(path): \(reason)"
    case .malformed(let path, let line, let column, let message, let hint):
      "\(path):\(line):\(column): error: \(message)" + (hint.isEmpty ? "" : ", \(hint)")
    }
  }
}
