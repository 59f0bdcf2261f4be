public import Geography
public import Press
public import ScenarioFormat
public import Simulation
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
  /// Throws `SourceFailure` with every mistake of the first file that has any.
  public static func load(
    _ nameOrPath: String, folders: DataFolders
  ) throws(SourceFailure) -> BattleSource {
    let scenario = try ScenarioLoader.load(nameOrPath, folders: folders)
    var plans: [StaffPlan?] = []
    for side in scenario.setup.sides.indices {
      if let path = scenario.planFiles[SideID(side)] {
        plans.append(try StaffPlan.load(path: path, side: SideID(side), setup: scenario.setup))
      } else {
        plans.append(nil)
      }
    }
    let press = try PressRoom.load(
      path: folders.assets + "/Text/press.yaml", setup: scenario.setup)
    return BattleSource(
      scenario: scenario, plans: plans, press: press, beats: scenario.beats)
  }
}
