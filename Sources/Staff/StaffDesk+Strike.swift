import Simulation

/// Whom a thinking staff attacks, and with whom.
extension StaffDesk {
  /// The units that attack now; they may leave their hexes.
  mutating func strikers(_ task: StaffTask, _ units: [UnitReport]) -> Set<UnitID> {
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
