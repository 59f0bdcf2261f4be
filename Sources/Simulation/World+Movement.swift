extension World {
  /// Moves the units along their paths for one minute: first who attacks or falls back, then the
  /// rest, each by rising id, so that contested room goes by priority and then by id.
  mutating func stepMovement(scratch: inout Scratch, events: inout [Event]) {
    scratch.movement.occupancy.rebuild(self)
    listTraffic(&scratch.movement.traffic)
    scratch.movement.light = setup.clock.light(at: tick)
    for urgent in [true, false] {
      for row in 0..<units.count where isPresent(row) && isUrgent(row) == urgent {
        settle(row)
        if units.busyMinutes[row] > 0 {
          units.busyMinutes[row] -= 1
        } else if units.pathDone[row] < units.pathCount[row], standsOnGround(row) {
          advance(row, scratch: &scratch, events: &events)
        }
      }
    }
  }

  private func isUrgent(_ row: Int) -> Bool {
    units.status[row] != .active || units.task[row] == .attack || units.task[row] == .withdraw
  }

  /// One unit's minute on its path.
  private mutating func advance(_ row: Int, scratch: inout Scratch, events: inout [Event]) {
    guard let next = nextStep(row) else { return clearPath(row) }
    units.nextHex[row] = Int32(next.hex)
    let mode = marchMode(row)
    let mobility = mobility(row)
    guard
      let cost = scratch.movement.costs.step(
        setup.terrain, from: Int(units.hex[row]), next.side, to: next.hex, mobility, mode),
      hasFuel(row, mobility)
    else {
      let cause: ChangeCause = hasFuel(row, mobility) ? .noWay : .outOfFuel
      return abandon(row, because: cause, events: &events)
    }
    let step = progress(row, cost, mobility, next.side, scratch.movement.light)
    if isBlocked(row, at: next.hex, scratch.movement.occupancy)
      || isOpposed(row, at: next.hex, scratch.movement.occupancy)
    {
      return meetEnemy(row, step: step, scratch: &scratch, events: &events)
    }
    let reached = units.progress[row] + step
    guard reached >= 65_536 else {
      units.progress[row] = reached
      return
    }
    let isLast =
      units.pathDone[row] + 1 == units.pathCount[row] && units.wayDone[row] >= units.wayCount[row]
    if isLast, isFull(next.hex, for: row, scratch.movement.occupancy) {
      units.progress[row] = 65_535
      // No room at the goal: attackers wait their turn, others stay beside it.
      if units.task[row] != .attack { arrive(row, events: &events) }
      return
    }
    if isHeldUp(row, next.side, next.hex, scratch.movement.traffic) {
      units.progress[row] = 65_535
      units.heldUpMinutes[row] += 1
      return
    }
    units.heldUpMinutes[row] = 0
    units.progress[row] = min(reached - 65_536, 65_535)
    enter(next.hex, next.side, row, mobility, scratch: &scratch, events: &events)
  }

  /// How a unit walks its path in its posture.
  func marchMode(_ row: Int) -> MarchMode { MarchMode(units.posture[row]) }

  /// The way made in a minute in Q16 of the step: table speed, less suppression and fatigue, by
  /// light.
  private func progress(
    _ row: Int, _ cost: Int32, _ mobility: Mobility, _ side: HexSide, _ light: Sky.Light
  ) -> Int32 {
    let table = setup.rules.movement
    let onRoad = setup.terrain.road(Int(units.hex[row]), side) != .none
    var speed = 6_553_600 / Int64(cost)
    speed = Fixed.mulDiv(speed, Int64(1000 - units.suppression[row]), 1000)
    let tired = Int64(units.fatigue[row]) * Int64(table[.fatigueLoss]) / 1000
    speed = Fixed.mulDiv(speed, 1000 - tired, 1000)
    if isWet, !onRoad { speed = Fixed.mulDiv(speed, Int64(table[.wetCountry]), 1000) }
    let night = table.nightShare(
      light, onRoad: onRoad, mobility: mobility, gear: setup.units[row].nightGear)
    speed = Fixed.mulDiv(speed, Int64(night), 1000)
    if units.posture[row] == .attacking {
      speed = Fixed.mulDiv(speed, Int64(table[.attackPace]), 1000)
    }
    return Int32(speed)
  }

  private func hasFuel(_ row: Int, _ mobility: Mobility) -> Bool {
    mobility == .foot || units.fuel[row] > 0 || !burnsFuel(row)
  }

  private func burnsFuel(_ row: Int) -> Bool {
    switch setup.units[row].arm {
    case .leader, .press, .supply: false
    default: true
    }
  }

  private mutating func enter(
    _ hex: Int, _ side: HexSide, _ row: Int, _ mobility: Mobility, scratch: inout Scratch,
    events: inout [Event]
  ) {
    let terrain = setup.terrain
    let from = Int(units.hex[row])
    let road = terrain.road(from, side) != .none
    if mobility != .foot, burnsFuel(row) {
      let used = road ? 10 : setup.rules.movement[.fuelCountryTenths]
      units.fuel[row] = max(0, units.fuel[row] - used)
      wear(row, onRoad: road)
    }
    noteLeaving(row, from: from, road: road, events: &events)
    units.hex[row] = Int32(hex)
    units.entrenchment[row] = entrenchmentBehind(row, hex)
    units.entrenchmentMinutes[row] = 0
    units.pathDone[row] += 1
    scratch.movement.occupancy.move(row, to: Int32(hex))
    if let next = nextStep(row) {
      units.nextHex[row] = Int32(next.hex)
      if road, units.posture[row] == .column {
        let part = min(columnLength(row), Int32(HexGrid.spacingMeters))
        scratch.movement.traffic.add(part, in: hex, leavingBy: next.side, isSpanning: false)
        scratch.movement.traffic.add(0, in: from, leavingBy: side, isSpanning: true)
      }
      if meetsEnemyBeside(row, scratch.movement.occupancy) {
        abandon(row, because: .enemyBeside, events: &events)
      }
      return
    }
    let hadWays = units.wayDone[row] < units.wayCount[row]
    passWays(row)
    let goal = Int(legGoal(of: row))
    if goal >= 0, goal != hex, hadWays || units.pathCount[row] == Int32(Self.pathCapacity),
      planPath(
        row, to: goal, marchMode(row), avoidsEnemy: units.task[row] != .attack, scratch: &scratch)
    {
      return
    }
    arrive(row, events: &events)
  }

  /// Tells of a departure and of a column that leaves the road.
  private func noteLeaving(_ row: Int, from: Int, road: Bool, events: inout [Event]) {
    let side = setup.units[row].side
    let detail = Int32(units.task[row].rawValue)
    let done = Int(units.pathDone[row])
    if done == 0, units.status[row] == .active {
      events.append(
        Event(
          tick: tick, kind: .departed, side: side, unit: UnitID(row), hex: Int32(from),
          amount: units.personnel[row] / 256, detail: detail))
    } else if !road, units.posture[row] == .column, done > 0,
      let last = HexSide(rawValue: units.pathSteps[row * Self.pathCapacity + done - 1]),
      setup.terrain.road(from, last.opposite) != .none
    {
      events.append(
        Event(
          tick: tick, kind: .leftRoad, side: side, unit: UnitID(row), hex: Int32(from),
          detail: detail))
    }
  }

  /// A unit is where its path led: it takes the posture of its task; a task of going there is done.
  mutating func arrive(_ row: Int, events: inout [Event]) {
    let task = units.task[row]
    let table = setup.rules.movement
    if units.posture[row] == .column {
      // The tail closes up while the head deploys.
      let vehicles = vehicleCount(row)
      let minutes = Fixed.mulDiv(
        Int64(vehicles) * Int64(table[.columnMetersPerVehicle]), 60,
        100 * Int64(max(1, table[.columnSecondary])))
      units.busyMinutes[row] =
        table[.deployMinutes] + min(Int32(minutes), table[.closeUpCapMinutes])
    }
    clearPath(row)
    clearWays(row)
    units.arrivedAt[row] = tick.rawValue
    events.append(
      Event(
        tick: tick, kind: .arrived, side: setup.units[row].side, unit: UnitID(row),
        hex: units.hex[row], detail: Int32(task.rawValue)))
    if setup.units[row].arm == .leader, task == .march || task == .move {
      events.append(
        Event(
          tick: tick, kind: .leaderArrived, side: setup.units[row].side, unit: UnitID(row),
          hex: units.hex[row]))
    }
    if units.status[row] == .active { takePosture(row, of: task, events: &events) }
    switch task {
    case .move, .march, .attack, .withdraw: setTask(row, .hold, target: -1)
    default: break
    }
  }

  /// Takes the posture in which a task is done on the spot.
  mutating func takePosture(_ row: Int, of task: OrderKind, events: inout [Event]) {
    switch task {
    case .camp:
      units.posture[row] = .camped
      events.append(
        Event(
          tick: tick, kind: .campMade, side: setup.units[row].side, unit: UnitID(row),
          hex: units.hex[row]))
    case .digIn: units.posture[row] = .diggingIn
    case .reform: units.posture[row] = .reforming
    case .bombard: units.posture[row] = .firing
    case .move, .march, .attack, .hold, .withdraw, .airStrike, .airAssault, .cordon, .search,
      .resupply, .cancel, .engage, .recall, .setHour, .conduct, .attach, .detach:
      units.posture[row] = .holding
    }
  }

  /// Vehicles present, whole ones.
  func vehicleCount(_ row: Int) -> Int32 {
    let base = row * VehicleClass.count
    return (0..<VehicleClass.count).reduce(0) { $0 + units.vehicles[base + $1] / 256 }
  }
}

extension RuleTable where Key == MovementKey {
  /// The share of the speed by day that the light leaves, permille.
  func nightShare(_ light: Sky.Light, onRoad: Bool, mobility: Mobility, gear: UInt8) -> Int32 {
    let dark: Int32
    let seen: Int32 =
      switch gear {
      case 0: self[.nightCountry]
      case 1: self[.nightCountrySome]
      case 2: self[.nightCountryImage]
      default: self[.nightCountryThermal]
      }
    if onRoad {
      let blind = mobility == .foot ? self[.nightRoadFoot] : self[.nightRoadVehicle]
      dark = gear >= 2 ? max(blind, seen) : blind
    } else {
      dark = seen
    }
    switch light {
    case .day, .civilTwilight: return 1000
    case .nauticalTwilight: return dark + (1000 - dark) * self[.twilightGain] / 1000
    case .moonlitNight: return dark + (1000 - dark) * self[.moonGain] / 1000
    case .darkNight: return dark
    }
  }
}
