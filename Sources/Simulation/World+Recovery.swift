extension World {
  /// What a minute without fire gives back, and by the hour rest, supply and rally.
  mutating func stepRecovery(scratch: inout Scratch, events: inout [Event]) {
    for row in 0..<units.count where isPresent(row) || units.status[row] == .embarked {
      shakeOff(row)
      entrench(row, &scratch.combat)
      guard (tick.rawValue + Int32(row)) % 60 == 59, standsOnGround(row) else { continue }
      rest(row, scratch.combat)
      rally(row, scratch.combat, events: &events)
      resupply(row)
    }
    reformUnits(scratch.combat, events: &events)
    for side in setup.sides.indices
    where tick.rawValue % 60 == Int32(side * 7 % 60) && !isBelieved {
      traceSupply(of: side, &scratch.combat)
    }
    let minute = setup.clock.minuteOfDay + tick.rawValue % 1440
    if minute % 1440 == 0 {
      for row in 0..<units.count { units.sorties[row] = 0 }
    }
  }

  /// Suppression wears off: half in eight minutes for infantry, in four for armour.
  private mutating func shakeOff(_ row: Int) {
    let value = units.suppression[row]
    guard value > 0 else { return }
    let table = setup.rules.combat
    let rate = vehicles(row, .tank) > 0 ? table[.halfLifeArmour] : table[.halfLifeInfantry]
    units.suppression[row] = max(0, value - max(1, (value * rate + 500) / 1000))
  }

  /// An hour of fatigue or rest.
  private mutating func rest(_ row: Int, _ scratch: borrowing CombatScratch) {
    let table = setup.rules.morale
    let isFighting = units.sinceFired[row] < 60 || units.sinceHit[row] < 60
    var change: Int32
    if isFighting {
      change = table[.fatigueFighting]
    } else if isMoving(row) {
      change = table[.fatigueMarching]
    } else if units.posture[row] == .camped {
      change = -table[.restCamped]
    } else {
      change = -table[.restHolding]
    }
    if scratch.isNight, change > 0 { change += table[.fatigueNight] }
    units.fatigue[row] = min(1000, max(0, units.fatigue[row] + change))
  }

  /// An hour out of the enemy's sight and reach brings a unit together again, with a headquarters
  /// sooner than without (SIMULATION.md, equation 9).
  private mutating func rally(
    _ row: Int, _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    guard isUndisturbed(row, scratch) else { return }
    let table = setup.rules.morale
    var gain = units.inCommand[row] == 1 ? table[.rallyWithHeadquarters] : table[.rallyAlone]
    if isNearLeader(row) { gain = gain * table[.leaderFactor] / 1000 }
    if units.cutOffMinutes[row] > setup.rules.supply[.cutOffLimit] { gain = 0 }
    let ceiling = cohesionCeiling(row)
    if units.cohesion[row] < ceiling {
      units.cohesion[row] = min(ceiling, units.cohesion[row] + gain)
    }
    guard units.status[row] != .active,
      units.cohesion[row] >= min(ceiling, breakPoint(row) + table[.rallyMargin])
    else { return }
    units.status[row] = .active
    because(.rallied, row)
    endTask(row)
    events.append(
      Event(
        tick: tick, kind: .unitRallied, side: setup.units[row].side, unit: UnitID(row),
        hex: units.hex[row], amount: men(row)))
  }

  /// Whether no enemy sees a unit or stands near it. A function of its own, never inlined: within
  /// one that changes the state, the search would make a copy of it.
  @inline(never)
  private func isUndisturbed(_ row: Int, _ scratch: borrowing CombatScratch) -> Bool {
    let distance = Int(setup.rules.morale[.rallyDistance]) - 1
    return !isSeen(row, scratch)
      && !isEnemyNear(
        Int(units.hex[row]), of: scratch.facts[row].side, within: distance, scratch)
  }

  /// Whether an enemy has a unit in sight.
  func isSeen(_ row: Int, _ scratch: borrowing CombatScratch) -> Bool {
    for side in knowledge.indices where side != scratch.facts[row].side {
      if setup.sides[side].enemy == UInt8(scratch.facts[row].side),
        knowledge[side].inSight[row] == 1
      {
        return true
      }
    }
    return false
  }

  /// A minute of digging for who stands still: hasty and prepared positions come by themselves,
  /// stronger ones by the order to dig in; engineers double the pace.
  private mutating func entrench(_ row: Int, _ scratch: inout CombatScratch) {
    let most: Int32 =
      switch units.posture[row] {
      case .diggingIn: 4
      case .holding, .firing: 2
      case .camped, .reforming: 1
      case .column, .advancing, .attacking, .withdrawing, .fleeing: 0
      }
    let level = units.entrenchment[row]
    guard level < most, units.status[row] == .active, scratch.facts[row].fights,
      units.hidden[row] == 0, !isMoving(row), !isAttacking(row), units.suppression[row] < 500,
      scratch.received[row].intensity < 150
    else { return }
    let table = setup.rules.morale
    let factor = hasEngineers(row, &scratch) ? max(1, table[.engineerFactor] / 1000) : 1
    units.entrenchmentMinutes[row] += factor
    let needed: Int32 =
      switch level {
      case 0: table[.entrenchOne]
      case 1: table[.entrenchTwo]
      case 2: table[.entrenchThree]
      default: table[.entrenchFour]
      }
    guard units.entrenchmentMinutes[row] >= needed else { return }
    units.entrenchment[row] = level + 1
    units.entrenchmentMinutes[row] = 0
  }

  @inline(__always)
  private func hasEngineers(_ row: Int, _ scratch: inout CombatScratch) -> Bool {
    var next = scratch.occupancy.first[Int(units.hex[row])]
    while next >= 0 {
      let other = Int(next)
      if scratch.facts[other].arm == .engineer,
        scratch.facts[other].side == scratch.facts[row].side, units.status[other] == .active
      {
        return true
      }
      next = scratch.occupancy.next[other]
    }
    return false
  }
}
