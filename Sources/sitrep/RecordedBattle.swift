import Journal
import ScenarioFormat
import Session
import Simulation

/// A journal with the scenario that it was fought on, checked to be the same.
struct RecordedBattle {
  var path: String
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
    return RecordedBattle(path: path, journal: journal, source: source)
  }

  /// The battle at its start, played from the journal's orders and no further than they go.
  func battle() throws -> Battle {
    try check()
    let script = try OrderScript(journal, setup: source.setup, path: path)
    let battle = Battle(
      source: source, seed: journal.header.seed,
      staffs: Array(repeating: nil, count: source.setup.sides.count), script: script)
    if !journal.isFinished {
      battle.recordEnds = journal.lastTick
      Console.error("\(path): the battle is unfinished; it is shown as far as it was played")
    }
    return battle
  }

  /// Refuses a journal that does not replay to its own hashes: it would show what never was.
  func check() throws {
    let report = try Replay.verify(journal, setup: source.setup, path: path)
    if let bad = report.firstBad {
      throw Failure(
        Failure.badData,
        "\(path):1:1: error: the journal diverges between tick \(bad.tickFrom) and tick "
          + "\(bad.tickTo), it cannot be shown or resumed (see sitrep replay verify)")
    }
  }
}
