public import Journal
public import ScenarioFormat
import Simulation
import SourceText

/// One file to hand on: a battle's journal, the scenario with its ground and tables, and what each
/// side knew every 15 minutes, so that any later version can at least watch it.
public struct BattleBundle: Sendable {
  /// The bundle's file, for messages.
  public let path: String
  /// The journal.
  public let journal: Journal
  /// The scenario's file inside the bundle.
  public let scenarioFile: String
  /// The scenario's, the theatre's and the tables' files by their path inside the bundle.
  public let files: [(path: String, bytes: [UInt8])]
  private let container: BundleFile

  /// The format that this program writes.
  static let format = 1
  static let filePrefix = "files/"

  /// Reads a bundle.
  public static func read(_ path: String) throws(RecordingError) -> BattleBundle {
    let bytes: [UInt8]
    do throws(SourceFailure) {
      bytes = try SourceFile.read(path, limits: SourceLimits(bytes: BundleFile.maximumBytes))
    } catch {
      throw .source(error)
    }
    return try BattleBundle(bytes, path: path)
  }

  /// Reads a bundle's bytes; `path` is for messages alone.
  public init(_ bytes: [UInt8], path: String) throws(RecordingError) {
    self.path = path
    container = try BundleFile(bytes, path: path)
    guard let manifest = container["manifest"], let journal = container["journal.sitlog"] else {
      throw .at(path, line: 1, column: 1, "the bundle holds no journal", "the file is damaged")
    }
    var reader = ByteReader(manifest)
    guard let format = reader.count(limit: 1 << 20), let file = reader.text(limit: 400) else {
      throw .at(path, line: 1, column: 1, "the bundle’s manifest is none", "the file is damaged")
    }
    guard format == Self.format else {
      throw .at(
        path, line: 1, column: 1, "bundle format \(format)",
        "this program reads format \(Self.format)")
    }
    scenarioFile = file
    files = container.parts.filter { $0.name.hasPrefix(Self.filePrefix) }
      .map { (String($0.name.dropFirst(Self.filePrefix.count)), $0.bytes) }
    do throws(JournalError) {
      self.journal = try Journal.parse(journal, path: path)
    } catch {
      throw .journal(error)
    }
  }

  /// Whether this program's rules are those of the battle: then it is replayed, not only shown.
  public var hasOwnRules: Bool { journal.header.rulesVersion == World.rulesVersion }

  /// The battle replayed from its journal on the scenario in the bundle, whose files have been put
  /// into `folder`.
  public func recorded(
    in folder: String, folders: DataFolders, for need: RecordedBattle.Need = .replay
  ) throws(RecordingError) -> RecordedBattle {
    var journal = journal
    journal.header.scenarioFile = "\(folder)/\(scenarioFile)"
    return try RecordedBattle.load(
      journal, path: path, folders: inside(folder, folders), for: need)
  }

  /// The battle as its recorded pictures show it, on the scenario in the bundle.
  ///
  /// Throws where this program cannot read the scenario, or the pictures do not fit it.
  public func shown(
    in folder: String, folders: DataFolders
  ) throws(RecordingError) -> Battle {
    let source: BattleSource
    do throws(SourceFailure) {
      source = try scenario(in: folder, folders)
    } catch {
      throw .source(error)
    }
    return Battle(
      watching: try recording(source.setup), source: source, seed: journal.header.seed)
  }

  /// The scenario of the bundle; where this program's tables ask for more than the bundle's have,
  /// with its own: nothing is worked out by them any more.
  private func scenario(
    in folder: String, _ folders: DataFolders
  ) throws(SourceFailure) -> BattleSource {
    let file = "\(folder)/\(scenarioFile)"
    do throws(SourceFailure) {
      return try BattleSource.load(file, folders: inside(folder, folders), hasPlans: false)
    } catch {
      return try BattleSource.load(file, folders: folders, hasPlans: false)
    }
  }

  private func inside(_ folder: String, _ folders: DataFolders) -> DataFolders {
    DataFolders(roots: [folder] + folders.roots)
  }

  /// The recorded pictures, dispatches and events.
  func recording(_ setup: BattleSetup) throws(RecordingError) -> Recording {
    var tables: [Viewpoint: [ColumnTable]] = [:]
    for viewpoint in Self.viewpoints(setup) {
      tables[viewpoint] = try tableList(Self.part(of: viewpoint, setup), limit: 20_000)
    }
    guard let told = try tableList("dispatches", limit: 1).first,
      let happened = try tableList("events", limit: 1).first,
      let dispatches = Told.dispatches(told, setup), let events = Told.events(happened, setup)
    else {
      throw .at(path, line: 1, column: 1, "what was reported cannot be read", "it is damaged")
    }
    do throws(RecordedPictureError) {
      return try Recording(
        setup: setup, rulesVersion: journal.header.rulesVersion, tables: tables,
        dispatches: dispatches, events: events)
    } catch {
      throw .at(
        path, line: 1, column: 1,
        "the picture of tick \(error.tick.rawValue) does not fit the scenario",
        "watch it with the program that made it")
    }
  }

  private func tableList(_ name: String, limit: Int) throws(RecordingError) -> [ColumnTable] {
    var tables: [ColumnTable] = []
    if let bytes = container[name] {
      var reader = ByteReader(bytes)
      while !reader.isAtEnd, tables.count < limit,
        let table = ColumnTable.read(from: &reader, after: tables.last)
      {
        tables.append(table)
      }
      if reader.isAtEnd, !tables.isEmpty { return tables }
    }
    throw .at(path, line: 1, column: 1, "the part “\(name)” cannot be read", "it is damaged")
  }

  /// The viewers whose pictures are recorded.
  static func viewpoints(_ setup: BattleSetup) -> [Viewpoint] {
    [.umpire] + setup.sides.indices.map { .side(SideID($0)) }
  }

  /// The part that holds a viewer's pictures.
  static func part(of viewpoint: Viewpoint, _ setup: BattleSetup) -> String {
    switch viewpoint {
    case .umpire: "pictures/umpire"
    case .side(let side): "pictures/side-\(side.index)"
    }
  }
}
