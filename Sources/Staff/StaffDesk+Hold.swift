import Simulation

extension StaffDesk {
  /// Stands at a hex and digs in; where the hex has no room left, beside it.
  mutating func holdAt(_ unit: UnitReport, _ hex: Int32) {
    let distance = grid.distance(Int(unit.hex), Int(hex))
    let hasStopped = unit.task == .hold || unit.task == .digIn
    if distance == 0 || (distance == 1 && hasStopped && memory.lastOrder[unit.id] != nil) {
      order(unit, .digIn, nil, patience: 30)
    } else {
      go(unit, to: hex, then: .digIn)
    }
  }

  /// Each unit holds its own part of the place; a delay gives way to a stronger enemy.
  mutating func hold(_ task: StaffTask, _ units: [UnitReport]) {
    let fighters = units.filter { Self.fights(arm($0)) }
    if staff.mode == .thinking, task.kind == .defend {
      fightForGround(task, fighters)
      return follow(task, units.filter { !Self.fights(arm($0)) })
    }
    for (index, unit) in fighters.enumerated() {
      if task.kind == .delay, givesWay(unit, task) { continue }
      if takesTurnToRest(unit, among: fighters) { continue }
      holdAt(unit, post(of: unit, index, task))
    }
    follow(task, units.filter { !Self.fights(arm($0)) })
  }

  /// The unit's own part of the place; where a strong enemy has taken it, the nearest part that
  /// is still held, or where the unit stands.
  private func post(of unit: UnitReport, _ index: Int, _ task: StaffTask) -> Int32 {
    let own = task.place[index % task.place.count]
    guard isLost(own, to: unit) else { return own }
    let held = task.place.filter { !isLost($0, to: unit) }.min {
      (grid.distance(Int($0), Int(unit.hex)), $0) < (grid.distance(Int($1), Int(unit.hex)), $1)
    }
    return held ?? unit.hex
  }

  private func isLost(_ hex: Int32, to unit: UnitReport) -> Bool {
    guard unit.hex != hex else { return false }
    return picture.control[Int(hex)] != staff.side.rawValue
      && estimate.enemyPower(near: hex, within: 1, grid) > Estimate.power(unit)
  }

  /// Goes back to the fallback when overmatched or shaken, and stays there.
  private mutating func givesWay(_ unit: UnitReport, _ task: StaffTask) -> Bool {
    guard let fallback = task.fallback else { return false }
    if !memory.gaveWay.contains(unit.id) {
      guard mustGiveWay(unit, task) else { return false }
      memory.gaveWay.insert(unit.id)
    }
    if hunts(unit) { return true }
    if grid.distance(Int(unit.hex), Int(fallback)) > 3 {
      order(unit, .withdraw, fallback, patience: 60)
    } else if unit.strengthPermille < 500 {
      order(unit, .reform, nil, patience: 120)
    } else if !restsInstead(unit) {
      order(unit, .digIn, nil, patience: 60)
    }
    return true
  }

  private func mustGiveWay(_ unit: UnitReport, _ task: StaffTask) -> Bool {
    // A unit under shell fire has no enemy to count, but feels what it costs.
    let isShaken = unit.cohesion < staff.temperament.restBelow + 220 || unit.suppression > 180
    let enemy = estimate.enemyPower(near: unit.hex, within: task.standsUntilHit ? 3 : 4, grid)
    let own = ownPower(near: unit.hex, within: 3)
    let isOvermatched = enemy * 100 > own * staff.temperament.overmatchPercent
    return isShaken || (isOvermatched && (!task.standsUntilHit || unit.sinceHit < 30))
  }

  func ownPower(near place: Int32, within hexes: Int) -> Int64 {
    picture.units.reduce(0) { sum, unit in
      unit.status == .active && grid.distance(Int(unit.hex), Int(place)) <= hexes
        ? sum + Estimate.power(unit) : sum
    }
  }

  /// Marches to the place and waits there, off the road.
  mutating func assemble(_ task: StaffTask, _ units: [UnitReport]) {
    guard !task.place.isEmpty else { return }
    for (index, unit) in units.enumerated() {
      if hunts(unit) { continue }
      let post = task.place[index % task.place.count]
      if grid.distance(Int(unit.hex), Int(post)) <= 1 {
        order(unit, .camp, nil, patience: 60)
      } else if Self.fights(arm(unit)) {
        go(unit, to: post, then: .camp)
      } else {
        send(unit, to: post, then: .camp)
      }
    }
  }

  /// Headquarters, supply and the like stay some way behind; guns among them find their work.
  mutating func follow(_ task: StaffTask, _ units: [UnitReport]) {
    guard let place = task.place.first else { return }
    let guns = units.filter { arm($0).isIndirect }
    support(task, guns, reserve: 700)
    for unit in units where !arm(unit).isIndirect && !arm(unit).isAircraft {
      let distance = task.kind == .defend ? 0 : arm(unit) == .airDefence ? 3 : 7
      if grid.distance(Int(unit.hex), Int(place)) <= distance + 2 { continue }
      if let post = stop(unit, before: place, distance: distance), post != unit.hex {
        go(unit, to: post)
      }
    }
  }
}
