extension World {
  /// Men present, whole.
  func men(_ row: Int) -> Int32 { units.personnel[row] >> 8 }

  /// Vehicles of a class present, Q8.
  func vehicles(_ row: Int, _ kind: VehicleClass) -> Int32 {
    units.vehicles[row * VehicleClass.count + Int(kind.rawValue)]
  }

  /// Tanks and carriers present, whole, rounded to nearest.
  func armoredVehicles(_ row: Int) -> Int32 {
    (vehicles(row, .tank) + vehicles(row, .ifv) + vehicles(row, .apc) + 128) >> 8
  }

  /// Whether a unit moves or is about to.
  @inline(__always)
  func isMoving(_ row: Int) -> Bool {
    switch units.posture[row] {
    case .column, .advancing, .attacking, .withdrawing, .fleeing:
      units.pathDone[row] < units.pathCount[row]
    case .holding, .diggingIn, .camped, .firing, .reforming: false
    }
  }

  /// Whether a unit carries out an attack.
  @inline(__always)
  func isAttacking(_ row: Int) -> Bool {
    units.status[row] == .active && units.task[row] == .attack
  }

  /// Whether a unit stands on the map, in hand, and holds ground against an enemy.
  func holdsGround(_ row: Int, _ facts: UnitFacts) -> Bool {
    units.status[row] == .active && facts.fights && units.hidden[row] == 0
  }

  /// The share of men lost since the start, permille.
  @inline(__always)
  func lossPermille(_ row: Int) -> Int32 {
    guard units.personnelLost[row] != 0, units.personnelAtStart[row] > 0 else { return 0 }
    let lost = Int64(units.personnelLost[row]) * 1000
    return Int32(min(1000, lost / Int64(units.personnelAtStart[row])))
  }

  /// The highest cohesion that a unit can come back to (SIMULATION.md, equation 9).
  @inline(__always)
  func cohesionCeiling(_ row: Int) -> Int32 {
    let table = setup.rules.morale
    let fall = lossPermille(row) * table[.ceilingPerLoss] / 1000
    return max(table[.ceilingLeast], 1000 - fall)
  }

  /// The cohesion below which a unit breaks; units with losses fight on, but brittle. Who is told
  /// never to give ground stands longer.
  @inline(__always)
  func breakPoint(_ row: Int) -> Int32 {
    let table = setup.rules.morale
    let point = table[.breakPoint] - quality(row) * table[.breakPerQuality]
    let least = min(point, cohesionCeiling(row) * table[.breakShare] / 1000)
    guard units.giveGround[row] == .never else { return least }
    return least * setup.rules.command[.neverBreakPermille] / 1000
  }

  /// Whether a hex belongs to a town.
  func isUrban(_ hex: Int) -> Bool {
    setup.terrain.cover[hex] == .urban || setup.terrain.quarter[hex] >= 0
  }

  /// The town of a hex as an index, -1 for none.
  func town(at hex: Int) -> Int {
    let quarter = setup.terrain.quarter[hex]
    return quarter < 0 ? -1 : setup.terrain.quarters[Int(quarter)].town.index
  }

  /// Whether an enemy of a side that fights stands within some hexes of a place.
  func isEnemyNear(
    _ hex: Int, of side: Int, within distance: Int, _ scratch: borrowing CombatScratch
  ) -> Bool {
    for other in setup.sides.indices {
      guard setup.sides[other].enemy == UInt8(side) || setup.sides[side].enemy == UInt8(other)
      else { continue }
      var isNear = false
      scratch.grid.visit(other, around: hex, within: distance) { enemy, _ in
        let row = Int(enemy.row)
        isNear = standsOnGround(row) && scratch.facts[row].fights
        return !isNear
      }
      if isNear { return true }
    }
    return false
  }

  /// `micro` / 10^6, rounded up or down by chance so that small rates are not lost.
  @inline(__always)
  func rounded(_ micro: Int64, _ purpose: ChancePurpose, _ key: Int) -> Int32 {
    guard micro > 0 else { return 0 }
    let whole = micro / 1_000_000
    let rest = Int32(micro % 1_000_000)
    guard rest > 0 else { return Int32(whole) }
    return Int32(whole) + (chance(purpose, key, below: 1_000_000) < rest ? 1 : 0)
  }

  /// Ends what a unit does: it holds where it stands.
  mutating func endTask(_ row: Int) {
    setTask(row, .hold, target: -1)
    clearPath(row)
    if units.status[row] == .active { units.posture[row] = .holding }
  }
}
