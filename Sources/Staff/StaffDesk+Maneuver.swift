import Simulation

extension StaffDesk {
  /// Arms that take and hold ground.
  static func fights(_ arm: Arm) -> Bool {
    switch arm {
    case .armor, .mechanized, .infantry, .reconnaissance, .airAssault, .engineer, .police, .militia,
      .antiTank:
      true
    default: false
    }
  }

  func arm(_ unit: UnitReport) -> Arm { picture.setup.units[unit.id.row].arm }

  /// Approach, gather before the place, attack when strong enough, take what is not held, dig in.
  mutating func seize(_ task: StaffTask, _ units: [UnitReport]) {
    guard let middle = task.place.first else { return }
    let fighters = units.filter { Self.fights(arm($0)) }
    let isOn = attackIsOn(task, fighters)
    for unit in fighters {
      if restsInstead(unit) { continue }
      let distance = grid.distance(Int(unit.hex), Int(middle))
      if !isOn, distance > 7 {
        if let assembly = stop(unit, before: middle, distance: 5), assembly != unit.hex {
          go(unit, to: assembly)
        }
      } else if isOn {
        takeNext(unit, task)
      }
    }
    follow(task, units.filter { !Self.fights(arm($0)) })
  }

  /// Whether enough of the force is there and it is strong enough, or the attack has begun already.
  private mutating func attackIsOn(_ task: StaffTask, _ fighters: [UnitReport]) -> Bool {
    guard let middle = task.place.first, !fighters.isEmpty else { return false }
    let key = task.id + " attack"
    if memory.begun[key] != nil { return true }
    let near = fighters.filter { grid.distance(Int($0.hex), Int(middle)) <= 9 }
    let enemy = estimate.enemyPower(near: middle, within: 4, grid)
    let own = near.reduce(0) { $0 + Estimate.power($1) }
    let waited = picture.tick - (memory.begun[task.id] ?? picture.tick)
    let isGathered = near.count * 2 >= fighters.count || waited > 720
    // Waiting does not make a strong enemy weaker for ever: patience lowers the bar.
    let bar = staff.temperament.attackPercent * Int64(max(400, 1000 - waited)) / 1000
    guard isGathered, own * 100 >= enemy * bar else { return false }
    memory.begun[key] = picture.tick
    return true
  }

  /// The next hex of the place for a unit: the nearest that is not held, each to another unit.
  private mutating func takeNext(_ unit: UnitReport, _ task: StaffTask) {
    if let goal = memory.goals[unit.id], task.place.contains(goal), !isSecure(goal) {
      if unit.hex == goal {
        order(unit, .attack, nearestEnemy(to: goal) ?? goal, patience: 30)
      } else {
        order(unit, .attack, goal, patience: 60)
      }
      return
    }
    let taken = Set(memory.goals.filter { $0.key != unit.id }.values)
    let open = task.place.filter { !isSecure($0) }
    let free = open.filter { !taken.contains($0) }
    let candidates = free.isEmpty ? open : free
    let best = candidates.min {
      (grid.distance(Int($0), Int(unit.hex)), $0) < (grid.distance(Int($1), Int(unit.hex)), $1)
    }
    if let best {
      memory.goals[unit.id] = best
      order(unit, .attack, best, patience: 30)
      return
    }
    // All is held: spread over the place and dig in.
    let post = task.place[unit.id.row % task.place.count]
    memory.goals[unit.id] = post
    holdAt(unit, post)
  }

  /// Held by the side with no enemy known in the hex.
  private func isSecure(_ hex: Int32) -> Bool {
    picture.control[Int(hex)] == staff.side.rawValue
      && estimate.enemies(near: hex, within: 0, grid).isEmpty
  }

  private func nearestEnemy(to hex: Int32) -> Int32? {
    estimate.enemies(near: hex, within: 1, grid).first?.hex
  }

  /// Stands at a hex and digs in.
  mutating func holdAt(_ unit: UnitReport, _ hex: Int32) {
    if unit.hex == hex {
      order(unit, .digIn, nil, patience: 30)
    } else {
      go(unit, to: hex, then: .digIn)
    }
  }

  /// Each unit holds its own part of the place; a delay gives way to a stronger enemy.
  mutating func hold(_ task: StaffTask, _ units: [UnitReport]) {
    let fighters = units.filter { Self.fights(arm($0)) }
    for (index, unit) in fighters.enumerated() {
      if task.kind == .delay, givesWay(unit, task) { continue }
      let isPressed = estimate.enemyPower(near: unit.hex, within: 2, grid) > 0
      if !isPressed, restsInstead(unit) { continue }
      holdAt(unit, task.place[index % task.place.count])
    }
    follow(task, units.filter { !Self.fights(arm($0)) })
  }

  /// Goes back to the fallback when overmatched or shaken, and stays there.
  private mutating func givesWay(_ unit: UnitReport, _ task: StaffTask) -> Bool {
    guard let fallback = task.fallback else { return false }
    if !memory.gaveWay.contains(unit.id) {
      let enemy = estimate.enemyPower(near: unit.hex, within: 4, grid)
      let own = ownPower(near: unit.hex, within: 3)
      let isOvermatched = enemy * 100 > own * staff.temperament.overmatchPercent
      // A unit under shell fire has no enemy to count, but feels what it costs.
      let isShaken = unit.cohesion < staff.temperament.restBelow + 100 || unit.suppression > 600
      guard isOvermatched || isShaken else { return false }
      memory.gaveWay.insert(unit.id)
    }
    if grid.distance(Int(unit.hex), Int(fallback)) > 2 {
      order(unit, .withdraw, fallback, patience: 60)
    } else if unit.strengthPermille < 500 {
      order(unit, .reform, nil, patience: 120)
    } else if !restsInstead(unit) {
      order(unit, .digIn, nil, patience: 60)
    }
    return true
  }

  func ownPower(near place: Int32, within hexes: Int) -> Int64 {
    picture.units.reduce(0) { sum, unit in
      unit.status == .active && grid.distance(Int(unit.hex), Int(place)) <= hexes
        ? sum + Estimate.power(unit) : sum
    }
  }

  /// Marches towards the place until the enemy is too strong or the way ends, then camps off the
  /// road.
  mutating func probe(_ task: StaffTask, _ units: [UnitReport]) {
    guard let place = task.place.first, let lead = units.first(where: { Self.fights(arm($0)) })
    else { return }
    let own = units.reduce(0) { $0 + Estimate.power($1) }
    let enemy = estimate.enemyPower(near: lead.hex, within: 12, grid)
    let isOvermatched = enemy * 100 > own * staff.temperament.overmatchPercent
    let isThere = grid.distance(Int(lead.hex), Int(place)) <= 3
    let key = task.id + " camp"
    if memory.begun[key] == nil, isOvermatched || isThere { memory.begun[key] = picture.tick }
    for (index, unit) in units.enumerated() {
      guard memory.begun[key] != nil else {
        go(unit, to: place)
        continue
      }
      if memory.goals[unit.id] == nil {
        memory.goals[unit.id] = campSite(near: unit.hex, index: index) ?? unit.hex
      }
      let site = memory.goals[unit.id] ?? unit.hex
      if unit.hex == site {
        order(unit, .camp, nil, patience: 30)
      } else {
        order(unit, .move, site, then: .camp, patience: 90)
      }
    }
  }

  /// Dry ground two or three hexes off any road, each unit on another.
  private func campSite(near hex: Int32, index: Int) -> Int32? {
    let terrain = picture.setup.terrain
    var sites: [Int32] = []
    for candidate in 0..<grid.count {
      let distance = grid.distance(candidate, Int(hex))
      guard (2...3).contains(distance), terrain.roads[candidate] == 0,
        !terrain.isWater(candidate), terrain.neutral[candidate] == 0
      else { continue }
      sites.append(Int32(candidate))
    }
    return sites.isEmpty ? nil : sites[index % sites.count]
  }

  /// Marches to the place and waits there, off the road.
  mutating func assemble(_ task: StaffTask, _ units: [UnitReport]) {
    guard !task.place.isEmpty else { return }
    for (index, unit) in units.enumerated() {
      let post = task.place[index % task.place.count]
      if grid.distance(Int(unit.hex), Int(post)) <= 1 {
        order(unit, .camp, nil, patience: 60)
      } else {
        go(unit, to: post, then: .camp)
      }
    }
  }

  /// Headquarters, supply and the like stay some way behind; guns among them find their work.
  mutating func follow(_ task: StaffTask, _ units: [UnitReport]) {
    guard let place = task.place.first else { return }
    let guns = units.filter { arm($0).isIndirect }
    support(task, guns)
    for unit in units where !arm(unit).isIndirect && !arm(unit).isAircraft {
      let distance = task.kind == .defend ? 0 : arm(unit) == .airDefence ? 3 : 7
      if grid.distance(Int(unit.hex), Int(place)) <= distance + 2 { continue }
      if let post = stop(unit, before: place, distance: distance), post != unit.hex {
        go(unit, to: post)
      }
    }
  }
}
