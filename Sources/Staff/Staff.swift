public import Simulation

/// The hexes around a place that a force may be sent to.
struct Boundary: Sendable, Hashable {
  /// A hex index.
  var center: Int32
  /// In hexes.
  var radius: Int
}

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
  let mode: StaffMode
  /// How much a thinking staff plays out.
  var playOuts = PlayOuts()
  /// The ground that it sends nobody beyond; nil for all of the map.
  let boundary: Boundary?
  /// Units of its tasks that others order.
  private(set) var left: Set<UnitID> = []
  private let handicap: Int32

  /// Ticks from the picture that a thinking staff sees to its orders: it thinks beside the battle,
  /// and its answer comes at a fixed moment, however long the thinking took. Fewer than
  /// `intervalTicks`.
  public static let answerTicks: Int32 = 2

  /// A staff with a plan; each step of `handicap` (0…9) makes it decide more seldom.
  public init(
    plan: StaffPlan, side: SideID, temperament: Temperament = .balanced, handicap: Int = 0,
    mode: StaffMode = .plain
  ) {
    self.plan = plan
    self.side = side
    self.temperament = temperament
    self.mode = mode
    self.handicap = Int32(min(9, max(0, handicap)))
    boundary = nil
  }

  /// A staff that leads a formation for a person, within task and boundary.
  public init(_ delegation: Delegation, in setup: BattleSetup) {
    plan = delegation.plan(in: setup)
    side = delegation.side
    temperament = .balanced
    mode = .thinking
    handicap = 0
    boundary = Boundary(center: delegation.place, radius: delegation.within)
  }

  /// The same staff without play-outs, for many quick runs.
  public var plain: Staff {
    Staff(
      plan: plan, side: side, temperament: temperament, handicap: Int(handicap), mode: .plain)
  }

  /// Leaves units alone that others order.
  public mutating func leave(_ units: Set<UnitID>) { left = units }

  /// Ticks from a picture to the orders that answer it.
  public var delay: Int32 { mode == .thinking ? Self.answerTicks : 0 }

  /// Whether it decides in a tick: sides take turns, so that no tick bears all the thinking.
  public func decides(at tick: Tick) -> Bool {
    // A step of handicap is ten minutes more between decisions.
    let interval = Self.intervalTicks * (1 + 2 * handicap)
    return tick.rawValue % interval == Int32(side.rawValue) % interval
  }

  /// What to order now, from what the side knows.
  public func decide(
    _ picture: Picture, _ memory: StaffMemory
  ) -> (orders: [Order], memory: StaffMemory) {
    guard picture.outcome == nil else { return ([], memory) }
    var desk = StaffDesk(staff: self, picture: picture, memory: memory)
    desk.reviewTasks()
    let assignments = desk.assignments()
    desk.chooseHunters(assignments)
    for (task, units) in assignments { desk.carryOut(task, units) }
    desk.memory.reasons = desk.reasons
    return (desk.orders, desk.memory)
  }
}
