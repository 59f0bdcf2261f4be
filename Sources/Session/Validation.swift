public import ScenarioFormat
public import SourceText

/// Checks files that people write: scenarios with their plans and beats, theatres, tables.
public enum Validation {
  /// Every mistake behind some paths, each told once whatever ways lead to it; `isMissing` where
  /// nothing stands at one of them.
  public static func check(
    _ paths: [String], folders: DataFolders
  ) -> (diagnostics: [Diagnostic], isMissing: Bool) {
    var all: [Diagnostic] = []
    var told: [Diagnostic] = []
    var isMissing = false
    for path in paths {
      let found = check(path, folders: folders)
      isMissing = isMissing || found.isMissing
      for diagnostic in found.diagnostics {
        var resolved = diagnostic
        resolved.file = SourceFile.resolved(diagnostic.file) ?? diagnostic.file
        guard !told.contains(resolved) else { continue }
        told.append(resolved)
        all.append(diagnostic)
      }
    }
    return (all, isMissing)
  }

  /// Every mistake behind a path; `isMissing` where nothing is there.
  private static func check(
    _ path: String, folders: DataFolders
  ) -> (diagnostics: [Diagnostic], isMissing: Bool) {
    guard SourceFile.exists(path) || folders.scenarioFile(path) != nil else {
      let missing = Diagnostic(
        file: path, position: nil, message: "there is no such file or folder",
        hint: "check the path", isPlaceless: true)
      return ([missing], true)
    }
    let found = ScenarioLoader.validate([path], folders: folders)
    guard !found.contains(where: { $0.severity == .error }), isScenario(path, folders)
    else { return (found, false) }
    return (found + companions(of: path, folders), false)
  }

  /// Whether the path names a scenario: its file, its folder or its name, not a table.
  private static func isScenario(_ path: String, _ folders: DataFolders) -> Bool {
    folders.scenarioFile(path)?.hasSuffix("scenario.yaml") ?? false
  }

  /// The mistakes of the files that a sound scenario names: plans, beats.
  private static func companions(of path: String, _ folders: DataFolders) -> [Diagnostic] {
    do throws(SourceFailure) {
      _ = try BattleSource.load(path, folders: folders)
      return []
    } catch {
      return error.diagnostics
    }
  }
}
