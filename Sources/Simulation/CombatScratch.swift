/// Buffers of the fighting half of a tick. Effects of a minute are summed here and applied at its
/// end, so that the order in which units act does not matter. Nothing here outlives the tick but
/// `facts`, which the setup alone determines.
struct CombatScratch: Sendable {
  /// By unit: facts of the setup; empty until the first tick.
  var facts: [UnitFacts] = []
  /// Who stands where after movement.
  var occupancy: HexOccupancy
  /// The same units by side and place, with what they see with.
  var grid: UnitGrid
  /// Lines of sight found so far.
  var lines = SightLines()
  /// By unit: what shooters ask of it.
  var targets: [FireTarget]
  /// By hex: the sides, one bit each, that find a target there.
  var targetSides: [UInt8]
  /// The hexes whose `targetSides` are not 0.
  var targetHexes: [Int32] = []
  /// Shooters and their targets.
  var pairs: [FirePair] = []
  /// How light it is.
  var light = Sky.Light.day
  /// By unit: strength in direct fire in men-equivalents, Q8.
  var strength: [Int64]
  /// By unit: the weight of all targets that it fires at.
  var targetWeight: [Int64]
  /// By unit: strength of the enemy that fires at it, Q8.
  var incoming: [Int64]
  /// By unit: the same times intensity in permille.
  var incomingIntensity: [Int64]
  /// By unit: the same times the enemy's shielding by tanks in Q16.
  var incomingShield: [Int64]
  /// By unit: the same times the share of tanks in the enemy's strength, permille.
  var incomingArmour: [Int64]
  /// By unit: strength of enemies that have just joined the fight, Q8.
  var fresh: [Int64]
  /// By side: what weather, surprise and the rule of the air do.
  var conditions: [SideConditions]
  /// By unit: the enemy's power in the fight, Q8.
  var enemyPower: [Int64]
  /// By unit: the row of the strongest shooter at it, -1 for none.
  var shooter: [Int32]
  /// By unit: the strength of that shooter, Q8.
  var shooterStrength: [Int64]
  /// By unit: the edges across which enemies press, one bit an edge.
  var edges: [UInt8]
  /// By unit: the greatest intensity in which it takes part, permille; 0 where it does not fight.
  var intensity: [Int32]
  /// By unit: men to be lost, Q8 times 10^6.
  var menLoss: [Int64]
  /// By unit and class: vehicles to be lost, Q8 times 10^6.
  var vehicleLoss: [Int64]
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
  init(units: Int, sides: Int, hexGrid: HexGrid) {
    let hexes = hexGrid.count
    let wide = [Int64](repeating: 0, count: units)
    let narrow = [Int32](repeating: 0, count: units)
    let bytes = [UInt8](repeating: 0, count: units)
    occupancy = HexOccupancy(units: units, hexes: hexes)
    grid = UnitGrid(units: units, sides: sides, grid: hexGrid)
    (strength, targetWeight, incoming, incomingIntensity) = (wide, wide, wide, wide)
    (incomingShield, enemyPower, shooterStrength, menLoss) = (wide, wide, wide, wide)
    (suppression, shock, incomingArmour, fresh) = (wide, wide, wide, wide)
    conditions = Array(repeating: SideConditions(), count: sides)
    (shooter, intensity, jolt) = (narrow, narrow, narrow)
    (edges, shelled) = (bytes, bytes)
    shocks = Array(repeating: 0, count: units * ShockKind.count)
    isShaken = Array(repeating: false, count: units)
    shaken.reserveCapacity(units)
    vehicleLoss = Array(repeating: 0, count: units * VehicleClass.count)
    targets = Array(repeating: FireTarget(), count: units)
    targetSides = Array(repeating: 0, count: hexes)
    mark = Array(repeating: 0, count: hexes)
    queue = Array(repeating: 0, count: hexes)
    depth = Array(repeating: 0, count: hexes)
  }

  /// Makes everything ready for a tick.
  mutating func begin(_ world: borrowing World) {
    if facts.isEmpty {
      facts.reserveCapacity(world.units.count)
      for row in 0..<world.units.count { facts.append(UnitFacts(world.setup, row)) }
    }
    occupancy.rebuild(world)
    light = world.setup.clock.light(at: world.tick)
    for side in conditions.indices { conditions[side] = world.conditions(of: side) }
    world.listObservers(&self)
    for row in 0..<strength.count {
      (strength[row], targetWeight[row], incoming[row], incomingIntensity[row]) = (0, 0, 0, 0)
      (incomingShield[row], enemyPower[row], shooterStrength[row]) = (0, 0, 0)
      (menLoss[row], suppression[row], shock[row]) = (0, 0, 0)
      (incomingArmour[row], fresh[row]) = (0, 0)
      (shooter[row], intensity[row], jolt[row]) = (-1, 0, 0)
      (edges[row], shelled[row]) = (0, 0)
    }
    for entry in 0..<vehicleLoss.count { vehicleLoss[entry] = 0 }
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
