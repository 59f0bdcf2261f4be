import Geography
import Simulation
public import SourceText

/// Loads scenarios: text, tables and ground → a checked setup.
public enum ScenarioLoader {
  /// The scenario of a folder, a `scenario.yaml`, or a name under `Scenarios/`.
  ///
  /// Throws every mistake of the scenario's files and tables; `isMissingFile` where there is no
  /// such scenario.
  public static func load(
    _ nameOrPath: String, folders: DataFolders
  ) throws(SourceFailure) -> LoadedScenario {
    guard let path = folders.scenarioFile(nameOrPath) else {
      throw missing(nameOrPath, folders)
    }
    let (scenario, diagnostics) = try read(path, folders: folders)
    guard var scenario, diagnostics.allSatisfy({ $0.severity == .warning }) else {
      throw SourceFailure(diagnostics)
    }
    scenario.warnings = diagnostics
    return scenario
  }

  /// Everything noted about a scenario, and the scenario where it could be built.
  ///
  /// `loadTheatre` reads a theatre's folder; tests hand in one that they have read already.
  static func read(
    _ path: String, folders: DataFolders,
    loadTheatre: (String) throws(SourceFailure) -> Theatre = Theatre.load(folder:)
  ) throws(SourceFailure) -> (LoadedScenario?, [Diagnostic]) {
    let source = try ScenarioSource(path: path)
    var others: [Diagnostic] = []
    let theatre = theatre(of: source, folders, loadTheatre, &others)
    let rules = rules(folders, &others)
    guard let theatre else { return (nil, source.diagnostics + others) }
    var builder = ScenarioBuilder(source: source, ground: Ground(theatre), rules: rules)
    let setup = builder.setup(name: name(of: source.folder))
    let press = builder.press()
    let plans = plans(builder)
    let lessons = lessons(builder)
    let diagnostics = builder.source.diagnostics + others
    guard var setup else { return (nil, diagnostics) }
    setup.sourceDigest = SetupDigest.of(setup)
    setup.terrainHash = theatre.terrainHash
    var scenario = LoadedScenario(
      setup: setup, theatre: theatre, folder: source.folder,
      story: builder.text("story", length: 0...20_000) ?? "",
      notice: builder.text("notice", length: 0...2000) ?? "",
      credit: builder.text("credit", length: 0...300) ?? "",
      briefings: builder.briefings(), planFiles: plans, press: press, warnings: [])
    scenario.lessonFile = lessons
    scenario.files = builder.source.decoders.map(\.file)
    return (scenario, diagnostics)
  }

  private static func theatre(
    of source: ScenarioSource, _ folders: DataFolders,
    _ loadTheatre: (String) throws(SourceFailure) -> Theatre, _ diagnostics: inout [Diagnostic]
  ) -> Theatre? {
    guard let section = source.sections["theatre"],
      let id = section.decoder.string(section.node, what: "the theatre", length: 1...80)
    else { return nil }
    guard let folder = folders.theatre(id) else {
      section.decoder.error(
        "there is no theatre '\(id)'", hint: NearestWord.hint(for: id, among: folders.theatreNames),
        at: section.node)
      return nil
    }
    do throws(SourceFailure) {
      return try loadTheatre(folder)
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  private static func rules(_ folders: DataFolders, _ diagnostics: inout [Diagnostic]) -> Rules {
    guard let folder = folders.asset("Tables") else {
      diagnostics.append(
        Diagnostic(
          file: "Assets/Tables", position: nil, message: "the tables of rules are not there",
          hint: "set SITREP_DATA to the folder that holds Assets"))
      return Rules()
    }
    let (rules, mistakes) = TableFile.load(folder: folder)
    diagnostics += mistakes
    return rules
  }

  /// The plan files that are there; a missing one is warned of, since a staff has a plan of its
  /// own.
  private static func plans(_ builder: ScenarioBuilder) -> [SideID: String] {
    guard let section = builder.source.sections["plans"] else { return [:] }
    let decoder = section.decoder
    let ids = builder.sides.map(\.id)
    guard decoder.mapping(section.node, known: ids, what: "plans") else { return [:] }
    var found: [SideID: String] = [:]
    for (index, id) in ids.enumerated() {
      guard let node = section.node[id],
        let name = decoder.string(node, what: "the plan's file", length: 1...200)
      else { continue }
      let path = "\(section.folder)/\(name)"
      if SourceFile.exists(path) {
        found[SideID(index)] = path
      } else {
        decoder.warning(
          "there is no plan '\(name)' beside the scenario", hint: "the staff makes its own",
          at: node)
      }
    }
    return found
  }

  /// The file of lessons; one that is not there is a mistake.
  private static func lessons(_ builder: ScenarioBuilder) -> String? {
    guard let section = builder.source.sections["lessons"],
      let name = section.decoder.string(section.node, what: "the lessons’ file", length: 1...200)
    else { return nil }
    let path = "\(section.folder)/\(name)"
    if SourceFile.exists(path) { return path }
    section.decoder.error(
      "there is no file '\(name)' beside the scenario",
      hint: NearestWord.hint(for: name, among: SourceFile.list(section.folder)), at: section.node)
    return nil
  }

  private static func missing(_ nameOrPath: String, _ folders: DataFolders) -> SourceFailure {
    let name = nameOrPath.split(separator: "/").last.map(String.init) ?? nameOrPath
    let hint = NearestWord.hint(for: name, among: folders.scenarioNames)
    return SourceFailure(
      [
        Diagnostic(
          file: nameOrPath, position: nil, message: "there is no such scenario", hint: hint,
          isPlaceless: true)
      ], isMissingFile: true)
  }

  /// The last part of a folder's path, resolved where it is `.` or the like.
  private static func name(of folder: String) -> String {
    let path = SourceFile.resolved(folder) ?? folder
    return path.split(separator: "/").last.map(String.init) ?? "Scenario"
  }
}
