public import ScenarioFormat
public import SourceText

/// Checks files that people write: scenarios with their plans and beats, theatres, tables.
public enum Validation {
  /// Every mistake behind a path; `isMissing` where nothing is there.
  public static func check(
    _ path: String, folders: DataFolders
  ) -> (diagnostics: [Diagnostic], isMissing: Bool) {
    guard SourceFile.exists(path) || folders.scenarioFile(path) != nil else {
      let missing = Diagnostic(
        file: path, position: nil, message: "there is no such file or folder")
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
