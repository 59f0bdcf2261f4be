extension World {
  /// The hex towards which a beaten or withdrawing unit falls back, -1 where there is none: on
  /// ground that it can reach, clear of the enemies its side knows, held by its side, by a road,
  /// towards its headquarters, and near. Ties go to the lower index.
  func retreatTarget(of unit: Int) -> Int32 {
    let grid = setup.terrain.grid
    let from = Int(units.hex[unit])
    let enemies = knownEnemies(of: setup.units[unit].side, near: from)
    let radius = max(2, Int(setup.rules.movement[.retreatRadius]))
    let home = homeHex(of: unit)
    let (row, column) = (from / grid.columns, from % grid.columns)
    var best: (hex: Int, score: Int)?
    for r in max(0, row - radius)...min(grid.rows - 1, row + radius) {
      for c in max(0, column - radius)...min(grid.columns - 1, column + radius) {
        let hex = r * grid.columns + c
        let distance = grid.distance(from, hex)
        guard distance >= 2, distance <= radius, setup.regions.areJoined(from, hex) else {
          continue
        }
        let score = retreatScore(hex, distance, unit, enemies, home)
        if best.map({ score > $0.score }) ?? true { best = (hex, score) }
      }
    }
    return best.map { Int32($0.hex) } ?? -1
  }

  private func retreatScore(
    _ hex: Int, _ distance: Int, _ unit: Int, _ enemies: [Int32], _ home: Int
  ) -> Int {
    let grid = setup.terrain.grid
    let side = setup.units[unit].side
    let clearance = Int(setup.rules.movement[.retreatClearance])
    var clear = clearance
    for enemy in enemies { clear = min(clear, grid.distance(hex, Int(enemy))) }
    var score = 30 * clear - 5 * distance - 4 * grid.distance(hex, home)
    let owner = knowledge[side.index].believedControl[hex]
    if owner == side.rawValue {
      score += 60
    } else if owner == setup.sides[side.index].enemy {
      score -= 80
    }
    if setup.terrain.roads[hex] != 0 { score += 10 }
    switch setup.terrain.cover[hex] {
    case .urban, .forest, .woodland: score += 8
    default: break
    }
    return score
  }

  /// Where the side knows enemies to be, within 20 hexes.
  private func knownEnemies(of side: SideID, near hex: Int) -> [Int32] {
    let known = knowledge[side.index]
    let age = setup.rules.movement[.avoidAgeMinutes]
    var found: [Int32] = []
    for row in 0..<units.count where known.serial[row] != 0 && known.lastHex[row] >= 0 {
      guard tick.rawValue - known.lastSeen[row] <= age,
        setup.terrain.grid.distance(hex, Int(known.lastHex[row])) <= 20
      else { continue }
      found.append(known.lastHex[row])
    }
    return found
  }

  /// The hex of the nearest headquarters above a unit that is still there, else where it started.
  private func homeHex(of unit: Int) -> Int {
    if let staff = headquarters(above: unit)?.row { return Int(units.hex[staff]) }
    return Int(setup.units[unit].start)
  }

  /// The nearest headquarters above a unit in the order of battle that is on the map and is not the
  /// unit itself; `isHigher` where it is not that of the unit's own formation.
  func headquarters(above unit: Int) -> (row: Int, isHigher: Bool)? {
    var formation: FormationID? = setup.units[unit].formation
    var isHigher = false
    // Parents stand before their parts, so this ends.
    while let here = formation {
      let node = setup.formations[here.index]
      if let staff = node.headquarters, staff.row != unit, isPresent(staff.row) {
        return (staff.row, isHigher)
      }
      formation = node.parent.flatMap { $0 < here ? $0 : nil }
      isHigher = true
    }
    return nil
  }
}
