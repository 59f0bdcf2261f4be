extension World {
  /// The people of the towns, and those who fight among them.
  mutating func stepCivilians(scratch: inout Scratch, events: inout [Event]) {
    for row in 0..<units.count where scratch.combat.received[row].strength > 0 {
      guard town(at: Int(units.hex[row])) >= 0 else { continue }
      harmByFight(row, scratch.combat, events: &events)
    }
    stepPartisans(&scratch.combat, events: &events)
    searchTowns(scratch.combat, events: &events)
    if tick.rawValue % 5 == 0 { setCordons(scratch.combat, events: &events) }
    scratch.combat.embattled.removeAll(keepingCapacity: true)
    for row in 0..<units.count where units.sinceHit[row] < 60 && standsOnGround(row) {
      scratch.combat.embattled.append(Int32(row))
    }
    endTreks(&scratch.combat, events: &events)
    for town in setup.terrain.towns.indices where (tick.rawValue + Int32(town)) % 60 == 0 {
      flee(from: town, &scratch.combat, events: &events)
      civilians.shellingMinutes[town] = civilians.shellingMinutes[town] * 23 / 24
    }
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
