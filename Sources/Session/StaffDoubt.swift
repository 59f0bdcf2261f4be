public import Simulation

/// Where a staff, asked again, decides otherwise than the record of its battle says.
///
/// The record counts; what it means is that the plan or the staff has changed since, and that it
/// may go on otherwise than it would have.
public struct StaffDoubt: Sendable, Equatable {
  /// When.
  public var tick: Tick
  /// Whose staff.
  public var side: SideID
  /// The recorded order; nil where it decides on more than is recorded.
  public var recorded: String?
  /// The order that it decides on now; nil where it decides on less.
  public var decided: String?

  /// One sentence for people.
  public func message(in setup: BattleSetup) -> String {
    let decided = decided.map { "“\($0)”" } ?? "nothing more"
    let recorded = recorded.map { "“\($0)”" } ?? "no such order"
    return "at tick \(tick.rawValue) the staff of \(setup.sides[side.index].id) would now order "
      + "\(decided), the journal has \(recorded): its plan has changed since; the journal counts"
  }
}
