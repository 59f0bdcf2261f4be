import Simulation

/// What stops a unit on its way, and what it does about it: an order that could not be carried out
/// is not given again and again.
extension StaffDesk {
  /// How near an enemy in sight keeps who does not fight from going on, in hexes.
  private static let barred = 2
  /// Minutes after which a way that was barred is tried again.
  private static let retryMinutes: Int32 = 120

  /// Whether a hex has no room left for a unit, by the rules of movement.
  func isFull(_ hex: Int32, for unit: UnitReport) -> Bool {
    let table = picture.setup.rules.movement
    guard room(unit) > 0 else { return false }
    let others = picture.units.filter {
      let isPassing = $0.posture == .column && !$0.path.isEmpty
      return $0.id != unit.id && $0.hex == hex && $0.status == .active && !isPassing
        && room($0) > 0
    }
    let load = others.reduce(room(unit)) { $0 + room($1) }
    return !others.isEmpty
      && (load > table[.stackingLoad] || others.count >= Int(table[.stackingUnits]))
  }

  /// Room that a unit takes in a hex, in men-equivalents.
  private func room(_ unit: UnitReport) -> Int32 {
    switch arm(unit) {
    case .leader, .press, .headquarters, .supply: 0
    default:
      unit.personnel
        + unit.vehicles.reduce(0, +) * picture.setup.rules.movement[.vehicleLoad]
    }
  }

  /// Whether a unit is as near to a hex as there is room: in it, or beside it while it is full.
  func hasComeUp(_ unit: UnitReport, to hex: Int32) -> Bool {
    let distance = grid.distance(Int(unit.hex), Int(hex))
    return distance == 0 || (distance == 1 && isFull(hex, for: unit))
  }

  /// A unit that was stopped on its way goes for the enemy in sight who bars it where he is the
  /// weaker; true while it does so.
  mutating func clearsItsWay(_ unit: UnitReport) -> Bool {
    guard unit.task == .hold || unit.task == .attack, Self.fights(arm(unit)), isFit(unit),
      picture.rulesOfEngagement[staff.side.index] == .free, let enemy = barring(unit)
    else { return false }
    return isWeaker(enemy, than: unit) && order(unit, .attack, enemy.hex, patience: 15)
  }

  /// Whether a unit was stopped and has not come on for an hour and a half: who only wants to get
  /// past does not look for a fight before.
  mutating func isStuck(_ unit: UnitReport) -> Bool {
    guard unit.task == .hold || unit.task == .attack, barring(unit) != nil else { return false }
    let key = "unit \(unit.id.rawValue) stopped at \(unit.hex)"
    let since = memory.begun[key] ?? picture.tick
    memory.begun[key] = since
    return picture.tick - since >= 90
  }

  /// Whether a unit was stopped on its way and waits before it tries again: who could not get
  /// through does not get through five minutes later.
  func waits(_ unit: UnitReport) -> Bool {
    guard unit.task == .hold, unit.orderStage == .givenUp || barring(unit) != nil,
      let last = memory.lastOrder[unit.id]
    else { return false }
    return picture.tick - last < Self.retryMinutes
  }

  /// The nearest enemy in sight who keeps a unit from going on: in its way or beside it.
  private func barring(_ unit: UnitReport) -> Contact? {
    estimate.enemies(near: unit.hex, within: Self.barred, grid).first {
      $0.isInSight && $0.hex != unit.hex && $0.arm != .press && $0.arm != .leader
    }
  }

  /// Whether the side is strong enough there to attack an enemy.
  private func isWeaker(_ enemy: Contact, than unit: UnitReport) -> Bool {
    ownPower(near: unit.hex, within: 2) * 100
      >= estimate.enemyPower(near: enemy.hex, within: 1, grid)
      * staff.temperament.attackPercent
  }
}
