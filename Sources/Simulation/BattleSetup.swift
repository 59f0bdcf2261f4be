/// Everything that a battle is made from, checked and within `Limits`: the scenario, its tables and
/// its ground. With a seed and the order log it determines the whole battle.
public struct BattleSetup: Sendable {
  /// The scenario's folder name: `Calilabad`.
  public var scenarioID: String
  /// The scenario's title for people.
  public var title: String
  /// A digest of the scenario's and the tables' text (resolved, canonical) for the journal.
  public var sourceDigest: UInt64
  /// The ground.
  public var terrain: Terrain {
    didSet { regions = Regions(terrain) }
  }
  /// Which hexes can reach one another, from `terrain`.
  private(set) var regions: Regions
  /// A hash of the ground, kept beside it because it is dear to compute.
  public var terrainHash: UInt64
  /// Date, time and place for the sun.
  public var clock: BattleClock
  /// Whether rain or snow lies over the whole battle, as far as `weather` says nothing else.
  public var isWet: Bool
  /// Spells of weather, the earliest first.
  public var weather: [WeatherSpell] = []
  /// Tables of speeds, weapons and effects.
  public var rules: Rules
  /// The sides, at most 7.
  public var sides: [SideSetup]
  /// The order of battle as a tree: parents before their parts.
  public var formations: [FormationSetup]
  /// The units; their order here is their `UnitID`.
  public var units: [UnitSetup]
  /// What is worth holding.
  public var objectives: [ObjectiveSetup]
  /// Who holds each hex at the start: side index, 255 for nobody. `count == grid.count`.
  public var initialControl: [UInt8]
  /// When and how it ends.
  public var ceaseFire: CeaseFireSetup
  /// Civilians by town: `count == terrain.towns.count`; people present at the start.
  public var civilians: [Int32]

  /// A setup from its parts.
  public init(
    scenarioID: String, title: String, sourceDigest: UInt64 = 0, terrain: Terrain,
    terrainHash: UInt64 = 0, clock: BattleClock = .init(), isWet: Bool = false,
    rules: Rules = .init(), sides: [SideSetup], formations: [FormationSetup], units: [UnitSetup],
    objectives: [ObjectiveSetup] = [], initialControl: [UInt8]? = nil,
    ceaseFire: CeaseFireSetup = .init(), civilians: [Int32]? = nil
  ) {
    self.scenarioID = scenarioID
    self.title = title
    self.sourceDigest = sourceDigest
    self.terrain = terrain
    regions = Regions(terrain)
    self.terrainHash = terrainHash
    self.clock = clock
    self.isWet = isWet
    self.rules = rules
    self.sides = sides
    self.formations = formations
    self.units = units
    self.objectives = objectives
    self.initialControl = initialControl ?? Array(repeating: 255, count: terrain.grid.count)
    self.ceaseFire = ceaseFire
    self.civilians = civilians ?? terrain.towns.map(\.population)
  }
}

/// The battle's date and place, for clock faces and for the sun.
public struct BattleClock: Sendable, Hashable {
  /// The year of the start, local time.
  public var year: Int32
  /// The month of the start, 1…12.
  public var month: Int32
  /// The day of the start, 1…31.
  public var day: Int32
  /// Minutes after local midnight at tick 0, 0…1,439.
  public var minuteOfDay: Int32
  /// Local time less UTC in minutes.
  public var utcOffsetMinutes: Int32
  /// Latitude for the sun in 1/1,000 degree, north positive.
  public var latitudeMillidegrees: Int32
  /// Longitude for the sun in 1/1,000 degree, east positive.
  public var longitudeMillidegrees: Int32

  /// A clock; the defaults are noon of 21 June 2000 UTC at 0° N 0° E.
  public init(
    year: Int32 = 2000, month: Int32 = 6, day: Int32 = 21, minuteOfDay: Int32 = 720,
    utcOffsetMinutes: Int32 = 0, latitudeMillidegrees: Int32 = 0, longitudeMillidegrees: Int32 = 0
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.minuteOfDay = minuteOfDay
    self.utcOffsetMinutes = utcOffsetMinutes
    self.latitudeMillidegrees = latitudeMillidegrees
    self.longitudeMillidegrees = longitudeMillidegrees
  }
}

/// A side as the scenario gives it.
public struct SideSetup: Sendable, Hashable {
  /// The word for it in order lines, JSON and options: `az`.
  public var id: String
  /// The name for people.
  public var name: String
  /// The adjective for people: `Azeri`.
  public var adjective: String
  /// 2525D identity digit of its frames (3 friend, 6 hostile, 4 neutral…), the same in every view.
  public var identity: UInt8
  /// `#RRGGBB` of its frames in the default palette.
  public var color: String
  /// The rules of engagement it starts with.
  public var rulesOfEngagement: RulesOfEngagement
  /// When its leaders release free fire on their own, as a band of ticks drawn by the seed; nil
  /// never.
  public var releaseBand: ClosedRange<Int32>?
  /// The town that is its capital, if it lies on the map.
  public var capital: TownID?
  /// The index of the side that it fights, 255 for none.
  public var enemy: UInt8
  /// How far it surprises its enemy at the start: 0 not at all, 1 a little, 2 substantially, 3
  /// completely.
  public var surprise: Int32
  /// Whether it rules the air over the battle.
  public var hasAirSuperiority: Bool

  /// A side from its parts.
  public init(
    id: String, name: String, adjective: String, identity: UInt8, color: String,
    rulesOfEngagement: RulesOfEngagement = .free, releaseBand: ClosedRange<Int32>? = nil,
    capital: TownID? = nil, enemy: UInt8 = 255, surprise: Int32 = 0,
    hasAirSuperiority: Bool = false
  ) {
    self.id = id
    self.name = name
    self.adjective = adjective
    self.identity = identity
    self.color = color
    self.rulesOfEngagement = rulesOfEngagement
    self.releaseBand = releaseBand
    self.capital = capital
    self.enemy = enemy
    self.surprise = surprise
    self.hasAirSuperiority = hasAirSuperiority
  }
}

/// A formation: a node of the order of battle.
public struct FormationSetup: Sendable, Hashable {
  /// Unique in the scenario: `az.1ad.1tk`.
  public var id: String
  /// The name for people: `1st Tank Regiment`.
  public var name: String
  /// A short name for counters: `1 Tk`.
  public var shortName: String
  /// The 20-digit symbol code of the formation as one counter.
  public var sidc: String
  /// Its side.
  public var side: SideID
  /// The formation it belongs to, nil at the top.
  public var parent: FormationID?
  /// Its headquarters unit, if it has one of its own on the map.
  public var headquarters: UnitID?

  /// A formation from its parts.
  public init(
    id: String, name: String, shortName: String, sidc: String, side: SideID,
    parent: FormationID? = nil, headquarters: UnitID? = nil
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.sidc = sidc
    self.side = side
    self.parent = parent
    self.headquarters = headquarters
  }
}

/// Vehicles or weapons of one class that a unit starts with.
public struct VehicleHolding: Sendable, Hashable {
  /// The row of `Rules.equipment`.
  public var equipment: Int16
  /// How many, 0…1,000.
  public var count: Int32

  /// A holding.
  public init(equipment: Int16, count: Int32) {
    self.equipment = equipment
    self.count = count
  }
}

/// A unit as the scenario gives it: cold facts that do not change in battle, and where it starts.
public struct UnitSetup: Sendable, Hashable {
  /// The word for it in order lines, unique in the scenario: `az.1ad.1tk.1`.
  public var id: String
  /// The name for people: `1st Tank Battalion`.
  public var name: String
  /// A short name for the counter: `1 Tk Bn`.
  public var shortName: String
  /// The 20-digit symbol code.
  public var sidc: String
  /// Its side.
  public var side: SideID
  /// The formation it belongs to.
  public var formation: FormationID
  /// What it is for.
  public var arm: Arm
  /// Men on paper, 0…20,000.
  public var personnel: Int32
  /// A band of present strength in permille of paper, drawn by the seed: `900...1000`.
  public var strengthBand: ClosedRange<Int32>
  /// Vehicles, at most one holding a class.
  public var vehicles: [VehicleHolding]
  /// A band of quality, -3…3, drawn by the seed.
  public var qualityBand: ClosedRange<Int32>
  /// Night gear: 0 none, 1 some, 2 image intensifiers, 3 thermal.
  public var nightGear: UInt8
  /// Where it starts or comes onto the map, as a hex index.
  public var start: Int32
  /// When it comes, as a band of ticks drawn by the seed; nil: present from the start.
  public var arrivalBand: ClosedRange<Int32>?
  /// Units with one key arrive together: one draw for all; 0 for none.
  public var arrivalGroup: Int32
  /// Entrenchment at the start, 0…4.
  public var entrenchment: UInt8
  /// Whether it starts unseen among civilians (partisans).
  public var isHidden: Bool
  /// Whether it starts camped, holding or in column.
  public var posture: Posture
  /// Sorties a day for aircraft, 0…10.
  public var sortiesPerDay: Int32

  /// A unit from its parts.
  public init(
    id: String, name: String, shortName: String, sidc: String, side: SideID,
    formation: FormationID, arm: Arm, personnel: Int32,
    strengthBand: ClosedRange<Int32> = 1000...1000, vehicles: [VehicleHolding] = [],
    qualityBand: ClosedRange<Int32> = 0...0, nightGear: UInt8 = 0, start: Int32,
    arrivalBand: ClosedRange<Int32>? = nil, arrivalGroup: Int32 = 0, entrenchment: UInt8 = 0,
    isHidden: Bool = false, posture: Posture = .holding, sortiesPerDay: Int32 = 0
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.sidc = sidc
    self.side = side
    self.formation = formation
    self.arm = arm
    self.personnel = personnel
    self.strengthBand = strengthBand
    self.vehicles = vehicles
    self.qualityBand = qualityBand
    self.nightGear = nightGear
    self.start = start
    self.arrivalBand = arrivalBand
    self.arrivalGroup = arrivalGroup
    self.entrenchment = entrenchment
    self.isHidden = isHidden
    self.posture = posture
    self.sortiesPerDay = sortiesPerDay
  }
}

/// A quarter that is worth points to who holds it.
public struct ObjectiveSetup: Sendable, Hashable {
  /// The quarter.
  public var quarter: QuarterID
  /// Points an hour for holding it, by side index.
  public var pointsPerHour: [Int32]
  /// Points for holding it at the cease-fire, by side index.
  public var pointsAtEnd: [Int32]

  /// An objective.
  public init(quarter: QuarterID, pointsPerHour: [Int32], pointsAtEnd: [Int32]) {
    self.quarter = quarter
    self.pointsPerHour = pointsPerHour
    self.pointsAtEnd = pointsAtEnd
  }
}

/// When a battle ends and how it is judged.
public struct CeaseFireSetup: Sendable, Hashable {
  /// The cease-fire is drawn by the seed within these ticks and moved by political events.
  public var band: ClosedRange<Int32>
  /// The side whose holding of the decisive town is judged (it "holds"); the other "takes".
  public var holder: SideID
  /// The town that decides the grade; nil: points alone.
  public var town: TownID?
  /// The share (permille) of the town's value, over time and at the end, from which the holder
  /// has held decisively, held marginally, and been beaten only marginally, falling.
  public var holdDecisive: Int32
  /// See `holdDecisive`.
  public var holdMarginal: Int32
  /// Below this the other side took it marginally.
  public var takeMarginal: Int32
  /// Below this the other side took it decisively.
  public var takeDecisive: Int32
  /// Points off a side's score by political event: one per civilian killed by its fire, for a
  /// strike on the enemy's capital, for breaking the truce, for a strike on neutral ground, and for
  /// asking for free fire early.
  public var costs: PoliticalCosts

  /// An end; the default is one day with grades at 700, 550, 450 and 300 permille.
  public init(
    band: ClosedRange<Int32> = 1440...1440, holder: SideID = SideID(0), town: TownID? = nil,
    holdDecisive: Int32 = 700, holdMarginal: Int32 = 550, takeMarginal: Int32 = 450,
    takeDecisive: Int32 = 300, costs: PoliticalCosts = .init()
  ) {
    self.band = band
    self.holder = holder
    self.town = town
    self.holdDecisive = holdDecisive
    self.holdMarginal = holdMarginal
    self.takeMarginal = takeMarginal
    self.takeDecisive = takeDecisive
    self.costs = costs
  }
}

/// What political events cost in points.
public struct PoliticalCosts: Sendable, Hashable {
  /// For each civilian killed by the side's fire.
  public var perCivilianKilled: Int32
  /// For a strike on the enemy's capital.
  public var capitalStruck: Int32
  /// For breaking the truce.
  public var truceBroken: Int32
  /// For fire on neutral ground.
  public var neutralStruck: Int32
  /// For setting free fire before it was released.
  public var earlyRelease: Int32

  /// Costs; nothing costs anything unless said.
  public init(
    perCivilianKilled: Int32 = 0, capitalStruck: Int32 = 0, truceBroken: Int32 = 0,
    neutralStruck: Int32 = 0, earlyRelease: Int32 = 0
  ) {
    self.perCivilianKilled = perCivilianKilled
    self.capitalStruck = capitalStruck
    self.truceBroken = truceBroken
    self.neutralStruck = neutralStruck
    self.earlyRelease = earlyRelease
  }
}
