public import Simulation
public import SourceText

/// A side's plan as the scenario gives it.
public struct StaffPlan: Sendable {
  /// Loads a plan from a file beside the scenario.
  public static func load(
    path: String, side: SideID, setup: BattleSetup
  ) throws(SourceFailure) -> StaffPlan { StaffPlan() }
}

/// How a staff weighs risk.
public enum Temperament: String, CaseIterable, Sendable { case cautious, balanced, bold }

/// What a staff carries from one decision to the next.
public struct StaffMemory: Sendable, Equatable {
  /// A staff that has not begun.
  public init() {}
}

/// A computer commander of one side.
public struct Staff: Sendable {
  /// Ticks from one decision to the next.
  public static let intervalTicks: Int32 = 5

  /// A staff with a plan.
  public init(plan: StaffPlan, side: SideID, temperament: Temperament = .balanced) {}

  /// What to order now, from what the side knows.
  public func decide(
    _ picture: Picture, _ memory: StaffMemory
  ) -> (orders: [Order], memory: StaffMemory) { ([], memory) }
}
