import Simulation

extension StaffDesk {
  /// Lets people out of a town and none in.
  mutating func cordon(_ task: StaffTask, _ units: [UnitReport]) {
    for (index, unit) in units.enumerated() {
      if takesTurnToRest(unit, among: units) || standsToArms(unit) { continue }
      occupy(unit, task.place[index % task.place.count], .cordon, in: task.place)
    }
  }

  /// Searches a town from block to block, each unit from another one on, and begins again when all
  /// is done: who hides moves too.
  mutating func search(_ task: StaffTask, _ units: [UnitReport]) {
    for (index, unit) in units.enumerated() {
      if takesTurnToRest(unit, among: units) || standsToArms(unit) { continue }
      occupy(unit, block(of: unit, index, task), .search, in: task.place)
    }
  }

  /// The block that a unit is to search: its last one until that is done or lost, then the next
  /// that the enemy does not hold.
  private mutating func block(of unit: UnitReport, _ index: Int, _ task: StaffTask) -> Int32 {
    let count = task.place.count
    let last = memory.goals[unit.id].flatMap { task.place.firstIndex(of: $0) } ?? index % count
    let isDone = hasEndedSearch(unit, task.place[last])
    let next = (0..<count).map { task.place[(last + $0 + (isDone ? 1 : 0)) % count] }
      .first { !isEnemyGround($0) && !isEnemyHeld($0) }
    return next ?? unit.hex
  }

  /// Whether a search of a block has come to its end since it was asked last; notes that one runs.
  private mutating func hasEndedSearch(_ unit: UnitReport, _ post: Int32) -> Bool {
    let key = "unit \(unit.id.rawValue) searches \(post)"
    if unit.task == .search {
      memory.begun[key] = picture.tick
      return false
    }
    guard memory.begun[key] != nil, unit.orders.isEmpty else { return false }
    memory.begun[key] = nil
    return true
  }

  /// Who is to keep order in a town fights where he stands while the enemy's troops are upon him;
  /// true while he does.
  private mutating func standsToArms(_ unit: UnitReport) -> Bool {
    guard estimate.enemyPower(near: unit.hex, within: 2, grid, notOlderThan: 180) > 0 else {
      return false
    }
    order(unit, .digIn, nil, patience: 60)
    return true
  }

  /// Goes to a hex of a town, or as near as it gets within the place where others bar its way, and
  /// does there what is asked.
  private mutating func occupy(
    _ unit: UnitReport, _ post: Int32, _ kind: OrderKind, in place: [Int32]
  ) {
    memory.goals[unit.id] = post
    let isBeside = grid.distance(Int(unit.hex), Int(post)) == 1 && wasStopped(unit, before: post)
    let isBarred = place.contains(unit.hex) && barring(unit) != nil
    if isBeside || isBarred || hasComeUp(unit, to: post) {
      order(unit, kind, nil, patience: 60)
    } else if !clearsItsWay(unit) {
      send(unit, to: post, then: kind)
    }
  }

  /// Leaders and headquarters travel and stay.
  mutating func visit(_ task: StaffTask, _ units: [UnitReport]) {
    guard let place = task.place.first else { return }
    for unit in units where grid.distance(Int(unit.hex), Int(place)) > 0 {
      if estimate.enemyPower(near: place, within: 2, grid) == 0 { send(unit, to: place) }
    }
  }

  /// Asks for free fire, once.
  mutating func release(_ task: StaffTask, _ units: [UnitReport]) {
    guard picture.rulesOfEngagement[staff.side.index] != .free, let unit = units.first,
      memory.begun[task.id + " asked"] == nil
    else { return }
    var order = Order(side: staff.side, unit: unit.id, kind: .engage)
    order.rules = .free
    guard picture.rejection(of: order) == nil else { return }
    memory.begun[task.id + " asked"] = picture.tick
    append(order)
  }
}
