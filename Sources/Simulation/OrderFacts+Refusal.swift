extension OrderFacts {
  /// The first thing that stands against an order, nil for nothing.
  func refusal(of order: Order) -> OrderRejection? {
    if isOver {
      return .init(
        .alreadyOver, "The battle is over: there is a cease-fire.",
        remedy: "Look back on the timeline, or begin a new battle.")
    }
    guard setup.units.indices.contains(order.unit.row),
      setup.sides.indices.contains(order.side.index),
      setup.units[order.unit.row].side == order.side
    else {
      return .init(
        .notYours, "That unit is not yours to command.", remedy: "Give the order to one of yours.")
    }
    if let refusal = refusalOfFormation(order) { return refusal }
    guard !order.isForParts else { return refusalOfParts(order) }
    guard let state = state(of: order.unit) else {
      return .init(
        .unitNotPresent, "\(name(order)) is no longer on the map.",
        remedy: "Give the order to another unit.")
    }
    return refusalByStatus(state, order) ?? refusalByKind(state, order)
      ?? refusalByTies(state, order) ?? refusalByTarget(state, order)
      ?? refusalByMeans(state, order)
  }

  func name(_ order: Order) -> String { setup.units[order.unit.row].name }

  /// A formation of another side, or one that the unit named does not lead.
  private func refusalOfFormation(_ order: Order) -> OrderRejection? {
    guard let formation = order.formation else { return nil }
    guard setup.formations.indices.contains(formation.index),
      setup.formations[formation.index].side == order.side,
      setup.lead(of: formation) == order.unit
    else {
      return .init(
        .notYours, "That formation is not yours to command.",
        remedy: "Give the order to one of yours.")
    }
    return nil
  }

  /// A formation takes an order that one of its parts takes.
  private func refusalOfParts(_ order: Order) -> OrderRejection? {
    var first: OrderRejection?
    for part in partOrders(of: order) {
      guard let refusal = refusal(of: part) else { return nil }
      if first == nil { first = refusal }
    }
    let formation = order.formation.map { setup.formations[$0.index].name } ?? name(order)
    return first
      ?? .init(
        .noPart, "Nothing in \(formation) can do that now.",
        remedy: "Give the order to a formation with units for it on the map.")
  }

  private func refusalByStatus(_ state: OrderedUnit, _ order: Order) -> OrderRejection? {
    switch state.status {
    case .active: break
    case .broken:
      guard order.kind.isForBroken else {
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
    case .gone, .departed:
      return .init(
        .unitNotPresent, "\(name(order)) is no longer on the map.",
        remedy: "Give the order to another unit.")
    }
    let most = setup.rules.command[.maximumOrders]
    if order.kind != .cancel, order.kind != .recall, most > 0, state.orders >= Int(most) {
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
      guard state.isRecallable || state.isMoving || state.task != .hold else {
        return .init(
          .nothingToCancel, "\(name(order)) has no orders to cancel.",
          remedy: "Give it a new order instead.")
      }
      return refusalOfHaste(order)
    case .recall:
      guard state.isRecallable else {
        return .init(
          .nothingToRecall, "\(name(order)) has no order left to recall.",
          remedy: "Give it a new order; that takes the place of what it does.")
      }
      return refusalOfHaste(order)
    case .setHour: return refusalOfHour(order) ?? refusalOfStaff(order)
    case .conduct:
      return order.rules != nil || order.fireSupport != nil || order.giveGround != nil
        || order.preset != nil
        ? nil
        : .init(
          .noConduct, "The order does not say how to fight.",
          remedy: "Name a preset, or rules=, fire= or ground=.")
    case .attach, .detach: return refusalOfAttachment(state, order)
    case .engage:
      guard order.rules != nil else {
        return cannot(order, "No rules of engagement were named.", "Add rules=return_fire, say.")
      }
      return refusalOfStaff(order)
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

  func mayFightOnGround(_ arm: Arm) -> Bool {
    switch arm {
    case .armor, .mechanized, .infantry, .reconnaissance, .antiTank, .engineer, .airAssault,
      .police, .militia, .partisans:
      true
    case .artillery, .rocketArtillery, .mortar, .airDefence, .headquarters, .supply,
      .attackHelicopter, .transportHelicopter, .attackAircraft, .leader, .press:
      false
    }
  }

  /// What goes for a whole side is set by a headquarters or a leader, where it has any.
  private func refusalOfStaff(_ order: Order) -> OrderRejection? {
    let arm = setup.units[order.unit.row].arm
    let hasStaff = setup.units.contains { $0.side == order.side && $0.arm == .headquarters }
    let what = order.kind == .engage ? "the rules of engagement" : "the hours of its side"
    return !hasStaff || arm == .headquarters || arm == .leader
      ? nil
      : cannot(
        order, "\(name(order)) does not set \(what).", "Give this order to a headquarters.")
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

  func cannot(_ order: Order, _ message: String, _ remedy: String) -> OrderRejection {
    .init(.cannotDoThat, message, remedy: remedy)
  }
}
