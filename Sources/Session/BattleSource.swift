public import Press
public import ScenarioFormat
public import Simulation
public import SourceText
public import Staff

/// Everything that battles of one scenario share: loaded once, used by any number of runs.
public struct BattleSource: Sendable {
  /// The scenario with its theatre.
  public var scenario: LoadedScenario
  /// A plan by side index, nil where the scenario gives none.
  public var plans: [StaffPlan?]
  /// The newsroom.
  public var press: PressRoom
  /// The rules by which the story's beats are recognised.
  public var beats: [Beat]
  /// Which beats the story tells before which others.
  public var beatPairs: [BeatPair] = []
  /// What teaches a newcomer the controls; nil where the scenario has no lessons.
  public var lessons: LessonBook?
  /// The scenario's file, as it was found.
  public var scenarioFile = ""

  /// The battle's setup.
  public var setup: BattleSetup { scenario.setup }

  /// A source from its parts.
  public init(scenario: LoadedScenario, plans: [StaffPlan?], press: PressRoom, beats: [Beat]) {
    self.scenario = scenario
    self.plans = plans
    self.press = press
    self.beats = beats
  }

  /// Loads a scenario with its plans, beats and phrases.
  ///
  /// Without plans no side can have a staff; what only looks back needs none.
  /// Throws `SourceFailure` with every mistake of the first file that has any.
  public static func load(
    _ nameOrPath: String, folders: DataFolders, hasPlans: Bool = true
  ) throws(SourceFailure) -> BattleSource {
    let scenario = try ScenarioLoader.load(nameOrPath, folders: folders)
    var plans: [StaffPlan?] = []
    for side in scenario.setup.sides.indices {
      if hasPlans, let path = scenario.planFiles[SideID(side)] {
        plans.append(try StaffPlan.load(path: path, side: SideID(side), setup: scenario.setup))
      } else {
        plans.append(nil)
      }
    }
    let beats = scenario.folder + "/beats.yaml"
    var source = BattleSource(
      scenario: scenario, plans: plans, press: try pressRoom(scenario, folders),
      beats: SourceFile.exists(beats)
        ? try BeatFile.load(path: beats, setup: scenario.setup) : [])
    if SourceFile.exists(beats) {
      source.beatPairs = try BeatFile.pairs(path: beats, among: source.beats)
    }
    if let path = scenario.lessonFile {
      source.lessons = try LessonFile.load(
        path: path, setup: scenario.setup, theatre: scenario.theatre)
    }
    source.scenarioFile = folders.scenarioFile(nameOrPath) ?? ""
    return source
  }

  private static func pressRoom(
    _ scenario: LoadedScenario, _ folders: DataFolders
  ) throws(SourceFailure) -> PressRoom {
    let facts = scenario.press
    let sides = facts.sides.enumerated().map { index, words in
      PressVoices.Side(
        source: words.source, troops: words.troops, enemies: words.enemies,
        claimedTroops: facts.claims.first { $0.side == SideID(index) }?.number)
    }
    let voices = PressVoices(
      sides: sides, reporter: facts.reporter, emergencyService: facts.emergencyService)
    guard let path = folders.asset("Text/press.yaml") else {
      throw SourceFailure([
        Diagnostic(
          file: "Assets/Text/press.yaml", position: nil, message: "the phrases are not there",
          hint: "set SITREP_DATA to the folder that holds Assets")
      ])
    }
    return try PressRoom.load(path: path, voices: voices)
  }
}
