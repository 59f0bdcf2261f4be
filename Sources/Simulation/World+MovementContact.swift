extension World {
  /// Whether an enemy bars the way into a hex. A column at peace passes those who may not open
  /// fire: that is how one drives past a screen under truce.
  func isBlocked(_ row: Int, at hex: Int, _ occupancy: borrowing HexOccupancy) -> Bool {
    var other = occupancy.first[hex]
    while other >= 0 {
      let enemy = Int(other)
      if areEnemies(row, enemy), bars(enemy), !letsPass(enemy, row) { return true }
      other = occupancy.next[enemy]
    }
    return false
  }

  /// Whether an attacker that stands before an enemy would pass him by: ground beside who holds it
  /// is won by pushing alone.
  func isOpposed(_ row: Int, at hex: Int, _ occupancy: borrowing HexOccupancy) -> Bool {
    guard units.task[row] == .attack, units.status[row] == .active, units.progress[row] < 65_535
    else { return false }
    return isCovered(hex, from: row, occupancy)
      && isCovered(Int(units.hex[row]), from: row, occupancy)
  }

  /// Whether an enemy in hand whom a unit's side sees holds a neighbour of a hex.
  private func isCovered(_ hex: Int, from row: Int, _ occupancy: borrowing HexOccupancy) -> Bool {
    for side in HexSide.allCases {
      let near = setup.terrain.grid.neighbor(of: hex, side)
      guard near >= 0 else { continue }
      var other = occupancy.first[near]
      while other >= 0 {
        let enemy = Int(other)
        if areEnemies(row, enemy), covers(enemy, against: units.roster.side[row].index) {
          return true
        }
        other = occupancy.next[enemy]
      }
    }
    return false
  }

  /// Whether a unit keeps an enemy side that sees it from passing by.
  func covers(_ row: Int, against side: Int) -> Bool {
    guard units.status[row] == .active, bars(row), knowledge[side].inSight[row] != 0 else {
      return false
    }
    switch units.posture[row] {
    case .column, .withdrawing, .fleeing, .camped, .reforming: return false
    case .advancing, .attacking, .holding, .diggingIn, .firing: break
    }
    switch units.roster.arm[row] {
    case .artillery, .rocketArtillery, .mortar, .headquarters, .supply, .airDefence: return false
    default: return true
    }
  }

  /// Whether a unit bars ground: hidden groups, leaders and reporters do not.
  private func bars(_ row: Int) -> Bool {
    guard units.hidden[row] == 0 else { return false }
    switch units.roster.arm[row] {
    case .leader, .press: return false
    default: return true
    }
  }

  private func letsPass(_ enemy: Int, _ row: Int) -> Bool {
    units.posture[row] == .column && !isHostile(enemy)
      && units.sinceHit[row] > setup.rules.movement[.quietMinutes]
  }

  /// Whether a unit may and does fire on who comes near.
  func isHostile(_ row: Int) -> Bool {
    let quiet = setup.rules.movement[.quietMinutes]
    switch engagementRules(row) {
    case .free: return true
    case .returnFire: return units.sinceFired[row] <= quiet || units.sinceHit[row] <= quiet
    case .truce: return units.sinceFired[row] <= quiet
    }
  }

  /// Whether a unit that does not seek a fight has come beside an enemy whom its side sees and who
  /// would fire.
  func meetsEnemyBeside(_ row: Int, _ occupancy: borrowing HexOccupancy) -> Bool {
    guard units.status[row] == .active, units.task[row] != .attack, units.task[row] != .withdraw
    else { return false }
    let inSight = knowledge[units.roster.side[row].index].inSight
    for side in HexSide.allCases {
      let hex = setup.terrain.grid.neighbor(of: Int(units.hex[row]), side)
      guard hex >= 0 else { continue }
      var other = occupancy.first[hex]
      while other >= 0 {
        let enemy = Int(other)
        if inSight[enemy] != 0, areEnemies(row, enemy), bars(enemy), isHostile(enemy) {
          return true
        }
        other = occupancy.next[enemy]
      }
    }
    return false
  }

  /// An enemy bars the next hex: attackers close up and fight, who falls back looks for another
  /// way, the rest stop and deploy.
  mutating func meetEnemy(
    _ row: Int, step: Int32, scratch: inout Scratch, events: inout [Event]
  ) {
    if units.status[row] == .active, units.task[row] == .attack {
      units.posture[row] = .attacking
      units.progress[row] = min(units.progress[row] + step, max(32_767, units.progress[row]))
      return
    }
    guard units.status[row] != .active || units.task[row] == .withdraw else {
      return abandon(row, because: .enemyAhead, events: &events)
    }
    // A new search for each minute would be dear and would find the same.
    guard (Int(tick.rawValue) + row) % 5 == 0 else { return }
    let goal = retreatTarget(of: row, scratch: &scratch)
    if goal >= 0 {
      units.taskTarget[row] = goal
      clearWays(row)
      _ = planPath(row, to: Int(goal), .column, avoidsEnemy: true, scratch: &scratch)
    }
  }

  /// Ends a unit's way before its goal: it deploys where it is and holds.
  mutating func abandon(_ row: Int, because cause: ChangeCause, events: inout [Event]) {
    because(cause, row)
    events.append(
      Event(
        tick: tick, kind: .orderAbandoned, side: setup.units[row].side, unit: UnitID(row),
        hex: units.hex[row], detail: Int32(units.task[row].rawValue)))
    if units.posture[row] == .column {
      units.busyMinutes[row] = setup.rules.movement[.deployMinutes]
    }
    clearPath(row)
    setTask(row, .hold, target: -1)
    if units.orderStage[row] == .underWay { units.orderStage[row] = .givenUp }
    if units.status[row] == .active { units.posture[row] = .holding }
  }

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
