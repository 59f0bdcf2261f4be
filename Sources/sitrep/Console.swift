import Glibc
import Synchronization

/// The terminal: results to standard output, messages for people to standard error.
enum Console {
  /// Whether a person reads standard error.
  static let isInteractive = isatty(2) == 1

  /// Whether a result could not be written.
  static var outputHasFailed: Bool { hasFailed.load(ordering: .relaxed) }
  private static let hasFailed = Atomic(false)

  /// A message for people.
  static func error(_ text: String) { write(text + "\n", to: 2) }

  /// A message for people that goes on in the same line.
  static func errorPart(_ text: String) { write(text, to: 2) }

  /// A result.
  static func output(_ text: String) { write(text + "\n", to: 1) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      // A reader that has gone away must not stop the program's work; a full disk must be told.
      guard count > 0 else {
        if descriptor == 1, errno != EPIPE { hasFailed.store(true, ordering: .relaxed) }
        return
      }
      bytes = bytes.dropFirst(count)
    }
  }
}

/// A progress bar on standard error; draws nothing where nobody looks.
struct ProgressBar: Sendable {
  private let title: String
  private let total: Int
  private let width = 30

  /// A bar for `total` steps.
  init(_ title: String, total: Int) {
    self.title = title
    self.total = max(1, total)
  }

  /// Shows that `done` steps are done, with a few words behind the bar.
  func show(_ done: Int, note: String = "") {
    guard Console.isInteractive else { return }
    let filled = min(width, done * width / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    Console.errorPart("\r\u{1B}[K\(title) \(bar) \(min(100, done * 100 / total)) % \(note)")
  }

  /// Takes the bar away.
  func clear() {
    guard Console.isInteractive else { return }
    Console.errorPart("\r\u{1B}[K")
  }
}
