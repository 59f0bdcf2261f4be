extension World {
  /// Idle batteries support own units in contact that they reach (a standing rule): each takes the
  /// largest enemy that is in a fight and in sight, as long as its ammunition is above a reserve.
  /// Batteries told to save their shells fire by order alone, and nobody fires for units told so.
  mutating func callFire(_ scratch: borrowing CombatScratch) {
    let table = setup.rules.combat
    let hasFreeCallers = units.fireSupport.contains(.free)
    for entry in units.roster.batteries {
      let row = Int(entry)
      let facts = scratch.facts[row]
      // A battery with a free hand goes down to half of its reserve.
      let reserve = table[.calledReserve] / (units.fireSupport[row] == .free ? 2 : 1)
      guard isOnCall(row), isReadyToShell(row, facts, reserve: reserve) else { continue }
      let target = calledTarget(row, facts, hasFreeCallers, scratch)
      guard target >= 0 else { continue }
      openMission(
        row, target: units.hex[target], minutes: table[.calledMinutes],
        delay: table[.missionDelay], side: facts.side)
    }
  }

  /// Whether a battery may be called: it has nothing else to do and is not told to save its shells.
  private func isOnCall(_ row: Int) -> Bool {
    switch units.task[row] {
    case .hold, .digIn, .resupply:
      mission(of: row) == nil && units.fireSupport[row] != .save && units.rules[row] != .truce
    default: false
    }
  }

  private func calledTarget(
    _ row: Int, _ facts: UnitFacts, _ hasFreeCallers: Bool, _ scratch: borrowing CombatScratch
  ) -> Int {
    let most = Int(setup.rules.combat[.calledPerHex])
    var best = -1
    var bestMen: Int32 = 0
    for target in 0..<units.count where scratch.facts[target].side == facts.enemy {
      // Quiet neighbours are left alone, or a front would never be quiet, unless somebody there may
      // call guns at will.
      let isInFight = scratch.received[target].intensity >= 150
      guard isInFight || hasFreeCallers, knowledge[facts.side].inSight[target] == 1,
        units.status[target] == .active, men(target) > bestMen,
        reaches(row, facts, units.hex[target]),
        missionCount(on: units.hex[target]) < most, mayFire(facts.side, on: target),
        units.rules[row] == .free || isProvoking(target),
        !isFriendIn(Int(units.hex[target]), of: facts.side, scratch),
        isCalled(on: target, by: facts.side, isInFight ? .onCall : .free, scratch)
      else { continue }
      best = target
      bestMen = men(target)
    }
    return best
  }

  /// Whether a unit of a side near an enemy may call guns on it so freely.
  private func isCalled(
    on target: Int, by side: Int, _ least: FireSupport, _ scratch: borrowing CombatScratch
  ) -> Bool {
    var isCalled = false
    let reach = Int(setup.rules.command[.supportHexes])
    scratch.grid.visit(side, around: Int(units.hex[target]), within: reach) { friend, _ in
      isCalled = units.fireSupport[Int(friend.row)] >= least && standsOnGround(Int(friend.row))
      return !isCalled
    }
    return isCalled
  }

  /// Whether a unit of a side stands in a hex.
  func isFriendIn(_ hex: Int, of side: Int, _ scratch: borrowing CombatScratch) -> Bool {
    var next = scratch.occupancy.first[hex]
    while next >= 0 {
      if scratch.facts[Int(next)].side == side { return true }
      next = scratch.occupancy.next[Int(next)]
    }
    return false
  }

  /// Batteries that fire are located now and then, and answered by an idle one in reach.
  mutating func answerBatteries(_ scratch: borrowing CombatScratch, events: inout [Event]) {
    let table = setup.rules.combat
    let running = fireMissions.count
    for index in 0..<running {
      let battery = fireMissions[index].unit.row
      let facts = scratch.facts[battery]
      guard !facts.arm.isAircraft, fireMissions[index].start <= tick, facts.enemy >= 0,
        chance(.counterBattery, battery, below: 1000) < table[.counterBatteryChance]
      else { continue }
      for entry in units.roster.batteries {
        let row = Int(entry)
        guard scratch.facts[row].side == facts.enemy,
          isOnCall(row),
          isReadyToShell(row, scratch.facts[row], reserve: table[.calledReserve] / 2),
          reaches(row, scratch.facts[row], units.hex[battery]),
          mayFire(facts.enemy, on: battery)
        else { continue }
        see(battery, by: facts.enemy, clearness: 500, events: &events)
        openMission(
          row, target: units.hex[battery], minutes: table[.calledMinutes],
          delay: table[.missionDelay], side: facts.enemy)
        events.append(
          Event(
            tick: tick, kind: .counterBattery, side: SideID(facts.enemy), unit: UnitID(row),
            other: UnitID(battery), hex: units.hex[battery]))
        break
      }
    }
  }
}
