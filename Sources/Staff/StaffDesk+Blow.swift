import Simulation

extension StaffDesk {
  /// From how far a blow is struck, in hexes.
  static let striking = 6

  /// Whether a thinking staff goes for the ground of a task without more ado: a part of the place
  /// is the side's or nobody's, and no enemy is known on it.
  func canWalkIn(_ task: StaffTask) -> Bool {
    staff.mode == .thinking
      && task.place.contains { !isEnemyHeld($0) && !isEnemyGround($0) }
  }

  /// Whether half of a force has come up, or who is there is fighting already or far stronger than
  /// the enemy, or it has waited for six hours: a force that goes in by driblets is beaten by
  /// driblets.
  mutating func isGathered(_ task: StaffTask, _ units: [UnitReport], _ middle: Int32) -> Bool {
    let key = task.id + " gathered"
    if memory.begun[key] != nil { return true }
    let near = units.filter { grid.distance(Int($0.hex), Int(middle)) <= WarGame.radius }
    let waited = picture.tick - (memory.begun[task.id] ?? picture.tick)
    let enemy = estimate.enemyPower(near: middle, within: 4, grid)
    let isStrong = near.reduce(0) { $0 + Estimate.power($1) } > 3 * max(100, enemy)
    guard
      isStrong || near.count * 2 >= units.count || waited > 360
        || near.contains(where: { isEngaged($0) })
    else { return false }
    memory.begun[key] = picture.tick
    return true
  }

  /// Ground that the enemy is believed to hold.
  func isEnemyGround(_ hex: Int32) -> Bool {
    let enemy = picture.setup.sides[staff.side.index].enemy
    return enemy != 255 && picture.control[Int(hex)] == enemy
  }

  /// Keeps what is held of a place with a unit on every hex, walks into what nobody defends, and
  /// throws the enemy out of the rest, one point at a time, where the play-outs say that it pays.
  mutating func fightForGround(_ task: StaffTask, _ units: [UnitReport]) {
    var away = strikers(task, units)
    away.formUnion(walkIn(task, units.filter { !away.contains($0.id) }))
    let post = posts(of: task.place, among: units.filter { !away.contains($0.id) })
    for unit in units where !away.contains(unit.id) {
      if isRelieved(unit, among: units, isAttack: task.kind != .defend)
        || takesTurnToRest(unit, among: units)
      {
        continue
      }
      keepPost(unit, post[unit.id] ?? unit.hex, isReserve: task.kind == .defend)
    }
  }

  /// Sends a unit into each hex of the place that is the enemy's and where nobody is known to
  /// stand: ground is not fought for that can be had by going there. Who goes.
  private mutating func walkIn(_ task: StaffTask, _ units: [UnitReport]) -> Set<UnitID> {
    var walking: Set<UnitID> = []
    let middle = task.place.first ?? 0
    let empty = task.place.filter { isEnemyGround($0) && !isEnemyHeld($0) }
      .sorted { a, b in
        (grid.distance(Int(a), Int(middle)), a) < (grid.distance(Int(b), Int(middle)), b)
      }
    for hex in empty {
      let free = units.filter {
        !walking.contains($0.id) && grid.distance(Int($0.hex), Int(hex)) <= Self.striking
          && mayWalk($0, to: hex, task, among: units)
      }
      guard
        let unit = free.min(by: {
          (grid.distance(Int($0.hex), Int(hex)), $0.id)
            < (grid.distance(Int($1.hex), Int(hex)), $1.id)
        })
      else { continue }
      walking.insert(unit.id)
      memory.goals[unit.id] = hex
      let isQuiet = estimate.enemyPower(near: hex, within: 2, grid, notOlderThan: 180) == 0
      if unit.hex == hex {
        // Who is hidden among the houses keeps it from counting as taken; it stays.
        order(unit, .digIn, nil, patience: 30)
      } else if isQuiet, grid.distance(Int(unit.hex), Int(hex)) > 2 {
        order(unit, .move, hex, patience: 30)
      } else {
        order(unit, .attack, hex, patience: 30)
      }
    }
    return walking
  }

  /// Whether a unit may leave its hex for an empty one: fit, not against odds, and of a force that
  /// holds its ground only where another stays or nobody threatens.
  private func mayWalk(
    _ unit: UnitReport, to hex: Int32, _ task: StaffTask, among units: [UnitReport]
  ) -> Bool {
    guard isFit(unit),
      estimate.enemyPower(near: hex, within: 1, grid, notOlderThan: 120) <= 3 * Estimate.power(unit)
    else { return false }
    let hasCompany = units.contains { $0.id != unit.id && $0.hex == unit.hex }
    if hasCompany || !task.place.contains(unit.hex) { return true }
    let reach = task.kind == .defend ? 4 : 1
    return estimate.enemyPower(near: unit.hex, within: reach, grid, notOlderThan: 180) == 0
  }

  /// A unit that is worn out or has nothing left to fire leaves its hex once a fresh one stands in
  /// it, of an attack once one stands beside it, and comes back when it is fit; true while it is
  /// away.
  private mutating func isRelieved(
    _ unit: UnitReport, among units: [UnitReport], isAttack: Bool
  ) -> Bool {
    let isWorn = unit.cohesion < Self.breakPoint(unit) + 40 || unit.ammunition < 120
    let isBack =
      unit.cohesion >= min(Self.cohesionCeiling(unit) - 30, Self.breakPoint(unit) + 160)
      && unit.ammunition > 400
    if isBack { memory.relieved.remove(unit.id) }
    let hasRelief = units.contains {
      $0.id != unit.id && grid.distance(Int($0.hex), Int(unit.hex)) <= (isAttack ? 1 : 0)
        && $0.cohesion > Self.breakPoint($0) + 80 && $0.ammunition > 150
    }
    if isWorn, hasRelief { memory.relieved.insert(unit.id) }
    guard memory.relieved.contains(unit.id) else { return false }
    if estimate.enemyPower(near: unit.hex, within: 2, grid, notOlderThan: 120) > 0 {
      order(unit, .withdraw, nil, patience: 60)
    } else {
      order(unit, unit.ammunition < 400 ? .resupply : .camp, nil, patience: 60)
    }
    return true
  }

  /// The cohesion below which a unit may be expected to break (SIMULATION.md, 8: .6; units with
  /// losses fight on to .85 of what they may come back to).
  static func breakPoint(_ unit: UnitReport) -> Int32 {
    min(600, cohesionCeiling(unit) * 850 / 1000)
  }

  /// Fit to attack: well above breaking, not pinned down, with something to fire.
  func isFit(_ unit: UnitReport) -> Bool {
    unit.cohesion > Self.breakPoint(unit) + 110 && unit.suppression < 450 && unit.fatigue < 850
      && unit.ammunition > 150 && !memory.relieved.contains(unit.id)
  }
}
