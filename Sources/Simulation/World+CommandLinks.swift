extension World {
  /// Minutes from giving an order to its coming into force, drawn round what is to be expected.
  func commandDelay(of row: Int) -> Int32 { drawn(expectedDelay(of: row), row) }

  /// The same for a recall or a cancel: the way alone, since nothing is prepared for it.
  func recallDelay(of row: Int) -> Int32 {
    drawn(delay(of: row, drill: setup.rules.command[.recallMinutes]), row)
  }

  private func drawn(_ minutes: Int32, _ row: Int) -> Int32 {
    let spread = max(0, setup.rules.command[.spreadPermille])
    let share = 1000 - spread + chance(.orderDelay, row, below: 2 * spread + 1)
    return Int32(Fixed.mulDiv(Int64(minutes), Int64(share), 1000))
  }

  /// Minutes from giving an order to its coming into force, to be expected: by echelon and distance
  /// to headquarters, longer through a staff that is not its own or out of command, shorter near a
  /// leader.
  func expectedDelay(of row: Int) -> Int32 {
    let table = setup.rules.command
    switch setup.units[row].arm {
    case .headquarters, .leader, .press, .attackHelicopter, .transportHelicopter, .attackAircraft:
      return delay(of: row, drill: table[.staffMinutes])
    default:
      let isBattalion = setup.units[row].personnel >= table[.battalionMen]
      return delay(of: row, drill: table[isBattalion ? .battalionMinutes : .companyMinutes])
    }
  }

  private func delay(of row: Int, drill: Int32) -> Int32 {
    let table = setup.rules.command
    var minutes = drill
    if let staff = headquarters(above: row) {
      let meters =
        1000 * setup.terrain.grid.distance(Int(units.hex[row]), Int(units.hex[staff.row]))
      let more = Int32(meters) * table[.minutesPerTenKilometers] / 10_000
      minutes += min(more, table[.distanceCapMinutes])
      if staff.isHigher { minutes += table[.relayMinutes] }
    }
    var permille: Int64 = 1000
    if units.inCommand[row] == 0 { permille = Int64(table[.outOfCommandPermille]) }
    if isNearLeader(row) { permille = permille * Int64(table[.leaderPermille]) / 1000 }
    return Int32(Fixed.mulDiv(Int64(minutes), permille, 1000))
  }

  /// Whether a leader of the unit's side is near it.
  func isNearLeader(_ row: Int) -> Bool {
    let range = Int(setup.rules.command[.leaderRangeMeters] / HexGrid.spacingMeters)
    let side = units.roster.side[row]
    for leader in units.roster.leaders {
      let other = Int(leader)
      guard units.roster.side[other] == side, isPresent(other) else { continue }
      let distance = setup.terrain.grid.distance(Int(units.hex[row]), Int(units.hex[other]))
      if distance <= range { return true }
    }
    return false
  }

  /// Looks after the command links, each unit every tenth minute.
  mutating func tendLinks() {
    for row in 0..<units.count where (Int(tick.rawValue) + row) % 10 == 0 && isPresent(row) {
      units.inCommand[row] = isReached(row) ? 1 : 0
    }
  }

  /// Whether a headquarters above the unit reaches it; a unit that never had one leads itself.
  func isReached(_ row: Int) -> Bool {
    let table = setup.rules.command
    if let staff = headquarters(above: row) {
      let meters =
        1000 * setup.terrain.grid.distance(Int(units.hex[row]), Int(units.hex[staff.row]))
      let range =
        staff.isHigher ? table[.higherCommandRangeMeters] : table[.commandRangeMeters]
      return meters <= Int(range)
    }
    var formation = Int(units.formation[row])
    for _ in command.superior {
      if let staff = setup.formations[formation].headquarters, staff.row != row { return false }
      guard command.superior[formation] >= 0 else { break }
      formation = Int(command.superior[formation])
    }
    return true
  }

  /// The nearest headquarters above a unit as it is commanded now that is on the map and is not the
  /// unit itself; `isHigher` where it is not that of the unit's own formation.
  func headquarters(above unit: Int) -> (row: Int, isHigher: Bool)? {
    var formation = Int(units.formation[unit])
    var isHigher = false
    // As many steps as there are formations: no chain is longer.
    for _ in command.superior {
      if let staff = setup.formations[formation].headquarters, staff.row != unit,
        isPresent(staff.row)
      {
        return (staff.row, isHigher)
      }
      guard command.superior[formation] >= 0 else { return nil }
      formation = Int(command.superior[formation])
      isHigher = true
    }
    return nil
  }
}
