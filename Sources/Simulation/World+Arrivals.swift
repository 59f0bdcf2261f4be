extension World {
  /// Brings the expected units whose time has come onto the map, at their place or the nearest free
  /// one.
  mutating func stepArrivals(scratch: inout Scratch, events: inout [Event]) {
    var isListed = false
    for row in 0..<units.count
    where units.status[row] == .expected && units.arrival[row] <= tick.rawValue {
      if !isListed {
        scratch.movement.occupancy.rebuild(self)
        isListed = true
      }
      let hex = freeHex(for: row, scratch.movement.occupancy)
      guard hex >= 0 else { continue }
      units.status[row] = .active
      units.hex[row] = Int32(hex)
      clearPath(row)
      if !setup.units[row].arm.isAircraft {
        scratch.movement.occupancy.move(row, to: Int32(hex))
      }
      events.append(
        Event(
          tick: tick, kind: .reinforcementArrived, side: setup.units[row].side, unit: UnitID(row),
          hex: Int32(hex), amount: units.personnel[row] / 256))
    }
  }

  /// The hex nearest to a unit's start that has room and no enemy, within a few hexes; -1 for
  /// none.
  /// Ties go to the lower index.
  private func freeHex(for row: Int, _ occupancy: borrowing HexOccupancy) -> Int {
    let grid = setup.terrain.grid
    let start = Int(setup.units[row].start)
    if setup.units[row].arm.isAircraft { return start }
    let radius = Int(setup.rules.movement[.arrivalRadius])
    var best: (hex: Int, distance: Int)?
    let (line, column) = (start / grid.columns, start % grid.columns)
    for r in max(0, line - radius)...min(grid.rows - 1, line + radius) {
      for c in max(0, column - radius)...min(grid.columns - 1, column + radius) {
        let hex = r * grid.columns + c
        let distance = grid.distance(start, hex)
        guard distance <= radius, best.map({ distance < $0.distance }) ?? true,
          hex == start || setup.regions.areJoined(start, hex),
          !isBlocked(row, at: hex, occupancy), !isFull(hex, for: row, occupancy)
        else { continue }
        best = (hex, distance)
      }
    }
    return best?.hex ?? -1
  }
}
