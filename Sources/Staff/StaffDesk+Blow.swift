import Simulation

extension StaffDesk {
  /// From how far a blow is struck, in hexes.
  private static let striking = 6

  /// Whether the ground of a task is to be had by going there: a part of the place is the side's or
  /// nobody's, and no enemy is known on it.
  func hasFooting(_ task: StaffTask) -> Bool {
    task.place.contains { !isEnemyHeld($0) && !isEnemyGround($0) }
  }

  /// Ground that the enemy is believed to hold.
  func isEnemyGround(_ hex: Int32) -> Bool {
    let enemy = picture.setup.sides[staff.side.index].enemy
    return enemy != 255 && picture.control[Int(hex)] == enemy
  }

  /// Keeps what is held of a place with a unit on every hex, and throws the enemy out of the rest,
  /// one point at a time, where the play-outs say that it pays.
  mutating func fightForGround(_ task: StaffTask, _ units: [UnitReport]) {
    let striking = strikers(task, units)
    let post = posts(of: task.place, among: units.filter { !striking.contains($0.id) })
    for unit in units where !striking.contains(unit.id) {
      if isRelieved(unit, among: units) || takesTurnToRest(unit, among: units) { continue }
      keepPost(unit, post[unit.id] ?? unit.hex)
    }
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
    unit.cohesion > Self.breakPoint(unit) + 110 && unit.suppression < 450
      && unit.ammunition > 150 && !memory.relieved.contains(unit.id)
  }

  /// The units that attack now; they may leave their hexes.
  private mutating func strikers(_ task: StaffTask, _ units: [UnitReport]) -> Set<UnitID> {
    let fit = units.filter { isFit($0) }
    let points = task.place.filter { hex in
      (isEnemyHeld(hex) || isEnemyGround(hex))
        && fit.contains { grid.distance(Int($0.hex), Int(hex)) <= Self.striking }
    }
    guard !points.isEmpty, fit.count >= 2 else { return [] }
    let near = points.sorted {
      (distance(of: fit, to: $0), $0) < (distance(of: fit, to: $1), $1)
    }
    let choice = course(
      for: task, units, among: [.stand] + near.prefix(3).map { .counter($0) })
    guard case .counter(let hex) = choice else { return [] }
    let force = strikeForce(units, at: hex)
    for unit in force where unit.hex != hex { order(unit, .attack, hex, patience: 30) }
    return Set(force.map(\.id))
  }

  /// The fit units that a blow at a hex is struck with: all but who alone keeps another enemy out
  /// of his hex.
  func strikeForce(_ units: [UnitReport], at hex: Int32) -> [UnitReport] {
    units.filter { unit in
      guard isFit(unit) else { return false }
      let others = estimate.enemies(near: unit.hex, within: 1, grid).contains {
        $0.hex != hex && picture.tick - $0.lastSeen <= 120 && Estimate.power($0) > 100
      }
      let hasCompany = units.contains { $0.id != unit.id && $0.hex == unit.hex }
      return !others || hasCompany
    }
  }
}
