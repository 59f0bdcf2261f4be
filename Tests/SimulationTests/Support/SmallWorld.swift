import Simulation

/// Builds small battles: two sides, `az` and `tk`, on a small grid.
struct SmallWorld {
  /// Kinds of weapons by row: 0 tank, 1 carrier, 2 howitzer, 3 lorry, 4 attack aircraft, 5
  /// helicopter.
  static let equipment: [Equipment] = [
    .init(
      id: "t72", name: "T-72", vehicleClass: .tank, directRangeMeters: 2000, killPermille: 600),
    .init(id: "bmp", name: "BMP-2", vehicleClass: .ifv, directRangeMeters: 1500),
    .init(
      id: "d30", name: "D-30", vehicleClass: .gun, indirectRangeMeters: 15_000,
      minimumRangeMeters: 2000, roundsPerMinuteTenths: 20, lethalAreaSquareMeters: 330),
    .init(id: "ural", name: "Ural", vehicleClass: .truck),
    .init(id: "su25", name: "Su-25", vehicleClass: .aircraft, speedKmh: 700),
    .init(id: "mi8", name: "Mi-8", vehicleClass: .helicopter, seats: 24, speedKmh: 220),
  ]

  /// Ways to fight by row: 0 as at the start, 1 to the last, 2 delay, 3 hold fire, 4 never fire.
  static let conducts: [ConductPreset] = [
    .init(id: "standard", name: "Standard", consequence: "Fights.", conduct: Conduct()),
    .init(
      id: "hold_fast", name: "Hold fast", consequence: "Stands.",
      conduct: Conduct(fireSupport: .free, giveGround: .never)),
    .init(
      id: "delay", name: "Delay", consequence: "Gives way.", conduct: Conduct(giveGround: .delay)),
    .init(
      id: "hold_fire", name: "Hold fire", consequence: "Waits.",
      conduct: Conduct(rules: .returnFire, fireSupport: .save)),
    .init(
      id: "weapons_tight", name: "Weapons tight", consequence: "Never fires.",
      conduct: Conduct(rules: .truce, fireSupport: .save, giveGround: .delay)),
  ]

  var terrain: Terrain
  var units: [UnitSetup] = []
  var formations: [FormationSetup]
  var rules = Tables.rules
  var engagement: [RulesOfEngagement] = [.free, .free]
  var control: [UInt8]?
  var weather: [WeatherSpell] = []
  var clock = BattleClock(
    year: 1998, month: 9, day: 12, minuteOfDay: 720, utcOffsetMinutes: 300,
    latitudeMillidegrees: 39_200, longitudeMillidegrees: 48_500)

  /// An empty battle on bare ground.
  init(columns: Int = 12, rows: Int = 10, cover: Cover = .grassland) {
    terrain = Terrain(grid: HexGrid(columns: columns, rows: rows), cover: cover)
    formations = [
      FormationSetup(id: "az", name: "Azeri", shortName: "Az", sidc: "", side: SideID(0)),
      FormationSetup(id: "tk", name: "Talysh", shortName: "Tk", sidc: "", side: SideID(1)),
    ]
  }

  /// The index of a hex.
  func hex(_ column: Int, _ row: Int) -> Int32 {
    Int32(terrain.grid.index(of: Hex(column, row)))
  }

  /// Adds a unit and gives its id.
  @discardableResult
  mutating func add(
    _ side: Int, _ arm: Arm, men: Int32 = 400, vehicles: [(Int16, Int32)] = [], at hex: Int32,
    _ change: (inout UnitSetup) -> Void = { _ in }
  ) -> UnitID {
    var unit = UnitSetup(
      id: "\(side == 0 ? "az" : "tk").\(units.count)", name: "Unit \(units.count)",
      shortName: "\(units.count)", sidc: "", side: SideID(side), formation: FormationID(side),
      arm: arm, personnel: men,
      vehicles: vehicles.map { VehicleHolding(equipment: $0.0, count: $0.1) }, start: hex)
    change(&unit)
    units.append(unit)
    return UnitID(units.count - 1)
  }

  /// A road along a row of hexes from one column to another.
  mutating func road(_ kind: RoadClass, row: Int, columns: Range<Int>) {
    for column in columns {
      terrain.setRoad(terrain.grid.index(of: Hex(column, row)), .east, kind)
    }
  }

  /// The setup.
  var setup: BattleSetup {
    var setup = BattleSetup(
      scenarioID: "small", title: "Small", terrain: terrain, clock: clock, rules: rules,
      sides: [
        SideSetup(
          id: "az", name: "Azerbaijan", adjective: "Azeri", identity: 6, color: "#0000FF",
          rulesOfEngagement: engagement[0], enemy: 1),
        SideSetup(
          id: "tk", name: "Talysh", adjective: "Talysh", identity: 3, color: "#FF0000",
          rulesOfEngagement: engagement[1], enemy: 0),
      ],
      formations: formations, units: units, initialControl: control,
      ceaseFire: CeaseFireSetup(band: 4000...4300))
    setup.weather = weather
    return setup
  }

  /// The battle at tick 0.
  func world(seed: UInt64 = 1) -> World { World(setup, seed: seed) }
}

/// A world that is stepped with its buffers and what happened in it.
struct Run {
  var world: World
  var scratch: World.Scratch
  var events: [Event] = []

  init(_ world: World) {
    self.world = world
    scratch = World.Scratch(for: world)
  }

  /// Plays some minutes, the orders in the first.
  mutating func step(_ minutes: Int, _ orders: [Order] = []) {
    for minute in 0..<minutes {
      world.step(minute == 0 ? orders : [], scratch: &scratch, events: &events)
    }
  }

  /// Plays until a condition holds, at most so many minutes; the minutes played.
  mutating func step(upTo minutes: Int, until done: (World) -> Bool) -> Int {
    for minute in 0..<minutes {
      if done(world) { return minute }
      step(1)
    }
    return minutes
  }
}

/// Numbers for tests: a sequence from a seed, so that a failure can be played again.
struct TestNumbers {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
