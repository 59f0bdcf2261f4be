extension World {
  /// The people of the towns, and those who fight among them.
  mutating func stepCivilians(scratch: inout Scratch, events: inout [Event]) {
    for row in 0..<units.count where scratch.combat.incoming[row] > 0 {
      harmByFight(row, scratch.combat, events: &events)
    }
    stepPartisans(&scratch.combat, events: &events)
    searchTowns(scratch.combat, events: &events)
    if tick.rawValue % 5 == 0 { setCordons(scratch.combat, events: &events) }
    for town in setup.terrain.towns.indices where (tick.rawValue + Int32(town)) % 60 == 0 {
      flee(from: town, &scratch.combat, events: &events)
      civilians.shellingMinutes[town] = civilians.shellingMinutes[town] * 23 / 24
    }
  }

  /// An hour's flight from a town (SIMULATION.md: leave rates by day).
  private mutating func flee(
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
    civilians.present[town] -= residents
    civilians.displaced[town] += residents
    civilians.sheltered[town] -= guests
    let center = setup.terrain.towns[town].center
    let goal = refuge(from: town, leaving, &scratch, events: &events)
    let refuge = goal >= 0 ? self.town(at: goal) : -1
    events.append(
      Event(
        tick: tick, kind: .refugeesLeft, hex: center, amount: leaving, detail: Int32(refuge)))
    guard goal >= 0 else { return }
    if refuge >= 0 { civilians.sheltered[refuge] += leaving }
    events.append(
      Event(
        tick: tick, kind: .refugeesArrived, hex: Int32(goal), amount: leaving,
        detail: Int32(town)))
  }

  /// People who leave a town in a day, permille.
  private func leaveRate(of town: Int, _ scratch: borrowing CombatScratch) -> Int64 {
    let table = setup.rules.civilians
    let shelling = min(60, Int64(civilians.shellingMinutes[town]))
    var rate = Int64(table[.leaveShelled]) * shelling / 60
    if hasCombat(town) { rate += Int64(table[.leaveCombat]) }
    if rate > 0 || isThreatened(town, scratch) { rate += Int64(table[.leaveBase]) }
    return rate
  }

  /// Whether a unit in or beside a town was under fire in the last hour.
  private func hasCombat(_ town: Int) -> Bool {
    let center = Int(setup.terrain.towns[town].center)
    for row in 0..<units.count where standsOnGround(row) && units.sinceHit[row] < 60 {
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

  /// The nearest hex along roads where people find refuge: the middle of a town that is neither
  /// threatened, shelled nor closed to them, or a neutral country; -1 where there is none.
  private func refuge(
    from town: Int, _ people: Int32, _ scratch: inout CombatScratch, events: inout [Event]
  ) -> Int {
    scratch.beginSearch()
    let start = Int(setup.terrain.towns[town].center)
    scratch.mark[start] = scratch.stamp
    scratch.queue[0] = Int32(start)
    scratch.depth[0] = 0
    var head = 0
    var count = 1
    while head < count {
      let hex = Int(scratch.queue[head])
      let steps = scratch.depth[head]
      head += 1
      if setup.terrain.neutral[hex] != 0 { return hex }
      let here = self.town(at: hex)
      if here >= 0, here != town, Int(setup.terrain.towns[here].center) == hex,
        civilians.shellingMinutes[here] == 0, !isThreatened(here, scratch)
      {
        guard civilians.cordon[here] != 255 else { return hex }
        events.append(
          Event(
            tick: tick, kind: .refugeesTurnedBack, side: SideID(Int(civilians.cordon[here])),
            hex: Int32(hex), amount: people, detail: Int32(town)))
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
    return -1
  }

  /// A cordon holds while a unit told to keep it stands in or beside the town: out yes, in no.
  private mutating func setCordons(
    _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    // With tens of thousands of units most ticks have no keeper at all.
    let hasKeepers = units.task.contains(.cordon)
    for town in setup.terrain.towns.indices where hasKeepers || civilians.cordon[town] != 255 {
      var holder: UInt8 = 255
      var keeper = -1
      let center = Int(setup.terrain.towns[town].center)
      for row in 0..<units.count where units.task[row] == .cordon && units.status[row] == .active {
        let hex = Int(units.hex[row])
        guard isInPlace(row),
          self.town(at: hex) == town || setup.terrain.grid.distance(hex, center) <= 2
        else { continue }
        holder = UInt8(scratch.facts[row].side)
        keeper = row
        break
      }
      let old = civilians.cordon[town]
      guard holder != old else { continue }
      civilians.cordon[town] = holder
      events.append(
        Event(
          tick: tick, kind: holder == 255 ? .cordonLifted : .cordonSet,
          side: SideID(Int(holder == 255 ? old : holder)),
          unit: keeper >= 0 ? UnitID(keeper) : nil, hex: setup.terrain.towns[town].center))
    }
  }

  /// Units that search a town; when their time is over the town has been searched.
  private mutating func searchTowns(
    _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    for row in 0..<units.count where units.task[row] == .search && units.status[row] == .active {
      guard isInPlace(row) else { continue }
      units.taskMinutes[row] = max(0, units.taskMinutes[row] - 1)
      guard units.taskMinutes[row] == 0 else { continue }
      events.append(
        Event(
          tick: tick, kind: .townSearched, side: SideID(scratch.facts[row].side),
          unit: UnitID(row), hex: units.hex[row], detail: Int32(town(at: Int(units.hex[row])))))
      endTask(row)
    }
  }
}
