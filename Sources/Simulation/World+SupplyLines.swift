extension World {
  /// Traces a side's lines of supply: along roads from its sources over ground that the enemy does
  /// not hold, through a few hexes of his where nobody stands, then a few hexes across country.
  /// Units that it does not reach are cut off. A side without any source is held to be supplied
  /// from off the map.
  mutating func traceSupply(of side: Int, _ scratch: inout CombatScratch) {
    scratch.beginSearch()
    let sources = findSources(of: side, &scratch)
    guard sources > 0 else {
      for row in 0..<units.count where scratch.facts[row].side == side {
        units.cutOffMinutes[row] = 0
      }
      return
    }
    let reached = followRoads(sources, side, &scratch)
    leaveRoads(reached, side, &scratch)
    for row in 0..<units.count where scratch.facts[row].side == side && standsOnGround(row) {
      let isReached = scratch.mark[Int(units.hex[row])] == scratch.stamp
      units.cutOffMinutes[row] = isReached ? 0 : min(100_000, units.cutOffMinutes[row] + 60)
    }
  }

  /// Queues the sources of a side: its capital, its supply units, and its roads at the map's edge.
  /// Returns how many there are.
  private func findSources(of side: Int, _ scratch: inout CombatScratch) -> Int {
    var count = 0
    if let capital = setup.sides[side].capital {
      add(Int(setup.terrain.towns[capital.index].center), side, &count, &scratch)
    }
    for row in 0..<units.count where scratch.facts[row].arm == .supply {
      guard scratch.facts[row].side == side, units.status[row] == .active else { continue }
      add(Int(units.hex[row]), side, &count, &scratch)
    }
    let grid = setup.terrain.grid
    let margin = max(1, Int(setup.rules.supply[.sourceHexes]))
    for row in 0..<grid.rows {
      let isEdgeRow = row < margin || row >= grid.rows - margin
      var column = 0
      while column < grid.columns {
        let hex = row * grid.columns + column
        if setup.terrain.roads[hex] != 0, setup.initialControl[hex] == UInt8(side) {
          add(hex, side, &count, &scratch)
        }
        // Between the margins of a middle row there is nothing to look at.
        let isLastOfMargin = !isEdgeRow && column == margin - 1
        column = isLastOfMargin ? max(column + 1, grid.columns - margin) : column + 1
      }
    }
    return count
  }

  /// Queues a hex that is not the enemy's.
  private func add(_ hex: Int, _ side: Int, _ count: inout Int, _ scratch: inout CombatScratch) {
    guard !isEnemyGround(hex, side) else { return }
    reach(hex, side, &count, &scratch)
  }

  /// Queues a hex, whoever's ground it is, unless an enemy stands on it.
  private func reach(_ hex: Int, _ side: Int, _ count: inout Int, _ scratch: inout CombatScratch) {
    guard scratch.mark[hex] != scratch.stamp, isOpenToSupply(hex, side, scratch) else { return }
    scratch.mark[hex] = scratch.stamp
    scratch.queue[count] = Int32(hex)
    scratch.depth[count] = 0
    count += 1
  }

  private func isEnemyGround(_ hex: Int, _ side: Int) -> Bool {
    let enemy = setup.sides[side].enemy
    return enemy != 255 && ground.control[hex] == enemy
  }

  /// Whether no enemy bars a hex to supply.
  private func isOpenToSupply(
    _ hex: Int, _ side: Int, _ scratch: borrowing CombatScratch
  ) -> Bool {
    let enemy = setup.sides[side].enemy
    guard !setup.terrain.isWater(hex), setup.terrain.neutral[hex] == 0 else { return false }
    guard enemy != 255 else { return true }
    var next = scratch.occupancy.first[hex]
    while next >= 0 {
      let row = Int(next)
      next = scratch.occupancy.next[row]
      if scratch.facts[row].side == Int(enemy), holdsGround(row, scratch.facts[row]) {
        return false
      }
    }
    return true
  }

  /// Spreads along roads, in `depth` how many hexes of the enemy's lie behind one another: each is
  /// a step less across country from there. Returns how many hexes were reached.
  private func followRoads(_ sources: Int, _ side: Int, _ scratch: inout CombatScratch) -> Int {
    let most = setup.rules.supply[.roadGapHexes]
    var head = 0
    var count = sources
    while head < count {
      let hex = Int(scratch.queue[head])
      let gap = scratch.depth[head]
      head += 1
      guard setup.terrain.roads[hex] != 0 else { continue }
      for edge in HexSide.allCases where setup.terrain.road(hex, edge) != .none {
        let near = setup.terrain.grid.neighbor(of: hex, edge)
        guard near >= 0 else { continue }
        let isGap = isEnemyGround(near, side)
        guard !isGap || gap < most else { continue }
        let before = count
        reach(near, side, &count, &scratch)
        if count > before { scratch.depth[before] = isGap ? gap + 1 : 0 }
      }
    }
    return count
  }

  /// Spreads a few hexes from everything reached by road.
  private func leaveRoads(_ reached: Int, _ side: Int, _ scratch: inout CombatScratch) {
    let most = setup.rules.supply[.offRoadHexes]
    var head = 0
    var count = reached
    while head < count {
      let hex = Int(scratch.queue[head])
      let steps = scratch.depth[head]
      head += 1
      guard steps < most else { continue }
      for edge in HexSide.allCases {
        let near = setup.terrain.grid.neighbor(of: hex, edge)
        guard near >= 0 else { continue }
        let before = count
        add(near, side, &count, &scratch)
        if count > before { scratch.depth[before] = steps + 1 }
      }
    }
  }

  /// An hour of supply: ammunition and fuel come up where a line reaches, faster in camp and for
  /// who was told to take them in; long without, cohesion falls.
  mutating func resupply(_ row: Int) {
    let table = setup.rules.supply
    guard units.cutOffMinutes[row] == 0 else {
      if units.cutOffMinutes[row] > table[.cutOffLimit] {
        units.cohesion[row] = max(0, units.cohesion[row] - table[.cutOffLoss])
        accounts.shake(row, .cutOff, Int64(table[.cutOffLoss]) * 1_000_000, tick.rawValue)
      }
      return
    }
    let isCamped = units.posture[row] == .camped
    let takesIn = isCamped || units.task[row] == .resupply
    let factor = takesIn ? table[.resupplyFactor] : 1000
    let hourly =
      if !units.roster.arm[row].isIndirect {
        table[.ammunitionPerHour] * factor / 1000
      } else {
        takesIn ? table[.gunResupplyPerHour] : table[.gunAmmunitionPerHour]
      }
    units.ammunition[row] = min(256_000, units.ammunition[row] + hourly * 256)
    let full = setup.rules.movement[.fuelRangeTenths]
    if units.fuel[row] < full {
      units.fuel[row] = min(full, units.fuel[row] + table[.fuelPerHour] * factor / 1000)
    }
    if units.task[row] == .resupply, units.ammunition[row] >= 256_000, units.fuel[row] >= full {
      endTask(row)
    }
    if isCamped || units.posture[row] == .reforming { repair(row) }
  }
}
