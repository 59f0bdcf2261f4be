import Geography
public import SourceText

extension ScenarioLoader {
  /// How deep folders are searched for files to check.
  private static let folderDepth = 3

  /// Checks scenarios, theatres and tables: what a path is follows from what lies there. A folder
  /// that is none of them is searched for them.
  ///
  /// Returns every mistake and warning; empty where all is sound.
  public static func validate(_ paths: [String], folders: DataFolders) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for path in paths {
      let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      if !SourceFile.exists(trimmed), let scenario = folders.scenarioFile(trimmed) {
        diagnostics += scenarioMistakes(scenario, folders)
      } else if SourceFile.isFolder(trimmed) {
        diagnostics +=
          folderMistakes(trimmed, folders, depth: folderDepth) ?? [nothingToCheck(in: trimmed)]
      } else {
        diagnostics += fileMistakes(trimmed, folders)
      }
    }
    var seen: [Diagnostic] = []
    for diagnostic in diagnostics where !seen.contains(diagnostic) { seen.append(diagnostic) }
    return seen
  }

  /// The mistakes in a folder; nil where nothing that can be checked lies in it.
  private static func folderMistakes(
    _ folder: String, _ folders: DataFolders, depth: Int
  ) -> [Diagnostic]? {
    let names = SourceFile.list(folder)
    if names.contains("scenario.yaml") {
      return scenarioMistakes("\(folder)/scenario.yaml", folders)
    }
    if names.contains("theatre.json") { return theatreMistakes(folder) }
    if names.contains("equipment.yaml") || names.contains("combat.yaml") {
      return TableFile.load(folder: folder).diagnostics
    }
    guard depth > 0 else { return nil }
    let inner = names.map { folder == "/" ? "/\($0)" : "\(folder)/\($0)" }
      .filter(SourceFile.isFolder)
    let found = inner.compactMap { folderMistakes($0, folders, depth: depth - 1) }
    return found.isEmpty ? nil : found.flatMap(\.self)
  }

  private static func nothingToCheck(in folder: String) -> Diagnostic {
    Diagnostic(
      file: folder, position: nil, message: "nothing to check lies here",
      hint: "name a scenario, a theatre or a folder of tables", isPlaceless: true)
  }

  private static func fileMistakes(_ path: String, _ folders: DataFolders) -> [Diagnostic] {
    if path.hasSuffix("theatre.json") {
      let folder = String(path.dropLast("/theatre.json".count))
      return theatreMistakes(folder.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : folder)
    }
    do throws(SourceFailure) {
      let bytes = try SourceFile.read(path)
      if path.hasSuffix(".json") || path.hasSuffix(".geojson") {
        _ = try SourceReader.json(bytes, file: path)
        return []
      }
      let root = try SourceReader.yaml(bytes, file: path)
      let tableKeys = ["group", "equipment", "parameters", "conducts"]
      if tableKeys.contains(where: { root[$0] != nil }) {
        return TableFile.diagnostics(of: path)
      }
      return scenarioMistakes(path, folders)
    } catch {
      return error.diagnostics
    }
  }

  private static func scenarioMistakes(_ path: String, _ folders: DataFolders) -> [Diagnostic] {
    do throws(SourceFailure) {
      return try read(path, folders: folders).1
    } catch {
      return error.diagnostics
    }
  }

  private static func theatreMistakes(_ folder: String) -> [Diagnostic] {
    do throws(SourceFailure) {
      _ = try Theatre.load(folder: folder)
      return []
    } catch {
      return error.diagnostics
    }
  }
}
