extension World {
  /// The most orders on their way or waiting in a battle; what comes on top is dropped. By
  /// `maximumOrders` a unit comes nowhere near its share of this.
  static let orderCapacity = 30_000

  /// Takes the orders of this tick: each is mixed into the digest and set on its way. An order to a
  /// formation becomes orders of its parts.
  mutating func acceptOrders(_ orders: [Order], scratch: inout Scratch, events: inout [Event]) {
    for order in orders {
      digest(order)
      guard order.isForParts else {
        accept(order, events: &events)
        continue
      }
      for part in partOrders(of: order) where refusal(of: part) == nil {
        accept(part, events: &events)
      }
    }
  }

  private mutating func accept(_ order: Order, events: inout [Event]) {
    switch order.kind {
    case .recall:
      guard let serial = recallable(order.unit) else { return drop(order, events: &events) }
      send(order, delay: recallDelay(of: order.unit.row), recalls: serial, events: &events)
    case .cancel:
      send(order, delay: recallDelay(of: order.unit.row), events: &events)
    default:
      if order.kind.isTask, !order.isQueued, !order.isTied { supersede(order.unit) }
      send(order, delay: commandDelay(of: order.unit.row), events: &events)
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

  /// A new task for at once overtakes those for at once before it and what was queued; tied orders
  /// stay.
  private mutating func supersede(_ unit: UnitID) {
    pending.removeAll { $0.order.unit == unit && $0.order.kind.isTask && !$0.order.isTied }
    queued.removeAll { $0.order.unit == unit }
  }

  private mutating func send(
    _ order: Order, delay: Int32, recalls: Int32 = 0, events: inout [Event]
  ) {
    guard pending.count + queued.count < Self.orderCapacity else {
      return drop(order, events: &events)
    }
    let arrives = tick + delay
    var record = PendingOrder(
      order: order, serial: command.nextSerial, given: tick, arrives: arrives, due: arrives,
      recalls: recalls)
    command.nextSerial += 1
    record.due = due(record)
    if order.isQueued && order.kind.isTask { queued.append(record) } else { pending.append(record) }
  }

  /// The earliest tick at which an order comes into force by delay, time and hour; nil while its
  /// hour is not set. `setHour` names the hour's moment, not its own.
  private func due(_ record: PendingOrder) -> Tick? {
    let order = record.order
    guard order.kind != .setHour else { return record.arrives }
    var due = max(record.arrives, order.notBefore ?? record.arrives)
    if let tie = order.hour {
      let moment = command.hours[order.side.index * HourName.count + Int(tie.hour.rawValue)]
      guard moment >= 0 else { return nil }
      due = max(due, Tick(rawValue: max(0, moment + tie.offset)))
    }
    return due
  }

  /// Sets, moves or clears a named hour of a side; what is tied to it follows.
  mutating func setHour(_ order: Order, events: inout [Event]) {
    guard let tie = order.hour else { return }
    let side = order.side
    let moment = order.notBefore?.rawValue ?? -1
    command.hours[side.index * HourName.count + Int(tie.hour.rawValue)] = moment
    for index in pending.indices where isTied(pending[index], to: tie.hour, of: side) {
      pending[index].due = due(pending[index])
    }
    for index in queued.indices where isTied(queued[index], to: tie.hour, of: side) {
      queued[index].due = due(queued[index])
    }
    events.append(
      Event(
        tick: tick, kind: .hourSet, side: side, unit: order.unit, hex: units.hex[order.unit.row],
        amount: moment, detail: Int32(tie.hour.rawValue)))
  }

  private func isTied(_ record: PendingOrder, to hour: HourName, of side: SideID) -> Bool {
    record.order.side == side && record.order.hour?.hour == hour
      && record.order.kind != .setHour
  }

  /// Puts orders into force that are due, starts queued ones and looks after the command links.
  mutating func stepCommand(scratch: inout Scratch, events: inout [Event]) {
    tendLinks()
    noteDone()
    var light: Sky.Light?
    var index = 0
    while index < pending.count {
      if isHopeless(pending[index]) {
        drop(pending.remove(at: index).order, events: &events)
        continue
      }
      guard isDue(pending[index], &light) else {
        index += 1
        continue
      }
      let record = pending.remove(at: index)
      putInForce(record, scratch: &scratch, events: &events)
      // A recall may have struck off orders before this one, and a new hour may have freed some.
      if record.order.changesOthers { index = 0 }
    }
    index = 0
    while index < queued.count {
      let record = queued[index]
      if isHopeless(record) {
        drop(queued.remove(at: index).order, events: &events)
        continue
      }
      guard isDue(record, &light), isIdle(record.order.unit.row), isFirstInQueue(index) else {
        index += 1
        continue
      }
      queued.remove(at: index)
      putInForce(record, scratch: &scratch, events: &events)
    }
  }

  private func isFirstInQueue(_ index: Int) -> Bool {
    for earlier in 0..<index where queued[earlier].order.unit == queued[index].order.unit {
      return false
    }
    return true
  }

  /// Units that are in place with nothing left to do have done their order.
  private mutating func noteDone() {
    for row in 0..<units.count
    where units.orderStage[row] == .underWay && units.status[row] == .active && isIdle(row) {
      units.orderStage[row] = .done
      units.doneAt[row] = tick.rawValue
    }
  }

  /// Whether a unit has done what it was told: open-ended tasks count as done once it is in place.
  func isIdle(_ row: Int) -> Bool {
    guard isInPlace(row) else { return false }
    switch units.task[row] {
    case .hold, .digIn, .camp, .cordon, .move, .march, .withdraw: return true
    case .cancel, .engage, .recall, .setHour, .conduct, .attach, .detach: return true
    case .resupply: return units.ammunition[row] >= 230_400
    case .bombard, .airStrike, .airAssault, .reform, .search, .attack:
      return false
    }
  }
}
