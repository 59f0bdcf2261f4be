extension World {
  /// Direct fire: whoever stands together and fights alike spreads its fire over its targets by
  /// their weight, and each target sums what it gets. Nothing of the state changes here, so the
  /// loops need no copy of it.
  func spreadFire(_ scratch: inout CombatScratch) {
    for row in 0..<units.count where standsOnGround(row) {
      scratch.strength[row] = fireStrength(row, scratch.facts[row], scratch.gains)
    }
    listTargets(&scratch)
    let tempo = FireTempo(setup.rules.combat, isNight: scratch.isNight)
    for row in 0..<units.count where mayShoot(row, &scratch) {
      let place = scratch.board.places[Int(units.hex[row])]
      let stance = stance(row, scratch.facts[row])
      guard (stance.reach > 1 ? place.far : place.near) & stance.bit != 0 else { continue }
      var search = TargetSearch(stance)
      findTargets(from: Int(units.hex[row]), &search, tempo, &scratch)
      guard search.count > 0 else { continue }
      var shooters = Shooters(stance, weight: search.weight)
      shooters.armouredWeight = search.armouredWeight
      shooters.cover = fireCover(Int(units.hex[row]))
      gather(row, &shooters, &scratch)
      scratch.deal(shooters, over: search.count, tempo)
    }
  }

  /// Whether a unit can fire and has not yet done so this tick.
  @inline(__always)
  private func mayShoot(_ row: Int, _ scratch: inout CombatScratch) -> Bool {
    scratch.strength[row] > 0 && scratch.targetWeight[row] == 0 && units.status[row] != .routed
      && units.rules[row] != .truce
  }

  /// What decides which targets a unit has and how hard it fights them, but for its place.
  private func stance(_ row: Int, _ facts: UnitFacts) -> FireStance {
    FireStance(
      bit: UInt8(1) << UInt8(truncatingIfNeeded: facts.side), reach: Int8(facts.directHexes),
      nightGear: UInt8(facts.nightGear), isAttacker: isAttacking(row),
      isWaiting: units.rules[row] == .returnFire, isClosedUp: isClosedUp(row))
  }

  /// Adds up all in a unit's hex who fight as it does; they have the same targets.
  private func gather(_ first: Int, _ shooters: inout Shooters, _ scratch: inout CombatScratch) {
    scratch.company.removeAll(keepingCapacity: true)
    // Lists run by rising row, and whoever comes before was dealt with before.
    var next = Int32(first)
    while next >= 0 {
      let row = Int(next)
      next = scratch.occupancy.next[row]
      guard mayShoot(row, &scratch), stance(row, scratch.facts[row]) == shooters.stance else {
        continue
      }
      scratch.company.append(Int32(row))
      scratch.targetWeight[row] = shooters.weight
      shooters.add(
        row, strength: scratch.strength[row], shield: armourShield(row), armour: armourShare(row),
        power: powerFactor(row, &scratch), isFresh: units.sinceFired[row] >= 180)
      if units.status[row] == .active { shooters.isInHand = true }
      if shooters.armouredWeight > 0, vehicles(row, .antiTank) > 0 { arm(&shooters, row, &scratch) }
    }
    shooters.settle()
  }

  /// Adds what a unit's weapons against vehicles do, in its state: by as much as its strength is
  /// below that of its men and weapons.
  private func arm(_ shooters: inout Shooters, _ row: Int, _ scratch: inout CombatScratch) {
    let kills = scratch.antiTank[row].kills(self, row)
    let state = min(1000, scratch.strength[row] * 1000 / max(256, baseStrength(row)))
    shooters.antiTankStrength += scratch.strength[row]
    // A thousand vehicles a minute are more than enough.
    shooters.longKills += min(kills.long, 1_000_000_000) * state / 1000
    shooters.closeKills += min(kills.close, 1_000_000_000) * state / 1000
  }

  /// Whether an attacker has closed up to the hex that it attacks.
  func isClosedUp(_ row: Int) -> Bool {
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
        if scratch.openTo[other] != 0 { scratch.board.add(fireTarget(other, &scratch), in: hex) }
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

  private func fireTarget(_ row: Int, _ scratch: inout CombatScratch) -> FireTarget {
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

  /// Notes all that can be fired at from a hex: in it, in the neighbours, and with guns that reach
  /// two hexes in the ring beyond.
  private func findTargets(
    from center: Int, _ search: inout TargetSearch, _ tempo: FireTempo,
    _ scratch: inout CombatScratch
  ) {
    let grid = setup.terrain.grid
    scratch.list(center, distance: 0, edge: -1, &search, tempo)
    for edge in HexSide.allCases {
      let near = grid.neighbor(of: center, edge)
      guard near >= 0 else { continue }
      let number = Int8(truncatingIfNeeded: edge.rawValue)
      scratch.list(near, distance: 1, edge: number, &search, tempo)
      guard search.stance.reach > 1, scratch.board.places[near].near & search.stance.bit != 0 else {
        continue
      }
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
    guard scratch.board.places[hex].here & search.stance.bit != 0,
      scratch.lines.isClear(center, hex, { hasLineOfSight(center, hex) })
    else { return }
    scratch.list(hex, distance: 2, edge: edge, &search, tempo)
  }
}
