extension World {
  /// Whether a unit has come to the end of its path and is ready to do its task there.
  func isInPlace(_ row: Int) -> Bool {
    units.pathDone[row] >= units.pathCount[row] && units.busyMinutes[row] == 0
  }

  /// The hex that the next step of a unit's path leads to, -1 where no step is left.
  func nextStep(_ row: Int) -> (side: HexSide, hex: Int)? {
    let done = Int(units.pathDone[row])
    guard done < Int(units.pathCount[row]),
      let side = HexSide(rawValue: units.pathSteps[row * Self.pathCapacity + done])
    else { return nil }
    let hex = setup.terrain.grid.neighbor(of: Int(units.hex[row]), side)
    return hex >= 0 ? (side, hex) : nil
  }

  /// Forgets a unit's path; it stays in its hex.
  mutating func clearPath(_ row: Int) {
    units.pathCount[row] = 0
    units.pathDone[row] = 0
    units.nextHex[row] = units.hex[row]
    units.progress[row] = 0
    units.heldUpMinutes[row] = 0
  }

  /// Plans a path; false where there is none, and then the unit has no path. A path longer than
  /// `pathCapacity` is planned again from where its first part ends.
  mutating func planPath(
    _ row: Int, to goal: Int, _ mode: MarchMode, avoidsEnemy: Bool, scratch: inout Scratch
  ) -> Bool {
    let kept = (hex: units.nextHex[row], progress: units.progress[row])
    clearPath(row)
    let start = Int(units.hex[row])
    guard setup.regions.areJoined(start, goal) else { return false }
    scratch.movement.search.clearPenalties()
    if avoidsEnemy { markKnownEnemies(of: setup.units[row].side, scratch: &scratch) }
    let found = scratch.movement.search.find(
      from: start, to: goal, in: setup.terrain, scratch.movement.costs, mobility(row), mode)
    guard found != nil else { return false }
    let count = min(scratch.movement.search.steps.count, Self.pathCapacity)
    for step in 0..<count {
      units.pathSteps[row * Self.pathCapacity + step] = scratch.movement.search.steps[step]
    }
    units.pathCount[row] = Int32(count)
    guard let next = nextStep(row) else { return true }
    units.nextHex[row] = Int32(next.hex)
    // A change of plan does not cost the way already made towards the same hex.
    if kept.hex == Int32(next.hex) { units.progress[row] = kept.progress }
    return true
  }

  /// Puts a price on the hexes where the side knows enemies to be.
  private func markKnownEnemies(of side: SideID, scratch: inout Scratch) {
    let known = knowledge[side.index]
    let age = setup.rules.movement[.avoidAgeMinutes]
    for row in 0..<units.count where known.serial[row] != 0 && known.lastHex[row] >= 0 {
      guard tick.rawValue - known.lastSeen[row] <= age else { continue }
      scratch.movement.search.avoid(
        Int(known.lastHex[row]), setup.terrain.grid, setup.rules)
    }
  }

  /// Sends a unit on its way and sets its task columns, as an order in force does. Where there is
  /// no way it holds where it is and the answer is false.
  @discardableResult
  mutating func startMove(
    _ row: Int, to hex: Int32, task: OrderKind, posture: Posture, ways: [Int32] = [],
    scratch: inout Scratch
  ) -> Bool {
    let from = units.posture[row]
    let entrenchment = units.entrenchment[row]
    setTask(row, task, target: hex)
    setWays(row, ways)
    let leg = Int(legGoal(of: row))
    let mode: MarchMode = posture == .advancing || posture == .attacking ? .deployed : .column
    guard planPath(row, to: leg, mode, avoidsEnemy: task != .attack, scratch: &scratch) else {
      setTask(row, .hold, target: -1)
      units.posture[row] = .holding
      return false
    }
    guard units.pathCount[row] > 0 else {
      // It is there already.
      setTask(row, .hold, target: -1)
      if units.status[row] == .active { units.posture[row] = .holding }
      return true
    }
    units.posture[row] = posture
    let delay = minutesToLeave(row, from, entrenchment, posture)
    units.busyMinutes[row] = max(units.busyMinutes[row], delay)
    return true
  }

  /// Sets a unit's task from this tick on.
  mutating func setTask(_ row: Int, _ task: OrderKind, target: Int32, minutes: Int32 = 0) {
    units.task[row] = task
    units.taskTarget[row] = target
    units.taskSince[row] = tick.rawValue
    units.taskMinutes[row] = minutes
    clearWays(row)
  }

  /// Minutes until a unit that leaves a posture is on its way in another.
  private func minutesToLeave(
    _ row: Int, _ from: Posture, _ entrenchment: Int32, _ to: Posture
  ) -> Int32 {
    let table = setup.rules.movement
    let arm = setup.units[row].arm
    guard arm != .leader, arm != .press, to != .fleeing else { return 0 }
    if from == .camped { return table[.breakCampMinutes] }
    if from == .firing { return table[.limberMinutes] }
    if from == .column {
      return to == .advancing || to == .attacking ? table[.deployMinutes] : 0
    }
    if from == .advancing || from == .attacking || from == .withdrawing { return 0 }
    if entrenchment >= 2 { return table[.leavePositionsMinutes] }
    return to == .column && mobility(row) != .foot ? table[.formColumnMinutes] : 0
  }
}
