import Geography
import Journal
public import ScenarioFormat
import Simulation
import SourceText

/// Packs a recorded battle with all that it needs.
public enum BundlePacker {
  /// The bytes of a bundle of a recorded battle.
  ///
  /// Plays the battle through; throws where it does not replay, or where a file cannot be packed.
  public static func bytes(
    _ recorded: RecordedBattle, folders: DataFolders,
    progress: (Int) -> Void = { _ in }
  ) throws(RecordingError) -> [UInt8] {
    var manifest = ByteWriter()
    manifest.add(count: BattleBundle.format)
    let (files, scenarioFile) = try files(of: recorded, folders)
    manifest.add(scenarioFile)
    var container = BundleFile(parts: [
      .init(name: "manifest", bytes: manifest.bytes),
      .init(name: "journal.sitlog", bytes: journalBytes(recorded.journal)),
    ])
    container.parts += files
    container.parts += try pictures(recorded, progress)
    return container.encoded()
  }

  /// The header and the whole records: a torn line stays behind, as does where the scenario lay.
  private static func journalBytes(_ journal: Journal) -> [UInt8] {
    var header = journal.header
    header.scenarioFile = ""
    var text = header.text
    for record in journal.records { text += record.line }
    return Array(text.utf8)
  }

  private static func pictures(
    _ recorded: RecordedBattle, _ progress: (Int) -> Void
  ) throws(RecordingError) -> [BundleFile.Part] {
    let battle = try recorded.battle()
    let setup = recorded.source.setup
    let viewpoints = BattleBundle.viewpoints(setup)
    var writers = viewpoints.map { _ in ByteWriter() }
    var last = viewpoints.map { _ in ColumnTable?.none }
    while true {
      if battle.world.tick.rawValue % Recording.intervalTicks == 0 || battle.isOver {
        let hash = battle.world.stateHash
        for (index, viewpoint) in viewpoints.enumerated() {
          let table = RecordedPicture.table(battle.picture(viewpoint), hash: hash)
          table.write(to: &writers[index], after: last[index])
          last[index] = table
        }
        progress(Int(battle.world.tick.rawValue))
      }
      guard !battle.isOver else { break }
      do throws(JournalError) { try battle.advance() } catch { throw .journal(error) }
    }
    var parts = zip(viewpoints, writers).map {
      BundleFile.Part(name: BattleBundle.part(of: $0, setup), bytes: $1.bytes)
    }
    for (name, table) in [
      ("dispatches", Told.table(dispatches: battle.dispatches)),
      ("events", Told.table(events: battle.events)),
    ] {
      var writer = ByteWriter()
      table.write(to: &writer, after: nil)
      parts.append(.init(name: name, bytes: writer.bytes))
    }
    return parts
  }

  /// Every file behind the battle's digest, under the path that a data folder has it.
  private static func files(
    of recorded: RecordedBattle, _ folders: DataFolders
  ) throws(RecordingError) -> (parts: [BundleFile.Part], scenarioFile: String) {
    let scenario = recorded.source.scenario
    var sources: [(from: String, to: String)] = []
    guard let main = SourceFile.resolved(recorded.source.scenarioFile),
      let folder = parent(of: main).map({ parent(of: $0) ?? "" })
    else {
      throw .at(recorded.path, line: 3, column: 10, "its scenario cannot be packed", "")
    }
    let plans = scenario.planFiles.sorted { $0.key < $1.key }.map(\.value)
    let beats = "\(scenario.folder)/beats.yaml"
    for file in scenario.files + plans + (SourceFile.exists(beats) ? [beats] : []) {
      guard let path = SourceFile.resolved(file), path.hasPrefix(folder + "/") else {
        throw .at(
          recorded.path, line: 3, column: 10, "the scenario’s file \(file) cannot be packed",
          "it lies outside of \(folder.isEmpty ? "/" : folder)")
      }
      sources.append((path, "Scenarios/" + path.dropFirst(folder.count + 1)))
    }
    if let theatre = folders.theatre(scenario.theatre.id) {
      sources += plainFiles(theatre).map {
        ("\(theatre)/\($0)", "Assets/Theatres/\(scenario.theatre.id)/\($0)")
      }
    }
    if let tables = folders.asset("Tables") {
      sources += plainFiles(tables).map { ("\(tables)/\($0)", "Assets/Tables/\($0)") }
    }
    var parts: [BundleFile.Part] = []
    for source in sources {
      let name = BattleBundle.filePrefix + source.to
      guard !parts.contains(where: { $0.name == name }) else { continue }
      do throws(SourceFailure) {
        parts.append(
          .init(name: name, bytes: try SourceFile.read(source.from, limits: .geography)))
      } catch {
        throw .source(error)
      }
    }
    return (parts, "Scenarios/" + main.dropFirst(folder.count + 1))
  }

  private static func plainFiles(_ folder: String) -> [String] {
    SourceFile.list(folder).filter { !$0.hasPrefix(".") && !SourceFile.isFolder("\(folder)/\($0)") }
  }

  private static func parent(of path: String) -> String? {
    path.lastIndex(of: "/").map { String(path[..<$0]) }
  }
}
