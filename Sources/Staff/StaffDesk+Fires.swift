import Simulation

extension StaffDesk {
  /// Guns shell what is known near the place; out of range they move up to a fire position.
  mutating func support(_ task: StaffTask, _ units: [UnitReport]) {
    for unit in units where arm(unit).isIndirect {
      guard let middle = task.place.first else { continue }
      if unit.ammunition < 150 {
        order(unit, .resupply, nil, patience: 120)
        continue
      }
      let reach = reachHexes(unit)
      if unit.task == .bombard { continue }
      if let target = fireTarget(unit, task, reach: reach) {
        order(unit, .bombard, target, duration: 20, patience: 30)
      } else if grid.distance(Int(unit.hex), Int(middle)) > reach * 7 / 10 {
        if let post = stop(unit, before: middle, distance: max(3, reach * 6 / 10)),
          post != unit.hex
        {
          go(unit, to: post)
        }
      }
    }
  }

  /// The farthest that a unit's guns reach, in hexes.
  private func reachHexes(_ unit: UnitReport) -> Int {
    let setup = picture.setup
    var meters: Int32 = 0
    for holding in setup.units[unit.id.row].vehicles {
      meters = max(meters, setup.rules.equipment[Int(holding.equipment)].indirectRangeMeters)
    }
    return Int(meters / HexGrid.spacingMeters)
  }

  /// The freshest, strongest contact near the place and in reach; else the place itself, hex by
  /// hex.
  private mutating func fireTarget(
    _ unit: UnitReport, _ task: StaffTask, reach: Int
  ) -> Int32? {
    guard let middle = task.place.first else { return nil }
    let known = estimate.enemies(near: middle, within: task.radius, grid).filter {
      picture.tick - $0.lastSeen <= 90 && isInReach($0.hex, unit, reach) && !isOwn($0.hex)
    }
    let best = known.max {
      (Self.worth($0, picture.tick), $1.id) < (Self.worth($1, picture.tick), $0.id)
    }
    if let best { return best.hex }
    guard task.barrage else { return nil }
    let hexes = task.place.filter {
      isInReach($0, unit, reach) && picture.control[Int($0)] != staff.side.rawValue && !isOwn($0)
    }
    guard !hexes.isEmpty else { return nil }
    let step = memory.barrageStep[unit.id] ?? unit.id.row
    memory.barrageStep[unit.id] = step + 1
    return hexes[step % hexes.count]
  }

  private func isInReach(_ hex: Int32, _ unit: UnitReport, _ reach: Int) -> Bool {
    (2...max(2, reach)).contains(grid.distance(Int(hex), Int(unit.hex)))
  }

  /// Whether own troops are in a hex or next to it, too near for shells.
  private func isOwn(_ hex: Int32) -> Bool {
    picture.units.contains {
      $0.status == .active && !arm($0).isAircraft && $0.hex == hex
    }
  }

  private static func worth(_ contact: Contact, _ tick: Tick) -> Int64 {
    let guns: Int64 = contact.arm == .artillery || contact.arm == .rocketArtillery ? 2 : 1
    return Estimate.power(contact) * guns * Int64(max(1, 120 - (tick - contact.lastSeen)))
  }

  /// Aircraft strike what is known near the place while they have sorties.
  mutating func strike(_ task: StaffTask, _ units: [UnitReport]) {
    guard let middle = task.place.first else { return }
    let targets = estimate.enemies(near: middle, within: task.radius, grid)
      .filter { picture.tick - $0.lastSeen <= 60 && !isOwn($0.hex) }
      .sorted { (Self.worth($0, picture.tick), $1.id) > (Self.worth($1, picture.tick), $0.id) }
    let flying = units.filter {
      arm($0) == .attackAircraft || arm($0) == .attackHelicopter
    }
    for (index, unit) in flying.enumerated()
    where unit.sortiesLeft > 0 && unit.task != .airStrike {
      if !targets.isEmpty {
        order(unit, .airStrike, targets[index % targets.count].hex, patience: 90)
      } else if task.barrage {
        order(unit, .airStrike, task.place[index % task.place.count], patience: 180)
      }
    }
  }

  /// Air assault: by helicopter to the place, then take it.
  mutating func land(_ task: StaffTask, _ units: [UnitReport]) {
    guard let middle = task.place.first else { return }
    for unit in units where arm(unit) == .airAssault {
      if grid.distance(Int(unit.hex), Int(middle)) > 4 {
        order(unit, .airAssault, landingZone(task) ?? middle, patience: 60)
      } else {
        seize(task, [unit])
      }
    }
  }

  /// Open ground within three hexes of the place, as far from known enemies as it goes.
  private func landingZone(_ task: StaffTask) -> Int32? {
    guard let middle = task.place.first else { return nil }
    let terrain = picture.setup.terrain
    var best: (hex: Int32, clearance: Int)?
    for hex in 0..<grid.count {
      let distance = grid.distance(hex, Int(middle))
      guard (1...3).contains(distance), !terrain.isWater(hex), terrain.neutral[hex] == 0,
        terrain.cover[hex] != .forest
      else { continue }
      let enemies = estimate.enemies(near: Int32(hex), within: 3, grid)
      let clearance = enemies.first.map { grid.distance(Int($0.hex), hex) } ?? 4
      if best.map({ clearance > $0.clearance }) ?? true { best = (Int32(hex), clearance) }
    }
    return best?.hex
  }
}
