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
    for row in 0..<units.count where standsOnGround(row) {
      scratch.strength[row] = fireStrength(row, scratch.facts[row])
    }
    scratch.pairs.removeAll(keepingCapacity: true)
    for row in 0..<units.count where scratch.strength[row] > 0 {
      let enemy = scratch.facts[row].enemy
      guard enemy >= 0, units.status[row] != .routed,
        !scratch.grid.isEmpty(
          enemy, around: Int(units.hex[row]), within: scratch.facts[row].directHexes)
      else { continue }
      scratch.targetWeight[row] = findTargets(of: row, &scratch)
    }
    dealFire(&scratch)
    for row in 0..<units.count where scratch.intensity[row] > 0 {
      spendOnFight(row, scratch)
    }
    if truceHolds { noteFirstShot(scratch, events: &events) }
  }

  /// Notes all that a unit can fire at: in its own hex, in the neighbours, and with guns that reach
  /// two hexes in the ring beyond. Returns their weight.
  private func findTargets(of row: Int, _ scratch: inout CombatScratch) -> Int64 {
    let grid = setup.terrain.grid
    let center = Int(units.hex[row])
    var sum = findTargets(of: row, in: center, distance: 0, edge: -1, &scratch)
    for side in HexSide.allCases {
      let near = grid.neighbor(of: center, side)
      guard near >= 0 else { continue }
      let edge = Int8(side.rawValue)
      sum += findTargets(of: row, in: near, distance: 1, edge: edge, &scratch)
      guard scratch.facts[row].directHexes > 1 else { continue }
      // The ring at two: straight on, and straight on then one to the right.
      let far = grid.neighbor(of: near, side)
      if far >= 0 { sum += findTargets(of: row, in: far, distance: 2, edge: edge, &scratch) }
      let right = HexSide(rawValue: (side.rawValue + 1) % 6) ?? side
      let bent = grid.neighbor(of: near, right)
      if bent >= 0 { sum += findTargets(of: row, in: bent, distance: 2, edge: edge, &scratch) }
    }
    return sum
  }

  private func findTargets(
    of row: Int, in hex: Int, distance: Int, edge: Int8, _ scratch: inout CombatScratch
  ) -> Int64 {
    var sum: Int64 = 0
    var next = scratch.occupancy.first[hex]
    while next >= 0 {
      let target = Int(next)
      next = scratch.occupancy.next[target]
      let intensity = fightIntensity(row, target, distance: distance, &scratch)
      guard intensity > 0 else { continue }
      let weight = targetWeight(target, distance: distance)
      sum += weight
      scratch.pairs.append(
        FirePair(
          row: Int32(row), target: Int32(target), weight: weight, intensity: Int32(intensity),
          edge: edge))
    }
    return sum
  }

  /// Adds every shooter's shares of fire to its targets' sums.
  private func dealFire(_ scratch: inout CombatScratch) {
    var row = -1
    var shield: Int64 = 0
    var defence: Int64 = 0
    for index in 0..<scratch.pairs.count {
      let pair = scratch.pairs[index]
      if Int(pair.row) != row {
        row = Int(pair.row)
        shield = armourShield(row)
        defence = defenceFactor(row)
      }
      deal(pair, shield: shield, defence: defence, &scratch)
    }
  }

  /// How much of a shooter's fire a target draws: its size, nearer ones first.
  private func targetWeight(_ target: Int, distance: Int) -> Int64 {
    let table = setup.rules.combat
    let size =
      Int64(units.personnel[target] >> 8)
      + Int64(vehicles(target, .tank) >> 8) * Int64(table[.menPerTank])
    return max(16, size) * (distance == 0 ? 4 : distance == 1 ? 2 : 1)
  }

  /// How hard one unit fights another, permille of full contact; 0 where it cannot or may not fire.
  private func fightIntensity(
    _ row: Int, _ target: Int, distance: Int, _ scratch: inout CombatScratch
  ) -> Int64 {
    let shooter = scratch.facts[row]
    let other = scratch.facts[target]
    guard shooter.enemy == other.side, other.fights, units.hidden[target] == 0,
      units.status[row] != .routed, knowledge[shooter.side].inSight[target] == 1,
      mayFire(shooter.side, on: target)
    else { return 0 }
    let table = setup.rules.combat
    let isAssault = isAttacking(row) || isAttacking(target)
    let isOpen = isMoving(target) || units.posture[target] == .column
    var value: Int64
    switch distance {
    case 0: value = isAssault || isOpen ? 1000 : Int64(table[.closeIntensity])
    case 1:
      value =
        isAssault ? 1000 : isOpen ? Int64(table[.closeIntensity]) : Int64(table[.quietIntensity])
    default:
      guard isAssault || isOpen else { return 0 }
      value = Int64(table[.longIntensity])
      let (from, to) = (Int(units.hex[row]), Int(units.hex[target]))
      guard scratch.lines.isClear(from, to, { hasLineOfSight(from, to) }) else { return 0 }
    }
    if scratch.isNight { value = value * nightTempo(shooter.nightGear, other.nightGear) / 1000 }
    return value
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
  private func deal(
    _ pair: FirePair, shield: Int64, defence: Int64, _ scratch: inout CombatScratch
  ) {
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
    scratch.incomingShield[target] += (effect * shield) >> 8
    scratch.enemyPower[target] += share * defence / 1000
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
  private mutating func spendOnFight(_ row: Int, _ scratch: borrowing CombatScratch) {
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
