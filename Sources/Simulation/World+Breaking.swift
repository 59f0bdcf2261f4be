extension World {
  /// Units whose cohesion is gone stop their attack, yield their hex or flee. All are judged by the
  /// state at the start; the shock to their neighbours comes after.
  mutating func breakUnits(scratch: inout Scratch, events: inout [Event]) {
    for row in 0..<units.count { scratch.combat.jolt[row] = 0 }
    let safe = safeCohesion
    for row in 0..<units.count where units.cohesion[row] < safe || units.status[row] != .active {
      guard standsOnGround(row), scratch.combat.facts[row].fights else { continue }
      let cohesion = units.cohesion[row]
      if units.status[row] != .routed, cohesion < setup.rules.morale[.routPoint] {
        rout(row, scratch: &scratch, events: &events)
      } else if units.status[row] == .active, cohesion < breakPoint(row) {
        breakUnit(row, scratch: &scratch, events: &events)
      } else if isAttacking(row), scratch.combat.received[row].intensity >= 150,
        cohesion < breakPoint(row) + setup.rules.morale[.stopMargin]
      {
        abandon(row, because: .attackSpent, events: &events)
      } else if units.status[row] != .active {
        keepFleeing(row, scratch: &scratch)
      }
    }
    for row in 0..<units.count where scratch.combat.jolt[row] > 0 {
      units.cohesion[row] = max(0, units.cohesion[row] - scratch.combat.jolt[row])
    }
  }

  /// The cohesion at which no unit in hand breaks, flees or stops an attack, whoever it is.
  private var safeCohesion: Int32 {
    let table = setup.rules.morale
    let point = table[.breakPoint] + 3 * abs(table[.breakPerQuality])
    let never = point * setup.rules.command[.neverBreakPermille] / 1000
    return max(table[.routPoint], max(point, never) + max(0, table[.stopMargin]))
  }

  private mutating func breakUnit(_ row: Int, scratch: inout Scratch, events: inout [Event]) {
    units.status[row] = .broken
    leaveDamaged(row)
    because(.broke, row)
    if units.orderStage[row] == .underWay { units.orderStage[row] = .givenUp }
    events.append(
      Event(
        tick: tick, kind: .unitBroke, side: shooterSide(row, scratch.combat), unit: UnitID(row),
        other: shooterUnit(row, scratch.combat), hex: units.hex[row], amount: men(row)))
    joltNeighbors(of: row, &scratch.combat)
    leaveOrStay(row, posture: .withdrawing, scratch: &scratch)
  }

  private mutating func rout(_ row: Int, scratch: inout Scratch, events: inout [Event]) {
    if units.status[row] == .active { joltNeighbors(of: row, &scratch.combat) }
    units.status[row] = .routed
    leaveDamaged(row)
    because(.routed, row)
    if units.orderStage[row] == .underWay { units.orderStage[row] = .givenUp }
    events.append(
      Event(
        tick: tick, kind: .unitRouted, side: shooterSide(row, scratch.combat), unit: UnitID(row),
        other: shooterUnit(row, scratch.combat), hex: units.hex[row], amount: men(row)))
    let drop = setup.rules.morale[.routDrop]
    for entry in row * VehicleClass.count..<(row + 1) * VehicleClass.count {
      let left = units.vehicles[entry] * drop / 1000
      units.vehicles[entry] -= left
      units.vehiclesLost[entry] += left
    }
    leaveOrStay(row, posture: .fleeing, scratch: &scratch)
  }

  private mutating func leaveOrStay(_ row: Int, posture: Posture, scratch: inout Scratch) {
    guard goesToGround(row) else { return fallBack(row, posture: posture, scratch: &scratch) }
    clearPath(row)
    setTask(row, .hold, target: -1)
    units.posture[row] = .holding
  }

  /// Sends a beaten unit back along its own line of supply; where there is no way it stays.
  private mutating func fallBack(_ row: Int, posture: Posture, scratch: inout Scratch) {
    let goal = retreatTarget(of: row, scratch: &scratch)
    units.busyMinutes[row] = 0
    guard goal >= 0,
      startMove(row, to: goal, task: .withdraw, posture: posture, scratch: &scratch)
    else {
      clearPath(row)
      setTask(row, .hold, target: -1)
      return
    }
  }

  /// Whether a beaten unit keeps to the houses or the works in which it stands: streets and
  /// trenches under fire are no way out, so it is driven from block to block until it is cut up or
  /// surrenders (SIMULATION.md on a town of 2,000 defenders: half of them fall in four days, and
  /// block by block; behind fortified positions 4.3 % fall a day, behind prepared ones 2.8).
  func goesToGround(_ row: Int) -> Bool {
    guard units.status[row] != .active else { return false }
    return isUrban(Int(units.hex[row]))
      || Int32(units.entrenchment[row]) >= setup.rules.morale[.groundWorks]
  }

  /// A beaten unit that has stopped runs on while an enemy is near.
  private mutating func keepFleeing(_ row: Int, scratch: inout Scratch) {
    guard units.pathDone[row] >= units.pathCount[row],
      (tick.rawValue + Int32(row)) % 10 == 0
    else { return }
    let distance = Int(setup.rules.morale[.rallyDistance])
    let hex = Int(units.hex[row])
    let side = scratch.combat.facts[row].side
    if !goesToGround(row), isEnemyNear(hex, of: side, within: distance - 1, scratch.combat) {
      fallBack(
        row, posture: units.status[row] == .routed ? .fleeing : .withdrawing, scratch: &scratch)
    } else if units.posture[row] == .withdrawing || units.posture[row] == .fleeing {
      units.posture[row] = .holding
    }
  }

  private func joltNeighbors(of row: Int, _ scratch: inout CombatScratch) {
    let shock = setup.rules.morale[.shockNeighbor]
    for other in 0..<units.count
    where other != row && units.status[other] == .active
      && scratch.facts[other].formation == scratch.facts[row].formation
    {
      let distance = setup.terrain.grid.distance(Int(units.hex[other]), Int(units.hex[row]))
      if distance <= 2 { scratch.jolt(other, .neighborBroke, shock) }
    }
  }

  func shooterUnit(_ row: Int, _ scratch: borrowing CombatScratch) -> UnitID? {
    scratch.received[row].shooter >= 0 ? UnitID(rawValue: scratch.received[row].shooter) : nil
  }

  func shooterSide(_ row: Int, _ scratch: borrowing CombatScratch) -> SideID? {
    shooterUnit(row, scratch).map { SideID(scratch.facts[$0.row].side) }
  }
}
