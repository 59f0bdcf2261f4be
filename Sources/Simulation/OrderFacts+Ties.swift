extension OrderFacts {
  /// What stands against the moment, hour or signal that an order is tied to.
  func refusalByTies(_ state: OrderedUnit, _ order: Order) -> OrderRejection? {
    guard order.kind != .setHour else { return nil }
    if let tie = order.hour {
      let hour = moment(of: tie.hour, for: order.side)
      if hour >= 0, hour + tie.offset < tick.rawValue {
        let clock = setup.clock.timeOfDayText(at: Tick(rawValue: max(0, hour + tie.offset)))
        return .init(
          .momentPassed, "\(tie.text) was at \(clock): it has passed.",
          remedy: "Set \(tie.hour.key) anew, or give the order for at once.")
      }
    }
    guard let signal = order.signal, signal.kind.isOfUnit else { return nil }
    return refusalBySignal(signal, state, order)
  }

  private func refusalBySignal(
    _ signal: OrderSignal, _ own: OrderedUnit, _ order: Order
  ) -> OrderRejection? {
    let unit = signal.unit ?? order.unit
    guard setup.units.indices.contains(unit.row), setup.units[unit.row].side == order.side,
      let state = unit == order.unit ? own : state(of: unit)
    else {
      return .init(
        .signalCannotCome, "The signal is to come from a unit that is not yours or not there.",
        remedy: "Name one of your units on the map.")
    }
    let name = setup.units[unit.row].name
    switch signal.kind {
    case .arrived:
      guard !state.isMoving, state.orders == 0, state.status != .embarked else { return nil }
      return .init(
        .signalCannotCome, "\(name) is not on its way anywhere, so it cannot arrive.",
        remedy: "Send it off first, then tie this order to its arrival.")
    case .done:
      guard !state.isUnderWay, state.orders == 0 else { return nil }
      return .init(
        .signalCannotCome, "\(name) has nothing to do, so it cannot be done with it.",
        remedy: "Give it its order first, then tie this one to it.")
    case .seen, .dark, .light: return nil
    }
  }

  /// A recall or a cancel that is tied to something or queued.
  func refusalOfHaste(_ order: Order) -> OrderRejection? {
    guard order.isTied || order.isQueued else { return nil }
    return cannot(
      order, "An order that takes back others goes at once.",
      "Leave out the time, the hour, the signal and queued.")
  }

  /// What stands against setting a named hour.
  func refusalOfHour(_ order: Order) -> OrderRejection? {
    guard let tie = order.hour else {
      return cannot(order, "The order does not name an hour.", "Add h=H, and at= for when it is.")
    }
    guard tie.offset == 0, order.signal == nil, !order.isQueued else {
      return cannot(
        order, "An hour is set to a time of its own.",
        "Give h=\(tie.hour.key) and at= alone; let orders wait for \(tie.hour.key)+30.")
    }
    guard let moment = order.notBefore else {
      guard self.moment(of: tie.hour, for: order.side) < 0 else { return nil }
      return cannot(
        order, "\(tie.hour.key) is not set, so it cannot be cleared.",
        "Add at= to say when \(tie.hour.key) is.")
    }
    guard moment >= tick else {
      return .init(
        .momentPassed, "\(setup.clock.timeOfDayText(at: moment)) has passed.",
        remedy: "Set \(tie.hour.key) to a time ahead (at=\(tick.rawValue + 30), say).")
    }
    return nil
  }

  /// What stands against an order's waypoints.
  func refusalByWaypoints(_ state: OrderedUnit, _ order: Order) -> OrderRejection? {
    guard !order.ways.isEmpty else { return nil }
    guard order.kind.isTravel, order.target != nil, order.ways.count <= Order.wayCapacity,
      !setup.units[order.unit.row].arm.isAircraft
    else {
      return .init(
        .badWaypoint, "This order goes by no waypoints.",
        remedy: "Give waypoints, at most \(Order.wayCapacity), to a move with a goal.")
    }
    for way in order.ways {
      guard isOnMap(way), setup.terrain.neutral[Int(way)] == 0,
        MovementCosts.isOpen(setup.terrain, Int(way)),
        setup.regions.areJoined(Int(state.hex), Int(way)) || way == state.hex
      else {
        return .init(
          .badWaypoint, "A waypoint lies where the unit cannot go.",
          remedy: "Put it on land, on this side of water and border.",
          betterTarget: isOnMap(way)
            ? nearestHex(to: Int(way)) {
              self.setup.terrain.neutral[$0] == 0
                && self.setup.regions.areJoined(Int(state.hex), $0)
            } : nil)
      }
      let enemy = setup.sides[order.side.index].enemy
      if rules(of: order.side) == .truce, enemy != 255,
        owner(of: Int(way), for: order.side) == enemy
      {
        return .init(
          .underTruce, "A waypoint lies across the line, and your rules of engagement are truce.",
          remedy: "Go round on your side, or set the rules of engagement to return fire or free.")
      }
    }
    return nil
  }

  /// What stands against putting a unit or formation under another, or back.
  func refusalOfAttachment(_ state: OrderedUnit, _ order: Order) -> OrderRejection? {
    let home: FormationID?
    let now: Int32
    let name: String
    if let formation = order.formation {
      home = setup.formations[formation.index].parent
      now = superiors[formation.index]
      name = setup.formations[formation.index].name
    } else {
      home = setup.units[order.unit.row].formation
      now = Int32(state.commander.rawValue)
      name = self.name(order)
      if setup.formations.contains(where: { $0.headquarters == order.unit }) {
        return cannot(
          order, "\(name) leads its own formation.",
          "Attach the formation with all its parts instead.")
      }
    }
    if order.kind == .detach {
      return now != home.map { Int32($0.rawValue) } ?? -1
        ? nil
        : .init(
          .noSuchCommand, "\(name) is under its own command already.",
          remedy: "Attach it to another formation with to= first.")
    }
    guard let superior = order.superior, setup.formations.indices.contains(superior.index),
      setup.formations[superior.index].side == order.side
    else {
      return .init(
        .noSuchCommand, "The order does not name one of your formations.",
        remedy: "Add to= with the formation that shall command it.")
    }
    guard now != Int32(superior.rawValue) else {
      return .init(
        .noSuchCommand, "\(name) is under \(setup.formations[superior.index].name) already.",
        remedy: "Give it its orders.")
    }
    if let formation = order.formation, isUnder(superior, formation) {
      return .init(
        .noSuchCommand, "\(setup.formations[superior.index].name) is itself under \(name).",
        remedy: "Detach that one first, or choose another.")
    }
    return nil
  }
}
