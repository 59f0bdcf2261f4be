extension World {
  /// Units that are no more: too few men, partisans that dissolve, leaders who are overrun.
  mutating func loseUnits(_ scratch: inout CombatScratch, events: inout [Event]) {
    for row in 0..<units.count { scratch.jolt[row] = 0 }
    for row in 0..<units.count where isPresent(row) || units.status[row] == .embarked {
      if scratch.facts[row].arm == .leader {
        let taker = overrunner(of: row, scratch)
        if taker >= 0 || hasFallen(row) {
          loseLeader(row, to: taker, &scratch, events: &events)
        }
      } else if isSpent(row, scratch.facts[row]) {
        destroy(row, &scratch, events: &events)
      }
    }
    for row in 0..<units.count where scratch.jolt[row] > 0 {
      units.cohesion[row] = max(0, units.cohesion[row] - scratch.jolt[row])
    }
  }

  @inline(__always)
  private func isSpent(_ row: Int, _ facts: UnitFacts) -> Bool {
    let table = setup.rules.morale
    if facts.arm == .press { return false }
    if facts.arm.isAircraft { return airframes(row) <= 0 }
    let start = units.personnelAtStart[row] >> 8
    let present = men(row)
    if present * 1000 < start * table[.dissolveShare] || present <= 0 { return true }
    if start >= 40, present < table[.dissolveMen] { return true }
    return facts.arm == .partisans && units.cohesion[row] < table[.partisanDissolve]
  }

  /// Whether so much of a leader's party is lost that he is too.
  private func hasFallen(_ row: Int) -> Bool {
    lossPermille(row) >= setup.rules.morale[.leaderFallShare]
  }

  /// An enemy who stands in a leader's hex, -1 for none.
  private func overrunner(of row: Int, _ scratch: borrowing CombatScratch) -> Int {
    guard standsOnGround(row) else { return -1 }
    var next = scratch.occupancy.first[Int(units.hex[row])]
    while next >= 0 {
      let other = Int(next)
      next = scratch.occupancy.next[other]
      if scratch.facts[other].side == scratch.facts[row].enemy,
        holdsGround(other, scratch.facts[other])
      {
        return other
      }
    }
    return -1
  }

  /// A leader is captured by who overran his hex, or killed with his party where it was struck.
  private mutating func loseLeader(
    _ row: Int, to taker: Int, _ scratch: inout CombatScratch, events: inout [Event]
  ) {
    let other = taker >= 0 ? UnitID(taker) : shooterUnit(row, scratch)
    events.append(
      Event(
        tick: tick, kind: .leaderLost, side: other.map { setup.units[$0.row].side },
        unit: UnitID(row), other: other, hex: units.hex[row]))
    removeUnit(row)
    for other in 0..<units.count where scratch.facts[other].side == scratch.facts[row].side {
      scratch.jolt(other, .leaderLost, setup.rules.morale[.shockLeader])
    }
  }

  private mutating func destroy(
    _ row: Int, _ scratch: inout CombatScratch, events: inout [Event]
  ) {
    events.append(
      Event(
        tick: tick, kind: .unitDestroyed, side: shooterSide(row, scratch), unit: UnitID(row),
        other: shooterUnit(row, scratch), hex: units.hex[row],
        amount: units.personnelLost[row] >> 8))
    removeUnit(row)
    guard scratch.facts[row].arm == .headquarters else { return }
    for other in 0..<units.count
    where scratch.facts[other].formation == scratch.facts[row].formation {
      scratch.jolt(other, .headquartersLost, setup.rules.morale[.shockHeadquarters])
    }
  }

  /// Strikes a unit off: what is left of it counts as lost.
  mutating func removeUnit(_ row: Int) {
    units.personnelLost[row] += units.personnel[row]
    units.personnel[row] = 0
    for entry in row * VehicleClass.count..<(row + 1) * VehicleClass.count {
      units.vehiclesLost[entry] += units.vehicles[entry] + units.vehiclesDamaged[entry]
      units.vehicles[entry] = 0
      units.vehiclesDamaged[entry] = 0
    }
    units.status[row] = .gone
    units.carrier[row] = -1
    clearPath(row)
    setTask(row, .hold, target: -1)
  }
}
