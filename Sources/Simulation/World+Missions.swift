extension World {
  /// The index of a unit's running mission, nil for none.
  func mission(of row: Int) -> Int? {
    for index in fireMissions.indices where fireMissions[index].unit.row == row { return index }
    return nil
  }

  /// How many missions run on a hex.
  func missionCount(on hex: Int32) -> Int {
    var count = 0
    for index in fireMissions.indices where fireMissions[index].target == hex { count += 1 }
    return count
  }

  /// Whether a side saw a hex in the last few minutes.
  func observes(_ side: Int, _ hex: Int32) -> Bool {
    let seen = knowledge[side].seenHex[Int(hex)]
    if seen >= 0 && tick.rawValue - seen <= setup.rules.spotting[.viewMinutes] { return true }
    for row in 0..<units.count where units.hex[row] == hex && knowledge[side].inSight[row] == 1 {
      return true
    }
    return false
  }

  /// Whether a battery stands ready: in hand, in position, with ammunition above a reserve.
  func isReadyToShell(_ row: Int, _ facts: UnitFacts, reserve: Int32) -> Bool {
    facts.arm.isIndirect && facts.indirectHexes > 0 && units.status[row] == .active
      && !isMoving(row) && units.posture[row] != .column && units.posture[row] != .camped
      && units.busyMinutes[row] == 0 && units.ammunition[row] >> 8 > reserve
      && vehicles(row, facts.indirectClass) > 0
  }

  /// Whether a hex lies between the nearest and the farthest that a battery reaches.
  func reaches(_ row: Int, _ facts: UnitFacts, _ hex: Int32) -> Bool {
    let distance = setup.terrain.grid.distance(Int(units.hex[row]), Int(hex))
    return distance <= facts.indirectHexes && distance >= facts.minimumHexes
  }

  /// Batteries told to bombard open their missions as soon as they are ready and may.
  mutating func planBombardments(_ scratch: borrowing CombatScratch, events: inout [Event]) {
    for row in 0..<units.count where units.task[row] == .bombard && units.status[row] == .active {
      let facts = scratch.facts[row]
      let target = units.taskTarget[row]
      if let running = mission(of: row) {
        if fireMissions[running].target != target { fireMissions.remove(at: running) }
        continue
      }
      guard target >= 0, facts.indirectHexes > 0, reaches(row, facts, target),
        units.ammunition[row] > 0
      else {
        let isEmpty = units.ammunition[row] <= 0
        abandonTask(row, because: isEmpty ? .outOfAmmunition : .outOfRange, events: &events)
        continue
      }
      guard isReadyToShell(row, facts, reserve: 0), mayShell(row, Int(target), scratch)
      else { continue }
      let asked = units.taskMinutes[row]
      let table = setup.rules.combat
      openMission(
        row, target: target, minutes: asked > 0 ? asked : setup.rules.command[.bombardMinutes],
        delay: table[.missionDelay], side: facts.side)
    }
  }

  /// Starts a mission of a unit after a delay.
  mutating func openMission(
    _ row: Int, target: Int32, minutes: Int32, delay: Int32, side: Int
  ) {
    fireMissions.append(
      FireMission(
        unit: UnitID(row), target: target, start: tick + delay, minutesLeft: minutes,
        isObserved: observes(side, target)))
  }

  /// Gives up what a unit does because it cannot be done.
  mutating func abandonTask(_ row: Int, because cause: ChangeCause, events: inout [Event]) {
    because(cause, row)
    events.append(
      Event(
        tick: tick, kind: .orderAbandoned, side: setup.units[row].side, unit: UnitID(row),
        hex: units.hex[row], detail: Int32(units.task[row].rawValue)))
    if units.orderStage[row] == .underWay { units.orderStage[row] = .givenUp }
    endTask(row)
  }

  /// A minute of every mission; those that are over are struck off.
  mutating func runMissions(_ scratch: inout CombatScratch, events: inout [Event]) {
    var kept = 0
    for index in fireMissions.indices {
      var mission = fireMissions[index]
      let isOver =
        scratch.facts[mission.unit.row].arm.isAircraft
        ? flyMission(&mission, &scratch, events: &events)
        : fireMission(&mission, &scratch, events: &events)
      if isOver {
        closeMission(mission)
      } else {
        fireMissions[kept] = mission
        kept += 1
      }
    }
    fireMissions.removeLast(fireMissions.count - kept)
  }

  private mutating func closeMission(_ mission: FireMission) {
    let row = mission.unit.row
    guard units.status[row] == .active else { return }
    if units.task[row] == .bombard || units.task[row] == .airStrike {
      if units.taskTarget[row] == mission.target || units.task[row] == .airStrike { endTask(row) }
    } else if units.posture[row] == .firing {
      units.posture[row] = .holding
    }
  }

  /// A minute of a battery's fire. Returns whether the mission is over.
  private mutating func fireMission(
    _ mission: inout FireMission, _ scratch: inout CombatScratch, events: inout [Event]
  ) -> Bool {
    let row = mission.unit.row
    let facts = scratch.facts[row]
    guard isReadyToShell(row, facts, reserve: 0), reaches(row, facts, mission.target),
      engagementRules(row) != .truce
    else { return true }
    guard mission.start <= tick else { return false }
    if truceHolds { breakTruce(by: facts.side, unit: row, events: &events) }
    mission.isObserved = observes(facts.side, mission.target)
    units.posture[row] = .firing
    units.sinceFired[row] = 0
    units.ammunition[row] = max(0, units.ammunition[row] - setup.rules.combat[.gunCost])
    let rounds = roundsPerMinute(row, facts)
    if (tick - mission.start) % 30 == 0 {
      let minutes = min(30, mission.minutesLeft)
      let kind = Int32(facts.indirectClass.rawValue)
      events.append(
        Event(
          tick: tick, kind: .bombardment, side: SideID(facts.side), unit: mission.unit,
          hex: mission.target, amount: Int32(rounds * Int64(minutes) / 1000), detail: kind))
      notePolitics(of: mission.target, side: facts.side, unit: row, events: &events)
    }
    spreadRounds(mission, rounds: rounds, facts, &scratch, events: &events)
    mission.minutesLeft -= 1
    return mission.minutesLeft <= 0
  }

  /// Rounds a minute of a battery, times 1,000: its weapons at their rate, less suppression.
  private func roundsPerMinute(_ row: Int, _ facts: UnitFacts) -> Int64 {
    let weapons = Int64(vehicles(row, facts.indirectClass))
    let calm =
      1000 - Int64(units.suppression[row]) * Int64(setup.rules.combat[.suppressedFire]) / 1000
    return weapons * Int64(facts.roundsTenths) * 100 / 256 * calm / 1000
  }

  /// Spreads a minute's rounds over the hex aimed at and its neighbours.
  private mutating func spreadRounds(
    _ mission: FireMission, rounds: Int64, _ facts: UnitFacts, _ scratch: inout CombatScratch,
    events: inout [Event]
  ) {
    let table = setup.rules.combat
    let isRocket = facts.indirectClass == .rocketLauncher
    var main: Int64 = mission.isObserved ? 1000 : Int64(table[.unobservedEffect])
    if isRocket { main = main * Int64(table[.rocketEffect]) / 1000 }
    let target = Int(mission.target)
    let row = mission.unit.row
    shell(
      target, rounds: rounds * main / 1000, area: facts.lethalArea, by: row, side: facts.side,
      isAir: false, &scratch, events: &events)
    guard isRocket || !mission.isObserved else { return }
    for side in HexSide.allCases {
      let near = setup.terrain.grid.neighbor(of: target, side)
      guard near >= 0 else { continue }
      shell(
        near, rounds: rounds * Int64(table[.dispersal]) / 1000, area: facts.lethalArea, by: row,
        side: facts.side, isAir: false, &scratch, events: &events)
    }
  }
}
