extension World {
  /// Who holds the ground: hexes with a unit of one side alone, then quarters by their hexes; what
  /// was won and left goes back by the hour.
  mutating func stepControl(scratch: inout Scratch, events: inout [Event]) {
    scratch.combat.occupancy.rebuild(self)
    for row in 0..<units.count
    where standsOnGround(row) && takesGround(row, scratch.combat.facts[row]) {
      let hex = Int(units.hex[row])
      if ground.control[hex] != UInt8(scratch.combat.facts[row].side) {
        take(hex, by: row, scratch.combat, events: &events)
      }
      if (tick.rawValue + Int32(row)) % 5 == 0 { takeAround(row, scratch.combat, events: &events) }
    }
    if tick.rawValue % 60 == 0 { giveBackGround(&scratch.combat) }
    guard tick.rawValue % 5 == 0 else { return }
    for quarter in setup.terrain.quarters.indices {
      judge(quarter, scratch.combat, events: &events)
    }
  }

  private func takesGround(_ row: Int, _ facts: UnitFacts) -> Bool {
    holdsGround(row, facts) && facts.arm != .partisans && !isPassingThrough(row)
  }

  /// Whether a unit only drives or falls back through: ground is held by who stands on it or
  /// fights over it, and changes hands neither before nor behind a march.
  private func isPassingThrough(_ row: Int) -> Bool {
    switch units.posture[row] {
    case .column, .withdrawing, .fleeing: isMoving(row)
    case .advancing, .attacking, .holding, .diggingIn, .camped, .firing, .reforming: false
    }
  }

  /// Whether an enemy of a side who can hold ground stands in a hex.
  private func isDisputed(_ hex: Int, _ side: Int, _ scratch: borrowing CombatScratch) -> Bool {
    var next = scratch.occupancy.first[hex]
    while next >= 0 {
      let row = Int(next)
      next = scratch.occupancy.next[row]
      if scratch.facts[row].enemy == side, holdsGround(row, scratch.facts[row]) { return true }
    }
    return false
  }

  private mutating func take(
    _ hex: Int, by row: Int, _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    let side = scratch.facts[row].side
    let old = ground.control[hex]
    guard old != UInt8(side), setup.terrain.neutral[hex] == 0, !isDisputed(hex, side, scratch)
    else { return }
    // Ground of who is no enemy stays theirs.
    guard old == 255 || Int(old) == scratch.facts[row].enemy else { return }
    let town = town(at: hex)
    let isEntry = town >= 0 && !holdsAny(of: town, side)
    ground.control[hex] = UInt8(side)
    for viewer in knowledge.indices {
      let seen = knowledge[viewer].seenHex[hex]
      let isFresh = seen >= 0 && tick.rawValue - seen <= setup.rules.spotting[.viewMinutes]
      if viewer == side || isFresh { knowledge[viewer].believedControl[hex] = UInt8(side) }
    }
    guard town >= 0, Int(old) == scratch.facts[row].enemy else { return }
    let unit = UnitID(row)
    events.append(
      Event(tick: tick, kind: .hexTaken, side: SideID(side), unit: unit, hex: Int32(hex)))
    if isEntry {
      events.append(
        Event(
          tick: tick, kind: .townEntered, side: SideID(side), unit: unit, hex: Int32(hex),
          detail: Int32(town)))
    }
  }

  /// Fighting units in the open take the empty fields around them too; towns must be entered.
  private mutating func takeAround(
    _ row: Int, _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    let facts = scratch.facts[row]
    guard !facts.isRear, !facts.isIrregular, units.readiness[row] == .deployed
    else { return }
    for side in HexSide.allCases {
      let hex = setup.terrain.grid.neighbor(of: Int(units.hex[row]), side)
      guard hex >= 0, ground.control[hex] != UInt8(facts.side), town(at: hex) < 0, !isUrban(hex),
        !setup.terrain.isWater(hex), !truceHolds || setup.initialControl[hex] == 255,
        !isDisputedAround(hex, facts.side, scratch)
      else { continue }
      take(hex, by: row, scratch, events: &events)
    }
  }

  private func isDisputedAround(
    _ hex: Int, _ side: Int, _ scratch: borrowing CombatScratch
  ) -> Bool {
    for edge in HexSide.allCases {
      let near = setup.terrain.grid.neighbor(of: hex, edge)
      if near >= 0, isDisputed(near, side, scratch) { return true }
    }
    return false
  }

  private func holdsAny(of town: Int, _ side: Int) -> Bool {
    for quarter in setup.terrain.towns[town].quarters {
      for hex in setup.terrain.quarters[quarter].hexes
      where ground.control[Int(hex)] == UInt8(side) {
        return true
      }
    }
    return false
  }

  /// A quarter is held by who has more than half of its hexes and no enemy inside; while both are
  /// in it, it is contested.
  private mutating func judge(
    _ quarter: Int, _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    let old = ground.quarterControl[quarter]
    var holder: UInt8 = 255
    for side in setup.sides.indices where holds(quarter, side, scratch) { holder = UInt8(side) }
    // Nobody's quarter stays with its last holder until an enemy comes in.
    if holder == 255, old != 255, !isContested(quarter, Int(old), scratch) { holder = old }
    guard holder != old else { return }
    ground.quarterControl[quarter] = holder
    guard holder != 255 else { return }
    let hex = setup.terrain.quarters[quarter].hexes[0]
    let town = setup.terrain.quarters[quarter].town.index
    let side = SideID(Int(holder))
    events.append(
      Event(
        tick: tick, kind: .quarterTaken, side: side, hex: hex, amount: Int32(quarter),
        detail: Int32(town)))
    shakeLosers(of: town, taker: Int(holder), scratch)
    for other in setup.terrain.towns[town].quarters
    where ground.quarterControl[other] != holder { return }
    events.append(
      Event(
        tick: tick, kind: .townSecured, side: side, hex: setup.terrain.towns[town].center,
        detail: Int32(town)))
  }

  private func holds(_ quarter: Int, _ side: Int, _ scratch: borrowing CombatScratch) -> Bool {
    let hexes = setup.terrain.quarters[quarter].hexes
    var own = 0
    for hex in hexes where ground.control[Int(hex)] == UInt8(side) { own += 1 }
    return own * 2 > hexes.count && !isContested(quarter, side, scratch)
  }

  /// Whether an enemy of a side who can hold ground stands in a quarter.
  private func isContested(
    _ quarter: Int, _ side: Int, _ scratch: borrowing CombatScratch
  ) -> Bool {
    for hex in setup.terrain.quarters[quarter].hexes where isDisputed(Int(hex), side, scratch) {
      return true
    }
    return false
  }

  /// The loss of a quarter shakes those of the other side in that town.
  private mutating func shakeLosers(
    of town: Int, taker: Int, _ scratch: borrowing CombatScratch
  ) {
    let shock = setup.rules.morale[.shockGround]
    for row in 0..<units.count where standsOnGround(row) && scratch.facts[row].enemy == taker {
      guard self.town(at: Int(units.hex[row])) == town else { continue }
      units.cohesion[row] = max(0, units.cohesion[row] - shock)
      accounts.shake(row, .groundLost, Int64(shock) * 1_000_000, tick.rawValue)
    }
  }
}
