extension World {
  /// Who has closed up to an enemy's hex and who holds it know of each other however dark it is:
  /// patrols, wire and grenades find whom nobody sees.
  func feelForEnemies(_ scratch: inout CombatScratch) {
    for row in 0..<units.count where isClosedUp(row) && standsOnGround(row) {
      let side = scratch.facts[row].side
      var next = scratch.occupancy.first[Int(units.nextHex[row])]
      while next >= 0 {
        let other = Int(next)
        next = scratch.occupancy.next[other]
        guard scratch.facts[other].side == scratch.facts[row].enemy else { continue }
        scratch.touching[other] |= 1 << UInt8(truncatingIfNeeded: side)
        scratch.touching[row] |= 1 << UInt8(truncatingIfNeeded: scratch.facts[other].side)
      }
    }
  }

  /// Each unit keeps an eye on the ground around it: when it was last seen and who holds it.
  mutating func lookAround(_ scratch: borrowing CombatScratch) {
    let period = max(1, setup.rules.spotting[.viewMinutes])
    for row in 0..<units.count
    where (tick.rawValue + Int32(row)) % period == 0 || tick.rawValue == 0 {
      guard standsOnGround(row), scratch.facts[row].arm != .press else { continue }
      look(around: Int(units.hex[row]), side: scratch.facts[row].side, radius: view(row, scratch))
    }
  }

  @inline(__always)
  private func view(_ row: Int, _ scratch: borrowing CombatScratch) -> Int {
    let day = Int64(setup.rules.spotting[.viewDay])
    let factor = lightFactor(scratch.light, gear: scratch.facts[row].nightGear)
    let seen = max(Int64(setup.rules.spotting[.viewNight]), (day * factor + 500) / 1000)
    return Int(min(seen, max(1, scratch.haze / 1000)))
  }

  private mutating func look(around center: Int, side: Int, radius: Int) {
    let grid = setup.terrain.grid
    let line = center / grid.columns
    let q = center - line * grid.columns - (line - line & 1) / 2
    for row in max(0, line - radius)...min(grid.rows - 1, line + radius) {
      // The hexes of a row within some steps lie side by side.
      let down = row - line
      let shift = q + (row - row & 1) / 2
      let first = max(0, shift - radius - min(0, down))
      let last = min(grid.columns - 1, shift + radius - max(0, down))
      guard first <= last else { continue }
      knowledge[side].look(
        at: row * grid.columns + first...row * grid.columns + last, tick, ground.control)
    }
  }

  /// Patrols find hidden partisans where they stand (SIMULATION.md: .02 + .05 a company + .1 if
  /// they fired, an hour).
  mutating func seekPartisans(_ scratch: borrowing CombatScratch, events: inout [Event]) {
    for row in 0..<units.count where units.hidden[row] == 1 && units.status[row] == .active {
      let table = setup.rules.spotting
      var patrols: Int64 = 0
      var hunter = -1
      var other = scratch.occupancy.first[Int(units.hex[row])]
      while other >= 0 {
        let near = Int(other)
        other = scratch.occupancy.next[near]
        guard scratch.facts[near].side == scratch.facts[row].enemy,
          holdsGround(near, scratch.facts[near])
        else { continue }
        // A company is about a hundred men.
        let weight: Int64 = units.task[near] == .search ? Int64(table[.searchFactor]) : 1000
        patrols += max(1, Int64(men(near)) / 100) * weight
        if hunter < 0 || units.task[near] == .search { hunter = near }
      }
      guard hunter >= 0 else { continue }
      let fired = units.sinceFired[row] < 60 ? Int64(table[.partisanFired]) : 0
      let hourly =
        Int64(table[.partisanBase]) + Int64(table[.partisanPatrol]) * patrols / 1000
        + fired
      guard Int64(chance(.partisanDetection, row, below: 60_000)) < min(hourly, 900) else {
        continue
      }
      units.hidden[row] = 0
      let side = scratch.facts[hunter].side
      see(row, by: side, clearness: 1000, events: &events)
      events.append(
        Event(
          tick: tick, kind: .partisansHunted, side: SideID(side), unit: UnitID(row),
          other: UnitID(hunter), hex: units.hex[row], amount: men(row)))
    }
  }
}

extension SideKnowledge {
  /// Notes that the side sees some hexes in a row now, and who holds them.
  @inline(__always)
  fileprivate mutating func look(at hexes: ClosedRange<Int>, _ tick: Tick, _ control: [UInt8]) {
    let now = tick.rawValue
    seenHex.withUnsafeMutableBufferPointer { seen in
      for hex in hexes { seen[hex] = now }
    }
    believedControl.withUnsafeMutableBufferPointer { believed in
      control.withUnsafeBufferPointer { control in
        for hex in hexes { believed[hex] = control[hex] }
      }
    }
  }
}
