import Simulation

/// How a thinking staff keeps ground: every hex of the place has its unit, dug in before the enemy
/// comes; who is worn out is relieved where he stands instead of leaving a gap.
extension StaffDesk {
  /// Gives each fighter of a task its hex of the place: those that stand on one keep it, the
  /// nearest free ones go to those that nobody keeps, the rest strengthen the most threatened.
  func posts(of place: [Int32], among units: [UnitReport]) -> [UnitID: Int32] {
    var post: [UnitID: Int32] = [:]
    var count: [Int32: Int] = [:]
    func put(_ unit: UnitReport, _ hex: Int32) {
      post[unit.id] = hex
      count[hex, default: 0] += 1
    }
    // Who stands in the place and came first stays; a second one may be wanted elsewhere.
    for unit in units where place.contains(unit.hex) && count[unit.hex] == nil {
      put(unit, unit.hex)
    }
    for unit in units where post[unit.id] == nil {
      if let goal = memory.goals[unit.id], place.contains(goal), count[goal] == nil,
        !isEnemyHeld(goal)
      {
        put(unit, goal)
      }
    }
    for hex in place where count[hex] == nil && !isEnemyHeld(hex) {
      let free = units.filter { post[$0.id] == nil }
      guard let unit = free.min(by: { isNearer($0, $1, to: hex) }) else { break }
      put(unit, hex)
    }
    for unit in units where post[unit.id] == nil {
      let hexes = place.filter { !isEnemyHeld($0) }
      let best = hexes.min { a, b in
        (-need(of: a, count), travel(unit, a), a) < (-need(of: b, count), travel(unit, b), b)
      }
      put(unit, best ?? unit.hex)
    }
    return post
  }

  /// How much a hex of the place wants another unit: the enemy's strength beside it for each unit
  /// that it has.
  private func need(of hex: Int32, _ count: [Int32: Int]) -> Int64 {
    let threat = estimate.enemyPower(near: hex, within: 1, grid, notOlderThan: 120)
    return (threat + 1) / Int64(1 + (count[hex] ?? 0))
  }

  private func isNearer(_ a: UnitReport, _ b: UnitReport, to hex: Int32) -> Bool {
    (travel(a, hex), a.id) < (travel(b, hex), b.id)
  }

  /// Hexes to go, those of men on foot counted fourfold.
  private func travel(_ unit: UnitReport, _ hex: Int32) -> Int {
    let isOnFoot = unit.vehicles.allSatisfy { $0 == 0 }
    return grid.distance(Int(unit.hex), Int(hex)) * (isOnFoot ? 4 : 1)
  }

  /// Whether an enemy is known to stand in a hex and nobody of the side does.
  func isEnemyHeld(_ hex: Int32) -> Bool {
    !picture.units.contains { $0.hex == hex && $0.status == .active }
      && estimate.enemies(near: hex, within: 0, grid).contains {
        picture.tick - $0.lastSeen <= 180 && $0.arm != .partisans
      }
  }

  /// Goes to its post the quickest way that is safe, and digs in there; who only holds ground
  /// (`isReserve`) beside it where it is full.
  mutating func keepPost(_ unit: UnitReport, _ post: Int32, isReserve: Bool) {
    memory.goals[unit.id] = post
    guard unit.hex != post, !isReserve || !hasComeUp(unit, to: post) else {
      order(unit, .digIn, nil, patience: 10)
      return
    }
    let isNear =
      estimate.enemyPower(near: unit.hex, within: 2, grid, notOlderThan: 60) > 0
      || estimate.enemyPower(near: post, within: 1, grid, notOlderThan: 60) > 0
    let distance = grid.distance(Int(unit.hex), Int(post))
    if isNear, distance <= 3 {
      // Who is worn out does not fight its way to a post.
      if isFit(unit) {
        order(unit, .attack, post, patience: 30)
      } else {
        order(unit, .digIn, nil, patience: 30)
      }
    } else if unit.task == .attack, unit.taskTarget == post {
      return
    } else if wasStopped(unit, before: post) {
      if !clearsItsWay(unit) { order(unit, .digIn, nil, patience: 30) }
    } else if order(unit, distance > 1 ? .march : .move, post, then: .digIn, patience: 30) {
      noteSending(unit, to: post)
    }
  }
}
