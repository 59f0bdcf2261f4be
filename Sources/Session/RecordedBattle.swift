public import Journal
public import ScenarioFormat
import Simulation
import SourceText

/// A journal with the scenario that it was fought on, found again and checked to be the same.
public struct RecordedBattle: Sendable {
  /// The journal's file, for messages.
  public var path: String
  /// The journal.
  public var journal: Journal
  /// What the battle is made from.
  public var source: BattleSource

  /// What of a scenario's files is read beside the battle itself.
  public enum Need: Sendable {
    /// What a replay or a look at the battle needs: no plans, so that a mistake in one harms
    /// nothing.
    case replay
    /// What going on with it needs: the plans too.
    case command
  }

  /// Reads a journal and finds its scenario; refuses other rules and changed data, naming both.
  public static func load(
    _ path: String, folders: DataFolders, for need: Need = .replay
  ) throws(RecordingError) -> RecordedBattle {
    try load(try read(path), path: path, folders: folders, for: need)
  }

  /// Finds the scenario of a journal that was read.
  public static func load(
    _ journal: Journal, path: String, folders: DataFolders, for need: Need = .replay
  ) throws(RecordingError) -> RecordedBattle {
    let version = journal.header.rulesVersion
    guard version == World.rulesVersion else {
      throw .at(
        path, line: 2, column: 7,
        "fought under rules version \(version), this program has \(World.rulesVersion)",
        "replay it with the program that recorded it")
    }
    let source = try source(of: journal.header, path: path, folders: folders, for: need)
    let recorded = RecordedBattle(path: path, journal: journal, source: source)
    try recorded.checkCommanders()
    return recorded
  }

  /// Reads a journal.
  static func read(_ path: String) throws(RecordingError) -> Journal {
    if SourceFile.start(of: path, count: BundleFile.mark.count) == BundleFile.mark {
      throw .at(
        path, line: 1, column: 1, "this is a bundle, not a journal",
        "watch it with sitrep spectate; only its journal can be resumed, branched or packed")
    }
    do throws(JournalError) {
      return try Journal.read(path)
    } catch {
      throw .journal(error)
    }
  }

  /// Plays the record through; throws where it does not replay to its own hashes: it would show
  /// what never was.
  public func check() throws(RecordingError) {
    let report: Replay.Report
    do throws(JournalError) {
      report = try Replay.verify(journal, setup: source.setup, path: path)
    } catch {
      throw .journal(error)
    }
    guard let bad = report.firstBad else { return }
    throw .at(
      path, line: 1, column: 1,
      "the journal diverges between tick \(bad.tickFrom) and tick \(bad.tickTo)",
      "it cannot be shown or resumed (see sitrep replay verify)")
  }

  /// The battle at its start, to be played from the journal's orders and no further than they go.
  public func battle() throws(RecordingError) -> Battle {
    try check()
    let battle = Battle(
      source: source, seed: journal.header.seed,
      staffs: Array(repeating: nil, count: source.setup.sides.count), script: try script())
    if !journal.isFinished { battle.recordEnds = journal.lastTick }
    battle.recordedIn = path
    return battle
  }

  /// The recorded orders by their ticks.
  func script() throws(RecordingError) -> OrderScript {
    do throws(JournalError) {
      return try OrderScript(journal, setup: source.setup, path: path)
    } catch {
      throw .journal(error)
    }
  }

  /// Each side of the battle has its commander in the header, in the order of the sides.
  private func checkCommanders() throws(RecordingError) {
    let (told, sides) = (journal.header.commanders.map(\.side), source.setup.sides.map(\.id))
    guard told == sides else {
      throw .at(
        path, line: journal.firstRecordLine - 1, column: 1,
        "the header names the commanders of “\(told.joined(separator: ", "))”",
        "the sides are \(sides.joined(separator: ", ")), each with a line “commander SIDE …”")
    }
  }
}

extension RecordedBattle {
  /// The scenario that a header means: the one of its digest among the file that it names, the
  /// scenarios of its name beside the program, and a folder of its name beside the journal.
  private static func source(
    of header: JournalHeader, path: String, folders: DataFolders, for need: Need
  ) throws(RecordingError) -> BattleSource {
    var others: [BattleSource] = []
    var failure: SourceFailure?
    let places = places(of: header, path: path, folders: folders)
    for file in places where SourceFile.exists(file) {
      do throws(SourceFailure) {
        let source = try BattleSource.load(file, folders: folders, hasPlans: need == .command)
        let isSame =
          source.setup.sourceDigest == header.sourceDigest
          && source.setup.terrainHash == header.terrainHash
        if isSame { return source }
        others.append(source)
      } catch {
        failure = failure ?? error
      }
    }
    if let other = others.first { throw changed(header, other, path) }
    if var failure {
      failure.isMissingFile = false
      throw .source(failure)
    }
    throw .at(
      path, line: 3, column: 10, "its scenario “\(header.scenario)” is not there",
      "looked for at \(places.joined(separator: ", "))")
  }

  private static func places(
    of header: JournalHeader, path: String, folders: DataFolders
  ) -> [String] {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var places = header.scenarioFile.isEmpty ? [] : [header.scenarioFile]
    places += folders.roots.map { "\($0)/Scenarios/\(header.scenario)/scenario.yaml" }
    places.append("\(folder)/\(header.scenario)/scenario.yaml")
    return places
  }

  private static func changed(
    _ header: JournalHeader, _ source: BattleSource, _ path: String
  ) -> RecordingError {
    let shift = header.scenarioFile.isEmpty ? 0 : 1
    if header.sourceDigest != source.setup.sourceDigest {
      return .at(
        path, line: 4 + shift, column: 8,
        "the scenario \(header.scenario) or its tables have changed since",
        "restore the files whose digest is \(hexadecimalText(header.sourceDigest))")
    }
    return .at(
      path, line: 5 + shift, column: 9, "the ground of \(header.scenario) has changed since",
      "restore the theatre whose hash is \(hexadecimalText(header.terrainHash))")
  }
}
