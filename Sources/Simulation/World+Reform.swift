extension World {
  /// Units told to reform: out of contact and within reach of a headquarters, their minutes run;
  /// then they take in another of their kind under half strength beside them, and stand together as
  /// well as they can.
  mutating func reformUnits(_ scratch: borrowing CombatScratch, events: inout [Event]) {
    for row in 0..<units.count where units.task[row] == .reform && standsOnGround(row) {
      guard units.status[row] != .routed, isInPlace(row), units.sinceHit[row] >= 10,
        units.inCommand[row] == 1
      else {
        continue
      }
      units.posture[row] = .reforming
      units.taskMinutes[row] = max(0, units.taskMinutes[row] - 1)
      guard units.taskMinutes[row] == 0 else { continue }
      let partner = partner(of: row, scratch)
      if partner >= 0 { merge(partner, into: row) }
      units.cohesion[row] = max(units.cohesion[row], cohesionCeiling(row))
      units.status[row] = .active
      because(.reformed, row)
      endTask(row)
      events.append(
        Event(
          tick: tick, kind: .unitReformed, side: SideID(scratch.facts[row].side),
          unit: UnitID(row), other: partner >= 0 ? UnitID(partner) : nil, hex: units.hex[row],
          amount: men(row)))
    }
  }

  /// A unit of the same formation and arm, both under half strength, near by; -1 for none.
  private func partner(of row: Int, _ scratch: borrowing CombatScratch) -> Int {
    let table = setup.rules.morale
    guard strengthPermille(row) < table[.reformShare] else { return -1 }
    for other in 0..<units.count where other != row && standsOnGround(other) {
      guard scratch.facts[other].formation == scratch.facts[row].formation,
        scratch.facts[other].arm == scratch.facts[row].arm,
        strengthPermille(other) < table[.reformShare], units.status[other] != .routed,
        setup.terrain.grid.distance(Int(units.hex[other]), Int(units.hex[row]))
          <= Int(table[.reformDistance])
      else { continue }
      return other
    }
    return -1
  }

  /// Moves all that one unit has into another; the first is then gone.
  private mutating func merge(_ other: Int, into row: Int) {
    let moved = units.personnel[other]
    units.personnelDetached[other] += moved
    units.personnelDetached[row] -= moved
    units.personnel[row] += moved
    units.personnel[other] = 0
    for kind in 0..<VehicleClass.count {
      let from = other * VehicleClass.count + kind
      let to = row * VehicleClass.count + kind
      let (sound, damaged) = (units.vehicles[from], units.vehiclesDamaged[from])
      units.vehiclesDetached[from] += sound + damaged
      units.vehiclesDetached[to] -= sound + damaged
      units.vehicles[to] += sound
      units.vehiclesDamaged[to] += damaged
      units.vehicles[from] = 0
      units.vehiclesDamaged[from] = 0
    }
    units.ammunition[row] = (units.ammunition[row] + units.ammunition[other]) / 2
    removeUnit(other)
  }
}
