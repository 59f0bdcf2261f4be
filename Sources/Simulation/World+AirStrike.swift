extension World {
  /// Aircraft told to strike take off when they may, have sorties left and can see at night.
  mutating func callStrikes(_ scratch: borrowing CombatScratch, events: inout [Event]) {
    for row in 0..<units.count where units.task[row] == .airStrike && units.status[row] == .active {
      let facts = scratch.facts[row]
      let target = units.taskTarget[row]
      guard mission(of: row) == nil else { continue }
      guard facts.arm.isAircraft, target >= 0, airframes(row) > 0,
        units.sorties[row] < setup.units[row].sortiesPerDay,
        !scratch.isNight || facts.nightGear >= 2
      else {
        let isDark = scratch.isNight && facts.nightGear < 2
        abandonTask(row, because: isDark ? .tooDark : .noSorties, events: &events)
        continue
      }
      guard mayShell(row, Int(target), scratch) else { continue }
      let delay = setup.rules.combat[.strikeReadiness] + flightMinutes(row, facts, to: target)
      openMission(
        row, target: target, minutes: setup.rules.combat[.strikeMinutes], delay: delay,
        side: facts.side)
      units.sorties[row] += 1
    }
  }

  /// Whole airframes of a unit.
  func airframes(_ row: Int) -> Int32 {
    (vehicles(row, .aircraft) + vehicles(row, .helicopter)) >> 8
  }

  /// Minutes in the air from a unit's hex to another.
  func flightMinutes(_ row: Int, _ facts: UnitFacts, to hex: Int32) -> Int32 {
    let table = setup.rules.combat
    let usual =
      facts.arm == .attackAircraft ? table[.aircraftSpeed] : table[.helicopterSpeed]
    let speed = facts.speedKmh > 0 ? min(facts.speedKmh, usual) : usual
    let distance = Int32(setup.terrain.grid.distance(Int(units.hex[row]), Int(hex)))
    return (distance * 60 + speed - 1) / max(1, speed)
  }

  /// A minute of a strike: past the air defence, then bombs. Returns whether it is over.
  mutating func flyMission(
    _ mission: inout FireMission, _ scratch: inout CombatScratch, events: inout [Event]
  ) -> Bool {
    let row = mission.unit.row
    let facts = scratch.facts[row]
    guard units.status[row] == .active, airframes(row) > 0, engagementRules(row) != .truce
    else { return true }
    guard mission.start <= tick else { return false }
    if mission.start == tick {
      if truceHolds { breakTruce(by: facts.side, unit: row, events: &events) }
      let lost = passAirDefence(
        row, from: units.hex[row], at: mission.target, &scratch, events: &events)
      guard airframes(row) > lost else { return true }
      aim(&mission, facts)
      strikeFirst(mission, airframes(row) - lost, facts, &scratch, events: &events)
    }
    let table = setup.rules.combat
    var rounds =
      Int64(airframes(row)) * Int64(table[.strikeLethalRounds]) * 1000
      / Int64(max(1, table[.strikeMinutes]))
    if isWet { rounds = rounds * Int64(table[.strikeWet]) / 1000 }
    shell(
      Int(mission.target), rounds: rounds, area: facts.lethalArea, by: row, side: facts.side,
      isAir: true, &scratch, events: &events)
    mission.minutesLeft -= 1
    return mission.minutesLeft <= 0
  }

  /// Bombs that miss fall on a neighbouring hex.
  private func aim(_ mission: inout FireMission, _ facts: UnitFacts) {
    let table = setup.rules.combat
    mission.isObserved = observes(facts.side, mission.target)
    let sure = mission.isObserved ? table[.strikeHitSeen] : table[.strikeHitUnseen]
    let row = mission.unit.row
    guard chance(.airHit, row, below: 1000) >= sure else { return }
    let side = HexSide(rawValue: UInt8(chance(.airMiss, row, below: 6))) ?? .east
    let near = setup.terrain.grid.neighbor(of: Int(mission.target), side)
    if near >= 0 { mission.target = Int32(near) }
  }

  /// The first pass: the report, the pulse of suppression, and armoured vehicles hit singly.
  private mutating func strikeFirst(
    _ mission: FireMission, _ sorties: Int32, _ facts: UnitFacts,
    _ scratch: inout CombatScratch, events: inout [Event]
  ) {
    let table = setup.rules.combat
    let row = mission.unit.row
    events.append(
      Event(
        tick: tick, kind: .airStrike, side: SideID(facts.side), unit: mission.unit,
        hex: mission.target, amount: sorties, detail: mission.isObserved ? 1 : 0))
    notePolitics(of: mission.target, side: facts.side, unit: row, events: &events)
    let kills = facts.arm == .attackHelicopter ? table[.helicopterKills] : table[.sortieKills]
    var armored: Int64 = 0
    var next = scratch.occupancy.first[Int(mission.target)]
    while next >= 0 {
      let target = Int(next)
      next = scratch.occupancy.next[target]
      scratch.suppression[target] += Int64(table[.strikeSuppression]) * 1000
      scratch.jolt(target, .airStrike, setup.rules.morale[.shockAirStrike])
      if scratch.facts[target].side != facts.side { armored += armor(target) }
    }
    guard armored > 0 else { return }
    // Kills in Q8 times 10^6, shared out by what stands there; never more than half of it.
    let total = min(Int64(sorties) * Int64(kills) * 256_000, armored * 500_000)
    next = scratch.occupancy.first[Int(mission.target)]
    while next >= 0 {
      let target = Int(next)
      next = scratch.occupancy.next[target]
      guard scratch.facts[target].side != facts.side else { continue }
      for entry in armorEntries(target) {
        scratch.lose(target, entry: entry, Int64(units.vehicles[entry]) * (total / armored))
      }
    }
  }

  private func armorEntries(_ row: Int) -> Range<Int> {
    let first = row * VehicleClass.count
    return first + Int(VehicleClass.tank.rawValue)..<first + Int(VehicleClass.apc.rawValue) + 1
  }

  private func armor(_ row: Int) -> Int64 {
    var sum: Int64 = 0
    for entry in armorEntries(row) { sum += Int64(units.vehicles[entry]) }
    return sum
  }
}
