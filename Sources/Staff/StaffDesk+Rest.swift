import Simulation

extension StaffDesk {
  /// Sends a tired, shaken or empty unit of an attack to rest; true while it rests.
  mutating func restsInstead(_ unit: UnitReport) -> Bool {
    let ceiling = Self.cohesionCeiling(unit)
    let isSpent =
      unit.cohesion < staff.temperament.restBelow || unit.fatigue > 850 || unit.ammunition < 120
    let isFit =
      unit.cohesion >= min(800, ceiling) && unit.fatigue < 450 && unit.ammunition > 350
      && ceiling > staff.temperament.restBelow
    if isSpent { memory.resting.insert(unit.id) }
    if isFit { memory.resting.remove(unit.id) }
    guard memory.resting.contains(unit.id) else { return false }
    if estimate.enemyPower(near: unit.hex, within: 3, grid) > Estimate.power(unit) / 4 {
      order(unit, .withdraw, nil, patience: 60)
    } else {
      order(unit, unit.ammunition < 350 ? .resupply : .camp, nil, patience: 60)
    }
    return true
  }

  /// Lets tired units of a garrison sleep in their places by turns, a third of them at a time and
  /// none while the enemy is at the gates; true while a unit rests.
  mutating func takesTurnToRest(_ unit: UnitReport, among force: [UnitReport]) -> Bool {
    let isPressed =
      unit.sinceHit < 60
      || estimate.enemyPower(near: unit.hex, within: 3, grid) > Estimate.power(unit) / 3
    if isPressed || (unit.fatigue < 250 && unit.ammunition > 400) {
      memory.resting.remove(unit.id)
    } else if unit.fatigue > 550 || unit.ammunition < 200 {
      let resting = force.count { memory.resting.contains($0.id) }
      if resting * 3 < force.count { memory.resting.insert(unit.id) }
    }
    guard memory.resting.contains(unit.id) else { return false }
    order(unit, unit.ammunition < 400 ? .resupply : .camp, nil, patience: 60)
    return true
  }

  /// The cohesion that a unit may come back to: what it has lost stays lost (SIMULATION.md, 9: the
  /// ceiling falls by three for each one in a thousand).
  static func cohesionCeiling(_ unit: UnitReport) -> Int32 {
    let lost = 1000 - unit.personnel * 1000 / max(1, unit.personnelAtStart)
    return max(350, 1000 - 3 * lost)
  }
}
