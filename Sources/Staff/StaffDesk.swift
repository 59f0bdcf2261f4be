import Simulation

/// One decision of a staff while it is being made.
struct StaffDesk {
  let staff: Staff
  let picture: Picture
  var memory: StaffMemory
  private(set) var orders: [Order] = []
  let estimate: Estimate
  /// What was decided by comparing courses, and why.
  var reasons: [StaffReason] = []
  /// The task that is being carried out.
  private var task: StaffTask?
  /// The hexes of enemies that have settled among waiting units, by who goes for them.
  var hunt: [UnitID: Int32] = [:]
  /// Unit-ticks of play-outs in this decision so far.
  var spent: Int64 = 0

  init(staff: Staff, picture: Picture, memory: StaffMemory) {
    self.staff = staff
    self.picture = picture
    self.memory = memory
    estimate = Estimate(picture)
  }

  var grid: HexGrid { picture.setup.terrain.grid }

  /// Begins and ends tasks as their conditions say.
  mutating func reviewTasks() {
    setHour()
    for task in staff.plan.tasks where !memory.ended.contains(task.id) {
      if memory.begun[task.id] == nil {
        guard task.conditions.allSatisfy({ holds($0) }) else { continue }
        memory.begun[task.id] = picture.tick
      }
      if !task.endings.isEmpty, task.endings.allSatisfy({ holds($0) }) {
        memory.ended.insert(task.id)
      }
    }
  }

  /// The open tasks with the units that are theirs: a unit follows its last open task.
  func assignments() -> [(StaffTask, [UnitReport])] {
    var taskOf: [UnitID: Int] = [:]
    let open = staff.plan.tasks.indices.filter {
      let id = staff.plan.tasks[$0].id
      return memory.begun[id] != nil && !memory.ended.contains(id)
    }
    for index in open {
      // Asking for free fire is done beside everything else.
      guard staff.plan.tasks[index].kind != .release else { continue }
      for unit in staff.plan.tasks[index].units { taskOf[unit] = index }
    }
    return open.map { index in
      let task = staff.plan.tasks[index]
      let units = picture.units.filter {
        $0.status == .active && !staff.left.contains($0.id)
          && (task.kind == .release ? task.units.contains($0.id) : taskOf[$0.id] == index)
      }
      return (task, units)
    }
  }

  mutating func carryOut(_ task: StaffTask, _ units: [UnitReport]) {
    self.task = task
    switch task.kind {
    case .seize: seize(task, units)
    case .defend, .delay: hold(task, units)
    case .probe: probe(task, units)
    case .assemble: assemble(task, units)
    case .support: support(task, units)
    case .strike: strike(task, units)
    case .land: land(task, units)
    case .cordon: cordon(task, units)
    case .search: search(task, units)
    case .visit: visit(task, units)
    case .release: release(task, units)
    }
  }

  private func holds(_ condition: StaffCondition) -> Bool {
    switch condition {
    case .time(let tick): return picture.tick >= tick
    case .hour(let offset): return hHour.map { picture.tick >= $0 + offset } ?? false
    case .sunsetWithin(let minutes):
      let sky = picture.sky
      guard sky.sunsetMinute >= 0 else { return false }
      return sky.minuteOfDay >= sky.sunsetMinute - minutes
    case .dark(let isDark):
      return (picture.sky.light.rawValue >= Sky.Light.nauticalTwilight.rawValue) == isDark
    case .freeFire:
      return picture.rulesOfEngagement[staff.side.index] == .free
    case .truceBroken: return !picture.truceHolds
    case .begun(let id): return memory.begun[id] != nil
    case .arrived(let id, let permille):
      guard let task = staff.plan.tasks.first(where: { $0.id == id }), let place = task.place.first
      else { return false }
      let force = picture.units.filter { task.units.contains($0.id) && $0.status != .gone }
      let there = force.count {
        $0.status == .active && grid.distance(Int($0.hex), Int(place)) <= 4
      }
      return !force.isEmpty && Int64(there) * 1000 >= permille * Int64(force.count)
    case .holds(let town, let quarters):
      let held = picture.setup.terrain.towns[town.index].quarters.count {
        picture.quarterControl[$0] == staff.side.rawValue
      }
      return held >= quarters
    case .enemyWithin(let place, let hexes):
      return estimate.enemyPower(near: place, within: hexes, grid) > 0
    }
  }

  // MARK: Giving orders

  /// Gives an order unless the unit is doing just that already, was told something lately, or would
  /// be refused; true if it was given or is being done.
  @discardableResult
  mutating func order(
    _ unit: UnitReport, _ kind: OrderKind, _ target: Int32? = nil, then queued: OrderKind? = nil,
    duration: Int32 = 0, patience: Int32 = 20
  ) -> Bool {
    let isUnderWay = unit.task == kind && (target == nil || unit.taskTarget == target)
    let isOnItsWay = unit.orders.contains {
      $0.order.kind == kind && (target == nil || $0.order.target == target)
    }
    if isUnderWay || isOnItsWay { return true }
    if let last = memory.lastOrder[unit.id], picture.tick - last < patience { return false }
    guard isAllowed(kind, target) else { return false }
    let order = Order(
      side: staff.side, unit: unit.id, kind: kind, target: target, duration: duration)
    guard picture.rejection(of: order) == nil else { return false }
    append(order, to: unit)
    memory.lastOrder[unit.id] = picture.tick
    if let queued {
      orders.append(
        Order(side: staff.side, unit: unit.id, kind: queued, target: target, isQueued: true))
    }
    return true
  }

  /// Whether an order keeps within the boundary; fire may fall beyond it, and who falls back goes
  /// where he can.
  private func isAllowed(_ kind: OrderKind, _ target: Int32?) -> Bool {
    guard let boundary = staff.boundary, let target, kind.isTravel, kind != .withdraw else {
      return true
    }
    return grid.distance(Int(target), Int(boundary.center)) <= boundary.radius
  }

  /// Gives an order as it is.
  mutating func append(_ order: Order) { orders.append(order) }

  /// Gives an order and says why.
  private mutating func append(_ order: Order, to unit: UnitReport) {
    orders.append(order)
    guard let task else { return }
    reasons.append(
      StaffReason(
        tick: picture.tick, task: task.id, units: [unit.id], order: order,
        text: reason(of: order, to: unit, task)))
  }

  /// Goes to a hex by the sensible way: marching where it is far and no enemy is near.
  @discardableResult
  mutating func go(_ unit: UnitReport, to hex: Int32, then queued: OrderKind? = nil) -> Bool {
    let far = grid.distance(Int(unit.hex), Int(hex)) > 5
    let isQuiet = estimate.enemyPower(near: unit.hex, within: 4, grid) == 0
    return order(unit, far && isQuiet ? .march : .move, hex, then: queued, patience: 45)
  }

  /// The hex of the way to a place that lies `distance` hexes before it; nil where there is no way.
  func stop(_ unit: UnitReport, before place: Int32, distance: Int) -> Int32? {
    guard let route = picture.route(for: unit.id, to: place, as: .march) else { return nil }
    guard route.hexes.count > distance else { return unit.hex }
    return route.hexes[route.hexes.count - 1 - distance]
  }
}
