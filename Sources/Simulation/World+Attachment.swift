extension World {
  /// Puts a unit, or a whole formation, under another formation, or back under its own.
  mutating func attach(_ order: Order, events: inout [Event]) {
    let isDetached = order.kind == .detach
    let commander: Int32
    if let formation = order.formation {
      let home = setup.formations[formation.index].parent
      commander = (isDetached ? home : order.superior).map { Int32($0.rawValue) } ?? -1
      // On the way the other may have come under this one; a ring would command nobody.
      guard commander < 0 || !isUnder(FormationID(Int(commander)), formation) else {
        return drop(order, events: &events)
      }
      command.superior[formation.index] = commander
    } else {
      let home = setup.units[order.unit.row].formation
      commander = Int32((isDetached ? home : order.superior ?? home).rawValue)
      units.formation[order.unit.row] = commander
    }
    for row in 0..<units.count where isPresent(row) {
      units.inCommand[row] = isReached(row) ? 1 : 0
    }
    events.append(
      Event(
        tick: tick, kind: .unitAttached, side: order.side, unit: order.unit,
        hex: units.hex[order.unit.row], amount: order.formation == nil ? 1 : 0, detail: commander))
  }

  /// Sets how a unit fights; what the order does not name stays.
  mutating func setConduct(_ order: Order, events: inout [Event]) {
    let row = order.unit.row
    var conduct = conduct(of: row)
    if let preset = order.preset { conduct = setup.rules.conducts[Int(preset)].conduct }
    units.rules[row] = order.rules ?? conduct.rules
    units.fireSupport[row] = order.fireSupport ?? conduct.fireSupport
    units.giveGround[row] = order.giveGround ?? conduct.giveGround
    events.append(
      Event(
        tick: tick, kind: .conductSet, side: order.side, unit: order.unit, hex: units.hex[row],
        amount: order.preset ?? -1))
  }

  /// How a unit fights.
  func conduct(of row: Int) -> Conduct {
    Conduct(
      rules: units.rules[row], fireSupport: units.fireSupport[row],
      giveGround: units.giveGround[row])
  }
}
