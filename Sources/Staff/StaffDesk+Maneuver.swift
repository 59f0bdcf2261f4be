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
    let isReady = staff.mode == .plain || isGathered(task, fighters, middle)
    let isOn = isReady && (canWalkIn(task) || attackIsOn(task, fighters))
    if staff.mode == .thinking, isOn {
      fightForGround(task, fighters)
      return follow(task, units.filter { !Self.fights(arm($0)) })
    }
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
    guard isGathered else { return false }
    let isStrong = own * 100 >= enemy * bar
    // A thinking staff plays it out; the bar alone lets it wait no longer than it must.
    if staff.mode == .plain || waited > 600 {
      guard isStrong else { return false }
    } else {
      guard playsOutAttack(task, near) else { return false }
    }
    memory.begun[key] = picture.tick
    return true
  }

  /// The next hex of the place for a unit: the nearest that is not held, each to another unit.
  mutating func takeNext(_ unit: UnitReport, _ task: StaffTask) {
    if let goal = memory.goals[unit.id], task.place.contains(goal), !isSecure(goal) {
      if unit.hex == goal {
        // On its goal it goes for who is in sight beside it, else makes the place its own.
        if let enemy = enemyInSight(beside: goal) {
          order(unit, .attack, enemy, patience: 60)
        } else {
          order(unit, .digIn, nil, patience: 30)
        }
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

  /// Held by the side with no enemy known in the hex; what was seen there before own troops came in
  /// counts no more.
  func isSecure(_ hex: Int32) -> Bool {
    let isOccupied = picture.units.contains { $0.hex == hex && $0.status == .active }
    return picture.control[Int(hex)] == staff.side.rawValue
      && !estimate.enemies(near: hex, within: 0, grid).contains { $0.isInSight || !isOccupied }
  }

  private func enemyInSight(beside hex: Int32) -> Int32? {
    estimate.enemies(near: hex, within: 1, grid).first {
      $0.isInSight && $0.arm != .partisans && $0.hex != hex
    }?.hex
  }

}
