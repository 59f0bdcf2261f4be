extension World {
  /// The serial number of the newest order of a unit that can still be taken back and that no
  /// recall follows yet: on its way, waiting, queued, else the one being carried out.
  func recallable(_ unit: UnitID) -> Int32? {
    var newest: Int32 = 0
    for record in pending where isRecallable(record, unit) { newest = max(newest, record.serial) }
    for record in queued where isRecallable(record, unit) { newest = max(newest, record.serial) }
    if newest > 0 { return newest }
    let serial = units.orderSerial[unit.row]
    guard units.orderStage[unit.row] == .underWay, serial > 0, !isRecalled(serial) else {
      return nil
    }
    return serial
  }

  private func isRecallable(_ record: PendingOrder, _ unit: UnitID) -> Bool {
    guard record.order.unit == unit else { return false }
    switch record.order.kind {
    case .recall, .cancel: return false
    default: return !isRecalled(record.serial)
    }
  }

  private func isRecalled(_ serial: Int32) -> Bool {
    pending.contains { $0.recalls == serial && $0.order.kind == .recall }
  }

  /// A recall has come to its unit: the order is struck off, or stopped where it is being carried
  /// out; where it is done already the recall comes too late.
  mutating func takeBack(_ record: PendingOrder, events: inout [Event]) {
    let row = record.order.unit.row
    let count = pending.count + queued.count
    pending.removeAll { $0.serial == record.recalls }
    queued.removeAll { $0.serial == record.recalls }
    var isStopped = false
    if pending.count + queued.count == count {
      guard units.orderSerial[row] == record.recalls, units.orderStage[row] == .underWay else {
        return drop(record.order, events: &events)
      }
      stopTask(row)
      isStopped = true
    }
    noteRecall(record.order, isStopped, events: &events)
  }

  /// A cancel has come to its unit: everything that was given before it is struck off; where there
  /// is nothing the unit stops.
  mutating func strikeOrders(_ record: PendingOrder, events: inout [Event]) {
    let unit = record.order.unit
    let count = pending.count + queued.count
    pending.removeAll { $0.order.unit == unit && $0.serial < record.serial }
    queued.removeAll { $0.order.unit == unit && $0.serial < record.serial }
    let isStopped = pending.count + queued.count == count
    if isStopped { stopTask(unit.row) }
    noteRecall(record.order, isStopped, events: &events)
  }

  private mutating func stopTask(_ row: Int) {
    units.orderStage[row] = .givenUp
    // Men in the air land first; who falls back broken cannot be stopped.
    guard units.status[row] == .active else { return }
    if units.task[row] == .airAssault { units.carrier[row] = -1 }
    if let index = mission(of: row), units.task[row] == .bombard || units.task[row] == .airStrike {
      fireMissions.remove(at: index)
    }
    endTask(row)
  }

  private mutating func noteRecall(_ order: Order, _ isStopped: Bool, events: inout [Event]) {
    events.append(
      Event(
        tick: tick, kind: .orderRecalled, side: order.side, unit: order.unit,
        hex: units.hex[order.unit.row], amount: isStopped ? 1 : 0,
        detail: Int32(order.kind.rawValue)))
  }
}
