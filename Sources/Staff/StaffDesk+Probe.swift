import Simulation

extension StaffDesk {
  /// Marches towards the place until the enemy is too strong or the way ends, then camps off the
  /// road.
  mutating func probe(_ task: StaffTask, _ units: [UnitReport]) {
    guard let place = task.place.first, let lead = units.first(where: { Self.fights(arm($0)) })
    else { return }
    let key = task.id + " camp"
    if memory.begun[key] == nil,
      isOvermatched(lead, units, place) || isThere(lead, place)
    {
      memory.begun[key] = picture.tick
    }
    for (index, unit) in units.enumerated() {
      guard memory.begun[key] != nil else {
        if breaksThrough(unit, to: place) { continue }
        let isOnItsWay = unit.taskTarget == place && (unit.task == .march || unit.task == .move)
        if !isOnItsWay { order(unit, unit.sinceHit < 20 ? .move : .march, place, patience: 20) }
        continue
      }
      camp(unit, near: lead.hex, index: index)
    }
  }

  private func isThere(_ lead: UnitReport, _ place: Int32) -> Bool {
    grid.distance(Int(lead.hex), Int(place)) <= 3
  }

  /// Whether what bars the way is too strong. An enemy who holds his fire and lies behind or beside
  /// the road is passed by.
  private func isOvermatched(_ lead: UnitReport, _ units: [UnitReport], _ place: Int32) -> Bool {
    let own = units.reduce(0) { $0 + Estimate.power($1) }
    let isUnderFire = lead.sinceHit < 20
    let left = grid.distance(Int(lead.hex), Int(place))
    let enemy = estimate.enemies(near: lead.hex, within: isUnderFire ? 6 : 10, grid)
      .filter { contact in
        let isAhead = grid.distance(Int(contact.hex), Int(place)) < left - 1
        return isUnderFire ? isAhead : isAhead && contact.arm == .armor
      }
      .reduce(0) { $0 + Estimate.power($1) }
    // Under fire from the roadside it drives on unless it would be driving into much more.
    return enemy * 100 > own * staff.temperament.overmatchPercent * (isUnderFire ? 2 : 1)
  }

  private mutating func camp(_ unit: UnitReport, near lead: Int32, index: Int) {
    if memory.goals[unit.id] == nil {
      memory.goals[unit.id] = campSite(near: lead, index: index) ?? unit.hex
    } else if unit.task == .hold, unit.orders.isEmpty,
      let last = memory.lastOrder[unit.id], picture.tick - last > 45
    {
      // It was stopped on its way there and camps where it is.
      memory.goals[unit.id] = unit.hex
    }
    let site = memory.goals[unit.id] ?? unit.hex
    // Who has dug in under fire does not lie down again after the first quiet half hour.
    let quiet: Int32 = unit.task == .digIn ? 180 : 30
    let isAttacked = unit.sinceHit < quiet && Self.fights(arm(unit))
    if isAttacked {
      order(unit, .digIn, nil, patience: 30)
    } else if grid.distance(Int(unit.hex), Int(site)) <= 1 {
      order(unit, .camp, nil, patience: 60)
    } else {
      order(unit, .move, site, then: .camp, patience: 90)
    }
  }

  /// Dry ground two to five hexes off any road and away from known enemies, each unit on another.
  private func campSite(near hex: Int32, index: Int) -> Int32? {
    let terrain = picture.setup.terrain
    var sites: [(hex: Int32, clearance: Int, distance: Int)] = []
    for candidate in grid.hexes(around: Int(hex), within: 5) {
      let distance = grid.distance(candidate, Int(hex))
      guard distance >= 2, terrain.roads[candidate] == 0, !terrain.isWater(candidate),
        terrain.neutral[candidate] == 0
      else { continue }
      let near = estimate.enemies(near: Int32(candidate), within: 8, grid).first
      let clearance = near.map { grid.distance(Int($0.hex), candidate) } ?? 9
      sites.append((Int32(candidate), clearance, distance))
    }
    sites.sort { ($1.clearance, $0.distance, $0.hex) < ($0.clearance, $1.distance, $1.hex) }
    return sites.isEmpty ? nil : sites[index % min(6, sites.count)].hex
  }
}

extension HexGrid {
  /// The hexes within some hexes of another, in the order of their indices.
  func hexes(around hex: Int, within reach: Int) -> [Int] {
    let (row, column) = (hex / columns, hex % columns)
    var found: [Int] = []
    for r in max(0, row - reach)...min(rows - 1, row + reach) {
      for c in max(0, column - reach)...min(columns - 1, column + reach) {
        let candidate = r * columns + c
        if distance(candidate, hex) <= reach { found.append(candidate) }
      }
    }
    return found
  }
}
