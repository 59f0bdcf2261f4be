extension World {
  /// Withdrawal before contact: police, militia, staffs, supply, guns and leaders leave in time
  /// when an enemy who overmatches what stands around them comes into sight within a margin.
  mutating func leaveBeforeContact(scratch: inout Scratch, events: inout [Event]) {
    for row in 0..<units.count where (tick.rawValue + Int32(row)) % 5 == 0 {
      let facts = scratch.combat.facts[row]
      guard units.status[row] == .active, isTimid(facts), units.hidden[row] == 0, !isMoving(row),
        units.giveGround[row] != .never,
        isOvermatched(row, &scratch.combat)
      else { continue }
      let before = units.task[row]
      let goal = retreatTarget(of: row, scratch: &scratch)
      guard goal >= 0,
        startMove(row, to: goal, task: .withdraw, posture: .column, scratch: &scratch)
      else { continue }
      because(.overmatched, row, task: before)
      let isStaff = facts.arm == .headquarters || facts.arm == .leader
      events.append(
        Event(
          tick: tick, kind: isStaff ? .headquartersDisplaced : .withdrewBeforeContact,
          side: SideID(facts.side), unit: UnitID(row), hex: units.hex[row], amount: men(row)))
    }
  }

  private func isTimid(_ facts: UnitFacts) -> Bool {
    switch facts.arm {
    case .police, .militia, .leader: true
    default: facts.isRear
    }
  }

  private func isOvermatched(_ row: Int, _ scratch: inout CombatScratch) -> Bool {
    let distance = Int(setup.rules.morale[.overmatchDistance])
    let side = scratch.facts[row].side
    let foe = scratch.facts[row].enemy
    let hex = Int(units.hex[row])
    guard foe >= 0, foe != side, !scratch.grid.isEmpty(foe, around: hex, within: distance) else {
      return false
    }
    var own = scratch.strength[row]
    var enemy: Int64 = 0
    scratch.grid.visit(foe, around: hex, within: distance) { entry, _ in
      let other = Int(entry.row)
      if units.status[other] == .active, knowledge[side].inSight[other] == 1 {
        enemy += scratch.strength[other]
      }
      return true
    }
    guard enemy > 0 else { return false }
    scratch.grid.visit(side, around: hex, within: distance) { entry, _ in
      let other = Int(entry.row)
      if other != row, units.status[other] == .active { own += scratch.strength[other] }
      return true
    }
    return enemy * 1000 >= max(1, own) * Int64(setup.rules.morale[.overmatch])
  }
}
