extension World {
  /// Partisans: hidden, they fall on the enemy in their town now and then; when regulars of their
  /// side come near they rise and fight openly; left alone they hide again.
  mutating func stepPartisans(_ scratch: inout CombatScratch, events: inout [Event]) {
    guard !truceHolds else { return }
    for row in 0..<units.count where scratch.facts[row].arm == .partisans {
      guard units.status[row] == .active else { continue }
      if units.hidden[row] == 1 {
        if rises(row, scratch) {
          units.hidden[row] = 0
          units.posture[row] = .holding
          events.append(
            Event(
              tick: tick, kind: .partisansRose, side: SideID(scratch.facts[row].side),
              unit: UnitID(row), hex: units.hex[row], amount: men(row)))
        } else {
          ambush(row, scratch, events: &events)
        }
      } else {
        if !rises(row, scratch) { hide(row, scratch) }
      }
    }
  }

  /// Whether regulars of the side are near and the enemy is too.
  private func rises(_ row: Int, _ scratch: borrowing CombatScratch) -> Bool {
    let distance = Int(setup.rules.civilians[.riseHexes])
    let hex = Int(units.hex[row])
    guard isEnemyNear(hex, of: scratch.facts[row].side, within: distance, scratch) else {
      return false
    }
    for other in 0..<units.count where scratch.facts[other].side == scratch.facts[row].side {
      let facts = scratch.facts[other]
      guard facts.fights, !facts.isIrregular, !facts.isRear, units.status[other] == .active,
        isAttacking(other) || units.sinceFired[other] < 30,
        setup.terrain.grid.distance(hex, Int(units.hex[other])) <= distance
      else { continue }
      return true
    }
    return false
  }

  private mutating func hide(_ row: Int, _ scratch: borrowing CombatScratch) {
    let hex = Int(units.hex[row])
    guard town(at: hex) >= 0, units.sinceFired[row] > setup.rules.civilians[.hideMinutes],
      !isMoving(row), !isEnemyNear(hex, of: scratch.facts[row].side, within: 1, scratch)
    else { return }
    units.hidden[row] = 1
  }

  /// An ambush of an enemy in the hex or beside it, by chance and not too often.
  private mutating func ambush(
    _ row: Int, _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    let table = setup.rules.civilians
    guard units.sinceFired[row] >= table[.ambushRest] else { return }
    let target = ambushTarget(row, scratch)
    guard target >= 0 else { return }
    let onTheMove = isMoving(target) || units.posture[target] == .column
    let hourly = table[.ambushChance] * (onTheMove ? 3 : scratch.isNight ? 2 : 1)
    guard chance(.ambush, row, below: 60_000) < hourly else { return }
    // Each ambusher hits a fifth of a man in the minutes before the answer (Deitchman 1962: the
    // hidden side aims, the other does not), never more than a small share of the target.
    let most = Int64(units.personnel[target]) * Int64(table[.ambushLoss]) / 1000
    let hits = Int64(units.personnel[row]) * Int64(300 + chance(.ambush, row + 4096, below: 401))
    let lost = Int32(min(most, hits / 2500))
    units.personnel[target] -= lost
    units.personnelLost[target] += lost
    units.suppression[target] = min(1000, units.suppression[target] + table[.ambushSuppression])
    units.sinceHit[target] = 0
    units.sinceFired[row] = 0
    if units.posture[target] == .column {
      let stop = setup.rules.supply[.ambushMinutes]
      units.busyMinutes[target] = max(units.busyMinutes[target], stop)
    }
    let answer = Int64(table[.ambushReturn]) * Int64(chance(.ambush, row + 8192, below: 1001))
    let own = Int32(Int64(units.personnel[row]) * answer / 1_000_000)
    units.personnel[row] -= own
    units.personnelLost[row] += own
    events.append(
      Event(
        tick: tick, kind: .partisanAmbush, side: SideID(scratch.facts[row].side),
        unit: UnitID(row), other: UnitID(target), hex: units.hex[target],
        amount: (lost + 255) >> 8))
  }

  /// The enemy in reach of an ambush that is easiest to hurt: rear units and columns first; -1
  /// none.
  private func ambushTarget(_ row: Int, _ scratch: borrowing CombatScratch) -> Int {
    var best = -1
    var bestValue = Int32.min
    let hex = Int(units.hex[row])
    for other in 0..<units.count where scratch.facts[other].side == scratch.facts[row].enemy {
      guard holdsGround(other, scratch.facts[other]), standsOnGround(other),
        setup.terrain.grid.distance(hex, Int(units.hex[other])) <= 1
      else { continue }
      let soft: Int32 = scratch.facts[other].isRear ? 2 : 0
      let value = soft + (units.posture[other] == .column ? 3 : 0)
      if value > bestValue { (best, bestValue) = (other, value) }
    }
    return best
  }
}
