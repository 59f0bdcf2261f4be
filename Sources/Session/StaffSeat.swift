import Simulation
import Staff

/// A staff at work in a battle: what it leads, what it remembers, what it is thinking about.
struct StaffSeat {
  /// The staff.
  private(set) var staff: Staff
  /// The side that it leads, or whose formation.
  let side: SideID
  /// What a person handed to it; nil where it leads a side.
  let delegation: Delegation?
  /// Since when.
  let since: Tick
  /// Units of a delegated formation that the person orders himself.
  private(set) var byHand: Set<UnitID> = []
  private let units: Set<UnitID>
  private var memory = StaffMemory()
  private var thought: Thought?

  /// A staff that leads a side.
  init(_ staff: Staff, side: SideID) {
    self.staff = staff
    self.side = side
    delegation = nil
    since = Tick(0)
    units = []
  }

  /// A staff that leads a formation for a person.
  init(_ delegation: Delegation, since: Tick, in setup: BattleSetup) {
    staff = Staff(delegation, in: setup)
    side = delegation.side
    self.delegation = delegation
    self.since = since
    units = Set(delegation.units(in: setup))
  }

  /// Looks at the picture of a tick where it is the staff's turn, and begins to think.
  mutating func look(_ world: World, isBeside: Bool) {
    guard thought == nil, staff.decides(at: world.tick) else { return }
    thought = Thought(
      staff, world.picture(for: .side(side), events: []), memory, due: world.tick + staff.delay,
      isBeside: isBeside)
  }

  /// The orders that are due in a tick with their reasons; nil where there is no answer then.
  mutating func answer(at tick: Tick) -> (orders: [Order], reasons: [StaffReason])? {
    guard let thought, thought.due <= tick else { return nil }
    let answer = thought.result()
    self.thought = nil
    memory = answer.memory
    return (answer.orders.filter { !byHand.contains($0.unit) }, memory.reasons)
  }

  /// Leaves units alone that the person orders himself.
  mutating func leave(_ ordered: [UnitID]) {
    byHand.formUnion(ordered.filter { units.contains($0) })
    staff.leave(byHand)
  }

  /// Whether it leads a unit.
  func leads(_ unit: UnitID) -> Bool { units.contains(unit) && !byHand.contains(unit) }

  /// Whether its formation shares a unit with another.
  func overlaps(_ other: Delegation, in setup: BattleSetup) -> Bool {
    !units.isDisjoint(with: other.units(in: setup))
  }
}
