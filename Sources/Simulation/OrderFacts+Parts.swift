extension OrderFacts {
  /// The orders that an order to a formation becomes: each part by what it is for, troops abreast
  /// across the way to the goal, guns and staffs behind them. One to a unit alone stays as it is.
  func partOrders(of order: Order) -> [Order] {
    guard let formation = order.formation, order.isForParts else { return [order] }
    var plain = order
    plain.formation = nil
    var troops: [(unit: UnitID, hex: Int32)] = []
    var rear: [(unit: UnitID, hex: Int32)] = []
    for row in setup.units.indices where setup.units[row].side == order.side {
      guard let state = state(of: UnitID(row)), state.status == .active || state.status == .broken,
        isUnder(state.commander, formation), takesPart(setup.units[row].arm, in: order.kind)
      else { continue }
      if mayFightOnGround(setup.units[row].arm) || !order.kind.isTravel {
        troops.append((UnitID(row), state.hex))
      } else {
        rear.append((UnitID(row), state.hex))
      }
    }
    guard let target = order.target, order.kind.isTravel, isOnMap(target) else {
      return (troops + rear).map { part(plain, for: $0.unit, at: order.target) }
    }
    let line = FormationLine(
      setup, toward: target, from: (troops.isEmpty ? rear : troops).map(\.hex))
    let places = line.places(for: troops.map(\.hex), isOpen: { self.mayStand($0, order) })
    return zip(troops, places).map { part(plain, for: $0.unit, at: $1) }
      + rear.compactMap { rearOrder(plain, for: $0.unit, at: $0.hex, line) }
  }

  func isOnMap(_ hex: Int32) -> Bool { hex >= 0 && hex < setup.terrain.grid.count }

  private func part(_ order: Order, for unit: UnitID, at target: Int32?) -> Order {
    var part = order
    part.unit = unit
    part.target = target
    return part
  }

  /// What guns, staffs and supply do where the troops of their formation go: guns that reach the
  /// goal of an attack stay and support it, the rest follow behind. Nil: nothing.
  private func rearOrder(
    _ order: Order, for unit: UnitID, at hex: Int32, _ line: FormationLine
  ) -> Order? {
    let arm = setup.units[unit.row].arm
    var order = order
    var behind = 2
    if order.kind == .attack || order.kind == .cordon || order.kind == .search {
      behind = 4
      if arm.isIndirect {
        let reach = Int(reach(of: unit).most / HexGrid.spacingMeters)
        if setup.terrain.grid.distance(Int(hex), Int(line.target)) <= reach { return nil }
        behind = max(2, reach * 6 / 10)
      }
      order.kind = .march
    }
    guard let place = line.place(behind: behind, isOpen: { self.mayStand($0, order) }) else {
      return nil
    }
    return part(order, for: unit, at: place)
  }

  /// Whether a part of a formation is meant by an order to all.
  private func takesPart(_ arm: Arm, in kind: OrderKind) -> Bool {
    switch kind {
    case .bombard: arm.isIndirect
    case .airStrike: arm == .attackAircraft || arm == .attackHelicopter
    case .airAssault: arm == .airAssault
    case .move, .march, .attack, .withdraw, .hold, .digIn, .cordon, .camp, .reform, .search,
      .resupply:
      !arm.isAircraft && arm != .leader && arm != .press
        && (kind != .reform && kind != .digIn || arm != .supply)
    case .recall, .cancel, .conduct, .attach, .detach, .engage, .setHour: true
    }
  }

  private func mayStand(_ hex: Int, _ order: Order) -> Bool {
    guard MovementCosts.isOpen(setup.terrain, hex), setup.terrain.neutral[hex] == 0,
      let target = order.target, setup.regions.areJoined(Int(target), hex) || Int(target) == hex
    else { return false }
    let enemy = setup.sides[order.side.index].enemy
    return rules(of: order.side) != .truce || enemy == 255
      || owner(of: hex, for: order.side) != enemy
  }
}
