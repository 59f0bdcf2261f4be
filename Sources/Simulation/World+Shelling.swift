extension World {
  /// Area fire on one hex (SIMULATION.md, equations 4 and 6): losses by the linear law and
  /// suppression of every unit there, friend or foe, and harm to the people who live there.
  ///
  /// - Parameters:
  ///   - rounds: rounds that land, times 1,000
  ///   - area: lethal area of a round against standing men, square metres
  mutating func shell(
    _ hex: Int, rounds: Int64, area: Int32, by row: Int, side: Int, isAir: Bool,
    _ scratch: inout CombatScratch, events: inout [Event]
  ) {
    guard rounds > 0, area > 0 else { return }
    let occupied = occupiedArea(hex, scratch)
    if occupied > 0 {
      var next = scratch.occupancy.first[hex]
      while next >= 0 {
        let target = Int(next)
        next = scratch.occupancy.next[target]
        shell(target, rounds: rounds, area: Int64(area), occupied: occupied, by: row, &scratch)
      }
    }
    harmCivilians(hex, rounds: rounds, area: area, by: side, isAir: isAir, events: &events)
  }

  /// The ground that all units of a hex occupy, square metres: rounds spread over all of it.
  private func occupiedArea(_ hex: Int, _ scratch: borrowing CombatScratch) -> Int64 {
    let table = setup.rules.combat
    var sum: Int64 = 0
    var next = scratch.occupancy.first[hex]
    while next >= 0 {
      let row = Int(next)
      next = scratch.occupancy.next[row]
      let more = max(0, Int64(men(row)) - 150) * Int64(table[.areaPerMan])
      sum += min(Int64(table[.areaMost]), Int64(table[.areaBase]) + more)
    }
    return sum
  }

  private mutating func shell(
    _ target: Int, rounds: Int64, area: Int64, occupied: Int64, by row: Int,
    _ scratch: inout CombatScratch
  ) {
    let table = setup.rules.combat
    // Parts in 10^9 of men standing in the open that a minute's rounds hit.
    let standing = min(900_000_000, rounds * area * 1_000_000 / occupied)
    let share = standing * shelterFactor(target) / 1000
    scratch.menLoss[target] += Int64(units.personnel[target]) * share / 1000
    let dug: Int64 = units.entrenchment[target] >= 2 ? 500 : 1000
    for kind in VehicleClass.allCases {
      let entry = target * VehicleClass.count + Int(kind.rawValue)
      guard units.vehicles[entry] > 0 else { continue }
      let factor =
        switch kind {
        case .tank: Int64(table[.shelledTank])
        case .ifv, .apc: Int64(table[.shelledCarrier])
        default: Int64(table[.shelledSoft])
        }
      let lost = standing * factor / 1000 * dug / 1000
      scratch.lose(target, entry: entry, Int64(units.vehicles[entry]) * lost / 1000)
    }
    // gS is given for 152 mm; smaller rounds suppress by the root of their lethal area, which
    // agrees with the Soviet norms of 150 and 110 rounds a hectare for 122 and 152 mm.
    let caliber = Fixed.isqrt(area * 1_000_000 / Int64(max(1, table[.referenceLethalArea])))
    let gain = rounds * 10_000 * Int64(table[.suppressionByRounds]) / occupied * caliber / 1000
    scratch.suppression[target] += gain
    if scratch.shelled[target] == 0 {
      let shock = Int64(setup.rules.morale[.shockBombardment]) * 1_000_000 / 30
      scratch.shake(target, .bombardment, shock)
      scratch.shelled[target] = 1
    }
    if scratch.received[target].shooter < 0 { scratch.received[target].shooter = Int32(row) }
    units.sinceHit[target] = 0
  }

  /// Lethal area against a unit beside that against standing men, permille.
  private func shelterFactor(_ row: Int) -> Int64 {
    let table = setup.rules.combat
    var factor: Int64 =
      switch units.posture[row] {
      case .column: Int64(table[.shelledColumn])
      case .advancing: Int64(table[.shelledMoving])
      case .attacking:
        // Before the enemy's line most men have gone to ground, and few are up at a time.
        Int64(
          units.progress[row] >= 32_767 ? table[.shelledStalled] : table[.shelledMoving])
      case .withdrawing, .fleeing:
        // Who has not left the hex yet still has holes to drop into.
        Int64(
          units.entrenchment[row] > 0
            ? table[.shelledEntrenchmentOne] : table[.shelledMoving])
      case .holding, .diggingIn, .camped, .firing, .reforming:
        switch units.entrenchment[row] {
        case 0: Int64(table[.shelledProne])
        case 1: Int64(table[.shelledEntrenchmentOne])
        case 2: Int64(table[.shelledEntrenchmentTwo])
        case 3: Int64(table[.shelledEntrenchmentThree])
        default: Int64(table[.shelledEntrenchmentFour])
        }
      }
    let bare = 1000 - Int64(table[.shelledUnderArmour])
    factor = factor * (1000 - bare * menUnderArmour(row) / 1000) / 1000
    if isUrban(Int(units.hex[row])) { factor = factor * Int64(table[.shelledUrban]) / 1000 }
    return factor
  }

  /// The share of men in armoured vehicles, permille: crews of three, and those who ride unless
  /// they have dismounted to attack or to hold.
  private func menUnderArmour(_ row: Int) -> Int64 {
    let present = Int64(units.personnel[row])
    guard present > 0 else { return 0 }
    let isMounted = units.posture[row] == .column || units.posture[row] == .advancing
    let carriers = Int64(vehicles(row, .ifv)) + Int64(vehicles(row, .apc))
    let seats = 3 * Int64(vehicles(row, .tank)) + (isMounted ? 10 : 3) * carriers
    return min(1000, seats * 1000 / present)
  }

  /// Strikes on the enemy's capital and on neutral ground cost politically and hasten the end.
  mutating func notePolitics(
    of target: Int32, side: Int, unit row: Int, events: inout [Event]
  ) {
    let hex = Int(target)
    let costs = setup.ceaseFire.costs
    if setup.terrain.neutral[hex] != 0 {
      politics[side].politicalCost += Int64(costs.neutralStruck)
      hastenCeaseFire(by: setup.rules.civilians[.neutralDelayMinutes])
      events.append(
        Event(
          tick: tick, kind: .neutralStruck, side: SideID(side), unit: UnitID(row), hex: target))
    }
    let struck = town(at: hex)
    guard struck >= 0 else { return }
    for other in setup.sides.indices where other != side {
      guard setup.sides[other].capital?.index == struck else { continue }
      politics[side].politicalCost += Int64(costs.capitalStruck)
      hastenCeaseFire(by: setup.rules.civilians[.capitalDelayMinutes])
      events.append(
        Event(
          tick: tick, kind: .capitalStruck, side: SideID(side), unit: UnitID(row), hex: target))
    }
  }
}
