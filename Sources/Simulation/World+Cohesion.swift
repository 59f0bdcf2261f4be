extension World {
  /// Sums what a minute costs a unit's cohesion (SIMULATION.md, equations 7 and 8): adverse power,
  /// losses, enemies on the flank, neutralization.
  func sumPressure(_ row: Int, _ scratch: inout CombatScratch) {
    let table = setup.rules.morale
    let present = Int64(units.personnel[row])
    if present > 0, scratch.menLoss[row] > 0 {
      scratch.shake(row, .losses, scratch.menLoss[row] / present * Int64(table[.lossShock]))
    }
    if units.neutralizedMinutes[row] >= table[.neutralizedMinutes] {
      scratch.shake(row, .neutralized, Int64(table[.neutralizedLoss]) * 1_000_000)
    }
    guard scratch.received[row].strength > 0 else { return }
    let intensity = scratch.received[row].byIntensity / scratch.received[row].strength
    let adverse = adversePower(row, &scratch)
    scratch.shake(row, .pressure, Int64(table[.pressure]) * adverse * intensity / 1440)
    if intensity >= 150, isFlanked(scratch.received[row].edges) {
      scratch.shake(row, .flank, Int64(table[.shockFlank]) * 1_000_000 / 1440)
    }
    if scratch.received[row].fresh > 0, units.sinceHit[row] < 60 {
      // An enemy unit joins a fight that was on already, by its share of all that fires.
      let shock = Int64(table[.shockReinforced]) * 1_000_000
      scratch.shake(
        row, .reinforced, shock * scratch.received[row].fresh / scratch.received[row].strength)
    }
  }

  /// How far the enemy's power exceeds a unit's own: ln of the ratio in permille, 0 or more,
  /// capped.
  func adversePower(_ row: Int, _ scratch: inout CombatScratch) -> Int64 {
    let own = ownPower(row, &scratch)
    let enemy = scratch.received[row].power
    guard enemy > own else { return 0 }
    let ratio = min(1000 * Fixed.one, enemy * Fixed.one / own)
    let logarithm = Int64(Fixed.lnQ16(ratio)) * 1000 / Fixed.one
    return min(logarithm, Int64(setup.rules.morale[.pressureCap]))
  }

  /// Whether enemies press across edges that are not neighbours.
  func isFlanked(_ edges: UInt8) -> Bool {
    switch edges.nonzeroBitCount {
    case 0, 1: return false
    case 2, 3:
      // Neighbouring edges are one front: each but the first follows the one before it.
      let turned = ((edges << 1) | (edges >> 5)) & 0x3F
      return (edges & turned).nonzeroBitCount < edges.nonzeroBitCount - 1
    default: return true
    }
  }

  /// Men and vehicles that a beaten unit loses beside its losses by fire while it is pursued:
  /// prisoners, stragglers, breakdowns left behind.
  func sumPursuit(_ row: Int, _ scratch: inout CombatScratch) {
    guard units.status[row] == .broken || units.status[row] == .routed,
      scratch.received[row].strength > 0, units.personnel[row] > 0
    else { return }
    let table = setup.rules.morale
    var daily = Int64(table[.pursuitLoss])
    let half = adversePower(row, &scratch) * Fixed.one / 2000
    daily = (daily * Fixed.expQ16(Int32(half))) >> 16
    if units.status[row] == .routed { daily = daily * Int64(table[.routLossFactor]) / 1000 }
    // Who has nowhere to go surrenders.
    if units.pathDone[row] >= units.pathCount[row], scratch.received[row].edges.nonzeroBitCount >= 3
    {
      daily = daily * Int64(table[.surroundedLossFactor]) / 1000
    }
    let lost = Int64(units.personnel[row]) * daily * 1000 / 1440
    scratch.menLoss[row] += lost
    for entry in row * VehicleClass.count..<(row + 1) * VehicleClass.count {
      scratch.lose(row, entry: entry, Int64(units.vehicles[entry]) * daily * 1000 / 1440)
    }
  }

  /// Cohesion after the minute: what it cost, and what comes back by itself.
  mutating func applyCohesion(_ row: Int, _ scratch: inout CombatScratch) {
    let table = setup.rules.morale
    let lost = scratch.jolt[row] + rounded(scratch.shock[row], .cohesion, row)
    var value = max(0, units.cohesion[row] - lost)
    if value < 1000, value < cohesionCeiling(row) {
      let ceiling = cohesionCeiling(row)
      var back = Int64(table[.recovery]) * Int64(1000 - value) * 1000 / 1440
      if scratch.received[row].intensity > 0 || scratch.shelled[row] != 0 {
        back = back * Int64(table[.recoveryInContact]) / 1000
      }
      if units.inCommand[row] == 0 { back = back * Int64(table[.outOfCommandFactor]) / 1000 }
      // Broken units come back by rallying alone.
      if units.status[row] == .active {
        value = min(ceiling, value + rounded(back, .recovery, row))
      }
    }
    units.cohesion[row] = value
  }
}
