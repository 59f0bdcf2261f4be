import Simulation

extension StaffDesk {
  /// Guns shell what is known near the place; out of range they move up to a fire position.
  ///
  /// Below `reserve` (permille of a load) they stay silent: fire is kept for the plan's barrages.
  mutating func support(_ task: StaffTask, _ units: [UnitReport], reserve: Int32 = 0) {
    for unit in units where arm(unit).isIndirect {
      guard let middle = task.place.first else { continue }
      if savesItsGuns(unit, task) || refills(unit) { continue }
      if unit.task == .bombard || unit.orders.contains(where: { $0.order.kind == .bombard }) {
        continue
      }
      let reach = reachHexes(unit)
      if let point = pointForFire(unit, reach) {
        order(unit, .bombard, point, duration: 20, patience: 22)
        continue
      }
      let kept = max(reserve, keptForAssault(task))
      let isItsTurn = task.barrage || mayFire(unit)
      if isItsTurn, unit.ammunition > kept, let target = fireTarget(unit, task, reach: reach) {
        order(unit, .bombard, target, duration: 20, patience: 25)
      } else if grid.distance(Int(unit.hex), Int(middle)) > reach * 8 / 10,
        let post = firePosition(unit, for: middle, reach), post != unit.hex
      {
        go(unit, to: post)
      } else if unit.ammunition < 900, unit.isSupplied, unit.task == .hold || unit.task == .digIn {
        // Who has nothing to fire at fills up.
        order(unit, .resupply, nil, patience: 60)
      }
    }
  }

  /// Where on its way to a place a battery stops to shell it: at six tenths of its reach, farther
  /// back where the enemy's troops are too near; nil where they are too near everywhere, and for
  /// who is low on shells and stays where supply reaches him.
  private func firePosition(_ unit: UnitReport, for middle: Int32, _ reach: Int) -> Int32? {
    guard unit.ammunition >= 400,
      let route = picture.route(for: unit.id, to: middle, as: .march)
    else { return nil }
    for tenths in 6...9 {
      let distance = max(3, reach * tenths / 10)
      let hex =
        route.hexes.count > distance ? route.hexes[route.hexes.count - 1 - distance] : unit.hex
      if !isThreatened(hex) { return hex }
    }
    return nil
  }

  /// Whether the enemy's troops are too near to a hex for guns.
  private func isThreatened(_ hex: Int32) -> Bool {
    let enemy = estimate.enemyPower(near: hex, within: 4, grid)
    return enemy > 150 && enemy > ownPower(near: hex, within: 4)
  }

  /// Guns that the enemy's troops come near, or that supply does not reach, pull back.
  private mutating func savesItsGuns(_ unit: UnitReport, _ task: StaffTask) -> Bool {
    let isThreatened = isThreatened(unit.hex)
    let isStranded = unit.ammunition < 400 && !unit.isSupplied
    guard isThreatened || isStranded else { return false }
    if let fallback = task.fallback, grid.distance(Int(unit.hex), Int(fallback)) > 3 {
      return order(unit, .withdraw, fallback, patience: 60)
    }
    if isThreatened { return order(unit, .withdraw, nil, patience: 60) }
    guard let supplied = nearestSupplied(unit), supplied != unit.hex else { return false }
    send(unit, to: supplied)
    return true
  }

  /// Where the nearest own troops stand that a line of supply reaches.
  private func nearestSupplied(_ unit: UnitReport) -> Int32? {
    picture.units.filter {
      $0.status == .active && $0.isSupplied && Self.fights(arm($0)) && $0.path.isEmpty
        && !isThreatened($0.hex) && !picture.isFull($0.hex, for: unit)
    }
    .map(\.hex)
    .min {
      (grid.distance(Int($0), Int(unit.hex)), $0) < (grid.distance(Int($1), Int(unit.hex)), $1)
    }
  }

  /// An empty battery fills up to a part of its load before it fires again.
  private mutating func refills(_ unit: UnitReport) -> Bool {
    if unit.ammunition < 150 { memory.resting.insert(unit.id) }
    if unit.ammunition >= 300 { memory.resting.remove(unit.id) }
    guard memory.resting.contains(unit.id) else { return false }
    order(unit, .resupply, nil, patience: 60)
    return true
  }

  /// The farthest that a unit's guns reach, in hexes.
  func reachHexes(_ unit: UnitReport) -> Int {
    let setup = picture.setup
    var meters: Int32 = 0
    for holding in setup.units[unit.id.row].vehicles {
      meters = max(meters, setup.rules.equipment[Int(holding.equipment)].indirectRangeMeters)
    }
    return Int(meters / HexGrid.spacingMeters)
  }

  /// The freshest, strongest contact near the place and in reach; else the place itself, hex by
  /// hex.
  private func fireTarget(
    _ unit: UnitReport, _ task: StaffTask, reach: Int
  ) -> Int32? {
    guard let middle = task.place.first else { return nil }
    if task.barrage { return barrageTarget(unit, task, reach) }
    let known = estimate.enemies(near: middle, within: task.radius, grid).filter {
      picture.tick - $0.lastSeen <= 90 && isInReach($0.hex, unit, reach) && !isOwn($0.hex)
        && isWorthShells($0)
    }
    let best = known.max {
      (Self.worth($0, picture.tick), $1.id) < (Self.worth($1, picture.tick), $0.id)
    }
    return best?.hex
  }

  /// The part of the place that all batteries fall on for forty minutes, massed fire being what
  /// counts; the strongest enemy known there, else the place itself.
  private func barrageTarget(_ unit: UnitReport, _ task: StaffTask, _ reach: Int) -> Int32? {
    let hexes = task.place.filter {
      picture.control[Int($0)] != staff.side.rawValue && !isOwn($0)
    }
    guard !hexes.isEmpty else { return nil }
    let focus = hexes[Int(picture.tick.rawValue / 40) % hexes.count]
    let known = estimate.enemies(near: focus, within: 2, grid).filter {
      isInReach($0.hex, unit, reach) && !isOwn($0.hex) && isWorthShells($0)
    }
    let best = known.max {
      (Self.worth($0, picture.tick), $1.id) < (Self.worth($1, picture.tick), $0.id)
    }
    return best?.hex ?? (isInReach(focus, unit, reach) ? focus : nil)
  }

  /// Nobody shells a street of people for a handful of men, least of all in a town of his own.
  private func isWorthShells(_ contact: Contact) -> Bool {
    guard contact.arm != .partisans else { return false }
    let power = Estimate.power(contact)
    let quarter = Int(picture.setup.terrain.quarter[Int(contact.hex)])
    guard quarter >= 0 else { return power >= 40 }
    return power >= (picture.quarterControl[quarter] == staff.side.rawValue ? 200 : 80)
  }

  func isInReach(_ hex: Int32, _ unit: UnitReport, _ reach: Int) -> Bool {
    (2...max(2, reach)).contains(grid.distance(Int(hex), Int(unit.hex)))
  }

  /// Whether own troops are in a hex.
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
    var landed: [UnitReport] = []
    for unit in units where arm(unit) == .airAssault {
      if grid.distance(Int(unit.hex), Int(middle)) > 4 {
        order(unit, .airAssault, landingZone(task) ?? middle, patience: 60)
      } else {
        landed.append(unit)
      }
    }
    guard !landed.isEmpty else { return }
    // Who has landed among the enemy does not wait.
    for step in [" attack", " gathered"] where memory.begun[task.id + step] == nil {
      memory.begun[task.id + step] = picture.tick
    }
    seize(task, landed)
  }

  /// Open ground within three hexes of the place, as far from known enemies as it goes.
  private func landingZone(_ task: StaffTask) -> Int32? {
    guard let middle = task.place.first else { return nil }
    let terrain = picture.setup.terrain
    var best: (hex: Int32, clearance: Int)?
    for hex in grid.hexes(around: Int(middle), within: 3) {
      let distance = grid.distance(hex, Int(middle))
      guard distance >= 2, !terrain.isWater(hex), terrain.neutral[hex] == 0,
        terrain.cover[hex] != .forest
      else { continue }
      let enemies = estimate.enemies(near: Int32(hex), within: 3, grid)
      let clearance = enemies.first.map { grid.distance(Int($0.hex), hex) } ?? 4
      if best.map({ clearance > $0.clearance }) ?? true { best = (Int32(hex), clearance) }
    }
    return best?.hex
  }
}
