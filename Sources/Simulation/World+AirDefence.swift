extension World {
  /// Air defence shoots at what flies within its reach on the way to a target and over it, first
  /// of all else. Returns how many airframes fall.
  mutating func passAirDefence(
    _ row: Int, from start: Int32, at target: Int32, _ scratch: inout CombatScratch,
    events: inout [Event]
  ) -> Int32 {
    let facts = scratch.facts[row]
    let table = setup.rules.combat
    var weapons: Int64 = 0
    var longest: Int64 = 0
    var shooter = -1
    for other in 0..<units.count where scratch.facts[other].airDefenceHexes > 0 {
      guard scratch.facts[other].side == facts.enemy, isReadyForAircraft(other) else { continue }
      let exposure = exposure(row, from: Int(start), at: Int(target), to: other, scratch)
      guard exposure > 0 else { continue }
      let sight = scratch.isNight && scratch.facts[other].nightGear < 2
      let seen = sight ? Int64(table[.airDefenceNight]) : 1000
      let calm =
        1000 - Int64(units.suppression[other]) * Int64(table[.suppressedFire]) / 1000
      let force = Int64(vehicles(other, .airDefence)) * exposure / 256 * seen / 1000 * calm / 1000
      weapons += force
      if exposure > longest || shooter < 0 { (longest, shooter) = (exposure, other) }
      units.sinceFired[other] = 0
      units.ammunition[other] = max(0, units.ammunition[other] - table[.airDefenceCost] << 8)
    }
    guard weapons > 0, shooter >= 0 else { return 0 }
    let isPlane = facts.arm == .attackAircraft
    let low = Int64(isPlane ? table[.airLossLow] : table[.helicopterLossLow]) * longest / 1000
    let high = Int64(isPlane ? table[.airLossHigh] : table[.helicopterLossHigh])
    let strong = Int64(max(1, table[.strongAirDefence])) * 1000
    let risk = low + max(0, high - low) * min(weapons, strong) / strong
    var lost: Int32 = 0
    for airframe in 0..<airframes(row) {
      let key = row * 64 + Int(airframe)
      if chance(.airDefence, key, below: 1_000_000) < Int32(clamping: risk) { lost += 1 }
    }
    guard lost > 0 else { return 0 }
    loseAirframes(row, lost, &scratch)
    events.append(
      Event(
        tick: tick, kind: .airDefenceHit, side: SideID(facts.enemy), unit: UnitID(row),
        other: UnitID(shooter), hex: longest >= 1000 ? target : units.hex[shooter], amount: lost))
    return lost
  }

  /// Whether an air-defence unit stands, has rounds and may shoot.
  private func isReadyForAircraft(_ row: Int) -> Bool {
    units.status[row] == .active && !isMoving(row) && units.readiness[row] != .march
      && units.ammunition[row] > 0 && vehicles(row, .airDefence) > 0
      && politics[units.roster.side[row].index].rulesOfEngagement != .truce
  }

  /// How long a flight is in an air-defence unit's reach, beside a circling over the target: 1,000
  /// where the target is in reach, the share of a way through the middle else. Helicopters fly low,
  /// and hills hide them.
  private func exposure(
    _ row: Int, from start: Int, at target: Int, to defence: Int,
    _ scratch: borrowing CombatScratch
  ) -> Int64 {
    let grid = setup.terrain.grid
    let reach = scratch.facts[defence].airDefenceHexes
    let place = Int(units.hex[defence])
    if grid.distance(place, target) <= reach { return 1000 }
    let isLow = scratch.facts[row].arm != .attackAircraft
    let steps = Int64(grid.distance(start, target))
    let (a, b) = (grid.center(of: start), grid.center(of: target))
    var inReach: Int64 = 0
    for step in 0..<max(1, steps) {
      let x = Int64(a.x) + (Int64(b.x) - Int64(a.x)) * step / max(1, steps)
      let y = Int64(a.y) + (Int64(b.y) - Int64(a.y)) * step / max(1, steps)
      guard let hex = grid.index(at: MapPoint(Int32(x), Int32(y))),
        grid.distance(place, hex) <= reach, !isLow || hasLineOfSight(place, hex)
      else { continue }
      inReach += 1
    }
    return min(1000, inReach * 1000 / Int64(2 * reach + 1))
  }

  private func loseAirframes(_ row: Int, _ lost: Int32, _ scratch: inout CombatScratch) {
    let kind: VehicleClass = vehicles(row, .aircraft) > 0 ? .aircraft : .helicopter
    let entry = row * VehicleClass.count + Int(kind.rawValue)
    scratch.lose(row, entry: entry, Int64(lost) * 256_000_000)
    let crew = Int64(units.personnel[row]) / Int64(max(1, airframes(row)))
    scratch.menLoss[row] += crew * Int64(lost) * 1_000_000
  }
}
