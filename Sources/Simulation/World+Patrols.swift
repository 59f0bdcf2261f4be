extension World {
  /// Patrols bring word of enemies who lie still near by: an hour's chance for each unit within
  /// their reach that stands, can spare men and is not under fire. Who was found has not been seen
  /// by the guns: he is a report, and out of sight again at once.
  mutating func patrol(_ scratch: borrowing CombatScratch, events: inout [Event]) {
    guard !truceHolds else { return }
    for row in 0..<units.count where (tick.rawValue + Int32(row)) % 60 == 0 {
      guard standsOnGround(row), units.hidden[row] == 0, !isMoving(row) else { continue }
      for side in setup.sides.indices
      where setup.sides[side].enemy == UInt8(scratch.facts[row].side) {
        guard knowledge[side].inSight[row] == 0, patrols(of: side, find: row, scratch) else {
          continue
        }
        see(row, by: side, clearness: 500, events: &events)
        knowledge[side].inSight[row] = 0
      }
    }
  }

  private func patrols(of side: Int, find row: Int, _ scratch: borrowing CombatScratch) -> Bool {
    let table = setup.rules.spotting
    var hourly: Int32 = 0
    scratch.grid.visit(
      side, around: Int(units.hex[row]), within: Int(table[.patrolHexes])
    ) { entry, _ in
      if sendsPatrols(Int(entry.row), scratch) { hourly += table[.patrolFind] }
      return true
    }
    return hourly > 0 && chance(.patrol, row * 8 + side, below: 1000) < min(hourly, 900)
  }

  private func sendsPatrols(_ row: Int, _ scratch: borrowing CombatScratch) -> Bool {
    let facts = scratch.facts[row]
    return units.status[row] == .active && facts.fights && !facts.isRear && !facts.isIrregular
      && !isMoving(row) && !isAttacking(row) && units.sinceHit[row] >= 60
  }
}
