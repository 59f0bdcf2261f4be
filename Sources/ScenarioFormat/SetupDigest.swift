import Simulation

/// A 64-bit digest of everything a setup says beside its ground, which has a hash of its own.
///
/// FNV-1a (Fowler, Noll, Vo 1991) over the values in declared order, so that comments, spelling of
/// numbers and the order of keys do not count, and every value does.
struct SetupDigest {
  /// The digest so far.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The digest of a setup.
  static func of(_ setup: BattleSetup) -> UInt64 {
    var digest = SetupDigest()
    digest.add(setup.scenarioID)
    digest.add(setup.title)
    digest.add(clock: setup.clock)
    digest.add(setup.isWet ? 1 : 0)
    // A battle without spells keeps the digest that it always had.
    for spell in setup.weather {
      digest.add([spell.from.rawValue, spell.isWet ? 1 : 0, spell.visibilityMeters])
    }
    digest.add(rules: setup.rules)
    digest.add(setup.sides.count)
    setup.sides.forEach { digest.add(side: $0) }
    digest.add(setup.formations.count)
    setup.formations.forEach { digest.add(formation: $0) }
    digest.add(setup.units.count)
    setup.units.forEach { digest.add(unit: $0) }
    digest.add(setup.objectives.count)
    for objective in setup.objectives {
      digest.add(objective.quarter.index)
      digest.add(objective.pointsPerHour)
      digest.add(objective.pointsAtEnd)
    }
    for owner in setup.initialControl { digest.add(byte: owner) }
    digest.add(ceaseFire: setup.ceaseFire)
    digest.add(setup.civilians)
    return digest.value
  }

  /// Adds a byte.
  mutating func add(byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Adds a number, its low byte first.
  mutating func add(_ number: some BinaryInteger) {
    var rest = UInt64(truncatingIfNeeded: number)
    for _ in 0..<8 {
      add(byte: UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Adds a text with its length.
  mutating func add(_ text: String) {
    add(text.utf8.count)
    for byte in text.utf8 { add(byte: byte) }
  }

  /// Adds numbers with their count.
  mutating func add(_ numbers: [Int32]) {
    add(numbers.count)
    for number in numbers { add(number) }
  }

  /// Adds a band; a missing one as a number that no band begins with.
  mutating func add(_ band: ClosedRange<Int32>?) {
    add(band?.lowerBound ?? .min)
    add(band?.upperBound ?? .min)
  }

  private mutating func add(clock: BattleClock) {
    add([
      clock.year, clock.month, clock.day, clock.minuteOfDay, clock.utcOffsetMinutes,
      clock.latitudeMillidegrees, clock.longitudeMillidegrees,
    ])
  }

  private mutating func add(rules: Rules) {
    add(rules.movement.values)
    add(rules.command.values)
    add(rules.spotting.values)
    add(rules.combat.values)
    add(rules.morale.values)
    add(rules.supply.values)
    add(rules.civilians.values)
    add(rules.equipment.count)
    for row in rules.equipment {
      add(row.id)
      add(row.name)
      add(row.vehicleClass.rawValue)
      add([
        row.directRangeMeters, row.indirectRangeMeters, row.minimumRangeMeters,
        row.roundsPerMinuteTenths, row.lethalAreaSquareMeters, row.killPermille,
        row.shapedChargePermille, row.airDefenceRangeMeters, row.seats, row.speedKmh,
      ])
    }
    add(rules.conducts.count)
    for row in rules.conducts {
      add(row.id)
      add(row.name)
      add(row.consequence)
      add(row.conduct.rules.rawValue)
      add(row.conduct.fireSupport.rawValue)
      add(row.conduct.giveGround.rawValue)
    }
  }

  private mutating func add(side: SideSetup) {
    add(side.id)
    add(side.name)
    add(side.adjective)
    add(side.identity)
    add(side.color)
    add(side.rulesOfEngagement.rawValue)
    add(side.releaseBand)
    add(side.capital?.index ?? -1)
    add(side.enemy)
    add(side.surprise)
    add(side.hasAirSuperiority ? 1 : 0)
  }

  private mutating func add(formation: FormationSetup) {
    add(formation.id)
    add(formation.name)
    add(formation.shortName)
    add(formation.sidc)
    add(formation.side.index)
    add(formation.parent?.index ?? -1)
    add(formation.headquarters?.row ?? -1)
  }

  private mutating func add(unit: UnitSetup) {
    add(unit.id)
    add(unit.name)
    add(unit.shortName)
    add(unit.sidc)
    add(unit.side.index)
    add(unit.formation.index)
    add(unit.arm.rawValue)
    add(unit.personnel)
    add(unit.strengthBand)
    add(unit.vehicles.count)
    for holding in unit.vehicles {
      add(holding.equipment)
      add(holding.count)
    }
    add(unit.qualityBand)
    add(unit.nightGear)
    add(unit.start)
    add(unit.arrivalBand)
    add(unit.arrivalGroup)
    add(unit.entrenchment)
    add(unit.isHidden ? 1 : 0)
    add(unit.posture.rawValue)
    add(unit.sortiesPerDay)
  }

  private mutating func add(ceaseFire: CeaseFireSetup) {
    add(ceaseFire.band)
    add(ceaseFire.holder.index)
    add(ceaseFire.town?.index ?? -1)
    let costs = ceaseFire.costs
    add([
      ceaseFire.holdDecisive, ceaseFire.holdMarginal, ceaseFire.takeMarginal,
      ceaseFire.takeDecisive, costs.perCivilianKilled, costs.capitalStruck, costs.truceBroken,
      costs.neutralStruck, costs.earlyRelease,
    ])
  }
}
