extension World {
  /// A unit's strength in direct fire in men-equivalents, Q8 (SIMULATION.md, equation 2):
  /// men and weapons, less suppression, cohesion lost, fatigue and want of ammunition.
  func fireStrength(_ row: Int, _ facts: UnitFacts, _ gains: borrowing QualityGains) -> Int64 {
    guard facts.fights, units.hidden[row] == 0 else { return 0 }
    let table = setup.rules.combat
    var strength = min(Int64(units.personnel[row]), frontMen(row)) + weaponStrength(row)
    if units.suppression[row] != 0 {
      let suppressed = Int64(units.suppression[row]) * Int64(table[.suppressedFire]) / 1000
      strength = strength * (1000 - suppressed) / 1000
    }
    strength = strength * Int64(units.cohesion[row]) / 1000
    let tired = Int64(units.fatigue[row]) * Int64(table[.fatiguedFire]) / 1000
    strength = strength * (1000 - tired) / 1000
    strength = strength * conductFactor(row, facts) / 1000
    return (strength * gains.strength(quality(row))) >> 16
  }

  /// How many men of a unit fight at a time, Q8: as many as its front holds (SIMULATION.md,
  /// equation 1), and streets narrow an attacker's.
  @inline(__always)
  func frontMen(_ row: Int) -> Int64 {
    let table = setup.rules.combat
    guard isAttacking(row) else { return Int64(table[.frontMenDefending]) << 8 }
    let goal = units.nextHex[row]
    let isInStreets = goal >= 0 && isUrban(Int(goal))
    return Int64(isInStreets ? table[.frontMenUrban] : table[.frontMen]) << 8
  }

  /// A unit's quality as it tells now, -3…3: lower out of reach of its headquarters (SIMULATION.md,
  /// "HQ lost or out of link").
  @inline(__always)
  func quality(_ row: Int) -> Int32 {
    guard units.inCommand[row] == 0 else { return units.quality[row] }
    return max(-3, units.quality[row] - setup.rules.morale[.outOfCommandQuality])
  }

  /// Men-equivalents of the weapons in direct fire, Q8.
  func weaponStrength(_ row: Int) -> Int64 {
    let table = setup.rules.combat
    let tanks = Int64(vehicles(row, .tank)) * Int64(table[.menPerTank])
    let carriers =
      Int64(vehicles(row, .ifv)) * Int64(table[.menPerIfv])
      + Int64(vehicles(row, .apc)) * Int64(table[.menPerApc])
    let antiTank = Int64(vehicles(row, .antiTank)) * Int64(table[.menPerAntiTank])
    let other =
      (Int64(vehicles(row, .gun)) + Int64(vehicles(row, .airDefence)))
      * Int64(table[.menPerWeapon])
    return tanks + carriers + antiTank + other
  }

  /// Ammunition, kind of unit, posture and state as one factor, permille.
  func conductFactor(_ row: Int, _ facts: UnitFacts) -> Int64 {
    let table = setup.rules.combat
    var factor: Int64 = 1000
    let load = units.ammunition[row] >> 8
    if load <= 0 {
      factor = Int64(table[.noAmmunitionFire])
    } else if load < table[.lowAmmunition] {
      factor = Int64(table[.lowAmmunitionFire])
    }
    if facts.isIrregular { factor = factor * Int64(table[.irregularFire]) / 1000 }
    if facts.isRear { factor = factor * Int64(table[.rearFire]) / 1000 }
    if units.readiness[row] != .deployed {
      factor = factor * Int64(table[.columnFire]) / 1000
    }
    switch units.status[row] {
    case .broken: factor = factor * Int64(table[.brokenFire]) / 1000
    case .routed: factor = factor * Int64(table[.routedFire]) / 1000
    default: break
    }
    return factor
  }

  /// The shielding of a unit by its tanks: ln(1 + 60 T/M) in Q16.
  func armourShield(_ row: Int) -> Int64 {
    guard vehicles(row, .tank) != 0 else { return 0 }
    let men = max(256, Int64(units.personnel[row]))
    let weight = Int64(setup.rules.combat[.tanksPerThousandMen])
    let share = Int64(vehicles(row, .tank)) * weight * Fixed.one / men
    return Int64(Fixed.lnQ16(Fixed.one + min(share, 1000 * Fixed.one)))
  }

  /// The share of a unit's men-equivalents that its tanks are, permille.
  func armourShare(_ row: Int) -> Int64 {
    let tanks = Int64(vehicles(row, .tank)) * Int64(setup.rules.combat[.menPerTank])
    return tanks * 1000 / max(256, tanks + Int64(units.personnel[row]))
  }

  /// What a unit's strength counts for in the balance of powers, Q16: positions and ground,
  /// quality, surprise and the air (SIMULATION.md, equation 7).
  func powerFactor(_ row: Int, _ scratch: inout CombatScratch) -> Int64 {
    let factor = (defenceFactor(row) * scratch.gains.power(quality(row))) / 1000
    return (factor * scratch.conditions[scratch.facts[row].side].power) >> 16
  }

  /// A unit's own power in the balance, Q8.
  func ownPower(_ row: Int, _ scratch: inout CombatScratch) -> Int64 {
    max(256, (scratch.strength[row] * powerFactor(row, &scratch)) >> 16)
  }

  /// Losses of a unit beside those of one deployed in the open, permille: posture, entrenchment,
  /// houses, woods and rugged ground.
  func exposure(_ row: Int) -> Int64 {
    let table = setup.rules.combat
    switch units.posture[row] {
    case .column: return Int64(table[.exposureColumn])
    case .advancing, .attacking: return Int64(table[.exposureMoving])
    case .withdrawing, .fleeing:
      // Who has not left the hex yet still has cover.
      return Int64(
        units.entrenchment[row] > 0
          ? table[.exposureEntrenchmentOne] : table[.exposureMoving])
    case .holding, .diggingIn, .camped, .firing, .reforming: break
    }
    var value: Int64 =
      switch units.entrenchment[row] {
      case 0: Int64(table[.exposureStill])
      case 1: Int64(table[.exposureEntrenchmentOne])
      case 2: Int64(table[.exposureEntrenchmentTwo])
      case 3: Int64(table[.exposureEntrenchmentThree])
      default: Int64(table[.exposureEntrenchmentFour])
      }
    let hex = Int(units.hex[row])
    if isUrban(hex) { value = value * Int64(table[.exposureUrban]) / 1000 }
    if isRugged(hex) { value = value * Int64(table[.exposureForest]) / 1000 }
    return value
  }

  /// Whether woods or slopes help who defends a hex.
  func isRugged(_ hex: Int) -> Bool {
    setup.terrain.cover[hex] == .forest || setup.terrain.slopePermille[hex] >= 100
  }

  /// What positions and ground add to the power of who does not attack, permille
  /// (hasty × prepared × fortified, rugged, urban; delay).
  func defenceFactor(_ row: Int) -> Int64 {
    if isAttacking(row) { return 1000 }
    let table = setup.rules.morale
    switch units.posture[row] {
    case .column, .advancing, .attacking, .fleeing: return 1000
    case .withdrawing:
      return Int64(table[.defenceHasty]) * Int64(table[.defenceDelay]) / 1000
    case .holding, .diggingIn, .camped, .firing, .reforming: break
    }
    var factor = positionFactor(row)
    let hex = Int(units.hex[row])
    if isRugged(hex) { factor = factor * Int64(table[.terrainRugged]) / 1000 }
    return factor * housesFactor(hex) / 1000
  }

  /// What houses add to the power of who holds a hex, permille.
  func housesFactor(_ hex: Int) -> Int64 {
    isUrban(hex) ? Int64(setup.rules.morale[.terrainUrban]) : 1000
  }

  /// What its positions alone add to a unit's power, permille.
  func positionFactor(_ row: Int) -> Int64 {
    let table = setup.rules.morale
    let level = units.entrenchment[row]
    var factor: Int64 = level >= 1 ? Int64(table[.defenceHasty]) : 1000
    if level >= 2 { factor = factor * Int64(table[.defencePrepared]) / 1000 }
    if level == 3 { factor = factor * (1000 + Int64(table[.defenceFortified])) / 2000 }
    if level >= 4 { factor = factor * Int64(table[.defenceFortified]) / 1000 }
    return factor
  }

  /// The positions that a unit finds in a hex that it enters: a defence has depth, so who falls
  /// back in hand on own ground comes into positions one level weaker, among houses as strong as
  /// before, and everybody else into none.
  func entrenchmentBehind(_ row: Int, _ hex: Int) -> Int32 {
    guard units.status[row] == .active, units.task[row] == .withdraw,
      ground.control[hex] == units.roster.side[row].rawValue
    else { return 0 }
    return isUrban(hex) ? units.entrenchment[row] : max(0, units.entrenchment[row] - 1)
  }
}
