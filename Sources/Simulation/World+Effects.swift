extension World {
  /// Applies what the minute's fire did: losses, suppression, cohesion; then who breaks, flees or
  /// is no more, and who leaves before it comes to that.
  mutating func stepEffects(scratch: inout Scratch, events: inout [Event]) {
    sumEffects(&scratch.combat, events: &events)
    for row in 0..<units.count where isPresent(row) || units.status[row] == .embarked {
      applySuppression(row, &scratch.combat)
      applyCohesion(row, &scratch.combat)
      applyLosses(row, &scratch.combat, events: &events)
    }
    gainGround(scratch: &scratch, events: &events)
    breakUnits(scratch: &scratch, events: &events)
    giveGround(scratch: &scratch, events: &events)
    loseUnits(&scratch.combat, events: &events)
    leaveBeforeContact(scratch: &scratch, events: &events)
  }

  /// Sums what the minute's fire does to every unit. Nothing of the state changes here, so that the
  /// loops need no copy of it for each call.
  private func sumEffects(_ scratch: inout CombatScratch, events: inout [Event]) {
    for row in 0..<units.count where scratch.received[row].strength > 0 {
      sumAimedFire(row, &scratch)
      reportFirefight(row, &scratch, events: &events)
    }
    for row in 0..<units.count where isPresent(row) || units.status[row] == .embarked {
      sumPressure(row, &scratch)
      sumPursuit(row, &scratch)
    }
  }

  /// Losses by aimed fire (SIMULATION.md, equations 3 and 5) and the suppression that goes with it.
  private func sumAimedFire(_ row: Int, _ scratch: inout CombatScratch) {
    let table = setup.rules.combat
    let incoming = scratch.received[row].strength
    let exposed = max(256, min(Int64(units.personnel[row]), frontMen(row)))
    let cap = Int64(table[.ratioCap]) * Fixed.one
    let ratio = min(cap, max(64, incoming * Fixed.one / exposed))
    let power = Int64(Fixed.lnQ16(ratio)) * Int64(table[.strengthExponent]) / 1000
    let relative = Fixed.expQ16(Int32(power))
    let intensity = scratch.received[row].byIntensity / incoming
    let rate = Int64(isAttacking(row) ? table[.lossesAttacker] : table[.lossesDefender])
    // Parts in 10^9 of the men exposed: rate in ppm, relative and shielding in Q16.
    var share = (rate * 1000 * relative) >> 16
    share = share * intensity / 1000 * exposure(row) / 1000
    share = (share * shielding(row, &scratch)) >> 16
    share = (share * scratch.conditions[scratch.facts[row].side].losses) >> 16
    share = share * freshness(row, &scratch) / 1000
    let lost = exposed * share / 1000
    scratch.menLoss[row] += lost
    coupleVehicles(row, lost: lost, &scratch)
    killVehicles(row, &scratch)
    let force = min(relative, 3 * Fixed.one)
    scratch.suppression[row] +=
      (Int64(table[.suppressionByFire]) * intensity * force) >> 16
  }

  /// exp(-kT × lead in tanks) in Q16; the lead is the difference of ln(1 + 60 T/M).
  private func shielding(_ row: Int, _ scratch: inout CombatScratch) -> Int64 {
    let own = armourShield(row)
    let enemy = (scratch.received[row].byShield << 8) / scratch.received[row].strength
    let lead = max(-3 * Fixed.one, min(3 * Fixed.one, own - enemy))
    let exponent = -lead * Int64(setup.rules.combat[.armourShielding]) / 1000
    return Fixed.expQ16(Int32(exponent))
  }

  /// How hard a fight is still fought by who is tired of it, permille: by the mean fatigue of both
  /// sides.
  private func freshness(_ row: Int, _ scratch: inout CombatScratch) -> Int64 {
    let shooter = Int(scratch.received[row].shooter)
    guard shooter >= 0 else { return 1000 }
    let fatigue = Int64(units.fatigue[row] + units.fatigue[shooter]) / 2
    return 1000 - fatigue * Int64(setup.rules.combat[.wearyIntensity]) / 1000
  }

  /// A firefight is told once when it begins and then every half hour, once for a hex.
  private func reportFirefight(
    _ row: Int, _ scratch: inout CombatScratch, events: inout [Event]
  ) {
    guard scratch.received[row].intensity >= 150, scratch.received[row].shooter >= 0 else { return }
    let hex = units.hex[row]
    let first = scratch.occupancy.first[Int(hex)]
    var other = first
    while other >= 0, Int(other) < row {
      if scratch.facts[Int(other)].side == scratch.facts[row].side,
        scratch.received[Int(other)].strength > 0
      {
        return
      }
      other = scratch.occupancy.next[Int(other)]
    }
    guard (tick.rawValue + hex) % 30 == 0 || units.sinceHit[row] >= 30 else { return }
    let shooter = Int(scratch.received[row].shooter)
    events.append(
      Event(
        tick: tick, kind: .firefight, side: SideID(scratch.facts[shooter].side),
        unit: UnitID(row), other: UnitID(shooter), hex: hex, amount: men(row)))
  }

  private mutating func applySuppression(_ row: Int, _ scratch: inout CombatScratch) {
    guard scratch.suppression[row] != 0 || scratch.menLoss[row] != 0 || units.suppression[row] != 0
    else {
      if units.neutralizedMinutes[row] != 0 { units.neutralizedMinutes[row] = 0 }
      return
    }
    let table = setup.rules.combat
    var gain = scratch.suppression[row]
    let present = Int64(units.personnel[row])
    if present > 0, scratch.menLoss[row] > 0 {
      let percentMilli = scratch.menLoss[row] / 10 / present
      gain += percentMilli * Int64(table[.suppressionByLosses]) / 1000 * 10
    }
    // Suppression is gained in thousandths; the rest goes up or down by chance.
    let whole = rounded(gain * 1000, .suppression, row)
    let value = min(1000, units.suppression[row] + whole)
    units.suppression[row] = value
    if value > table[.neutralized] {
      units.neutralizedMinutes[row] = min(1000, units.neutralizedMinutes[row] + 1)
    } else {
      units.neutralizedMinutes[row] = 0
    }
  }

  /// Takes men and vehicles off, never more than there are, and counts them as lost.
  private mutating func applyLosses(
    _ row: Int, _ scratch: inout CombatScratch, events: inout [Event]
  ) {
    if scratch.menLoss[row] > 0 {
      let lost = min(
        units.personnel[row], rounded(scratch.menLoss[row], .losses, row * 16))
      units.personnel[row] -= lost
      units.personnelLost[row] += lost
    }
    guard scratch.isStruck[row] != 0 else { return }
    for kind in VehicleClass.allCases {
      let index = Int(kind.rawValue)
      let entry = row * VehicleClass.count + index
      guard scratch.vehicleLoss[entry] > 0, units.vehicles[entry] > 0 else { continue }
      let before = (units.vehicles[entry] + 255) >> 8
      let gone = min(
        units.vehicles[entry], rounded(scratch.vehicleLoss[entry], .losses, row * 16 + 1 + index))
      units.vehicles[entry] -= gone
      strike(entry, gone)
      if kind == .tank { loseCrew(row, gone) }
      let whole = before - ((units.vehicles[entry] + 255) >> 8)
      if whole > 0 { reportVehicles(row, kind, whole, &scratch, events: &events) }
    }
  }

  private mutating func loseCrew(_ row: Int, _ tanks: Int32) {
    let crew = min(units.personnel[row], tanks * setup.rules.combat[.crewPerTank] / 1000)
    units.personnel[row] -= crew
    units.personnelLost[row] += crew
  }

  private func reportVehicles(
    _ row: Int, _ kind: VehicleClass, _ count: Int32, _ scratch: inout CombatScratch,
    events: inout [Event]
  ) {
    // Lorries are not worth a line.
    guard kind != .truck else { return }
    let shooter = Int(scratch.received[row].shooter)
    events.append(
      Event(
        tick: tick, kind: .vehicleLosses,
        side: shooter >= 0 ? SideID(scratch.facts[shooter].side) : nil, unit: UnitID(row),
        other: shooter >= 0 ? UnitID(shooter) : nil, hex: units.hex[row], amount: count,
        detail: Int32(kind.rawValue)))
  }
}
