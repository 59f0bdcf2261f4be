extension OrderFacts {
  /// The first thing that stands against an order, nil for nothing.
  func refusal(of order: Order) -> OrderRejection? {
    if isOver {
      return .init(.alreadyOver, "The battle is over: there is a cease-fire.")
    }
    guard setup.units.indices.contains(order.unit.row),
      setup.sides.indices.contains(order.side.index),
      setup.units[order.unit.row].side == order.side
    else {
      return .init(
        .notYours, "That unit is not yours to command.", remedy: "Give the order to one of yours.")
    }
    guard let state = state(of: order.unit) else {
      return .init(.unitNotPresent, "\(name(order)) is no longer on the map.")
    }
    return refusalByStatus(state, order) ?? refusalByKind(state, order)
      ?? refusalByTarget(state, order) ?? refusalByMeans(state, order)
  }

  private func name(_ order: Order) -> String { setup.units[order.unit.row].name }

  private func refusalByStatus(_ state: OrderedUnit, _ order: Order) -> OrderRejection? {
    switch state.status {
    case .active: break
    case .broken:
      switch order.kind {
      case .reform, .cancel, .withdraw: break
      default:
        return .init(
          .unitOutOfHand, "\(name(order)) is broken and only falls back.",
          remedy: "Order it to withdraw or to reform out of the enemy's sight.")
      }
    case .routed:
      return .init(
        .unitOutOfHand, "\(name(order)) is in flight and heeds no orders.",
        remedy: "Wait until it rallies.")
    case .expected:
      return .init(
        .unitNotPresent, "\(name(order)) has not arrived yet.",
        remedy: "Give the order when it is on the map.")
    case .embarked:
      return .init(
        .unitNotPresent, "\(name(order)) is in the air.",
        remedy: "Give the order when it has landed.")
    case .gone: return .init(.unitNotPresent, "\(name(order)) is no longer on the map.")
    case .departed: return .init(.unitNotPresent, "\(name(order)) has left the map.")
    }
    let most = setup.rules.command[.maximumOrders]
    if order.kind != .cancel, most > 0, state.orders >= Int(most) {
      return .init(
        .tooManyOrders, "\(name(order)) has \(state.orders) orders waiting already.",
        remedy: "Cancel its orders and give the new one.")
    }
    return nil
  }

  private func refusalByKind(_ state: OrderedUnit, _ order: Order) -> OrderRejection? {
    let arm = setup.units[order.unit.row].arm
    switch order.kind {
    case .cancel:
      guard state.orders == 0, !state.isMoving, state.task == .hold else { return nil }
      return .init(
        .nothingToCancel, "\(name(order)) has no orders to cancel.", remedy: "")
    case .engage:
      guard order.rules != nil else {
        return cannot(order, "No rules of engagement were named.", "Add rules=return_fire, say.")
      }
      let hasStaff = setup.units.contains { $0.side == order.side && $0.arm == .headquarters }
      return !hasStaff || arm == .headquarters || arm == .leader
        ? nil
        : cannot(
          order, "\(name(order)) does not set the rules of engagement.",
          "Give this order to a headquarters.")
    case .bombard:
      return arm.isIndirect
        ? nil
        : cannot(
          order, "\(name(order)) has no guns that fire beyond what it sees.",
          "Give fire missions to artillery, rockets or mortars.")
    case .airStrike:
      return arm == .attackAircraft || arm == .attackHelicopter
        ? nil
        : cannot(
          order, "\(name(order)) flies no air strikes.",
          "Give air strikes to attack aircraft or helicopters.")
    case .airAssault:
      return refusalOfAirAssault(order, arm)
    case .attack, .cordon, .search:
      return mayFightOnGround(arm)
        ? nil
        : cannot(
          order, "\(name(order)) is not made to \(order.kind.key) ground.",
          "Give this order to troops, and move this unit instead.")
    case .move, .march, .withdraw, .hold, .digIn, .camp, .reform, .resupply:
      return arm.isAircraft && order.kind != .hold && order.kind != .resupply
        ? cannot(
          order, "\(name(order)) stays at its base between missions.",
          "Give it an air mission instead.") : nil
    }
  }

  private func mayFightOnGround(_ arm: Arm) -> Bool {
    switch arm {
    case .armor, .mechanized, .infantry, .reconnaissance, .antiTank, .engineer, .airAssault,
      .police, .militia, .partisans:
      true
    case .artillery, .rocketArtillery, .mortar, .airDefence, .headquarters, .supply,
      .attackHelicopter, .transportHelicopter, .attackAircraft, .leader, .press:
      false
    }
  }

  private func refusalOfAirAssault(_ order: Order, _ arm: Arm) -> OrderRejection? {
    guard arm == .airAssault else {
      return cannot(
        order, "\(name(order)) is not trained to land from helicopters.",
        "Give this order to an air assault battalion.")
    }
    let hasLift = setup.units.indices.contains {
      setup.units[$0].side == order.side && setup.units[$0].arm == .transportHelicopter
        && state(of: UnitID($0))?.status == .active
    }
    guard hasLift else {
      return cannot(
        order, "There are no transport helicopters to lift \(name(order)).",
        "March it there instead.")
    }
    let moment = max(order.notBefore ?? tick, tick)
    let sky = setup.clock.sky(at: moment)
    let dusk = setup.rules.command[.airAssaultDuskMinutes]
    guard dusk > 0, sky.light == .day, sky.sunsetMinute >= 0,
      sky.sunsetMinute - sky.minuteOfDay > dusk
    else { return nil }
    let wait = moment.rawValue + sky.sunsetMinute - sky.minuteOfDay - dusk
    return .init(
      .notDark, "The helicopters would fly in full daylight.",
      remedy: "Order it for minute \(wait) or later, when the sun is low (at=\(wait)).")
  }

  private func cannot(_ order: Order, _ message: String, _ remedy: String) -> OrderRejection {
    .init(.cannotDoThat, message, remedy: remedy)
  }
}
