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

  /// Direct fire and what it costs those who fire.
  private mutating func fireDirectly(_ scratch: inout CombatScratch, events: inout [Event]) {
    spreadFire(&scratch)
    for row in 0..<units.count where scratch.received[row].intensity > 0 {
      spendOnFight(row, &scratch)
    }
    if truceHolds { noteFirstShot(scratch, events: &events) }
  }

  /// Ammunition spent and traces left by who fires. Quiet neighbours exchange a shot now and then.
  private mutating func spendOnFight(_ row: Int, _ scratch: inout CombatScratch) {
    let intensity = scratch.received[row].intensity
    let isLoud =
      intensity >= 150 || (tick.rawValue + Int32(row)) % 40 == 0
    if scratch.targetWeight[row] > 0 {
      let table = setup.rules.combat
      let cost = vehicles(row, .tank) > 0 ? table[.tankCost] : table[.infantryCost]
      let spent = max(1, cost * intensity / 1000)
      units.ammunition[row] = max(0, units.ammunition[row] - spent)
      if isLoud { units.sinceFired[row] = 0 }
    }
    guard scratch.received[row].strength > 0 else { return }
    surprise(row, &scratch)
    // Single shots are no fight, but whoever hears them is warned for two hours more.
    units.sinceHit[row] = isLoud ? 0 : min(units.sinceHit[row], 60)
  }

  /// The shock of fire out of the blue, by an enemy whom nobody of the side has in sight.
  private func surprise(_ row: Int, _ scratch: inout CombatScratch) {
    let (side, shooter) = (scratch.facts[row].side, Int(scratch.received[row].shooter))
    guard units.sinceHit[row] >= 180, shooter >= 0, scratch.facts[shooter].side != side,
      knowledge[side].inSight[shooter] == 0
    else { return }
    scratch.jolt(row, .surprise, setup.rules.morale[.shockSurprise])
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
