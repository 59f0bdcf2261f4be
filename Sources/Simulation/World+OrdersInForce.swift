extension World {
  /// An order has reached its unit and is carried out from this tick on. Where it has become
  /// impossible on the way it is dropped, and an event says so.
  mutating func putInForce(
    _ record: PendingOrder, scratch: inout Scratch, events: inout [Event]
  ) {
    let order = record.order
    let row = order.unit.row
    switch order.kind {
    case .engage: return engage(order, events: &events)
    case .setHour: return setHour(order, events: &events)
    default: break
    }
    guard canObey(row, order.kind) else {
      because(.notInHand, row, task: order.kind)
      return drop(order, events: &events)
    }
    switch order.kind {
    case .recall: takeBack(record, events: &events)
    case .cancel: strikeOrders(record, events: &events)
    case .conduct: setConduct(order, events: &events)
    case .attach, .detach: attach(order, events: &events)
    default: carryOut(record, row, scratch: &scratch, events: &events)
    }
  }

  private mutating func carryOut(
    _ record: PendingOrder, _ row: Int, scratch: inout Scratch, events: inout [Event]
  ) {
    let order = record.order
    units.orderSerial[row] = record.serial
    guard start(order, row, scratch: &scratch, events: &events) else {
      units.orderStage[row] = .givenUp
      because(.impossible, row, task: order.kind)
      return drop(order, events: &events)
    }
    units.orderStage[row] = .underWay
    if order.kind.isTravel, units.pathCount[row] == 0 { units.arrivedAt[row] = tick.rawValue }
    note(.orderInForce, order, events: &events)
  }

  private func canObey(_ row: Int, _ kind: OrderKind) -> Bool {
    switch units.status[row] {
    case .active: true
    case .broken: kind.isForBroken
    case .expected, .routed, .embarked, .gone, .departed: false
    }
  }

  /// Sets the unit's task columns; false where there is no way.
  private mutating func start(
    _ order: Order, _ row: Int, scratch: inout Scratch, events: inout [Event]
  ) -> Bool {
    let target = order.target ?? units.hex[row]
    switch order.kind {
    case .move:
      return startMove(
        row, to: target, task: .move, posture: .advancing, ways: order.ways, scratch: &scratch)
    case .march:
      return startMove(
        row, to: target, task: .march, posture: .column, ways: order.ways, scratch: &scratch)
    case .attack:
      return startMove(
        row, to: target, task: .attack, posture: .attacking, ways: order.ways, scratch: &scratch)
    case .withdraw:
      let goal = order.target ?? retreatTarget(of: row, scratch: &scratch)
      guard goal >= 0 else { return false }
      return startMove(
        row, to: goal, task: .withdraw, posture: .withdrawing, ways: order.ways, scratch: &scratch)
    case .hold, .digIn, .camp, .cordon, .reform, .search, .resupply:
      return startOnTheSpot(order, row, target, scratch: &scratch, events: &events)
    case .bombard, .airStrike, .airAssault:
      clearPath(row)
      setTask(row, order.kind, target: target, minutes: minutes(of: order))
      if order.kind == .bombard, units.posture[row] != .firing {
        units.busyMinutes[row] = max(
          units.busyMinutes[row], setup.rules.movement[.limberMinutes])
        units.posture[row] = .firing
      }
      return true
    case .cancel, .engage, .recall, .setHour, .conduct, .attach, .detach: return true
    }
  }

  /// Tasks that are done in a place: the unit goes there first if it is elsewhere.
  private mutating func startOnTheSpot(
    _ order: Order, _ row: Int, _ target: Int32, scratch: inout Scratch, events: inout [Event]
  ) -> Bool {
    let minutes = minutes(of: order)
    if (target == units.hex[row] && order.ways.isEmpty) || setup.units[row].arm.isAircraft {
      clearPath(row)
      setTask(row, order.kind, target: units.hex[row], minutes: minutes)
      if units.status[row] == .active || order.kind == .reform {
        takePosture(row, of: order.kind, events: &events)
      }
      return true
    }
    guard
      startMove(
        row, to: target, task: order.kind, posture: .column, ways: order.ways, scratch: &scratch)
    else { return false }
    units.taskMinutes[row] = minutes
    return true
  }

  /// Minutes of a timed task, by the order or by the rules.
  private func minutes(of order: Order) -> Int32 {
    if order.duration > 0 { return order.duration }
    return switch order.kind {
    case .bombard: setup.rules.command[.bombardMinutes]
    case .search: setup.rules.command[.searchMinutes]
    case .reform: setup.rules.command[.reformMinutes]
    case .move, .march, .attack, .hold, .digIn, .withdraw, .airStrike, .airAssault, .cordon,
      .camp, .resupply, .cancel, .engage, .recall, .setHour, .conduct, .attach, .detach:
      0
    }
  }

  /// Sets a side's rules of engagement. Free fire before its leaders released it costs points.
  private mutating func engage(_ order: Order, events: inout [Event]) {
    guard let rules = order.rules else { return }
    let side = order.side.index
    let old = politics[side].rulesOfEngagement
    politics[side].rulesOfEngagement = rules
    note(.orderInForce, order, events: &events)
    guard rules == .free, old != .free else { return }
    let release = politics[side].releaseTick
    let isEarly = release > tick.rawValue
    if isEarly {
      politics[side].politicalCost += Int64(setup.ceaseFire.costs.earlyRelease)
      // Once asked for it stays released; the leaders' own release would be no news.
      politics[side].releaseTick = -1
    }
    events.append(
      Event(
        tick: tick, kind: .fireReleased, side: order.side, unit: order.unit,
        hex: units.hex[order.unit.row], detail: isEarly ? 1 : 0))
  }

  /// Gives up an order that has become impossible.
  mutating func drop(_ order: Order, events: inout [Event]) {
    note(.orderAbandoned, order, events: &events)
  }

  private func note(_ kind: EventKind, _ order: Order, events: inout [Event]) {
    let row = order.unit.row
    events.append(
      Event(
        tick: tick, kind: kind, side: order.side, unit: order.unit,
        hex: order.target ?? units.hex[row], detail: Int32(order.kind.rawValue)))
  }
}
