import Simulation

/// How a thinking staff spends its guns: shells come up slowly, so they are kept for the points
/// that are struck at, one battalion of guns after the other, so that who holds a point lies flat
/// for as long as the blow takes.
extension StaffDesk {
  /// Barrels that keep a unit in its positions down.
  private static let barrelsPerUnit: Int32 = 15

  /// The points that units of the side attack and have closed up to, the strongest attack first.
  private var strikePoints: [Int32] {
    var power: [Int32: Int64] = [:]
    for unit in picture.units where unit.task == .attack && unit.status == .active {
      guard let hex = unit.taskTarget, Self.fights(arm(unit)), isEnemyHeld(hex),
        grid.distance(Int(unit.hex), Int(hex)) <= 2
      else { continue }
      power[hex, default: 0] += Estimate.power(unit)
    }
    return power.keys.sorted { (-(power[$0] ?? 0), $0) < (-(power[$1] ?? 0), $1) }
  }

  /// Whether the side attacks a point that its guns are to keep down.
  func isStruckAt(_ hex: Int32) -> Bool {
    staff.mode == .thinking && strikePoints.contains(hex)
  }

  /// The point that a battery is to keep down now; nil where none is in its reach or
  /// others do it already.
  func pointForFire(_ unit: UnitReport, _ reach: Int) -> Int32? {
    guard staff.mode == .thinking, unit.ammunition > 60, mayFire(unit) else { return nil }
    return strikePoints.first { hex in
      isInReach(hex, unit, reach)
        && barrels(on: hex) < Self.barrelsPerUnit * holders(of: hex)
    }
  }

  /// With less than two thirds of a load the batteries of a thinking staff fire in turn, an hour
  /// each: all together they would be silent together afterwards, for as long as it takes to bring
  /// up shells. A barrage that the plan has is another matter.
  func mayFire(_ unit: UnitReport) -> Bool {
    staff.mode == .plain || unit.ammunition >= Self.plenty
      || (picture.tick.rawValue / 60 + Int32(unit.id.row)) % Self.watches == 0
  }

  /// Permille of a load.
  private static let plenty: Int32 = 650
  /// Hours from one watch of a battery to its next.
  private static let watches: Int32 = 4

  private func holders(of hex: Int32) -> Int32 {
    let known = estimate.enemies(near: hex, within: 0, grid).count { $0.arm != .partisans }
    return Int32(min(3, max(1, known)))
  }

  /// Barrels that fire on a hex or have been told to.
  private func barrels(on hex: Int32) -> Int32 {
    var sum: Int32 = 0
    for unit in picture.units where arm(unit).isIndirect && unit.status == .active {
      let isFiring =
        (unit.task == .bombard && unit.taskTarget == hex)
        || unit.orders.contains { $0.order.kind == .bombard && $0.order.target == hex }
        || orders.contains { $0.unit == unit.id && $0.kind == .bombard && $0.target == hex }
      if isFiring { sum += Self.barrels(unit) }
    }
    return sum
  }

  private static func barrels(_ unit: UnitReport) -> Int32 {
    unit.vehicles[Int(VehicleClass.gun.rawValue)]
      + unit.vehicles[Int(VehicleClass.rocketLauncher.rawValue)]
  }

  /// Ammunition that guns keep while forces of the side still have the task's place to take,
  /// permille of a load.
  func keptForAssault(_ task: StaffTask) -> Int32 {
    guard staff.mode == .thinking, let place = task.place.first else { return 0 }
    let isAhead = staff.plan.tasks.contains { other in
      (other.kind == .seize || other.kind == .land) && isToCome(other)
        && other.place.contains {
          isEnemyGround($0) && grid.distance(Int($0), Int(place)) <= 6
        }
    }
    return isAhead ? 800 : 0
  }

  /// Whether a task has not begun, or units still follow it.
  private func isToCome(_ task: StaffTask) -> Bool {
    guard !memory.ended.contains(task.id) else { return false }
    guard memory.begun[task.id] != nil else { return true }
    return task.units.contains { unit in
      let last = staff.plan.tasks.last {
        memory.begun[$0.id] != nil && !memory.ended.contains($0.id) && $0.kind != .release
          && $0.units.contains(unit)
      }
      return last?.id == task.id
    }
  }

  /// The fire that goes with attacks in a play-out: on two points at most, battalions in turn.
  func firePlan(on points: [Int32]) -> [Order] {
    var orders: [Order] = []
    for (index, point) in points.prefix(2).enumerated() {
      let guns = picture.units.filter { unit in
        arm(unit).isIndirect && unit.status == .active && unit.ammunition > 60
          && isInReach(point, unit, reachHexes(unit)) && !orders.contains { $0.unit == unit.id }
      }
      .sorted { ($1.ammunition, $0.id) < ($0.ammunition, $1.id) }
      let wanted = Self.barrelsPerUnit * holders(of: point)
      var (sum, start) = (Int32(0), Int32(0))
      let share = points.count > 1 && index == 0 ? (guns.count + 1) / 2 : guns.count
      for unit in guns.prefix(share) where start < staff.playOuts.playMinutes {
        orders.append(
          Order(
            side: staff.side, unit: unit.id, kind: .bombard, target: point,
            notBefore: start > 0 ? picture.tick + start : nil, duration: Self.turnMinutes))
        sum += Self.barrels(unit)
        if sum >= wanted { (sum, start) = (0, start + Self.turnMinutes) }
      }
    }
    return orders
  }

  /// Minutes that one battalion fires in a play-out before the next takes over.
  private static let turnMinutes: Int32 = 60
}
