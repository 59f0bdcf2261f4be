/// Buffers of the fighting half of a tick. Effects of a minute are summed here and applied at its
/// end, so that the order in which units act does not matter. Nothing here outlives the tick but
/// `facts`, which the setup alone determines.
struct CombatScratch: Sendable {
  /// By unit: facts of the setup; empty until the first tick.
  var facts: [UnitFacts] = []
  /// By unit: its weapons against vehicles; empty until the first tick.
  var antiTank: [AntiTankWeapons] = []
  /// What qualities make of strength and power.
  let gains: QualityGains
  /// Who stands where after movement.
  var occupancy: HexOccupancy
  /// The same units by side and place, with what they see with.
  var grid: UnitGrid
  /// What the tick's looks showed.
  var looks: [Look] = []
  /// By side and unit: who of the side saw it best when it was looked for last; only a first guess.
  var observers: [Int32]
  /// Lines of sight found so far.
  var lines = SightLines()
  /// By unit: the sides, one bit each, that see it and may fire on it.
  var openTo: [UInt8]
  /// Targets by place.
  var board: TargetBoard
  /// The targets of those who choose theirs just now.
  var pairs: [FirePair]
  /// The rows of those who choose theirs just now.
  var company: [Int32] = []
  /// How light it is.
  var light = Sky.Light.day
  /// How far one sees through the air, metres.
  var haze = Int64(WeatherSpell.clear)
  /// By unit: strength in direct fire in men-equivalents, Q8.
  var strength: [Int64]
  /// By unit: the weight of all targets that it fires at.
  var targetWeight: [Int64]
  /// By unit: what direct fire does to it.
  var received: [ReceivedFire]
  /// By side: what weather, surprise and the rule of the air do.
  var conditions: [SideConditions]
  /// By unit: men to be lost, Q8 times 10^6.
  var menLoss: [Int64]
  /// By unit and class: vehicles to be lost, Q8 times 10^6; 0 at the start of every tick.
  private(set) var vehicleLoss: [Int64]
  /// By unit: 1 where `vehicleLoss` is not 0.
  private(set) var isStruck: [UInt8]
  /// By unit: suppression to be gained, permille times 1,000.
  var suppression: [Int64]
  /// By unit: cohesion to be lost, permille times 10^6.
  var shock: [Int64]
  /// By unit: cohesion to be lost as a whole by shocks dealt this tick, permille.
  var jolt: [Int32]
  /// By unit and kind of shock: cohesion to be lost, permille times 10^6, for the accounts.
  var shocks: [Int64]
  /// The units for which `shocks` are not 0, and a mark for each.
  var shaken: [Int32] = []
  var isShaken: [Bool]
  /// The units that were fired on in the last hour.
  var embattled: [Int32] = []
  /// By unit: the sides, one bit each, with a unit closed up to it or to whose unit it closed up.
  var touching: [UInt8]
  /// By unit: 1 where a shell or bomb fell on it.
  var shelled: [UInt8]
  /// By hex: a mark of the last search that reached it.
  var mark: [Int32]
  /// The mark of the running search.
  var stamp: Int32 = 0
  /// The queue of a search over hexes.
  var queue: [Int32]
  /// By place in the queue: steps from the start of the search.
  var depth: [Int32]

  /// Buffers for so many units and hexes.
  init(units: Int, sides: Int, hexGrid: HexGrid, rules: Rules) {
    gains = QualityGains(rules)
    company.reserveCapacity(units)
    let hexes = hexGrid.count
    let wide = [Int64](repeating: 0, count: units)
    let bytes = [UInt8](repeating: 0, count: units)
    occupancy = HexOccupancy(units: units, hexes: hexes)
    observers = Array(repeating: 0, count: units * sides)
    grid = UnitGrid(units: units, sides: sides, grid: hexGrid)
    (strength, targetWeight, menLoss, suppression, shock) = (wide, wide, wide, wide, wide)
    received = Array(repeating: ReceivedFire(), count: units)
    conditions = Array(repeating: SideConditions(), count: sides)
    jolt = Array(repeating: 0, count: units)
    (shelled, openTo, isStruck, touching) = (bytes, bytes, bytes, bytes)
    board = TargetBoard(hexGrid, units: units)
    pairs = Array(repeating: FirePair(), count: units)
    shocks = Array(repeating: 0, count: units * ShockKind.count)
    isShaken = Array(repeating: false, count: units)
    shaken.reserveCapacity(units)
    vehicleLoss = Array(repeating: 0, count: units * VehicleClass.count)
    mark = Array(repeating: 0, count: hexes)
    queue = Array(repeating: 0, count: hexes)
    depth = Array(repeating: 0, count: hexes)
  }

  /// Makes everything ready for a tick.
  mutating func begin(_ world: borrowing World) {
    if facts.isEmpty {
      facts.reserveCapacity(world.units.count)
      antiTank.reserveCapacity(world.units.count)
      for row in 0..<world.units.count {
        facts.append(UnitFacts(world.setup, row))
        antiTank.append(AntiTankWeapons(world.setup, row))
      }
    }
    occupancy.rebuild(world)
    light = world.setup.clock.light(at: world.tick)
    haze = Int64(world.setup.weather(at: world.tick).visibilityMeters)
    for side in conditions.indices { conditions[side] = world.conditions(of: side) }
    world.listObservers(&self)
    Self.reset(&strength, to: 0)
    Self.reset(&targetWeight, to: 0)
    Self.reset(&received, to: ReceivedFire())
    Self.reset(&menLoss, to: 0)
    for row in 0..<isStruck.count where isStruck[row] != 0 { settleVehicles(row) }
    Self.reset(&suppression, to: 0)
    Self.reset(&shock, to: 0)
    Self.reset(&jolt, to: 0)
    Self.reset(&shelled, to: 0)
    Self.reset(&touching, to: 0)
  }

  private static func reset<Value>(_ column: inout [Value], to value: Value) {
    column.withUnsafeMutableBufferPointer { $0.update(repeating: value) }
  }

  /// Adds to what a unit loses of a class of vehicles this minute, Q8 times 10^6.
  mutating func lose(_ row: Int, entry: Int, _ micro: Int64) {
    vehicleLoss[entry] += micro
    isStruck[row] = 1
  }

  /// Whatever a unit lost of its vehicles has been taken off.
  private mutating func settleVehicles(_ row: Int) {
    for entry in row * VehicleClass.count..<(row + 1) * VehicleClass.count {
      vehicleLoss[entry] = 0
    }
    isStruck[row] = 0
  }

  /// Starts a search over hexes: everything is unmarked.
  mutating func beginSearch() {
    if stamp == Int32.max {
      for hex in 0..<mark.count { mark[hex] = 0 }
      stamp = 0
    }
    stamp += 1
  }

  /// Whether it is too dark to see without night gear.
  var isNight: Bool { light == .moonlitNight || light == .darkNight }
}
