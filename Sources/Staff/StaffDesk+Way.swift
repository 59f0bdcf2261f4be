import Simulation

/// What stops a unit on its way, and what it does about it: an order that could not be carried out
/// is not given again and again.
extension StaffDesk {
  /// How near an enemy in sight keeps who does not fight from going on, in hexes.
  private static let barred = 2
  /// Minutes after which a way that was barred is tried again.
  private static let retryMinutes: Int32 = 120

  /// Whether a unit is as near to a hex as there is room: in it, or beside it while it is full.
  func hasComeUp(_ unit: UnitReport, to hex: Int32) -> Bool {
    let distance = grid.distance(Int(unit.hex), Int(hex))
    return distance == 0 || (distance == 1 && picture.isFull(hex, for: unit))
  }

  /// A unit that was stopped on its way goes for the enemy in sight who bars it where he is the
  /// weaker; true while it does so.
  mutating func clearsItsWay(_ unit: UnitReport) -> Bool {
    guard isFitToClear(unit), let enemy = barring(unit), !picture.isFull(enemy.hex, for: unit)
    else { return false }
    return isWeaker(enemy, than: unit) && order(unit, .attack, enemy.hex, patience: 15)
  }

  /// The same for who only wants to get past: he does not look for a fight before he has been stuck
  /// for an hour and a half; then he also goes for who must lie before him unseen.
  mutating func breaksThrough(_ unit: UnitReport, to goal: Int32) -> Bool {
    guard isStuck(unit), isFitToClear(unit) else { return false }
    guard barring(unit) == nil else { return clearsItsWay(unit) }
    guard let next = picture.route(for: unit.id, to: goal, as: .march)?.hexes.first else {
      return false
    }
    return order(unit, .attack, next, patience: 15)
  }

  private func isFitToClear(_ unit: UnitReport) -> Bool {
    (unit.task == .hold || unit.task == .attack) && Self.fights(arm(unit)) && isFit(unit)
      && picture.rulesOfEngagement[staff.side.index] == .free
  }

  /// Whether a unit has stood at a hex on its way for an hour and a half.
  mutating func isStuck(_ unit: UnitReport) -> Bool {
    guard unit.path.isEmpty, unit.orders.isEmpty else { return false }
    let key = "unit \(unit.id.rawValue) stopped at \(unit.hex)"
    let since = memory.begun[key] ?? picture.tick
    memory.begun[key] = since
    return picture.tick - since >= 90
  }

  /// Sends a unit to a hex, or lets it wait where it stands: who was sent there lately and was
  /// stopped does not get through a few minutes later.
  mutating func send(_ unit: UnitReport, to hex: Int32, then queued: OrderKind? = nil) {
    if wasStopped(unit, before: hex) { return }
    let count = orders.count
    go(unit, to: hex, then: queued)
    if orders.count > count { noteSending(unit, to: hex) }
  }

  /// Remembers when a unit was sent to a hex.
  mutating func noteSending(_ unit: UnitReport, to hex: Int32) {
    memory.begun[Self.sending(unit, hex)] = picture.tick
  }

  /// Whether a unit was lately sent to a hex and stands somewhere on the way.
  func wasStopped(_ unit: UnitReport, before hex: Int32) -> Bool {
    guard unit.path.isEmpty, unit.orders.isEmpty, let sent = memory.begun[Self.sending(unit, hex)]
    else { return false }
    return picture.tick - sent < Self.retryMinutes
  }

  private static func sending(_ unit: UnitReport, _ hex: Int32) -> String {
    "unit \(unit.id.rawValue) sent to \(hex)"
  }

  /// The nearest enemy in sight who keeps a unit from going on: in its way or beside it.
  func barring(_ unit: UnitReport) -> Contact? {
    estimate.enemies(near: unit.hex, within: Self.barred, grid).first {
      $0.isInSight && $0.hex != unit.hex
    }
  }

  /// Whether the side is strong enough there to attack an enemy.
  private func isWeaker(_ enemy: Contact, than unit: UnitReport) -> Bool {
    ownPower(near: unit.hex, within: 2) * 100
      >= estimate.enemyPower(near: enemy.hex, within: 1, grid)
      * staff.temperament.attackPercent
  }
}
