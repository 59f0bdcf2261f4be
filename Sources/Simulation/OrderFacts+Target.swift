extension OrderFacts {
  /// What stands against an order's target.
  func refusalByTarget(_ state: OrderedUnit, _ order: Order) -> OrderRejection? {
    guard let target = order.target else {
      guard order.kind.needsTarget else { return refusalByWaypoints(state, order) }
      return .init(
        .targetMissing, "The order does not say where.", remedy: "Point at a hex on the map.")
    }
    guard target >= 0, target < setup.terrain.grid.count else {
      return .init(
        .targetOffMap, "That place is off the map.", remedy: "Point at a hex on the map.")
    }
    let hex = Int(target)
    let isFire = order.kind == .bombard || order.kind == .airStrike
    if setup.terrain.neutral[hex] != 0 {
      return .init(
        .targetNeutral, "That is neutral ground: no order leads there.",
        remedy: "Choose a place on this side of the border.",
        betterTarget: nearestHex(to: hex) { self.setup.terrain.neutral[$0] == 0 })
    }
    if let truce = refusalByTruce(order, hex) { return truce }
    guard !isFire else { return nil }
    if setup.terrain.isWater(hex) {
      return .init(
        .targetWater, "That is water.", remedy: "Choose a place on land.",
        betterTarget: nearestHex(to: hex) { self.isReachable($0, from: state, order) })
    }
    guard isReachable(hex, from: state, order) else { return refusalOfWay(state, hex) }
    return refusalByWaypoints(state, order)
  }

  private func refusalByTruce(_ order: Order, _ hex: Int) -> OrderRejection? {
    guard rules(of: order.side) == .truce else { return nil }
    switch order.kind {
    case .attack, .bombard, .airStrike, .airAssault:
      return .init(
        .underTruce, "Your rules of engagement are truce: no attack and no fire.",
        remedy: "Set the rules of engagement to free first (engage rules=free).")
    case .move, .march, .withdraw, .hold, .digIn, .cordon, .camp, .reform, .search, .resupply:
      let enemy = setup.sides[order.side.index].enemy
      guard enemy != 255, owner(of: hex, for: order.side) == enemy else { return nil }
      return .init(
        .underTruce, "That is across the line, and your rules of engagement are truce.",
        remedy: "Stay on your side, or set the rules of engagement to return fire or free.",
        betterTarget: nearestHex(to: hex) {
          self.owner(of: $0, for: order.side) != enemy
            && MovementCosts.isOpen(self.setup.terrain, $0)
        })
    case .cancel, .engage, .recall, .setHour, .conduct, .attach, .detach: return nil
    }
  }

  /// Whether a unit can get to a hex; what flies there only needs land.
  private func isReachable(_ hex: Int, from state: OrderedUnit, _ order: Order) -> Bool {
    order.kind == .airAssault
      ? MovementCosts.isOpen(setup.terrain, hex)
      : setup.regions.areJoined(Int(state.hex), hex) || Int(state.hex) == hex
  }

  private func refusalOfWay(_ state: OrderedUnit, _ hex: Int) -> OrderRejection {
    let here = Int(state.hex)
    let better = nearestHex(to: hex) { self.setup.regions.areJoined(here, $0) }
    var remedy = "Choose a place on this side."
    if let bridge = nearestBridge(to: hex, from: here) {
      remedy = "The nearest bridge from here lies \(bridge) km from there."
    }
    return .init(
      .noPath, "No way leads there: a river without a bridge or water lies between.",
      remedy: remedy, betterTarget: better)
  }

  /// Kilometres from a hex to the nearest bridge that the unit can reach.
  private func nearestBridge(to hex: Int, from here: Int) -> Int? {
    let terrain = setup.terrain
    var best: Int?
    for candidate in 0..<terrain.grid.count
    where terrain.bridges[candidate] != 0 && setup.regions.areJoined(here, candidate) {
      best = min(best ?? Int.max, terrain.grid.distance(hex, candidate))
    }
    return best
  }

  /// The hex nearest to another that will do, within 40 hexes; ties go to the lower index.
  func nearestHex(to hex: Int, where isGood: (Int) -> Bool) -> Int32? {
    let grid = setup.terrain.grid
    let (row, column) = (hex / grid.columns, hex % grid.columns)
    var best: (hex: Int, distance: Int)?
    for reach in [5, 40] where best == nil {
      for r in max(0, row - reach)...min(grid.rows - 1, row + reach) {
        for c in max(0, column - reach)...min(grid.columns - 1, column + reach) {
          let candidate = r * grid.columns + c
          let distance = grid.distance(hex, candidate)
          guard distance <= reach, best.map({ distance < $0.distance }) ?? true,
            isGood(candidate)
          else { continue }
          best = (candidate, distance)
        }
      }
    }
    return best.map { Int32($0.hex) }
  }

  /// What a unit lacks for an order: range, ammunition, sorties, fuel.
  func refusalByMeans(_ state: OrderedUnit, _ order: Order) -> OrderRejection? {
    let unit = setup.units[order.unit.row]
    switch order.kind {
    case .bombard:
      guard state.ammunition > 0 else { return noAmmunition(unit) }
      let most = setup.rules.command[.bombardCapMinutes]
      if most > 0, order.duration > most {
        return .init(
          .cannotDoThat, "Fire of \(order.duration) minutes is more than one order gives.",
          remedy: "Order \(most) minutes or less.")
      }
      return refusalByRange(state, order, unit)
    case .airStrike:
      guard state.sortiesLeft > 0 else {
        return .init(
          .noAmmunition, "\(unit.name) has flown its sorties for today.",
          remedy: "It can fly again tomorrow.")
      }
      return state.ammunition > 0 ? nil : noAmmunition(unit)
    case .attack:
      return state.ammunition > 0 ? refusalByFuel(state, order, unit) : noAmmunition(unit)
    case .move, .march, .withdraw: return refusalByFuel(state, order, unit)
    case .hold, .digIn, .airAssault, .cordon, .camp, .reform, .search, .resupply, .cancel,
      .engage, .recall, .setHour, .conduct, .attach, .detach:
      return nil
    }
  }

  private func refusalByFuel(
    _ state: OrderedUnit, _ order: Order, _ unit: UnitSetup
  ) -> OrderRejection? {
    switch unit.arm {
    case .leader, .press, .supply: return nil
    default: break
    }
    return state.hasFuel
      ? nil
      : .init(
        .cannotDoThat, "\(unit.name) has no fuel left.",
        remedy: "Order it to resupply, with a road open behind it.")
  }

  private func noAmmunition(_ unit: UnitSetup) -> OrderRejection {
    .init(
      .noAmmunition, "\(unit.name) has no ammunition left.",
      remedy: "Order it to resupply, with a road open behind it.")
  }

  private func refusalByRange(
    _ state: OrderedUnit, _ order: Order, _ unit: UnitSetup
  ) -> OrderRejection? {
    guard let target = order.target else { return nil }
    let grid = setup.terrain.grid
    let meters = Int32(grid.distance(Int(state.hex), Int(target))) * HexGrid.spacingMeters
    let (reach, least) = reach(of: order.unit)
    guard meters <= reach, meters >= least else {
      let isFar = meters > reach
      return .init(
        .outOfRange,
        isFar
          ? "The target is \(meters / 1000) km away; \(unit.name) reaches \(reach / 1000) km."
          : "The target is too near: \(unit.name) reaches no nearer than \(least) m.",
        remedy: isFar ? "Move the guns nearer, or choose a nearer target." : "Move the guns back.",
        betterTarget: nearestHex(to: Int(target)) {
          let distance = Int32(grid.distance(Int(state.hex), $0)) * HexGrid.spacingMeters
          return distance <= reach && distance >= least && self.setup.terrain.neutral[$0] == 0
        })
    }
    return nil
  }

  /// How far and how near the guns of a unit reach, in metres; 0 and `Int32.max` without guns.
  func reach(of unit: UnitID) -> (most: Int32, least: Int32) {
    var most: Int32 = 0
    var least = Int32.max
    for holding in setup.units[unit.row].vehicles {
      let weapon = setup.rules.equipment[Int(holding.equipment)]
      guard weapon.indirectRangeMeters > 0 else { continue }
      most = max(most, weapon.indirectRangeMeters)
      least = min(least, weapon.minimumRangeMeters)
    }
    return (most, least)
  }
}
