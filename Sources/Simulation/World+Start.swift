extension World {
  /// How many steps a planned path holds at most.
  public static let pathCapacity = 512

  /// The version of the rules: it changes with every change that alters a battle.
  public static let rulesVersion: Int32 = 6

  /// The battle at tick 0: strengths, quality, arrivals, release of fire and the cease-fire are
  /// drawn from their bands by the seed.
  public init(_ setup: BattleSetup, seed: UInt64) {
    self.setup = setup
    self.seed = seed
    tick = Tick(0)
    units = UnitColumns(setup)
    ground = GroundColumns(
      control: setup.initialControl,
      quarterControl: setup.terrain.quarters.map { Self.owner(of: $0, in: setup.initialControl) })
    knowledge = setup.sides.map { _ in SideKnowledge(setup) }
    politics = setup.sides.indices.map { SidePolitics(setup.sides[$0], index: $0, seed: seed) }
    pending = []
    queued = []
    command = CommandColumns(setup)
    fireMissions = []
    treks = []
    civilians = CivilianColumns(setup.civilians)
    orderDigest = 0
    ceaseFireTick = Tick(
      rawValue: Chance.within(
        setup.ceaseFire.band, seed: seed, tick: Tick(0), unit: 0, purpose: .ceaseFire))
    truceHolds = setup.sides.contains { $0.rulesOfEngagement < .free }
    outcome = nil
    traces = Traces(units: setup.units.count)
    accounts = Accounts(units: setup.units.count)
    for row in setup.units.indices { drawUnit(row) }
  }

  /// The side that holds every hex of a quarter, 255 where there is none.
  static func owner(of quarter: Quarter, in control: [UInt8]) -> UInt8 {
    guard let first = quarter.hexes.first else { return 255 }
    let owner = control[Int(first)]
    for hex in quarter.hexes where control[Int(hex)] != owner { return 255 }
    return owner
  }

  /// Draws a unit's strength, quality and arrival.
  private mutating func drawUnit(_ row: Int) {
    let unit = setup.units[row]
    let permille = draw(unit.strengthBand, row, .strength)
    let men = Int32(Fixed.mulDiv(Int64(unit.personnel), Int64(permille), 1000)) * 256
    units.personnel[row] = men
    units.personnelAtStart[row] = men
    for holding in unit.vehicles {
      let kind = setup.rules.equipment[Int(holding.equipment)].vehicleClass
      let entry = row * VehicleClass.count + Int(kind.rawValue)
      let whole = Int32(Fixed.mulDiv(Int64(holding.count), Int64(permille), 1000)) * 256
      units.vehicles[entry] += whole
      units.vehiclesAtStart[entry] += whole
    }
    units.quality[row] = draw(unit.qualityBand, row, .quality)
    guard let band = unit.arrivalBand else { return }
    units.arrival[row] =
      unit.arrivalGroup == 0
      ? draw(band, row, .arrival) : draw(band, Int(unit.arrivalGroup), .arrivalGroup)
    if units.arrival[row] > 0 { units.status[row] = .expected }
  }

  private func draw(_ band: ClosedRange<Int32>, _ unit: Int, _ purpose: ChancePurpose) -> Int32 {
    Chance.within(band, seed: seed, tick: Tick(0), unit: unit, purpose: purpose)
  }
}

extension SideKnowledge {
  /// What a side knows at the start: who holds what ground, and nothing of the enemy.
  init(_ setup: BattleSetup) {
    let count = setup.units.count
    serial = Array(repeating: 0, count: count)
    lastSeen = Array(repeating: 0, count: count)
    lastHex = Array(repeating: -1, count: count)
    detail = Array(repeating: 0, count: count)
    believedPersonnel = Array(repeating: 0, count: count)
    believedVehicles = Array(repeating: 0, count: count)
    inSight = Array(repeating: 0, count: count)
    nextSerial = 1
    seenHex = Array(repeating: -1, count: setup.terrain.grid.count)
    believedControl = setup.initialControl
  }
}

extension CommandColumns {
  /// The order of battle as the scenario gives it, and no hour set.
  init(_ setup: BattleSetup) {
    hours = Array(repeating: -1, count: setup.sides.count * HourName.count)
    superior = setup.formations.map { $0.parent.map { Int32($0.rawValue) } ?? -1 }
    nextSerial = 1
  }
}

extension SidePolitics {
  /// A side's politics at the start.
  init(_ side: SideSetup, index: Int, seed: UInt64) {
    rulesOfEngagement = side.rulesOfEngagement
    releaseTick =
      side.releaseBand.map {
        Chance.within($0, seed: seed, tick: Tick(0), unit: index, purpose: .release)
      } ?? -1
    heldPoints = 0
    politicalCost = 0
    civiliansKilled = 0
    civiliansInjured = 0
    brokeTruce = 0
    townMinutes = 0
  }
}

extension CivilianColumns {
  /// Everybody at home.
  init(_ people: [Int32]) {
    let zeros = [Int32](repeating: 0, count: people.count)
    present = people
    displaced = zeros
    sheltered = zeros
    killed = zeros
    injured = zeros
    shellingMinutes = zeros
    cordon = Array(repeating: 255, count: people.count)
    remainder = zeros
    abroad = zeros
    killedByCause = Array(repeating: 0, count: people.count * HarmCause.allCases.count)
    injuredByCause = killedByCause
  }
}
