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
}
