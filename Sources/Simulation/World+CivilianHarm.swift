extension World {
  /// People present in one hex of a town: residents and guests spread evenly.
  private func people(inHexOf town: Int) -> Int64 {
    var hexes: Int64 = 0
    for quarter in setup.terrain.towns[town].quarters {
      hexes += Int64(setup.terrain.quarters[quarter].hexes.count)
    }
    let people = Int64(civilians.present[town]) + Int64(civilians.sheltered[town])
    return people / max(1, hexes)
  }

  /// Harm to the people of a hex by rounds: rounds × lethal area against people in houses, and some
  /// in the open, × density × a share.
  ///
  /// - Parameters:
  ///   - rounds: rounds that land, times 1,000
  ///   - area: lethal area of a round against standing men, square metres
  mutating func harmCivilians(
    _ hex: Int, rounds: Int64, area: Int32, by side: Int, isAir: Bool, events: inout [Event]
  ) {
    let town = town(at: hex)
    guard town >= 0 else { return }
    civilians.shellingMinutes[town] = min(1440, civilians.shellingMinutes[town] + 1)
    let table = setup.rules.civilians
    // Nobody walks about and who can is in a cellar once shells have been falling for a while.
    let isWarned = civilians.shellingMinutes[town] > table[.warnedMinutes]
    let open = isWarned ? 0 : Int64(table[.openShare])
    let indoors = Int64(isWarned ? table[.cellarArea] : table[.shelteredArea])
    // Square metres times 1,000, scaled from the reference round.
    let mean = indoors * (1000 - open) + Int64(table[.openArea]) * open
    let reference = Int64(max(1, setup.rules.combat[.referenceLethalArea]))
    let lethal = mean * Int64(area) / reference
    let hexArea = Int64(max(1, table[.hexAreaSquareMeters]))
    let micro =
      rounds * lethal / 1000 * people(inHexOf: town) * 1000 / hexArea
      * Int64(table[.harmShare]) / 1000
    let ratio = isAir ? table[.injuredAir] : table[.injuredShelling]
    hurt(
      town, hex: hex, killed: micro, injuredPermille: ratio, isAir ? .airStrike : .shelling,
      by: side, events: &events)
  }

  /// Harm to the people of a hex in which a fight goes on.
  mutating func harmByFight(
    _ row: Int, _ scratch: borrowing CombatScratch, events: inout [Event]
  ) {
    let hex = Int(units.hex[row])
    let town = town(at: hex)
    guard town >= 0, scratch.received[row].intensity >= 150, scratch.received[row].shooter >= 0
    else { return }
    let table = setup.rules.civilians
    let micro = people(inHexOf: town) * Int64(table[.directHarm]) / 1000
    let side = scratch.facts[Int(scratch.received[row].shooter)].side
    hurt(
      town, hex: hex, killed: micro, injuredPermille: table[.injuredDirect], .groundCombat,
      by: side, events: &events)
  }

  /// Counts killed and injured, whole people; the rest of those killed is kept for later.
  ///
  /// - Parameter killed: people times 10^6
  private mutating func hurt(
    _ town: Int, hex: Int, killed: Int64, injuredPermille: Int32, _ cause: HarmCause,
    by side: Int, events: inout [Event]
  ) {
    let bounded = min(killed, Int64(civilians.present[town]) * 100_000)
    let sum = Int64(civilians.remainder[town]) + bounded * Fixed.one / 1_000_000
    let dead = min(civilians.present[town], Int32(sum / Fixed.one))
    civilians.remainder[town] = Int32(sum % Fixed.one)
    let key = hex * 8 + side
    let injured = rounded(bounded * Int64(injuredPermille) / 1000, .civiliansInjured, key)
    guard dead > 0 || injured > 0 else { return }
    civilians.present[town] -= dead
    civilians.killed[town] += dead
    civilians.injured[town] += injured
    let entry = town * HarmCause.allCases.count + Int(cause.rawValue)
    civilians.killedByCause[entry] += dead
    civilians.injuredByCause[entry] += injured
    let before = politics[side].civiliansKilled
    politics[side].civiliansKilled += dead
    politics[side].civiliansInjured += injured
    politics[side].politicalCost +=
      Int64(dead) * Int64(setup.ceaseFire.costs.perCivilianKilled)
    if before / 100 != (before + dead) / 100 {
      hastenCeaseFire(by: setup.rules.civilians[.harmDelayMinutes])
    }
    events.append(
      Event(
        tick: tick, kind: .civiliansHurt, side: SideID(side), hex: Int32(hex), amount: injured,
        detail: dead))
  }
}
