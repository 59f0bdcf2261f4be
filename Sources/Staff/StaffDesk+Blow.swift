import Simulation

extension StaffDesk {
  /// From how far a blow is struck, in hexes.
  private static let striking = 6

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
      if isRelieved(unit, among: units) || takesTurnToRest(unit, among: units) { continue }
      keepPost(unit, post[unit.id] ?? unit.hex)
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
      if isQuiet, grid.distance(Int(unit.hex), Int(hex)) > 2 {
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

  /// A worn-out unit leaves its hex once a fresh one stands in it, and comes back when it is fit;
  /// true while it is away.
  private mutating func isRelieved(_ unit: UnitReport, among units: [UnitReport]) -> Bool {
    let isWorn = unit.cohesion < Self.breakPoint(unit) + 40
    let isBack = unit.cohesion >= min(Self.cohesionCeiling(unit) - 30, Self.breakPoint(unit) + 160)
    if isBack { memory.relieved.remove(unit.id) }
    let hasRelief = units.contains {
      $0.id != unit.id && $0.hex == unit.hex && $0.cohesion > Self.breakPoint($0) + 80
    }
    if isWorn, hasRelief { memory.relieved.insert(unit.id) }
    guard memory.relieved.contains(unit.id) else { return false }
    if estimate.enemyPower(near: unit.hex, within: 2, grid, notOlderThan: 120) > 0 {
      order(unit, .withdraw, nil, patience: 60)
    } else {
      order(unit, .camp, nil, patience: 60)
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

  /// The units that attack now; they may leave their hexes.
  private mutating func strikers(_ task: StaffTask, _ units: [UnitReport]) -> Set<UnitID> {
    let points = pointsToStrike(task, units)
    guard !points.isEmpty else { return [] }
    let courses: [Course] =
      switch task.kind {
      case .defend: [.stand] + points.prefix(2).map { .counter($0) }
      case .land: [.press(120), .stand]
      default: [.press(120), .press(250), .stand]
      }
    let targets = targets(of: course(for: task, units, among: courses), task, units)
    for unit in units {
      if let hex = targets[unit.id], unit.hex != hex { order(unit, .attack, hex, patience: 30) }
    }
    return Set(targets.keys)
  }

  /// Hexes that the enemy is known to hold, of the place or beside what is not taken of it, with
  /// fit units within reach; the nearest first. Nobody goes past who stands beside his way, so the
  /// nearest come first.
  private func pointsToStrike(_ task: StaffTask, _ units: [UnitReport]) -> [Int32] {
    let fit = units.filter { isFit($0) }
    guard !fit.isEmpty else { return [] }
    var points = Set(task.place.filter { isEnemyHeld($0) })
    if task.kind != .defend {
      for hex in task.place where picture.control[Int(hex)] != staff.side.rawValue {
        for edge in HexSide.allCases {
          let near = grid.neighbor(of: Int(hex), edge)
          if near >= 0, isEnemyHeld(Int32(near)) { points.insert(Int32(near)) }
        }
      }
    }
    func reach(_ hex: Int32) -> Int {
      fit.map { grid.distance(Int($0.hex), Int(hex)) }.min() ?? .max
    }
    return points.filter { reach($0) <= Self.striking }
      .sorted { a, b in
        (reach(a), distance(of: fit, to: a), a) < (reach(b), distance(of: fit, to: b), b)
      }
  }

  /// Who attacks what under a course.
  func targets(
    of course: Course, _ task: StaffTask, _ units: [UnitReport]
  ) -> [UnitID: Int32] {
    switch course {
    case .parts, .stand, .wait: return [:]
    case .counter(let hex):
      return Dictionary(
        uniqueKeysWithValues: strikeForce(units, task, at: [hex]).map { ($0.id, hex) })
    case .press(let odds): return pressing(task, units, odds)
    }
  }

  /// Shares the fit units out over the points, the nearest first, each with enough for the odds;
  /// who attacks one already stays with it, and who is left over joins the nearest.
  private func pressing(
    _ task: StaffTask, _ units: [UnitReport], _ odds: Int64
  ) -> [UnitID: Int32] {
    let points = pointsToStrike(task, units)
    let force = strikeForce(units, task, at: Set(points))
    var target: [UnitID: Int32] = [:]
    var power = [Int64](repeating: 0, count: points.count)
    for unit in force where unit.task == .attack {
      guard let hex = unit.taskTarget, let index = points.firstIndex(of: hex),
        grid.distance(Int(unit.hex), Int(hex)) <= 1
      else { continue }
      target[unit.id] = hex
      power[index] += Estimate.power(unit)
    }
    var attacked: [Int32] = target.values.sorted()
    for (index, hex) in points.enumerated() {
      let wanted = max(200, estimate.enemyPower(near: hex, within: 0, grid)) * odds / 100
      let free = force.filter { target[$0.id] == nil }.sorted {
        (grid.distance(Int($0.hex), Int(hex)), $0.id)
          < (grid.distance(Int($1.hex), Int(hex)), $1.id)
      }
      for unit in free where power[index] < wanted {
        guard grid.distance(Int(unit.hex), Int(hex)) <= Self.striking else { break }
        target[unit.id] = hex
        power[index] += Estimate.power(unit)
      }
      if power[index] > 0 { attacked.append(hex) }
    }
    for unit in force where target[unit.id] == nil {
      target[unit.id] = attacked.min {
        (grid.distance(Int(unit.hex), Int($0)), $0) < (grid.distance(Int(unit.hex), Int($1)), $1)
      }
    }
    return target
  }

  /// The fit units that points are struck with: of a force that takes ground all, else all but who
  /// alone keeps another enemy out of his hex.
  func strikeForce(
    _ units: [UnitReport], _ task: StaffTask, at points: Set<Int32>
  ) -> [UnitReport] {
    units.filter { unit in
      guard isFit(unit),
        points.contains(where: { grid.distance(Int(unit.hex), Int($0)) <= Self.striking })
      else { return false }
      let others = estimate.enemies(near: unit.hex, within: 1, grid).contains {
        !points.contains($0.hex) && picture.tick - $0.lastSeen <= 120 && Estimate.power($0) > 100
      }
      let hasCompany = units.contains { $0.id != unit.id && $0.hex == unit.hex }
      return !others || hasCompany
    }
  }
}
