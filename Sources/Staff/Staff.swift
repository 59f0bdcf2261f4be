public import Simulation

/// A computer commander of one side: a pure function of what the side knows and what it remembers.
///
/// It follows the scenario's plan and reacts to contact, losses and fatigue; it sees a `Picture`
/// alone and gives the same orders as a person.
public struct Staff: Sendable {
  /// Ticks from one decision to the next.
  public static let intervalTicks: Int32 = 5

  let plan: StaffPlan
  let side: SideID
  let temperament: Temperament

  /// A staff with a plan.
  public init(plan: StaffPlan, side: SideID, temperament: Temperament = .balanced) {
    self.plan = plan
    self.side = side
    self.temperament = temperament
  }

  /// What to order now, from what the side knows.
  public func decide(
    _ picture: Picture, _ memory: StaffMemory
  ) -> (orders: [Order], memory: StaffMemory) {
    guard picture.outcome == nil else { return ([], memory) }
    var desk = StaffDesk(staff: self, picture: picture, memory: memory)
    desk.reviewTasks()
    for (task, units) in desk.assignments() { desk.carryOut(task, units) }
    return (desk.orders, desk.memory)
  }
}
