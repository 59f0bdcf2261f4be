/// A believed battle while it is put together from a picture.
struct BeliefDraft {
  let picture: Picture
  let side: SideID
  let seed: UInt64
  private(set) var own: [UnitID] = []
  private(set) var draws: [BelievedBattle.Draw] = []
  private var units: [UnitSetup] = []
  private var reports: [UnitReport] = []
  // The enemy's rows that the side sees now, by their place in `units`.
  private var inSight: [Int] = []

  init(_ picture: Picture, side: SideID, sample: UInt64) {
    self.picture = picture
    self.side = side
    seed = Chance.bits(
      seed: sample, tick: picture.tick, unit: side.index, purpose: .belief)
  }

  private var grid: HexGrid { picture.setup.terrain.grid }
  private var table: RuleTable<SpottingKey> { picture.setup.rules.spotting }

  /// The own units near the place that can take part.
  mutating func addOwn(around center: Int32, radius: Int) {
    for report in picture.units where report.side == side {
      switch report.status {
      case .active, .broken, .routed: break
      default: continue
      }
      let setup = picture.setup.units[report.id.row]
      let distance = grid.distance(Int(report.hex), Int(center))
      // Guns take part from as far as they shoot.
      let reach = setup.arm.isIndirect ? max(radius, 20) : radius
      guard distance <= reach, !setup.arm.isAircraft, setup.arm != .press else { continue }
      own.append(report.id)
      reports.append(report)
      var unit = setup
      unit.start = report.hex
      unit.strengthBand = 1000...1000
      unit.qualityBand = middle(unit.qualityBand)
      unit.arrivalBand = nil
      unit.isHidden = report.isHidden
      units.append(unit)
    }
  }

  /// The enemy's units that were seen, each with what is not known of it drawn.
  mutating func addContacts(around center: Int32, radius: Int) {
    for contact in picture.contacts
    where grid.distance(Int(contact.hex), Int(center)) <= radius {
      let key = Int(contact.id.rawValue) * 8
      guard let pattern = pattern(for: contact, key) else { continue }
      let hex = place(of: contact, key)
      add(pattern, side: contact.side, at: hex, share: share(of: contact, pattern, key))
      if contact.isInSight { inSight.append(units.count - 1) }
      note(contact, at: hex)
    }
  }

  /// Perhaps somebody in each quarter that the enemy holds and nobody has looked into for a while.
  mutating func addUnseen(around center: Int32, radius: Int) {
    let enemy = picture.setup.sides[side.index].enemy
    guard enemy != 255 else { return }
    for (index, quarter) in picture.setup.terrain.quarters.enumerated() {
      guard let hex = quarter.hexes.first(where: { isDark($0, enemy) }),
        grid.distance(Int(hex), Int(center)) <= radius
      else { continue }
      let key = 1 << 20 | index * 8
      let isThere = below(1000, key) < table[.unseenChance]
      draws.append(.init(subject: .unseen(QuarterID(index)), weight: isThere ? 1000 : 0))
      guard isThere, let pattern = anyPattern(key + 1) else { continue }
      add(pattern, side: SideID(rawValue: enemy), at: hex, share: 400 + below(601, key + 2))
    }
  }

  /// Ground that the enemy is believed to hold, not looked at lately, with no contact on it.
  private func isDark(_ hex: Int32, _ enemy: UInt8) -> Bool {
    picture.control[Int(hex)] == enemy
      && picture.tick.rawValue - picture.seenHex[Int(hex)] > table[.unseenMinutes]
      && !picture.contacts.contains { $0.hex == hex }
  }

  // MARK: Drawing

  private func below(_ bound: Int32, _ key: Int) -> Int32 {
    Chance.below(bound, seed: seed, tick: Tick(0), unit: key, purpose: .belief)
  }

  private func middle(_ band: ClosedRange<Int32>) -> ClosedRange<Int32> {
    let value = (band.lowerBound + band.upperBound) / 2
    return value...value
  }

  /// What a contact is taken for: a unit of its arm from the side's own order of battle, which is
  /// what it knows of units; of any fighting arm where the arm is not known.
  private mutating func pattern(for contact: Contact, _ key: Int) -> UnitSetup? {
    if let arm = contact.arm {
      guard !arm.isAircraft, arm != .press, arm != .leader else { return nil }
      let same = picture.setup.units.filter { $0.side == side && $0.arm == arm }
      if !same.isEmpty { return same[Int(below(Int32(same.count), key))] }
      var pattern = anyPattern(key)
      pattern?.arm = arm
      return pattern
    }
    return anyPattern(key)
  }

  private func anyPattern(_ key: Int) -> UnitSetup? {
    let fighting = picture.setup.units.filter {
      guard $0.side == side else { return false }
      switch $0.arm {
      case .armor, .mechanized, .infantry, .militia: return true
      default: return false
      }
    }
    return fighting.isEmpty ? nil : fighting[Int(below(Int32(fighting.count), key))]
  }

  /// Its strength in permille of the pattern: from the bands where they are known.
  private func share(of contact: Contact, _ pattern: UnitSetup, _ key: Int) -> Int32 {
    if let band = contact.personnelBand, pattern.personnel > 0 {
      let men = band.lowerBound + below(band.upperBound - band.lowerBound + 1, key + 1)
      return min(2000, max(20, men * 1000 / pattern.personnel))
    }
    return 400 + below(701, key + 1)
  }

  /// Where a contact is by now: who is out of sight may have moved, a hex for every
  /// `contactDriftMinutes`, three at most.
  private func place(of contact: Contact, _ key: Int) -> Int32 {
    guard !contact.isInSight else { return contact.hex }
    let age = picture.tick - contact.lastSeen
    let most = min(3, age / max(1, table[.contactDriftMinutes]))
    var hex = Int(contact.hex)
    for step in 0..<below(most + 1, key + 2) {
      guard let edge = HexSide(rawValue: UInt8(below(6, key + 3 + Int(step)))) else { break }
      let next = grid.neighbor(of: hex, edge)
      let enemy = picture.setup.sides[side.index].enemy
      guard next >= 0, MovementCosts.isOpen(picture.setup.terrain, next),
        picture.control[next] == enemy
      else { break }
      hex = next
    }
    return Int32(hex)
  }

  private mutating func add(_ pattern: UnitSetup, side: SideID, at hex: Int32, share: Int32) {
    var unit = pattern
    unit.side = side
    unit.start = hex
    unit.personnel = pattern.personnel * share / 1000
    unit.vehicles = pattern.vehicles.map {
      VehicleHolding(equipment: $0.equipment, count: ($0.count * share + 500) / 1000)
    }
    unit.strengthBand = 1000...1000
    unit.qualityBand = 0...0
    unit.arrivalBand = nil
    unit.isHidden = false
    unit.posture = .holding
    // Who holds a town has had time to dig in.
    let isTown = picture.setup.terrain.quarter[Int(hex)] >= 0
    unit.entrenchment = UInt8(isTown ? 2 : 1)
    units.append(unit)
  }

  private mutating func note(_ contact: Contact, at hex: Int32) {
    guard let unit = units.last else { return }
    let tanks = unit.vehicles.reduce(Int32(0)) { sum, holding in
      let kind = picture.setup.rules.equipment[Int(holding.equipment)].vehicleClass
      return kind == .tank ? sum + holding.count : sum
    }
    let weight = unit.personnel + picture.setup.rules.combat[.menPerTank] * tanks
    draws.append(
      .init(
        subject: contact.arm == nil ? .type(contact.id) : .strength(contact.id), weight: weight))
    if !contact.isInSight {
      let steps = Int32(grid.distance(Int(hex), Int(contact.hex)))
      draws.append(.init(subject: .place(contact.id), weight: steps))
    }
  }

  // MARK: The world

  /// The battle: the setup with these units alone, and every own unit as it is reported.
  func world(seed: UInt64) -> World {
    var setup = picture.setup
    setup.units = units
    for index in setup.formations.indices {
      setup.formations[index].headquarters = setup.formations[index].headquarters.flatMap { id in
        own.firstIndex(of: id).map { UnitID($0) }
      }
    }
    setup.objectives = []
    setup.initialControl = picture.control
    setup.civilians = setup.civilians.map { _ in 0 }
    var world = World(setup, seed: seed)
    world.tick = picture.tick
    // Two weeks on, later than any fork is played.
    world.ceaseFireTick = picture.tick + 20_160
    world.truceHolds = false
    world.isBelieved = true
    for index in world.politics.indices { world.politics[index].rulesOfEngagement = .free }
    for (row, report) in reports.enumerated() { world.take(report, row) }
    for row in inSight { world.see(row, by: side) }
    return world
  }
}
