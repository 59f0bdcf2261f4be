extension World {
  /// Units told to delay that are pressed fall back in hand, before they are worn down, and stand
  /// again where they come to.
  mutating func giveGround(scratch: inout Scratch, events: inout [Event]) {
    for row in 0..<units.count where units.giveGround[row] == .delay {
      guard units.status[row] == .active, scratch.combat.received[row].intensity >= 150,
        !isMoving(row),
        !isAttacking(row), units.hidden[row] == 0, isHardPressed(row, &scratch.combat)
      else { continue }
      let reach = setup.rules.command[.delayHexes]
      let goal = retreatTarget(of: row, within: reach, scratch: &scratch)
      yield(row, to: goal, scratch: &scratch, events: &events)
    }
  }

  /// Sends a unit back in hand, whatever it was told, and tells of it; true where it goes. Where
  /// there is no way (`goal` is -1 or not to be reached) it stays.
  @discardableResult
  mutating func yield(
    _ row: Int, to goal: Int32, scratch: inout Scratch, events: inout [Event]
  ) -> Bool {
    let before = units.task[row]
    guard goal >= 0,
      startMove(row, to: goal, task: .withdraw, posture: .withdrawing, scratch: &scratch)
    else { return false }
    because(.gaveGround, row, task: before)
    if units.orderStage[row] == .underWay { units.orderStage[row] = .givenUp }
    events.append(
      Event(
        tick: tick, kind: .gaveGround, side: setup.units[row].side, unit: UnitID(row),
        other: shooterUnit(row, scratch.combat), hex: units.hex[row], amount: men(row)))
    return true
  }

  /// Whether the odds are against a unit, or its cohesion comes near its break point.
  private func isHardPressed(_ row: Int, _ scratch: inout CombatScratch) -> Bool {
    let table = setup.rules.command
    return units.cohesion[row] < breakPoint(row) + table[.delayMargin]
      || adversePower(row, &scratch) >= Int64(table[.delayPressure])
  }
}
