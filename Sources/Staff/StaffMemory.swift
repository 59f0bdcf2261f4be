import Simulation

/// What a staff carries from one decision to the next. Replays do not need it.
public struct StaffMemory: Sendable, Equatable {
  /// When each task was begun, by its id.
  var begun: [String: Tick] = [:]
  /// Tasks that have ended, by their id.
  var ended: Set<String> = []
  /// When each unit was last given an order.
  var lastOrder: [UnitID: Tick] = [:]
  /// The hex that each unit is to take or hold.
  var goals: [UnitID: Int32] = [:]
  /// Units that have given way and do not return to their task.
  var gaveWay: Set<UnitID> = []
  /// Units that rest until they are fit again.
  var resting: Set<UnitID> = []
  /// Units that were relieved in their place and come back when they are fit.
  var relieved: Set<UnitID> = []
  /// The course chosen for each task, by its id.
  var courses: [String: ChosenCourse] = [:]
  /// Why the last decision was as it was.
  public internal(set) var reasons: [StaffReason] = []

  /// A staff that has not begun.
  public init() {}
}
