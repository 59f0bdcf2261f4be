public import Geography
public import Simulation
public import SourceText

/// A scenario that is ready to play: the setup for the simulation, the ground for the map, and the
/// words around it.
public struct LoadedScenario: Sendable {
  /// What the battle is made from.
  public var setup: BattleSetup
  /// The ground as the map has it.
  public var theatre: Theatre
  /// The scenario's folder.
  public var folder: String
  /// What has happened before, for the first page.
  public var story: String
  /// That the story is invented, for the briefing.
  public var notice: String
  /// One line for every exported picture.
  public var credit: String
  /// What each side is told before the battle, by side index.
  public var briefings: [String]
  /// The files of the staffs' plans by side, as far as they are there.
  public var planFiles: [SideID: String]
  /// The file of its lessons; nil where it has none.
  public var lessonFile: String?
  /// What the press needs to know beside the events.
  public var press: PressFacts
  /// What is odd but does no harm.
  public var warnings: [Diagnostic]
  /// The scenario's own file and all that it draws on, plans apart, as they were named.
  public var files: [String] = []
}
