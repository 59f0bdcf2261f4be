extension World {
  /// An hour's flight from a town (SIMULATION.md: leave rates by day): people set out for the
  /// nearest refuge along open roads; where there is none they stay.
  mutating func flee(
    from town: Int, _ scratch: inout CombatScratch, events: inout [Event]
  ) {
    let rate = leaveRate(of: town, scratch)
    let present = civilians.present[town]
    let stay = Int32(
      Int64(setup.civilians[town]) * Int64(setup.rules.civilians[.stayShare]) / 1000)
    let people = Int64(present) + Int64(civilians.sheltered[town])
    guard rate > 0, people > 0 else { return }
    var leaving = rounded(people * rate * 1000 / 24, .refugees, town)
    let guests = Int32(Int64(leaving) * Int64(civilians.sheltered[town]) / people)
    let residents = min(leaving - guests, max(0, present - stay))
    leaving = residents + guests
    guard leaving > 0 else { return }
    let (goal, steps) = refuge(from: town, leaving, &scratch, events: &events)
    guard goal >= 0 else { return }
    civilians.present[town] -= residents
    civilians.displaced[town] += residents
    civilians.sheltered[town] -= guests
    treks.append(
      RefugeeTrek(
        town: TownID(town), destination: Int32(goal), people: leaving, left: tick,
        due: tick + minutesOnFoot(steps)))
    events.append(
      Event(
        tick: tick, kind: .refugeesLeft, hex: setup.terrain.towns[town].center, amount: leaving,
        detail: Int32(self.town(at: goal))))
  }

  private func minutesOnFoot(_ steps: Int32) -> Int32 {
    max(1, steps * 600 / max(1, setup.rules.civilians[.flightSpeed]))
  }

  /// People whose way is over arrive; those who find a cordon go on to the next refuge, or wait
  /// before it.
  mutating func endTreks(_ scratch: inout CombatScratch, events: inout [Event]) {
    var kept = 0
    for index in treks.indices {
      var trek = treks[index]
      if trek.due <= tick, !arrive(&trek, &scratch, events: &events) {
        trek.due = max(trek.due, tick + 1)
      } else if trek.due <= tick {
        continue
      }
      treks[kept] = trek
      kept += 1
    }
    treks.removeLast(treks.count - kept)
  }

  /// Lets people in; false where they are turned back, and then they have a new aim.
  private mutating func arrive(
    _ trek: inout RefugeeTrek, _ scratch: inout CombatScratch, events: inout [Event]
  ) -> Bool {
    let town = town(at: Int(trek.destination))
    if town >= 0, civilians.cordon[town] != 255 {
      turnBack(trek.people, from: trek.town.index, at: town, events: &events)
      let (goal, steps) = refuge(from: town, trek.people, &scratch, events: &events)
      if goal >= 0 { trek.destination = Int32(goal) }
      trek.due = tick + (goal >= 0 ? minutesOnFoot(steps) : 60)
      return false
    }
    if town >= 0 {
      civilians.sheltered[town] += trek.people
    } else {
      civilians.abroad[trek.town.index] += trek.people
    }
    events.append(
      Event(
        tick: tick, kind: .refugeesArrived, hex: trek.destination, amount: trek.people,
        detail: Int32(trek.town.index)))
    return true
  }

  private func turnBack(_ people: Int32, from town: Int, at other: Int, events: inout [Event]) {
    events.append(
      Event(
        tick: tick, kind: .refugeesTurnedBack, side: SideID(Int(civilians.cordon[other])),
        hex: setup.terrain.towns[other].center, amount: people, detail: Int32(town)))
  }

  /// People who leave a town in a day, permille.
  private func leaveRate(of town: Int, _ scratch: borrowing CombatScratch) -> Int64 {
    let table = setup.rules.civilians
    let shelling = min(60, Int64(civilians.shellingMinutes[town]))
    var rate = Int64(table[.leaveShelled]) * shelling / 60
    if hasCombat(town, scratch) { rate += Int64(table[.leaveCombat]) }
    if rate > 0 || isThreatened(town, scratch) { rate += Int64(table[.leaveBase]) }
    return rate
  }

  /// Whether a unit in or beside a town was under fire in the last hour.
  private func hasCombat(_ town: Int, _ scratch: borrowing CombatScratch) -> Bool {
    let center = Int(setup.terrain.towns[town].center)
    for entry in scratch.embattled {
      let row = Int(entry)
      let hex = Int(units.hex[row])
      if self.town(at: hex) == town { return true }
      if setup.terrain.grid.distance(hex, center) <= 1 { return true }
    }
    return false
  }

  /// Whether an enemy of those who held a town at the start stands near it.
  private func isThreatened(_ town: Int, _ scratch: borrowing CombatScratch) -> Bool {
    let center = Int(setup.terrain.towns[town].center)
    let owner = setup.initialControl[center]
    guard owner != 255 else { return civilians.shellingMinutes[town] > 0 }
    return isEnemyNear(
      center, of: Int(owner), within: Int(setup.rules.civilians[.threatHexes]), scratch)
  }

  /// The nearest hex along roads where people find refuge, and how many steps it takes: the middle
  /// of a town that is neither threatened, shelled, fought over nor closed to them, or a neutral
  /// country; -1 where there is none. No road is open where there was a fight in the last hour.
  private func refuge(
    from town: Int, _ people: Int32, _ scratch: inout CombatScratch, events: inout [Event]
  ) -> (hex: Int, steps: Int32) {
    scratch.beginSearch()
    let start = Int(setup.terrain.towns[town].center)
    closeRoads(around: start, &scratch)
    scratch.mark[start] = scratch.stamp
    scratch.queue[0] = Int32(start)
    scratch.depth[0] = 0
    var head = 0
    var count = 1
    while head < count {
      let hex = Int(scratch.queue[head])
      let steps = scratch.depth[head]
      head += 1
      if setup.terrain.neutral[hex] != 0 { return (hex, steps) }
      let here = self.town(at: hex)
      if here >= 0, here != town, Int(setup.terrain.towns[here].center) == hex,
        civilians.shellingMinutes[here] == 0, !isThreatened(here, scratch)
      {
        guard civilians.cordon[here] != 255 else { return (hex, steps) }
        turnBack(people, from: town, at: here, events: &events)
      }
      guard steps < setup.rules.civilians[.flightHexes] else { continue }
      for edge in HexSide.allCases where setup.terrain.road(hex, edge) != .none {
        let near = setup.terrain.grid.neighbor(of: hex, edge)
        guard near >= 0, scratch.mark[near] != scratch.stamp else { continue }
        scratch.mark[near] = scratch.stamp
        scratch.queue[count] = Int32(near)
        scratch.depth[count] = steps + 1
        count += 1
      }
    }
    return (-1, 0)
  }

  /// Marks the hexes at and beside units that fought in the last hour, but for the town's own
  /// streets.
  private func closeRoads(around start: Int, _ scratch: inout CombatScratch) {
    let grid = setup.terrain.grid
    let table = setup.rules.civilians
    let shy = Int(table[.flightShyHexes])
    for row in scratch.embattled {
      let place = Int(units.hex[Int(row)])
      let (line, column) = (place / grid.columns, place % grid.columns)
      for r in max(0, line - shy)...min(grid.rows - 1, line + shy) {
        for c in max(0, column - shy)...min(grid.columns - 1, column + shy) {
          let hex = r * grid.columns + c
          if grid.distance(hex, place) <= shy, grid.distance(hex, start) > Int(table[.slipHexes]) {
            scratch.mark[hex] = scratch.stamp
          }
        }
      }
    }
  }
}
