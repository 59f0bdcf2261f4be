extension World {
  /// Direct fire: every unit spreads its fire over its targets by their weight, and each target
  /// sums what it gets. Nothing of the state changes here, so the loops need no copy of it.
  func spreadFire(_ scratch: inout CombatScratch) {
    for row in 0..<units.count where standsOnGround(row) {
      scratch.strength[row] = fireStrength(row, scratch.facts[row])
    }
    listTargets(&scratch)
    let tempo = FireTempo(setup.rules.combat, isNight: scratch.isNight)
    for row in 0..<units.count where scratch.strength[row] > 0 {
      let place = scratch.board.places[Int(units.hex[row])]
      let bit = UInt8(1) << UInt8(truncatingIfNeeded: scratch.facts[row].side)
      let around = scratch.facts[row].directHexes > 1 ? place.far : place.near
      guard around & bit != 0, units.status[row] != .routed, units.rules[row] != .truce
      else { continue }
      var search = TargetSearch(
        bit: bit, isAttacker: isAttacking(row), isWaiting: units.rules[row] == .returnFire,
        nightGear: UInt8(scratch.facts[row].nightGear))
      findTargets(of: row, &search, tempo, &scratch)
      guard search.count > 0 else { continue }
      scratch.targetWeight[row] = search.weight
      var shooter = Shooter(
        row: Int32(row), strength: scratch.strength[row], weight: search.weight,
        shield: armourShield(row), armour: armourShare(row),
        power: powerFactor(row, scratch), isFresh: units.sinceFired[row] >= 180,
        isInHand: units.status[row] == .active, nightGear: search.nightGear)
      if search.armouredWeight > 0, vehicles(row, .antiTank) > 0 {
        arm(&shooter, search.armouredWeight, scratch)
      }
      scratch.deal(shooter, over: search.count, tempo)
    }
  }

  /// Gives a shooter what its weapons against vehicles do, in its state: by as much as its strength
  /// is below that of its men and weapons.
  private func arm(
    _ shooter: inout Shooter, _ armouredWeight: Int64, _ scratch: borrowing CombatScratch
  ) {
    let row = Int(shooter.row)
    let kills = scratch.antiTank[row].kills(self, row)
    let state = min(1000, shooter.strength * 1000 / max(256, baseStrength(row)))
    shooter.isAntiTank = true
    // A thousand vehicles a minute are more than enough.
    shooter.longKills = min(kills.long, 1_000_000_000) * state / 1000
    shooter.closeKills = min(kills.close, 1_000_000_000) * state / 1000
    shooter.armouredWeight = armouredWeight
    shooter.isClosedUp = isClosedUp(row)
    shooter.cover = fireCover(Int(units.hex[row]))
  }

  /// Whether an attacker has closed up to the hex that it attacks.
  private func isClosedUp(_ row: Int) -> Bool {
    units.posture[row] == .attacking && units.progress[row] >= 32_767
  }

  private func fireCover(_ hex: Int) -> FireCover {
    if isUrban(hex) { return .urban }
    switch setup.terrain.cover[hex] {
    case .forest, .woodland: return .wood
    default: return .open
    }
  }

  /// Gathers what shooters ask of each unit on the ground, and the hexes where there is a target.
  private func listTargets(_ scratch: inout CombatScratch) {
    scratch.board.clear()
    noteOpen(&scratch)
    for row in 0..<units.count where scratch.openTo[row] != 0 {
      let hex = Int(units.hex[row])
      guard scratch.board.places[hex].end == 0 else { continue }
      var next = scratch.occupancy.first[hex]
      while next >= 0 {
        let other = Int(next)
        next = scratch.occupancy.next[other]
        if scratch.openTo[other] != 0 { scratch.board.add(fireTarget(other, scratch), in: hex) }
      }
    }
    scratch.board.spread()
  }

  /// Notes for each unit the sides, one bit each, that see it and whose rules let them fire on it.
  private func noteOpen(_ scratch: inout CombatScratch) {
    for row in 0..<units.count { scratch.openTo[row] = 0 }
    for shooter in knowledge.indices {
      let bit = UInt8(1) << UInt8(truncatingIfNeeded: shooter)
      let enemy = setup.sides[shooter].enemy
      for row in 0..<units.count where knowledge[shooter].inSight[row] == 1 {
        let facts = scratch.facts[row]
        guard UInt8(facts.side) == enemy, facts.fights, units.hidden[row] == 0,
          standsOnGround(row), mayFire(shooter, on: row)
        else { continue }
        scratch.openTo[row] |= bit
      }
    }
  }

  private func fireTarget(_ row: Int, _ scratch: borrowing CombatScratch) -> FireTarget {
    let tank = Int64(setup.rules.combat[.menPerTank])
    let size = Int64(units.personnel[row] >> 8) + Int64(vehicles(row, .tank) >> 8) * tank
    return FireTarget(
      row: Int32(row), size: Int32(clamping: max(16, size)), openTo: scratch.openTo[row],
      isAttacking: isAttacking(row), isProvoking: isProvoking(row),
      isOpen: isMoving(row) || units.posture[row] == .column,
      isArmoured: armoredVehicles(row) > 0, isClosedUp: isClosedUp(row),
      cover: fireCover(Int(units.hex[row])),
      nightGear: UInt8(scratch.facts[row].nightGear))
  }

  /// Notes all that a unit can fire at: in its own hex, in the neighbours, and with guns that reach
  /// two hexes in the ring beyond.
  private func findTargets(
    of row: Int, _ search: inout TargetSearch, _ tempo: FireTempo, _ scratch: inout CombatScratch
  ) {
    let grid = setup.terrain.grid
    let center = Int(units.hex[row])
    let reach = scratch.facts[row].directHexes
    scratch.list(center, distance: 0, edge: -1, &search, tempo)
    for edge in HexSide.allCases {
      let near = grid.neighbor(of: center, edge)
      guard near >= 0 else { continue }
      let number = Int8(truncatingIfNeeded: edge.rawValue)
      scratch.list(near, distance: 1, edge: number, &search, tempo)
      guard reach > 1, scratch.board.places[near].near & search.bit != 0 else { continue }
      // The ring at two: straight on, and straight on then one to the right.
      let far = grid.neighbor(of: near, edge)
      if far >= 0 { listFar(far, from: center, edge: number, &search, tempo, &scratch) }
      let right = HexSide(rawValue: (edge.rawValue + 1) % 6) ?? edge
      let bent = grid.neighbor(of: near, right)
      if bent >= 0 { listFar(bent, from: center, edge: number, &search, tempo, &scratch) }
    }
  }

  /// Notes the targets in a hex of the ring at two where nothing lies between.
  @inline(__always)
  private func listFar(
    _ hex: Int, from center: Int, edge: Int8, _ search: inout TargetSearch, _ tempo: FireTempo,
    _ scratch: inout CombatScratch
  ) {
    guard scratch.board.places[hex].here & search.bit != 0,
      scratch.lines.isClear(center, hex, { hasLineOfSight(center, hex) })
    else { return }
    scratch.list(hex, distance: 2, edge: edge, &search, tempo)
  }
}
