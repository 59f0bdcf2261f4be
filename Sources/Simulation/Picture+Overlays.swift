extension Picture {
  /// How long trails tell of, in minutes.
  public static let trailMinutes: Int32 = 360

  /// The hexes that a unit of this picture passed in the last hours, the oldest first and its own
  /// last; empty for units that the viewer has no report of.
  public func trail(of unit: UnitID) -> [Int32] {
    guard report(unit) != nil else { return [] }
    return traces.trail(unit.row, since: tick.rawValue - Self.trailMinutes)
  }

  /// Who fled where so far, as every side hears of it.
  public var refugeeFlows: [RefugeeFlow] { traces.flows }

  /// How far a unit of this picture reaches; nil where the viewer has no report of it.
  public func reach(of unit: UnitID) -> UnitReach? {
    guard let report = report(unit) else { return nil }
    let facts = UnitFacts(setup, unit.row)
    let holdsGuns = report.vehicles[Int(facts.indirectClass.rawValue)] > 0
    let isAirborne = facts.arm.isAircraft
    return UnitReach(
      indirectHexes: holdsGuns && !isAirborne ? facts.indirectHexes : 0,
      minimumHexes: facts.minimumHexes, airDefenceHexes: isAirborne ? 0 : facts.airDefenceHexes)
  }

  /// The line of supply of a unit of this picture: the hexes from its own to the nearest source of
  /// its side that the viewer knows to be open, a few across country and then along roads. Empty
  /// where there is none (see `World.traceSupply`, whose rule this follows).
  public func supplyLine(of unit: UnitID) -> [Int32] {
    guard let report = report(unit), report.hex >= 0 else { return [] }
    let side = report.side.index
    let grid = setup.terrain.grid
    var isSource = [Bool](repeating: false, count: grid.count)
    for source in supplySources(of: side) { isSource[Int(source)] = true }
    let most = Int(setup.rules.supply[.offRoadHexes])
    // Two layers: steps still to be made across country, and hexes reached by road.
    var from = [Int32](repeating: -2, count: grid.count * 2)
    let widest = setup.rules.supply[.roadGapHexes]
    var queue = [(hex: Int(report.hex), steps: 0, gap: Int32(0))]
    from[Int(report.hex)] = -1
    var head = 0
    while head < queue.count {
      let (hex, steps, gap) = queue[head]
      head += 1
      let onRoad = steps < 0
      let here = onRoad ? hex + grid.count : hex
      if isSource[hex] { return chain(to: here, from) }
      for edge in HexSide.allCases {
        let near = grid.neighbor(of: hex, edge)
        guard near >= 0, MovementCosts.isOpen(setup.terrain, near) else { continue }
        let isGap = isEnemyGround(near, side)
        if setup.terrain.road(hex, edge) != .none, from[near + grid.count] == -2,
          !isGap || gap < widest && !isBarred(near, side)
        {
          from[near + grid.count] = Int32(here)
          queue.append((near, -1, isGap ? gap + 1 : 0))
        }
        if !isGap, !onRoad, steps < most, from[near] == -2 {
          from[near] = Int32(here)
          queue.append((near, steps + 1, 0))
        }
      }
    }
    return []
  }

  /// The hexes of a search from its start to `last`; entries beyond the grid are the same hexes
  /// reached by road.
  private func chain(to last: Int, _ from: [Int32]) -> [Int32] {
    let count = setup.terrain.grid.count
    var hexes: [Int32] = []
    var at = last
    while at >= 0 {
      let hex = Int32(at % count)
      if hexes.last != hex { hexes.append(hex) }
      at = Int(from[at])
    }
    return hexes.reversed()
  }

  /// A side's capital, its supply units and its roads at the map's edge, ascending.
  private func supplySources(of side: Int) -> [Int32] {
    var sources: [Int32] = []
    if let capital = setup.sides[side].capital {
      sources.append(setup.terrain.towns[capital.index].center)
    }
    for unit in units where unit.side.index == side && unit.status == .active {
      if setup.units[unit.id.row].arm == .supply { sources.append(unit.hex) }
    }
    let grid = setup.terrain.grid
    let margin = max(1, Int(setup.rules.supply[.sourceHexes]))
    for row in 0..<grid.rows {
      let isEdgeRow = row < margin || row >= grid.rows - margin
      for column in 0..<grid.columns
      where isEdgeRow || column < margin || column >= grid.columns - margin {
        let hex = row * grid.columns + column
        if setup.terrain.roads[hex] != 0, setup.initialControl[hex] == UInt8(side) {
          sources.append(Int32(hex))
        }
      }
    }
    return sources.filter {
      MovementCosts.isOpen(setup.terrain, Int($0)) && !isEnemyGround(Int($0), side)
    }
  }

  private func isBarred(_ hex: Int, _ side: Int) -> Bool {
    contacts.contains { $0.hex == hex && $0.isInSight && $0.side.index != side }
  }

  private func isEnemyGround(_ hex: Int, _ side: Int) -> Bool {
    let enemy = setup.sides[side].enemy
    return enemy != 255 && control[hex] == enemy
  }

  /// When a unit of this picture will stand at the end of its path, by the speed of its posture
  /// and the light of now; nil where it has no way to go.
  public func arrival(of unit: UnitID) -> Tick? {
    guard let report = report(unit), !report.path.isEmpty,
      !setup.units[unit.row].arm.isAircraft
    else { return nil }
    let table = setup.rules.movement
    let costs = MovementCosts(setup.rules)
    let mobility = mobility(of: report)
    let mode = MarchMode(report.posture)
    var total: Int64 = 0
    var hex = Int(report.hex)
    for next in report.path {
      guard
        let side = HexSide.allCases.first(where: {
          setup.terrain.grid.neighbor(of: hex, $0) == Int(next)
        }),
        let cost = costs.step(setup.terrain, from: hex, side, to: Int(next), mobility, mode)
      else { return nil }
      let night = table.nightShare(
        sky.light, onRoad: setup.terrain.road(hex, side) != .none, mobility: mobility,
        gear: setup.units[unit.row].nightGear)
      total += Int64(cost) * 1000 / Int64(max(1, night))
      hex = Int(next)
    }
    if report.posture == .attacking {
      total = Fixed.mulDiv(total, 1000, Int64(max(1, table[.attackPace])))
    }
    return tick + Int32(min(100_000, total / 100))
  }
}

/// How far a unit reaches, in hexes.
public struct UnitReach: Sendable, Hashable {
  /// Reach of its indirect fire, 0 for none.
  public var indirectHexes: Int
  /// Nearer than this it does not reach indirectly.
  public var minimumHexes: Int
  /// Reach against aircraft, 0 for none.
  public var airDefenceHexes: Int
}
