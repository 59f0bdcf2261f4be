public import Simulation
public import SourceText

/// A side's plan as the scenario gives it: tasks for its forces, each with its conditions.
///
/// Where several tasks of one unit are open, the last in the list counts, so that a plan reads from
/// what is done first to what replaces it.
public struct StaffPlan: Sendable {
  /// The plan in a sentence, for briefings.
  public var intent: String
  /// The moment for which the side's H-hour is set; nil where the plan has none.
  var hHour: Tick?
  /// The tasks in the order of the file.
  var tasks: [StaffTask]

  /// Loads a plan from a file beside the scenario; every mistake is told at once.
  public static func load(
    path: String, side: SideID, setup: BattleSetup
  ) throws(SourceFailure) -> StaffPlan {
    let node = try SourceReader.yaml(SourceFile.read(path), file: path)
    let decoder = SourceDecoder(file: path)
    let plan = PlanReader(decoder: decoder, side: side, setup: setup).plan(node)
    try decoder.finish()
    return plan
  }
}
