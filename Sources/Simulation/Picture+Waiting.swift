extension Picture {
  /// Why an order that was given is not in force yet.
  public func wait(of pending: PendingOrder) -> OrderWait {
    if tick < pending.arrives { return .onItsWay(until: pending.arrives) }
    if let tie = pending.order.hour, pending.order.kind != .setHour {
      guard let due = pending.due else { return .hour(tie, at: nil) }
      if tick < due { return .hour(tie, at: due) }
    }
    if let due = pending.due, tick < due { return .time(due) }
    if let signal = pending.order.signal { return .signal(signal) }
    return .queue
  }

  /// Whether an order has come too late through the staffs for its time or hour, in minutes; 0
  /// where it comes in time or waits for none.
  public func lateness(of pending: PendingOrder) -> Int32 {
    var wanted = pending.order.kind == .setHour ? nil : pending.order.notBefore
    if let tie = pending.order.hour, pending.order.kind != .setHour {
      let hour = moment(of: tie.hour, for: pending.order.side)
      if hour >= 0 {
        let moment = Tick(rawValue: max(0, hour + tie.offset))
        wanted = max(moment, wanted ?? moment)
      }
    }
    return wanted.map { max(0, pending.arrives - $0) } ?? 0
  }

  /// The recall that follows an order, if there is one on its way.
  public func recall(of pending: PendingOrder) -> PendingOrder? {
    report(pending.order.unit)?.orders.first {
      $0.order.kind == .recall && $0.recalls == pending.serial
    }
  }

  /// The orders that an order to a formation would become, as its parts stand now.
  public func parts(of order: Order) -> [Order] {
    partOrders(of: order).filter { refusal(of: $0) == nil }
  }
}
