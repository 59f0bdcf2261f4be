/// How much stands in a hex: the one rule of room, for the battle and for what a side knows of it.
extension World {
  /// Whether a hex holds as much as it can without this unit. Leaders, reporters and staffs find
  /// room.
  func isFull(_ hex: Int, for row: Int, _ occupancy: borrowing HexOccupancy) -> Bool {
    var stack = Stack(setup.rules.movement, own: stackingLoad(row))
    var other = occupancy.first[hex]
    while other >= 0 {
      let unit = Int(other)
      if unit != row, units.roster.side[unit] == units.roster.side[row], !isPassing(unit) {
        stack.add(stackingLoad(unit))
      }
      other = occupancy.next[unit]
    }
    return stack.isFull
  }

  private func isPassing(_ row: Int) -> Bool {
    units.posture[row] == .column && units.pathDone[row] < units.pathCount[row]
  }

  private func stackingLoad(_ row: Int) -> Int32 {
    setup.rules.movement.room(
      of: units.roster.arm[row], men: units.personnel[row] / 256, vehicles: vehicleCount(row))
  }
}

extension Picture {
  /// Whether a hex has no room left for a unit as far as the viewer knows, by the rule of movement.
  public func isFull(_ hex: Int32, for unit: UnitReport) -> Bool {
    var stack = Stack(setup.rules.movement, own: stackingLoad(unit))
    for other in units where other.side == unit.side && other.hex == hex && other.id != unit.id {
      let isPassing = other.posture == .column && !other.path.isEmpty
      if other.status == .active, !isPassing { stack.add(stackingLoad(other)) }
    }
    return stack.isFull
  }

  private func stackingLoad(_ unit: UnitReport) -> Int32 {
    setup.rules.movement.room(
      of: setup.units[unit.id.row].arm, men: unit.personnel,
      vehicles: unit.vehicles.reduce(0, +))
  }
}

/// What stands in a hex with a unit that comes, and whether that is too much.
private struct Stack {
  private let table: RuleTable<MovementKey>
  private let own: Int32
  private var load: Int32
  private var count: Int32 = 1

  init(_ table: RuleTable<MovementKey>, own: Int32) {
    self.table = table
    self.own = own
    load = own
  }

  /// Another unit's room; who takes none does not count.
  mutating func add(_ more: Int32) {
    load += more
    if more > 0 { count += 1 }
  }

  var isFull: Bool {
    own > 0 && count > 1 && (load > table[.stackingLoad] || count > table[.stackingUnits])
  }
}

extension RuleTable where Key == MovementKey {
  /// Room that a unit takes in a hex, in men-equivalents.
  fileprivate func room(of arm: Arm, men: Int32, vehicles: Int32) -> Int32 {
    switch arm {
    case .leader, .press, .headquarters, .supply: 0
    default: men + vehicles * self[.vehicleLoad]
    }
  }
}
