import Foundation

/// Where journals go: `$XDG_STATE_HOME/sitrep/journals` or `~/.local/state/sitrep/journals`.
enum JournalFolder {
  /// A file that is not there yet: `Calilabad-2026-01-31-1.sitlog`.
  static func newFile(named name: String) throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let state =
      environment["XDG_STATE_HOME"] ?? ((environment["HOME"] ?? ".") + "/.local/state")
    let folder = state + "/sitrep/journals"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(Failure.disk, "\(folder): \(error.localizedDescription)")
    }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd"
    let stem = "\(folder)/\(name)-\(formatter.string(from: Date()))"
    var number = 1
    while FileManager.default.fileExists(atPath: "\(stem)-\(number).sitlog") { number += 1 }
    return "\(stem)-\(number).sitlog"
  }
}
