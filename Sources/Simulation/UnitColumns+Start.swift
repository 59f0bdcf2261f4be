extension UnitColumns {
  /// The columns at tick 0 with every unit at full strength in its place and no path; the draws of
  /// the seed are made by `World.init`.
  init(_ setup: BattleSetup) {
    let count = setup.units.count
    let zeros = [Int32](repeating: 0, count: count)
    let vehicleZeros = [Int32](repeating: 0, count: count * VehicleClass.count)
    let longAgo = [Int32](repeating: 1000, count: count)
    let start = setup.units.map(\.start)
    self.count = count
    roster = UnitRoster(setup)
    status = Array(repeating: .active, count: count)
    posture = setup.units.map(\.posture)
    readiness = setup.units.map { Readiness(at: $0.posture) }
    hex = start
    nextHex = start
    progress = zeros
    personnel = zeros
    vehicles = vehicleZeros
    personnelLost = zeros
    vehiclesLost = vehicleZeros
    vehiclesDamaged = vehicleZeros
    personnelDetached = zeros
    vehiclesDetached = vehicleZeros
    personnelAtStart = zeros
    vehiclesAtStart = vehicleZeros
    quality = zeros
    suppression = zeros
    cohesion = longAgo
    fatigue = zeros
    ammunition = Array(repeating: 256_000, count: count)
    fuel = Array(repeating: setup.rules.movement[.fuelRangeTenths], count: count)
    entrenchment = setup.units.map { Int32($0.entrenchment) }
    entrenchmentMinutes = zeros
    busyMinutes = zeros
    heldUpMinutes = zeros
    cutOffMinutes = zeros
    inCommand = Array(repeating: 1, count: count)
    sinceFired = longAgo
    sinceHit = longAgo
    neutralizedMinutes = zeros
    hidden = setup.units.map { $0.isHidden ? 1 : 0 }
    task = Array(repeating: .hold, count: count)
    taskTarget = Array(repeating: -1, count: count)
    taskSince = zeros
    taskMinutes = zeros
    formation = setup.units.map { Int32($0.formation.rawValue) }
    orderSerial = zeros
    orderStage = Array(repeating: .none, count: count)
    arrivedAt = Array(repeating: -1, count: count)
    doneAt = Array(repeating: -1, count: count)
    let conduct = setup.rules.conducts.first?.conduct ?? Conduct()
    rules = Array(repeating: conduct.rules, count: count)
    fireSupport = Array(repeating: conduct.fireSupport, count: count)
    giveGround = Array(repeating: conduct.giveGround, count: count)
    ways = Array(repeating: -1, count: count * Order.wayCapacity)
    wayCount = zeros
    wayDone = zeros
    sorties = zeros
    carrier = Array(repeating: -1, count: count)
    arrival = zeros
    pathSteps = Array(repeating: 0, count: count * World.pathCapacity)
    pathCount = zeros
    pathDone = zeros
  }
}
