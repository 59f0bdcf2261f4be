import Foundation
import Journal
import Platform
import Session
import Simulation

/// A bundle whose scenario stands in a folder of its own for as long as it is read.
enum UnpackedBundle {
  /// Opens a bundle for watching: replayed where its rules are this program's, else shown from its
  /// recorded pictures, and says so.
  static func battle(_ path: String) throws -> Battle {
    let bundle = try BattleBundle.read(path)
    return try withFiles(of: bundle) { folder in
      guard bundle.hasOwnRules else {
        Console.error(
          "\(path): fought under rules version \(bundle.journal.header.rulesVersion), this program "
            + "has \(World.rulesVersion); shown from its pictures of every "
            + "\(Recording.intervalTicks) minutes")
        return try bundle.shown(in: folder, folders: Program.folders())
      }
      let battle = try bundle.recorded(in: folder, folders: Program.folders()).battle()
      battle.recordedIn = path
      return battle
    }
  }

  /// Gives a bundle's journal with the scenario packed beside it to `body`; refuses one that was
  /// fought under other rules, naming both versions.
  static func withRecording<Result>(
    _ path: String, for need: RecordedBattle.Need = .replay,
    _ body: (RecordedBattle) throws -> Result
  ) throws -> Result {
    let bundle = try BattleBundle.read(path)
    return try withFiles(of: bundle) { folder in
      var recorded = try bundle.recorded(in: folder, folders: Program.folders(), for: need)
      // The folder goes away: a journal that branches off finds its scenario by its name.
      if need == .command { recorded.journal.header.scenarioFile = "" }
      return try body(recorded)
    }
  }

  /// Puts the bundle's files into a folder under the system's temporary one and takes them away
  /// after `body`.
  private static func withFiles<Result>(
    of bundle: BattleBundle, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = NSTemporaryDirectory() + "sitrep-bundle-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for file in bundle.files {
      let path = "\(folder)/\(file.path)"
      try UserFolder.make(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
      guard FileManager.default.createFile(atPath: path, contents: Data(file.bytes)) else {
        throw Failure(Failure.disk, "\(path): the disk refuses")
      }
    }
    return try body(folder)
  }
}
