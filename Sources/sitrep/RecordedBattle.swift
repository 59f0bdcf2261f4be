import Journal
import ScenarioFormat
import Session
import Simulation

/// A journal with the scenario that it was fought on, checked to be the same.
struct RecordedBattle {
  var journal: Journal
  var source: BattleSource

  /// Reads a journal and its scenario; refuses other rules and changed data, naming both.
  static func load(_ path: String) throws -> RecordedBattle {
    let journal = try Journal.read(path)
    let header = journal.header
    guard header.rulesVersion == World.rulesVersion else {
      throw Failure(
        Failure.badData,
        "\(path):2:7: error: fought under rules version \(header.rulesVersion), this program has "
          + "\(World.rulesVersion), replay it with the program that recorded it")
    }
    let source = try BattleSource.load(header.scenario, folders: Program.folders())
    guard header.sourceDigest == source.setup.sourceDigest else {
      throw Failure(
        Failure.badData,
        "\(path):4:8: error: the scenario \(header.scenario) or its tables have changed since, "
          + "restore the files whose digest is \(hexadecimalText(header.sourceDigest))")
    }
    guard header.terrainHash == source.setup.terrainHash else {
      throw Failure(
        Failure.badData,
        "\(path):5:9: error: the ground of \(header.scenario) has changed since, restore the "
          + "theatre whose hash is \(hexadecimalText(header.terrainHash))")
    }
    return RecordedBattle(journal: journal, source: source)
  }

  /// The battle at its start, to be played on from the journal's orders.
  func battle() throws -> Battle {
    let script = try OrderScript(journal, setup: source.setup, path: "journal")
    return Battle(
      source: source, seed: journal.header.seed,
      staffs: Array(repeating: nil, count: source.setup.sides.count), script: script)
  }
}
