extension World {
  /// Attackers in contact gain ground step by step (SIMULATION.md, equation 11): at the speed of an
  /// opposed advance they press into the next hex, and when they have come through, who holds it
  /// gives way by a hex, in hand.
  mutating func gainGround(scratch: inout Scratch, events: inout [Event]) {
    for row in 0..<units.count where units.posture[row] == .attacking {
      guard scratch.combat.received[row].intensity >= 150, isPushing(row) else { continue }
      let hex = units.nextHex[row]
      let speed = pushSpeed(into: Int(hex), by: row, &scratch.combat)
      // The second half of the step is the enemy's hex, all of its kilometre.
      let step = speed * 32_768 * 1000 / 1440
      units.progress[row] += rounded(step, .push, row)
      guard units.progress[row] >= 65_535 else { continue }
      units.progress[row] = 65_535
      giveWay(
        in: Int(hex), to: scratch.combat.facts[row].side, scratch: &scratch, events: &events)
    }
  }

  /// Whether a unit that attacks in a fight has closed up to the enemy's hex.
  @inline(__always)
  private func isPushing(_ row: Int) -> Bool {
    isAttacking(row) && units.nextHex[row] != units.hex[row] && units.progress[row] >= 32_767
      && units.busyMinutes[row] == 0
  }

  /// The speed of an opposed advance into a hex, metres a day; 0 where nobody holds it.
  private func pushSpeed(
    into hex: Int, by attacker: Int, _ scratch: inout CombatScratch
  ) -> Int64 {
    let table = setup.rules.morale
    var balance = Balance()
    weigh(hex, against: attacker, isBeside: false, &balance, &scratch)
    if balance.own == 0 {
      for edge in HexSide.allCases {
        let near = setup.terrain.grid.neighbor(of: hex, edge)
        if near >= 0 { weigh(near, against: attacker, isBeside: true, &balance, &scratch) }
      }
    }
    guard balance.own > 0 else { return 0 }
    let own = balance.own
    let enemy = max(balance.enemy, ownPower(attacker, &scratch))
    let advantage = Int64(Fixed.lnQ16(max(64, min(1000 * Fixed.one, enemy * Fixed.one / own))))
    var exponent = advantage * Int64(table[.pushPower]) / 1000
    // 1000 T/M from the share of tanks in the attackers' strength.
    let share =
      balance.incoming > 0
      ? min(900, balance.armour / balance.incoming) : min(900, armourShare(attacker))
    let perTank = 1000 / max(1, Int64(setup.rules.combat[.menPerTank]))
    // Among houses tanks go at the pace of the men who clear them.
    let tanks = isUrban(hex) ? 0 : share * perTank * Fixed.one / (1000 - share)
    exponent +=
      Int64(Fixed.lnQ16(Fixed.one + tanks)) * Int64(table[.pushTanks]) / 1000
    let multiplier = max(64, balance.defence * Fixed.one / own)
    exponent -= Int64(Fixed.lnQ16(multiplier)) * Int64(table[.pushDefence]) / 1000
    var speed = (Int64(table[.pushSpeed]) * Fixed.expQ16(Int32(exponent))) >> 16
    if advantage < 0 { speed = speed * Int64(table[.pushStalled]) / 1000 }
    if isUrban(hex) { speed = speed * Int64(table[.pushUrban]) / 1000 }
    if isRugged(hex) { speed = speed * Int64(table[.pushRugged]) / 1000 }
    if isWet { speed = speed * Int64(table[.pushWet]) / 1000 }
    return speed * Int64(scratch.received[attacker].intensity) / 1000
  }

  /// Powers at a place, summed over who holds it.
  private struct Balance {
    /// The holders' power, Q8.
    var own: Int64 = 0
    /// The same times what their positions and houses add, Q8.
    var defence: Int64 = 0
    /// The power against them, Q8.
    var enemy: Int64 = 0
    /// Strength of fire against them, Q8.
    var incoming: Int64 = 0
    /// The same times the share of tanks in it, permille.
    var armour: Int64 = 0
  }

  /// Adds up who holds a hex against an attacker; beside the attacker's way only who covers it.
  private func weigh(
    _ hex: Int, against attacker: Int, isBeside: Bool, _ balance: inout Balance,
    _ scratch: inout CombatScratch
  ) {
    let side = scratch.facts[attacker].side
    var next = scratch.occupancy.first[hex]
    while next >= 0 {
      let row = Int(next)
      next = scratch.occupancy.next[row]
      guard scratch.facts[row].enemy == side, standsOnGround(row), scratch.facts[row].fights,
        !isBeside || covers(row, against: side)
      else { continue }
      let power = ownPower(row, &scratch)
      balance.own += power
      // Positions and houses both are the defence multiplier of equation 11.
      balance.defence +=
        power * positionFactor(row) / 1000 * housesFactor(Int(units.hex[row])) / 1000
      balance.enemy += scratch.received[row].power
      balance.incoming += scratch.received[row].strength
      balance.armour += scratch.received[row].byArmour
    }
  }

  /// Who holds a hex against a side yields it to the next one behind; who has no way out stays.
  private mutating func giveWay(
    in hex: Int, to side: Int, scratch: inout Scratch, events: inout [Event]
  ) {
    var next = scratch.combat.occupancy.first[hex]
    while next >= 0 {
      let row = Int(next)
      next = scratch.combat.occupancy.next[row]
      let facts = scratch.combat.facts[row]
      guard facts.enemy == side, units.status[row] == .active || goesToGround(row),
        units.task[row] != .withdraw,
        units.giveGround[row] != .never, facts.fights, standsOnGround(row)
      else { continue }
      let goal = Int32(hexBehind(row, scratch.combat))
      // Pushed out, it goes at once, whatever it was making ready for.
      if yield(row, to: goal, scratch: &scratch, events: &events) {
        units.busyMinutes[row] = 0
        leaveStragglers(row, &scratch.combat)
      }
    }
  }

  /// Who is pushed out of a position leaves some behind who did not get away, and what they served:
  /// the more, the worse the odds and the deeper they were dug in.
  private mutating func leaveStragglers(_ row: Int, _ scratch: inout CombatScratch) {
    let odds = adversePower(row, &scratch) * Int64(setup.rules.morale[.yieldOdds])
    let factor = Fixed.expQ16(Int32(odds * Fixed.one / 1_000_000))
    let level = Int64(setup.rules.morale[.yieldLoss]) * Int64(units.entrenchment[row])
    let share = Int32(min(900, (level * factor) >> 16))
    let men = units.personnel[row] * share / 1000
    units.personnel[row] -= men
    units.personnelLost[row] += men
    for entry in row * VehicleClass.count..<(row + 1) * VehicleClass.count {
      let left = units.vehicles[entry] * share / 1000
      units.vehicles[entry] -= left
      units.vehiclesLost[entry] += left
    }
  }

  /// The neighbouring hex away from the enemy into which a unit can give way, -1 for none.
  private func hexBehind(_ row: Int, _ scratch: borrowing CombatScratch) -> Int {
    let from = Int(units.hex[row])
    let side = scratch.facts[row].side
    var best = (hex: -1, score: Int.max)
    for edge in HexSide.allCases {
      let hex = setup.terrain.grid.neighbor(of: from, edge)
      guard hex >= 0, !setup.terrain.isWater(hex), setup.terrain.neutral[hex] == 0,
        !holdsEnemy(hex, of: side, scratch)
      else { continue }
      var score = Int(ground.control[hex]) == side ? 0 : 4
      for around in HexSide.allCases {
        let near = setup.terrain.grid.neighbor(of: hex, around)
        if near >= 0, holdsEnemy(near, of: side, scratch) { score += 3 }
      }
      if isUrban(hex) { score -= 1 }
      if score < best.score { best = (hex, score) }
    }
    return best.hex
  }

  private func holdsEnemy(
    _ hex: Int, of side: Int, _ scratch: borrowing CombatScratch
  ) -> Bool {
    var next = scratch.occupancy.first[hex]
    while next >= 0 {
      let row = Int(next)
      next = scratch.occupancy.next[row]
      if scratch.facts[row].enemy == side, standsOnGround(row), scratch.facts[row].fights {
        return true
      }
    }
    return false
  }
}
