extension World {
  /// Takes the orders of this tick: each is mixed into the digest and set on its way.
  mutating func acceptOrders(_ orders: [Order], scratch: inout Scratch, events: inout [Event]) {
    for order in orders {
      digest(order)
      let row = order.unit.row
      switch order.kind {
      case .cancel:
        if !recall(order.unit) { send(order, row) }
      default:
        if !order.isQueued, order.notBefore == nil, order.kind != .engage { supersede(order.unit) }
        send(order, row)
      }
    }
  }

  private mutating func digest(_ order: Order) {
    var hasher = StateHasher(orderDigest)
    hasher.add(UInt64(UInt32(bitPattern: tick.rawValue)))
    var numbers: [Int32] = []
    order.append(to: &numbers)
    hasher.add(numbers)
    orderDigest = hasher.value
  }

  /// Takes back what is on its way to a unit; false where there was nothing.
  private mutating func recall(_ unit: UnitID) -> Bool {
    let before = pending.count + queued.count
    pending.removeAll { $0.order.unit == unit }
    queued.removeAll { $0.order.unit == unit }
    return pending.count + queued.count < before
  }

  /// A new order for at once overtakes those for at once before it and what was queued; timed
  /// orders stay.
  private mutating func supersede(_ unit: UnitID) {
    pending.removeAll {
      $0.order.unit == unit && $0.order.notBefore == nil && $0.order.kind != .engage
    }
    queued.removeAll { $0.order.unit == unit }
  }

  private mutating func send(_ order: Order, _ row: Int) {
    let arrives = tick + commandDelay(of: row)
    let due = max(arrives, order.notBefore ?? arrives)
    let record = PendingOrder(order: order, given: tick, due: due)
    if order.isQueued { queued.append(record) } else { pending.append(record) }
  }

  /// Minutes from giving an order to its coming into force: by echelon and distance to
  /// headquarters, longer out of command, shorter near a leader, spread by chance.
  func commandDelay(of row: Int) -> Int32 {
    let table = setup.rules.command
    let unit = setup.units[row]
    var minutes: Int32
    switch unit.arm {
    case .headquarters, .leader, .press, .attackHelicopter, .transportHelicopter, .attackAircraft:
      minutes = table[.staffMinutes]
    default:
      minutes =
        unit.personnel >= table[.battalionMen] ? table[.battalionMinutes] : table[.companyMinutes]
    }
    if let staff = headquarters(above: row)?.row {
      let meters = 1000 * setup.terrain.grid.distance(Int(units.hex[row]), Int(units.hex[staff]))
      let more = Int32(meters) * table[.minutesPerTenKilometers] / 10_000
      minutes += min(more, table[.distanceCapMinutes])
    }
    var permille: Int64 = 1000
    if units.inCommand[row] == 0 { permille = Int64(table[.outOfCommandPermille]) }
    if isNearLeader(row) { permille = permille * Int64(table[.leaderPermille]) / 1000 }
    let spread = max(0, table[.spreadPermille])
    let drawn = 1000 - spread + chance(.orderDelay, row, below: 2 * spread + 1)
    return Int32(Fixed.mulDiv(Int64(minutes) * permille, Int64(drawn), 1_000_000))
  }

  /// Whether a leader of the unit's side is near it.
  func isNearLeader(_ row: Int) -> Bool {
    let range = Int(setup.rules.command[.leaderRangeMeters] / HexGrid.spacingMeters)
    let side = units.roster.side[row]
    for leader in units.roster.leaders {
      let other = Int(leader)
      guard units.roster.side[other] == side, isPresent(other) else { continue }
      let distance = setup.terrain.grid.distance(Int(units.hex[row]), Int(units.hex[other]))
      if distance <= range { return true }
    }
    return false
  }

  /// Puts orders into force that are due, starts queued ones and looks after the command links.
  mutating func stepCommand(scratch: inout Scratch, events: inout [Event]) {
    for row in 0..<units.count where (Int(tick.rawValue) + row) % 10 == 0 && isPresent(row) {
      units.inCommand[row] = isReached(row) ? 1 : 0
    }
    var index = 0
    while index < pending.count {
      guard pending[index].due <= tick else {
        index += 1
        continue
      }
      let record = pending.remove(at: index)
      putInForce(record.order, scratch: &scratch, events: &events)
    }
    index = 0
    while index < queued.count {
      let record = queued[index]
      let row = record.order.unit.row
      guard record.due <= tick, isIdle(row), isFirstInQueue(index) else {
        index += 1
        continue
      }
      queued.remove(at: index)
      putInForce(record.order, scratch: &scratch, events: &events)
    }
  }

  private func isFirstInQueue(_ index: Int) -> Bool {
    for earlier in 0..<index where queued[earlier].order.unit == queued[index].order.unit {
      return false
    }
    return true
  }

  /// Whether a unit has done what it was told: open-ended tasks count as done once it is in place.
  func isIdle(_ row: Int) -> Bool {
    guard isInPlace(row) else { return false }
    switch units.task[row] {
    case .hold, .digIn, .camp, .cordon, .cancel, .engage, .move, .march, .withdraw: return true
    case .resupply: return units.ammunition[row] >= 230_400
    case .bombard, .airStrike, .airAssault, .reform, .search, .attack:
      return false
    }
  }

  /// Whether a headquarters above the unit reaches it; a unit that never had one leads itself.
  private func isReached(_ row: Int) -> Bool {
    let table = setup.rules.command
    if let staff = headquarters(above: row) {
      let meters =
        1000 * setup.terrain.grid.distance(Int(units.hex[row]), Int(units.hex[staff.row]))
      let range =
        staff.isHigher ? table[.higherCommandRangeMeters] : table[.commandRangeMeters]
      return meters <= Int(range)
    }
    var formation: FormationID? = setup.units[row].formation
    while let here = formation {
      let node = setup.formations[here.index]
      if let staff = node.headquarters, staff.row != row { return false }
      formation = node.parent.flatMap { $0 < here ? $0 : nil }
    }
    return true
  }
}
