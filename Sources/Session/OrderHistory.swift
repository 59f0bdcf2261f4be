public import Journal
public import Simulation

/// What a person gave since the last tick, one step an action, to take back and give again while
/// nothing has come of it.
public struct OrderHistory: Sendable {
  private var given: [[Order]] = []
  private var takenBack: [[Order]] = []
  private var tick = Tick(0)

  /// Nothing given.
  public init() {}

  /// Notes the orders of one action that were taken at a moment.
  public mutating func note(_ orders: [Order], at now: Tick) {
    forget(unless: now)
    guard !orders.isEmpty else { return }
    given.append(orders)
    takenBack = []
  }

  /// Takes the newest action's orders back; gives them, empty where there is none.
  public mutating func undo(in battle: Battle) throws(JournalError) -> [Order] {
    forget(unless: battle.tick)
    guard let last = given.popLast() else { return [] }
    var undone: [Order] = []
    for order in last.reversed() where try battle.takeBack(order) { undone.insert(order, at: 0) }
    if !undone.isEmpty { takenBack.append(undone) }
    return undone
  }

  /// Gives the orders again that were taken back last; gives them, empty where there are none.
  public mutating func redo(in battle: Battle) throws(JournalError) -> [Order] {
    forget(unless: battle.tick)
    guard let last = takenBack.popLast() else { return [] }
    var again: [Order] = []
    for order in last where try battle.give(order) == nil { again.append(order) }
    if !again.isEmpty { given.append(again) }
    return again
  }

  /// Time has moved: what was given is on its way.
  private mutating func forget(unless now: Tick) {
    guard now != tick else { return }
    tick = now
    given = []
    takenBack = []
  }
}
