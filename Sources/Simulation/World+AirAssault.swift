extension World {
  /// Air assaults: load into transport helicopters, fly, land. `taskMinutes` counts down to the
  /// landing, `carrier` names the helicopters, and the hex is that of the pick-up until then.
  mutating func callAirAssaults(_ scratch: borrowing CombatScratch, events: inout [Event]) {
    for row in 0..<units.count where units.task[row] == .airAssault {
      if units.carrier[row] < 0 {
        guard units.status[row] == .active else { continue }
        boardHelicopters(row, scratch, events: &events)
      } else {
        units.taskMinutes[row] -= 1
        fly(row, scratch, events: &events)
      }
    }
  }

  private mutating func boardHelicopters(
    _ row: Int, _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    let facts = scratch.facts[row]
    let target = units.taskTarget[row]
    let helicopters = freeHelicopters(for: row, scratch)
    guard target >= 0, helicopters >= 0, facts.arm == .airAssault || facts.arm == .infantry,
      politics[facts.side].rulesOfEngagement != .truce
    else {
      abandonTask(row, because: .noAirlift, events: &events)
      return
    }
    units.carrier[row] = Int32(helicopters)
    units.taskMinutes[row] =
      setup.rules.combat[.loadMinutes] + airMinutes(row, helicopters, scratch)
  }

  /// Minutes from take-off to landing of the last lift.
  private func airMinutes(
    _ row: Int, _ helicopters: Int, _ scratch: borrowing CombatScratch
  ) -> Int32 {
    let facts = scratch.facts[helicopters]
    let start = max(1, setup.units[helicopters].vehicles.reduce(0) { $0 + $1.count })
    let seats = max(1, facts.seats * airframes(helicopters) / start)
    let lifts = (men(row) + seats - 1) / seats
    let distance = Int32(
      setup.terrain.grid.distance(Int(units.hex[row]), Int(units.taskTarget[row])))
    let speed = max(1, setup.rules.combat[.helicopterSpeed])
    let flight = max(1, (distance * 60 + speed - 1) / speed)
    return flight * (2 * max(1, lifts) - 1)
  }

  /// Transport helicopters of the side that carry nobody and are near enough, -1 for none.
  private func freeHelicopters(for row: Int, _ scratch: borrowing CombatScratch) -> Int {
    let reach = Int(setup.rules.combat[.transportReach])
    for other in 0..<units.count where scratch.facts[other].arm == .transportHelicopter {
      guard scratch.facts[other].side == scratch.facts[row].side,
        units.status[other] == .active, airframes(other) > 0,
        setup.terrain.grid.distance(Int(units.hex[other]), Int(units.hex[row])) <= reach,
        !units.carrier.contains(Int32(other))
      else { continue }
      return other
    }
    return -1
  }

  private mutating func fly(
    _ row: Int, _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    let helicopters = Int(units.carrier[row])
    let side = SideID(scratch.facts[row].side)
    if units.status[row] == .active {
      guard units.taskMinutes[row] <= airMinutes(row, helicopters, scratch) else { return }
      units.status[row] = .embarked
      units.entrenchment[row] = 0
      units.sorties[helicopters] += 1
      events.append(
        Event(
          tick: tick, kind: .airAssaultLaunched, side: side, unit: UnitID(row),
          other: UnitID(helicopters), hex: units.taskTarget[row], amount: men(row)))
    } else if units.status[row] != .embarked {
      units.carrier[row] = -1
    }
  }

  /// Men whose flight is over land, past the air defence, in the hex or next to it.
  mutating func landAirAssaults(_ scratch: inout CombatScratch, events: inout [Event]) {
    var hasLanded = false
    for row in 0..<units.count where units.status[row] == .embarked {
      guard units.taskMinutes[row] <= 0 else { continue }
      hasLanded = true
      let helicopters = Int(units.carrier[row])
      let target = landingHex(row, scratch)
      units.status[row] = .active
      units.carrier[row] = -1
      guard target >= 0, helicopters >= 0 else {
        abandonTask(row, because: .noAirlift, events: &events)
        continue
      }
      let flying = max(1, airframes(helicopters))
      let lost = passAirDefence(
        helicopters, from: units.hex[row], at: Int32(target), &scratch, events: &events)
      scratch.menLoss[row] += Int64(units.personnel[row]) * Int64(lost) * 1_000_000 / Int64(flying)
      units.hex[row] = Int32(target)
      endTask(row)
      land(row, events: &events)
    }
    // Who looks for enemies near by in the rest of the tick finds them.
    if hasLanded { listObservers(&scratch) }
  }

  private func landingHex(_ row: Int, _ scratch: borrowing CombatScratch) -> Int {
    let target = Int(units.taskTarget[row])
    if canLand(row, target, scratch) { return target }
    for side in HexSide.allCases {
      let near = setup.terrain.grid.neighbor(of: target, side)
      if near >= 0, canLand(row, near, scratch) { return near }
    }
    return -1
  }

  private func canLand(_ row: Int, _ hex: Int, _ scratch: borrowing CombatScratch) -> Bool {
    !setup.terrain.isWater(hex) && setup.terrain.neutral[hex] == 0
      && !isFriendIn(hex, of: scratch.facts[row].enemy, scratch)
  }

  private mutating func land(_ row: Int, events: inout [Event]) {
    let table = setup.rules.combat
    // Vehicles stay behind: they no longer belong to this battle.
    for entry in row * VehicleClass.count..<(row + 1) * VehicleClass.count {
      units.vehiclesDetached[entry] += units.vehicles[entry] + units.vehiclesDamaged[entry]
      units.vehicles[entry] = 0
      units.vehiclesDamaged[entry] = 0
    }
    units.suppression[row] = max(units.suppression[row], table[.landSuppression])
    units.cohesion[row] = min(units.cohesion[row], table[.landCohesion])
    units.ammunition[row] = min(units.ammunition[row], table[.landAmmunition] << 8)
    units.sinceFired[row] = 0
    units.arrivedAt[row] = tick.rawValue
    events.append(
      Event(
        tick: tick, kind: .airAssaultLanded, side: setup.units[row].side, unit: UnitID(row),
        hex: units.hex[row], amount: men(row)))
  }
}
