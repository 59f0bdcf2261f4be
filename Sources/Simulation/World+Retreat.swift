extension World {
  /// The hex towards which a beaten or withdrawing unit falls back, -1 where there is none: back
  /// along its side's line of supply as far as it takes to get clear of the enemies its side knows;
  /// where no line is left, towards its headquarters. Ties go to the lower index.
  ///
  /// - Parameter reach: the farthest in hexes; as far as the rules look where nil
  func retreatTarget(
    of unit: Int, within reach: Int32? = nil, scratch: inout Scratch
  ) -> Int32 {
    let reach = reach ?? setup.rules.movement[.retreatRadius]
    let side = units.roster.side[unit].index
    if !scratch.retreat.isTraced[side] { traceRetreat(of: side, &scratch.retreat) }
    listKnownEnemies(of: side, near: Int(units.hex[unit]), &scratch.retreat)
    let line = lineNear(unit, scratch.retreat)
    let along = bestRetreat(unit, nearest: line, within: reach, scratch.retreat)
    return along >= 0 ? along : bestRetreat(unit, nearest: -1, within: reach, scratch.retreat)
  }

  /// The best place to fall back to.
  ///
  /// - Parameter nearest: steps of the line of supply where the unit is: places farther from the
  ///   source are no way back; -1 to look without a line
  private func bestRetreat(
    _ unit: Int, nearest: Int32, within reach: Int32, _ scratch: borrowing RetreatScratch
  ) -> Int32 {
    let grid = setup.terrain.grid
    let from = Int(units.hex[unit])
    let side = units.roster.side[unit].index
    let radius = max(2, Int(reach))
    let home = homeHex(of: unit)
    let (row, column) = (from / grid.columns, from % grid.columns)
    var best = (hex: -1, score: Int.min)
    for r in max(0, row - radius)...min(grid.rows - 1, row + radius) {
      for c in max(0, column - radius)...min(grid.columns - 1, column + radius) {
        let hex = r * grid.columns + c
        let distance = grid.distance(from, hex)
        guard distance >= 2, distance <= radius, setup.regions.areJoined(from, hex) else {
          continue
        }
        var score = groundScore(hex, side, scratch) - distance * worth(.retreatWayCost)
        let line = scratch.line(side, hex)
        if nearest >= 0 {
          guard line >= 0, line <= nearest else { continue }
          score += Int(nearest - line) * worth(.retreatLineWorth)
        } else {
          score -= grid.distance(hex, home) * worth(.retreatHomeCost)
        }
        if score > best.score { best = (hex, score) }
      }
    }
    return Int32(best.hex)
  }

  private func worth(_ key: MovementKey) -> Int { Int(setup.rules.movement[key]) }

  /// What a place is worth by its clearance from the enemy, its owner and its ground.
  private func groundScore(_ hex: Int, _ side: Int, _ scratch: borrowing RetreatScratch) -> Int {
    var clear = worth(.retreatClearance)
    for enemy in scratch.enemies {
      clear = min(clear, setup.terrain.grid.distance(hex, Int(enemy)))
    }
    var score = clear * worth(.retreatClearWorth)
    let owner = knowledge[side].believedControl[hex]
    if owner == UInt8(side) {
      score += worth(.retreatOwnWorth)
    } else if owner == setup.sides[side].enemy {
      score -= worth(.retreatEnemyCost)
    }
    if setup.terrain.roads[hex] != 0 { score += worth(.retreatRoadWorth) }
    switch setup.terrain.cover[hex] {
    case .urban, .forest, .woodland: score += worth(.retreatCoverWorth)
    default: break
    }
    return score
  }

  /// Steps from the source of supply where a unit is: those of its hex, or the least of the hexes
  /// within reach of supply; -1 where no line runs near it.
  private func lineNear(_ unit: Int, _ scratch: borrowing RetreatScratch) -> Int32 {
    let grid = setup.terrain.grid
    let from = Int(units.hex[unit])
    let side = units.roster.side[unit].index
    let own = scratch.line(side, from)
    if own >= 0 { return own }
    let reach = Int(setup.rules.supply[.offRoadHexes])
    let (row, column) = (from / grid.columns, from % grid.columns)
    var (least, nearest) = (Int32(-1), Int.max)
    for r in max(0, row - reach)...min(grid.rows - 1, row + reach) {
      for c in max(0, column - reach)...min(grid.columns - 1, column + reach) {
        let hex = r * grid.columns + c
        let line = scratch.line(side, hex)
        let distance = grid.distance(from, hex)
        guard line >= 0, distance <= reach, distance < nearest else { continue }
        (least, nearest) = (line, distance)
      }
    }
    return least
  }

  /// Traces a side's lines of supply as it knows the ground: along roads from its capital and its
  /// roads at the map's edge, not through hexes that it takes for the enemy's or where it knows one
  /// to be.
  private func traceRetreat(of side: Int, _ scratch: inout RetreatScratch) {
    scratch.begin(side)
    let age = setup.rules.movement[.avoidAgeMinutes]
    for row in 0..<units.count where isKnownEnemy(row, to: side, age) {
      scratch.close(side, Int(knowledge[side].lastHex[row]))
    }
    if let capital = setup.sides[side].capital {
      scratch.reach(side, Int(setup.terrain.towns[capital.index].center), steps: 0)
    }
    for hex in setup.regions.edgeRoads where setup.initialControl[Int(hex)] == UInt8(side) {
      if isOpenToRetreat(Int(hex), side) { scratch.reach(side, Int(hex), steps: 0) }
    }
    var head = 0
    while head < scratch.queue.count {
      let hex = Int(scratch.queue[head])
      head += 1
      let steps = scratch.line(side, hex)
      for edge in HexSide.allCases where setup.terrain.road(hex, edge) != .none {
        let near = setup.terrain.grid.neighbor(of: hex, edge)
        guard near >= 0, isOpenToRetreat(near, side) else { continue }
        scratch.reach(side, near, steps: steps + 1)
      }
    }
  }

  private func isOpenToRetreat(_ hex: Int, _ side: Int) -> Bool {
    let enemy = setup.sides[side].enemy
    return setup.terrain.neutral[hex] == 0
      && (enemy == 255 || knowledge[side].believedControl[hex] != enemy)
  }

  /// Lists where a side knows enemies near a place.
  private func listKnownEnemies(of side: Int, near hex: Int, _ scratch: inout RetreatScratch) {
    let age = setup.rules.movement[.avoidAgeMinutes]
    let radius = worth(.retreatKnownHexes)
    scratch.enemies.removeAll(keepingCapacity: true)
    for row in 0..<units.count where isKnownEnemy(row, to: side, age) {
      let place = knowledge[side].lastHex[row]
      guard setup.terrain.grid.distance(hex, Int(place)) <= radius else { continue }
      scratch.enemies.append(place)
    }
  }

  /// Whether a side saw a unit not long ago.
  private func isKnownEnemy(_ row: Int, to side: Int, _ age: Int32) -> Bool {
    knowledge[side].serial[row] != 0 && knowledge[side].lastHex[row] >= 0
      && tick.rawValue - knowledge[side].lastSeen[row] <= age
  }

  /// The hex of the nearest headquarters above a unit that is still there, else where it started.
  private func homeHex(of unit: Int) -> Int {
    if let staff = headquarters(above: unit)?.row { return Int(units.hex[staff]) }
    return Int(setup.units[unit].start)
  }
}
