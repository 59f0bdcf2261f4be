extension World {
  /// Takes over what this minute's fights were decided by: every few minutes for each unit that is
  /// fired at, and every shock.
  mutating func keepAccounts(_ scratch: inout CombatScratch) {
    for row in 0..<units.count
    where scratch.received[row].strength > 0 && (tick.rawValue + Int32(row)) % 5 == 0 {
      accounts.note(fightAccount(row, scratch), row)
    }
    for row in scratch.shaken {
      for kind in ShockKind.allCases {
        let entry = Int(row) * ShockKind.count + Int(kind.rawValue)
        guard scratch.shocks[entry] > 0 else { continue }
        accounts.shake(Int(row), kind, scratch.shocks[entry], tick.rawValue)
        scratch.shocks[entry] = 0
      }
      scratch.isShaken[Int(row)] = false
    }
    scratch.shaken.removeAll(keepingCapacity: true)
  }

  private func fightAccount(_ row: Int, _ scratch: borrowing CombatScratch) -> FightAccount {
    let incoming = max(1, scratch.received[row].strength)
    let present = max(1, Int64(units.personnel[row]))
    let factors = powerFactors(row, scratch)
    return FightAccount(
      tick: tick, hex: units.hex[row],
      opponent: scratch.received[row].shooter >= 0
        ? UnitID(rawValue: scratch.received[row].shooter) : nil,
      strength: Int32(clamping: baseStrength(row) >> 8),
      power: Int32(clamping: accountedPower(row, scratch) >> 8),
      enemyPower: Int32(clamping: max(256, scratch.received[row].power) >> 8),
      intensity: Int32(clamping: scratch.received[row].byIntensity / incoming),
      directions: Int32(scratch.received[row].edges.nonzeroBitCount),
      dailyLoss: Int32(clamping: scratch.menLoss[row] / present * 1440 / 1000),
      factors: factors)
  }

  /// A unit's own power in the balance, Q8 (see `adversePower`).
  private func accountedPower(_ row: Int, _ scratch: borrowing CombatScratch) -> Int64 {
    max(256, scratch.strength[row] * defenceFactor(row) / 1000)
  }

  /// Men and weapons of a unit in direct fire before anything weakens them, men-equivalents, Q8.
  func baseStrength(_ row: Int) -> Int64 {
    min(Int64(units.personnel[row]), frontMen(row)) + weaponStrength(row)
  }

  private func powerFactors(_ row: Int, _ scratch: borrowing CombatScratch) -> PowerFactors {
    let table = setup.rules.combat
    let quality = self.quality(row) * table[.qualityStep] * 65_536 / 1000
    let defence = defenceFactor(row)
    var ground: Int64 = 1000
    if defence != 1000, units.posture[row] != .withdrawing {
      let hex = Int(units.hex[row])
      if isRugged(hex) { ground = ground * Int64(setup.rules.morale[.terrainRugged]) / 1000 }
      ground = ground * housesFactor(hex) / 1000
    }
    // What the balance adds beside positions and ground, quality taken off.
    let strength = max(1, scratch.strength[row])
    let conditions = accountedPower(row, scratch) * 1_000_000 / max(1, strength * defence)
    return PowerFactors(
      suppression: 1000 - units.suppression[row] * table[.suppressedFire] / 1000,
      cohesion: units.cohesion[row],
      fatigue: 1000 - units.fatigue[row] * table[.fatiguedFire] / 1000,
      state: Int32(clamping: conductFactor(row, scratch.facts[row])),
      quality: Int32(clamping: (Int64(Fixed.expQ16(quality)) * 1000) >> 16),
      positions: Int32(clamping: defence * 1000 / ground),
      ground: Int32(clamping: ground), conditions: Int32(clamping: conditions))
  }

  /// Notes why a unit does something else than it was told.
  mutating func because(_ cause: ChangeCause, _ row: Int, task: OrderKind? = nil) {
    accounts.note(
      UnitChange(
        tick: tick, cause: cause, task: task ?? units.task[row], cohesion: units.cohesion[row],
        breakPoint: breakPoint(row)),
      row)
  }
}
