extension World {
  /// Fire of all kinds. Everything is read from the state at the start of the phase and summed in
  /// the buffers; `stepEffects` applies it.
  mutating func stepFire(scratch: inout Scratch, events: inout [Event]) {
    ageFire()
    watchTheLine(scratch.combat, events: &events)
    releaseFire(events: &events)
    fireDirectly(&scratch.combat, events: &events)
    callAirAssaults(scratch.combat, events: &events)
    landAirAssaults(&scratch.combat, events: &events)
    callStrikes(scratch.combat, events: &events)
    planBombardments(scratch.combat, events: &events)
    callFire(scratch.combat)
    answerBatteries(scratch.combat, events: &events)
    runMissions(&scratch.combat, events: &events)
  }

  /// A minute more since each unit fired and was fired on.
  private mutating func ageFire() {
    for row in 0..<units.count {
      if units.sinceFired[row] < 1000 { units.sinceFired[row] += 1 }
      if units.sinceHit[row] < 1000 { units.sinceHit[row] += 1 }
    }
  }

  /// Direct fire: first every unit spreads its fire over its targets by their weight, then each
  /// target sums what it gets.
  private mutating func fireDirectly(_ scratch: inout CombatScratch, events: inout [Event]) {
    spreadFire(&scratch)
    for row in 0..<units.count where scratch.intensity[row] > 0 {
      spendOnFight(row, &scratch)
    }
    if truceHolds { noteFirstShot(scratch, events: &events) }
  }

  /// Sums every unit's fire at all others. Nothing of the state changes here, so the loops need
  /// no copy of it for each call.
  private func spreadFire(_ scratch: inout CombatScratch) {
    for row in 0..<units.count where standsOnGround(row) {
      scratch.strength[row] = fireStrength(row, scratch.facts[row])
    }
    listTargets(&scratch)
    scratch.pairs.removeAll(keepingCapacity: true)
    for row in 0..<units.count where scratch.strength[row] > 0 {
      let enemy = scratch.facts[row].enemy
      guard enemy >= 0, units.status[row] != .routed, units.rules[row] != .truce,
        !scratch.grid.isEmpty(
          enemy, around: Int(units.hex[row]), within: scratch.facts[row].directHexes)
      else { continue }
      scratch.targetWeight[row] = findTargets(of: row, &scratch)
    }
    dealFire(&scratch)
  }

  /// Gathers what shooters ask of each unit on the ground, and the hexes where there is a target.
  private func listTargets(_ scratch: inout CombatScratch) {
    for hex in scratch.targetHexes { scratch.targetSides[Int(hex)] = 0 }
    scratch.targetHexes.removeAll(keepingCapacity: true)
    let tank = Int64(setup.rules.combat[.menPerTank])
    for row in 0..<units.count {
      var target = FireTarget()
      if standsOnGround(row), scratch.facts[row].fights, units.hidden[row] == 0 {
        target.openTo = shootersAt(row, side: scratch.facts[row].side)
      }
      if target.openTo != 0 {
        target.isAttacking = isAttacking(row)
        target.isProvoking = isProvoking(row)
        target.isOpen = isMoving(row) || units.posture[row] == .column
        target.nightGear = UInt8(scratch.facts[row].nightGear)
        let size =
          Int64(units.personnel[row] >> 8) + Int64(vehicles(row, .tank) >> 8) * tank
        target.size = Int32(clamping: max(16, size))
        let hex = Int(units.hex[row])
        if scratch.targetSides[hex] == 0 { scratch.targetHexes.append(Int32(hex)) }
        scratch.targetSides[hex] |= target.openTo
      }
      scratch.targets[row] = target
    }
  }

  /// The sides, one bit each, that see an enemy unit and whose rules let them fire on it.
  private func shootersAt(_ row: Int, side: Int) -> UInt8 {
    var bits: UInt8 = 0
    for shooter in knowledge.indices
    where knowledge[shooter].inSight[row] == 1 && setup.sides[shooter].enemy == UInt8(side) {
      if mayFire(shooter, on: row) { bits |= 1 << UInt8(shooter) }
    }
    return bits
  }

  /// Notes all that a unit can fire at: in its own hex, in the neighbours, and with guns that reach
  /// two hexes in the ring beyond. Returns their weight.
  private func findTargets(of row: Int, _ scratch: inout CombatScratch) -> Int64 {
    let grid = setup.terrain.grid
    let center = Int(units.hex[row])
    let side = UInt8(1) << UInt8(scratch.facts[row].side)
    let reach = scratch.facts[row].directHexes
    var sum = findTargets(of: row, in: center, distance: 0, edge: -1, side, &scratch)
    for edge in HexSide.allCases {
      let near = grid.neighbor(of: center, edge)
      guard near >= 0 else { continue }
      let number = Int8(edge.rawValue)
      sum += findTargets(of: row, in: near, distance: 1, edge: number, side, &scratch)
      guard reach > 1 else { continue }
      // The ring at two: straight on, and straight on then one to the right.
      let far = grid.neighbor(of: near, edge)
      if far >= 0 {
        sum += findTargets(of: row, in: far, distance: 2, edge: number, side, &scratch)
      }
      let right = HexSide(rawValue: (edge.rawValue + 1) % 6) ?? edge
      let bent = grid.neighbor(of: near, right)
      if bent >= 0 {
        sum += findTargets(of: row, in: bent, distance: 2, edge: number, side, &scratch)
      }
    }
    return sum
  }

  @inline(__always)
  private func findTargets(
    of row: Int, in hex: Int, distance: Int, edge: Int8, _ side: UInt8,
    _ scratch: inout CombatScratch
  ) -> Int64 {
    guard scratch.targetSides[hex] & side != 0 else { return 0 }
    return findListed(of: row, in: hex, distance: distance, edge: edge, side, &scratch)
  }

  private func findListed(
    of row: Int, in hex: Int, distance: Int, edge: Int8, _ side: UInt8,
    _ scratch: inout CombatScratch
  ) -> Int64 {
    var sum: Int64 = 0
    // A nearer target draws more fire.
    let nearness: Int64 = distance == 0 ? 4 : distance == 1 ? 2 : 1
    let isAttacker = isAttacking(row)
    let gear = scratch.facts[row].nightGear
    let isWaiting = units.rules[row] == .returnFire
    var next = scratch.occupancy.first[hex]
    while next >= 0 {
      let index = Int(next)
      let target = scratch.targets[index]
      next = scratch.occupancy.next[index]
      guard target.openTo & side != 0, !isWaiting || target.isProvoking else { continue }
      let isAssault = isAttacker || target.isAttacking
      var intensity = fightIntensity(isAssault: isAssault, isOpen: target.isOpen, distance)
      guard intensity > 0 else { continue }
      if distance > 1 {
        let from = Int(units.hex[row])
        guard scratch.lines.isClear(from, hex, { hasLineOfSight(from, hex) }) else { continue }
      }
      if scratch.isNight {
        intensity = intensity * nightTempo(gear, Int(target.nightGear)) / 1000
        guard intensity > 0 else { continue }
      }
      let weight = Int64(target.size) * nearness
      sum += weight
      scratch.pairs.append(
        FirePair(
          row: Int32(row), target: Int32(index), weight: weight, intensity: Int32(intensity),
          edge: edge))
    }
    return sum
  }

  /// How hard one unit fights another by day, permille of full contact; 0 where it holds its fire.
  @inline(__always)
  private func fightIntensity(isAssault: Bool, isOpen: Bool, _ distance: Int) -> Int64 {
    let table = setup.rules.combat
    switch distance {
    case 0: return isAssault || isOpen ? 1000 : Int64(table[.closeIntensity])
    case 1:
      if isAssault { return 1000 }
      return isOpen ? Int64(table[.closeIntensity]) : Int64(table[.quietIntensity])
    default: return isAssault || isOpen ? Int64(table[.longIntensity]) : 0
    }
  }

  /// Adds every shooter's shares of fire to its targets' sums.
  private func dealFire(_ scratch: inout CombatScratch) {
    var row = -1
    var shooter = Shooter()
    for index in 0..<scratch.pairs.count {
      let pair = scratch.pairs[index]
      if Int(pair.row) != row {
        row = Int(pair.row)
        shooter = Shooter(
          shield: armourShield(row), armour: armourShare(row),
          power: powerFactor(row, scratch), isFresh: units.sinceFired[row] >= 180)
      }
      deal(pair, shooter, &scratch)
    }
  }

  /// The tempo of a night fight by the better of the two night gears, permille.
  private func nightTempo(_ a: Int, _ b: Int) -> Int64 {
    let table = setup.rules.combat
    return switch max(a, b) {
    case 0: Int64(table[.nightTempo])
    case 1: Int64(table[.nightTempo] + table[.nightTempoTwo]) / 2
    case 2: Int64(table[.nightTempoTwo])
    default: Int64(table[.nightTempoThree])
    }
  }

  /// Adds one shooter's share of fire to its target's sums.
  private func deal(_ pair: FirePair, _ shooter: Shooter, _ scratch: inout CombatScratch) {
    let (row, target) = (Int(pair.row), Int(pair.target))
    let share = scratch.strength[row] * pair.weight / max(1, scratch.targetWeight[row])
    var effect = share
    if scratch.isNight {
      let lead = Int64(scratch.facts[row].nightGear - scratch.facts[target].nightGear)
      let gain = 1000 + lead * Int64(setup.rules.combat[.nightLead])
      effect = effect * max(400, gain) / 1000
    }
    scratch.incoming[target] += effect
    scratch.incomingIntensity[target] += effect * Int64(pair.intensity)
    scratch.incomingShield[target] += (effect * shooter.shield) >> 8
    scratch.incomingArmour[target] += effect * shooter.armour
    scratch.enemyPower[target] += (share * shooter.power) >> 16
    if shooter.isFresh, pair.intensity >= 150 { scratch.fresh[target] += share }
    if effect > scratch.shooterStrength[target] {
      scratch.shooterStrength[target] = effect
      scratch.shooter[target] = Int32(row)
    }
    if pair.edge >= 0, units.status[row] == .active {
      scratch.edges[target] |= 1 << UInt8((pair.edge + 3) % 6)
    }
    scratch.intensity[row] = max(scratch.intensity[row], pair.intensity)
    scratch.intensity[target] = max(scratch.intensity[target], pair.intensity)
  }

  /// Ammunition spent and traces left by who fires. Quiet neighbours exchange a shot now and then.
  private mutating func spendOnFight(_ row: Int, _ scratch: inout CombatScratch) {
    let intensity = scratch.intensity[row]
    let isLoud =
      intensity >= 150 || (tick.rawValue + Int32(row)) % 40 == 0
    if scratch.targetWeight[row] > 0 {
      let table = setup.rules.combat
      let cost = vehicles(row, .tank) > 0 ? table[.tankCost] : table[.infantryCost]
      let spent = max(1, cost * intensity / 1000)
      units.ammunition[row] = max(0, units.ammunition[row] - spent)
      if isLoud { units.sinceFired[row] = 0 }
    }
    if scratch.incoming[row] > 0, isLoud { units.sinceHit[row] = 0 }
  }

  /// The first shot ends the truce.
  private mutating func noteFirstShot(
    _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    for row in 0..<units.count where scratch.targetWeight[row] > 0 {
      breakTruce(by: scratch.facts[row].side, unit: row, events: &events)
      return
    }
  }
}
