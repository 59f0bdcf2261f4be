extension World {
  /// Whether a side's rules let it fire on a unit now.
  func mayFire(_ side: Int, on target: Int) -> Bool {
    switch politics[side].rulesOfEngagement {
    case .truce: return false
    case .free: return true
    case .returnFire:
      if isProvoking(target) { return true }
      // A line crossed is cause enough only where the scenario's table says so.
      let hex = Int(units.hex[target])
      return setup.rules.combat[.returnOnIntruders] != 0
        && setup.initialControl[hex] == UInt8(side)
    }
  }

  /// Whether a unit drew fire on itself: it fired lately or attacks.
  @inline(__always)
  func isProvoking(_ row: Int) -> Bool {
    units.sinceFired[row] < setup.rules.combat[.returnMinutes]
      || (isAttacking(row) && units.posture[row] != .column)
  }

  /// The rules that bind a unit: its own or its side's, whichever are stricter.
  func engagementRules(_ row: Int) -> RulesOfEngagement {
    min(units.rules[row], politics[units.roster.side[row].index].rulesOfEngagement)
  }

  /// Whether its rules let a unit shell or bomb a place now: under "return fire" only where an
  /// enemy stands that drew fire on itself, or on own ground that the enemy has taken.
  func mayShell(_ row: Int, _ hex: Int, _ scratch: borrowing CombatScratch) -> Bool {
    let side = scratch.facts[row].side
    switch engagementRules(row) {
    case .truce: return false
    case .free: return true
    case .returnFire:
      guard !truceHolds else { return false }
      for other in 0..<units.count where Int(units.hex[other]) == hex && standsOnGround(other) {
        guard scratch.facts[other].enemy == side, mayFire(side, on: other) else { continue }
        if units.rules[row] == .free || isProvoking(other) { return true }
      }
      return false
    }
  }

  /// Ends the truce for all: who broke it may fire freely, the others may fire back.
  mutating func breakTruce(by side: Int, unit: Int, events: inout [Event]) {
    guard truceHolds else { return }
    truceHolds = false
    politics[side].brokeTruce = 1
    politics[side].politicalCost += Int64(setup.ceaseFire.costs.truceBroken)
    for index in politics.indices where politics[index].rulesOfEngagement == .truce {
      politics[index].rulesOfEngagement = index == side ? .free : .returnFire
    }
    events.append(
      Event(
        tick: tick, kind: .truceBroken, side: SideID(side), unit: UnitID(unit),
        hex: units.hex[unit]))
  }

  /// The first armed unit on ground that was the enemy's at the start breaks the truce.
  mutating func watchTheLine(_ scratch: borrowing CombatScratch, events: inout [Event]) {
    guard truceHolds else { return }
    for row in 0..<units.count where standsOnGround(row) && holdsGround(row, scratch.facts[row]) {
      let enemy = scratch.facts[row].enemy
      guard enemy >= 0, setup.initialControl[Int(units.hex[row])] == UInt8(enemy) else { continue }
      breakTruce(by: scratch.facts[row].side, unit: row, events: &events)
      return
    }
  }

  /// Free fire is released at its tick to sides that may so far only fire back.
  mutating func releaseFire(events: inout [Event]) {
    guard !truceHolds else { return }
    for side in politics.indices
    where politics[side].rulesOfEngagement == .returnFire && politics[side].releaseTick >= 0
      && politics[side].releaseTick <= tick.rawValue
    {
      politics[side].rulesOfEngagement = .free
      events.append(Event(tick: tick, kind: .fireReleased, side: SideID(side)))
    }
  }
}
