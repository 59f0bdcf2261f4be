import Foundation
import Glibc
import Simulation

/// The folders of the person's own that the program writes to, by the XDG base directory
/// specification: a variable that is empty or no whole path counts as not set.
enum UserFolder {
  /// Where journals go: `$XDG_STATE_HOME/sitrep/journals` or `~/.local/state/sitrep/journals`.
  static var journals: String { base("XDG_STATE_HOME", or: ".local/state") + "/sitrep/journals" }

  /// Where pictures of the screen go: `$XDG_PICTURES_DIR/Sitrep` or `~/Pictures/Sitrep`.
  static var pictures: String { base("XDG_PICTURES_DIR", or: "Pictures") + "/Sitrep" }

  /// The settings file: `$XDG_CONFIG_HOME/sitrep/settings.yaml` or `~/.config/…`.
  static var settings: String { base("XDG_CONFIG_HOME", or: ".config") + "/sitrep/settings.yaml" }

  /// A journal that is not there yet: `Calilabad-2026-01-31-1.sitlog`. Makes its folder.
  static func newJournal(named name: String, in folder: String = journals) throws -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.dateFormat = "yyyy-MM-dd"
    try make(folder)
    return free("\(folder)/\(plain(name))-\(formatter.string(from: Date()))-", 1, ".sitlog")
  }

  /// A picture that is not there yet: `Calilabad +06-00.png`, then `… 2.png`. Makes its folder.
  static func newPicture(named name: String, tick: Tick) throws -> String {
    let folder = pictures
    try make(folder)
    let moment = BattleClock.elapsedText(tick).replacing(":", with: "-")
    let stem = "\(folder)/\(plain(name)) \(moment)"
    let first = stem + ".png"
    return access(first, F_OK) == 0 ? free(stem + " ", 2, ".png") : first
  }

  /// Where scenarios of the person's own go, and the program finds them by their names:
  /// `$XDG_DATA_HOME/sitrep/Scenarios` or `~/.local/share/…`.
  static var scenarios: String { base("XDG_DATA_HOME", or: ".local/share") + "/sitrep/Scenarios" }

  /// The folder of a scenario that is not there yet: `Calilabad+31-30`. Makes it.
  static func newScenario(
    named name: String, tick: Tick, in home: String = scenarios
  ) throws -> String {
    try make(home)
    let moment = BattleClock.elapsedText(tick).replacing(":", with: "-")
    let first = "\(home)/\(plain(name))\(moment)"
    let folder = access(first, F_OK) == 0 ? free(first + "-", 2, "") : first
    try make(folder)
    return folder
  }

  /// Makes a folder and those above it where they are missing.
  static func make(_ folder: String) throws {
    var path = folder.hasPrefix("/") ? "" : "."
    for part in folder.split(separator: "/") {
      path += "/\(part)"
      if mkdir(path, 0o777) == 0 || errno == EEXIST { continue }
      throw Failure(Failure.disk, "\(folder): \(String(cString: strerror(errno)))")
    }
    var facts = stat()
    guard stat(folder, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(Failure.disk, "\(folder): this is no folder")
    }
  }

  /// The first name with a number that is not taken.
  private static func free(_ stem: String, _ first: Int, _ ending: String) -> String {
    var number = first
    while access("\(stem)\(number)\(ending)", F_OK) == 0 { number += 1 }
    return "\(stem)\(number)\(ending)"
  }

  /// A name without what a file's name cannot have.
  private static func plain(_ name: String) -> String {
    String(name.map { $0 == "/" || $0.isNewline ? "-" : $0 })
  }

  private static func base(_ variable: String, or fallback: String) -> String {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment[variable], folder.hasPrefix("/") {
      return folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    }
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
    return "\(home)/\(fallback)"
  }
}
