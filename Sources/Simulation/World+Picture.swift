extension World {
  /// The battle as a viewer knows it. `events` are those since the viewer's last picture; a side
  /// gets those of them that it knows of.
  public func picture(for viewpoint: Viewpoint, events: [Event]) -> Picture {
    switch viewpoint {
    case .umpire: umpirePicture(events)
    case .side(let side): sidePicture(side, events)
    }
  }

  private func umpirePicture(_ events: [Event]) -> Picture {
    Picture(
      viewpoint: .umpire, tick: tick, sky: setup.clock.sky(at: tick), setup: setup,
      units: (0..<units.count).map { report($0, knowsArrival: true) }, contacts: [],
      control: ground.control, seenHex: [], quarterControl: ground.quarterControl,
      civilians: civilians, treks: treks, rulesOfEngagement: politics.map(\.rulesOfEngagement),
      truceHolds: truceHolds, score: politics.map { $0.heldPoints - $0.politicalCost },
      fireMissions: fireMissions, hours: command.hours, superiors: command.superior,
      events: events, outcome: outcome, traces: traces, accounts: accounts)
  }

  private func sidePicture(_ side: SideID, _ events: [Event]) -> Picture {
    let known = knowledge[side.index]
    let own = (0..<units.count).filter {
      setup.units[$0].side == side && units.status[$0] != .gone && units.status[$0] != .departed
    }
    let rules = politics.indices.map { index in
      index == side.index ? politics[index].rulesOfEngagement : seenConduct(of: index)
    }
    let score = politics.indices.map { index in
      index == side.index ? politics[index].heldPoints - politics[index].politicalCost : 0
    }
    return Picture(
      viewpoint: .side(side), tick: tick, sky: setup.clock.sky(at: tick), setup: setup,
      units: own.map { report($0, knowsArrival: false) }, contacts: contacts(of: side),
      control: known.believedControl, seenHex: known.seenHex,
      quarterControl: setup.terrain.quarters.map { Self.owner(of: $0, in: known.believedControl) },
      civilians: civilians, treks: treks, rulesOfEngagement: rules, truceHolds: truceHolds,
      score: score,
      fireMissions: fireMissions.filter { setup.units[$0.unit.row].side == side },
      hours: command.hours.indices.map {
        $0 / HourName.count == side.index ? command.hours[$0] : -1
      },
      superiors: command.superior.indices.map {
        setup.formations[$0].side == side
          ? command.superior[$0] : setup.formations[$0].parent.map { Int32($0.rawValue) } ?? -1
      },
      events: events.filter { isKnown($0, to: side) }.map { masked($0, for: side) },
      outcome: outcome, traces: traces, accounts: accounts, contactSerials: known.serial)
  }

  /// What a side's conduct shows of its rules of engagement: as announced at the start while the
  /// truce holds, free once it is broken.
  private func seenConduct(of side: Int) -> RulesOfEngagement {
    truceHolds ? setup.sides[side].rulesOfEngagement : .free
  }

  /// What of some events a viewer may read.
  public func news(_ events: some Sequence<Event>, for viewpoint: Viewpoint) -> [Event] {
    guard case .side(let side) = viewpoint else { return Array(events) }
    return events.filter { isKnown($0, to: side) }.map { masked($0, for: side) }
  }

  /// Whether a side knows of an event: its own doing, about its own units, in sight, or public.
  func isKnown(_ event: Event, to side: SideID) -> Bool {
    switch event.kind {
    case .truceBroken, .capitalStruck, .neutralStruck, .ceaseFire: return true
    case .orderInForce, .orderAbandoned, .contactMade, .contactLost, .fireReleased,
      .reinforcementArrived, .airAssaultLaunched, .unitReformed, .unitRallied,
      .headquartersDisplaced, .departed, .arrived, .orderRecalled, .hourSet, .conductSet,
      .unitAttached, .gaveGround:
      return event.side == side
    default: break
    }
    if event.side == side { return true }
    if let unit = event.unit, setup.units[unit.row].side == side { return true }
    if let other = event.other, setup.units[other.row].side == side { return true }
    guard event.hex >= 0 else { return false }
    // Ground is looked at on a stagger, so what was seen a few minutes ago counts as in view.
    return knowledge[side.index].seenHex[Int(event.hex)] >= event.tick.rawValue - 10
  }

  /// An event as a side may read it: which enemy unit it was only where the side knows its name.
  private func masked(_ event: Event, for side: SideID) -> Event {
    var event = event
    if let unit = event.unit, !isNamed(unit, to: side) { event.unit = nil }
    if let other = event.other, !isNamed(other, to: side) { event.other = nil }
    return event
  }

  private func isNamed(_ unit: UnitID, to side: SideID) -> Bool {
    setup.units[unit.row].side == side || knowledge[side.index].detail[unit.row] >= 3
  }

  /// A unit as its own side knows it. The seed's draw of an arrival is not known: the middle of its
  /// band stands for it.
  func report(_ row: Int, knowsArrival: Bool) -> UnitReport {
    let cells = row * VehicleClass.count..<(row + 1) * VehicleClass.count
    let unit = setup.units[row]
    var arrival: Tick?
    if units.status[row] == .expected {
      let band = unit.arrivalBand ?? 0...0
      let guess = (band.lowerBound + band.upperBound) / 2
      arrival = knowsArrival ? Tick(rawValue: units.arrival[row]) : max(Tick(rawValue: guess), tick)
    }
    let fullTank = max(1, setup.rules.movement[.fuelRangeTenths])
    return UnitReport(
      id: UnitID(row), side: unit.side, status: units.status[row], posture: units.posture[row],
      readiness: units.readiness[row],
      hex: units.hex[row], position: position(row), personnel: units.personnel[row] / 256,
      personnelAtStart: units.personnelAtStart[row] / 256,
      vehicles: units.vehicles[cells].map { $0 / 256 },
      vehiclesDamaged: units.vehiclesDamaged[cells].map { ($0 + 128) / 256 },
      vehiclesAtStart: units.vehiclesAtStart[cells].map { $0 / 256 },
      strengthPermille: strengthPermille(row), cohesion: units.cohesion[row],
      suppression: units.suppression[row], fatigue: units.fatigue[row],
      ammunition: units.ammunition[row] / 256,
      fuel: min(1000, (units.fuel[row] * 1000 + fullTank - 1) / fullTank),
      entrenchment: units.entrenchment[row], busyMinutes: units.busyMinutes[row],
      heldUpMinutes: units.heldUpMinutes[row], isSupplied: units.cutOffMinutes[row] == 0,
      isInCommand: units.inCommand[row] != 0, isHidden: units.hidden[row] != 0,
      task: units.task[row],
      taskTarget: units.taskTarget[row] < 0 ? nil : units.taskTarget[row],
      path: remainingPath(row), orders: orders(of: UnitID(row)),
      orderSerial: units.orderSerial[row], orderStage: units.orderStage[row],
      orderDelay: units.status[row] == .gone ? 0 : expectedDelay(of: row), ways: waysLeft(row),
      conduct: conduct(of: row), commander: commander(row), arrival: arrival,
      sinceFired: units.sinceFired[row], sinceHit: units.sinceHit[row],
      sortiesLeft: sortiesLeft(row))
  }

  /// Where a unit is in metres, between hexes while it moves.
  func position(_ row: Int) -> MapPoint {
    let from = setup.terrain.grid.center(of: Int(units.hex[row]))
    let to = setup.terrain.grid.center(of: Int(units.nextHex[row]))
    let share = Int64(units.progress[row])
    return MapPoint(
      from.x + Int32(Fixed.mulDiv(Int64(to.x - from.x), share, 65_536)),
      from.y + Int32(Fixed.mulDiv(Int64(to.y - from.y), share, 65_536)))
  }

  /// The mean of men and of fighting vehicles as shares of the start, permille.
  func strengthPermille(_ row: Int) -> Int32 {
    var now: Int64 = 0
    var atStart: Int64 = 0
    for kind in VehicleClass.allCases where kind != .truck {
      let cell = row * VehicleClass.count + Int(kind.rawValue)
      now += Int64(units.vehicles[cell])
      atStart += Int64(units.vehiclesAtStart[cell])
    }
    let men =
      units.personnelAtStart[row] > 0
      ? Fixed.mulDiv(Int64(units.personnel[row]), 1000, Int64(units.personnelAtStart[row])) : nil
    let machines = atStart > 0 ? Fixed.mulDiv(now, 1000, atStart) : nil
    switch (men, machines) {
    case (let men?, let machines?): return Int32(min(1000, (men + machines) / 2))
    case (let share?, nil), (nil, let share?): return Int32(min(1000, share))
    case (nil, nil): return 0
    }
  }

  private func remainingPath(_ row: Int) -> [Int32] {
    var hex = Int(units.hex[row])
    var path: [Int32] = []
    for step in Int(units.pathDone[row])..<max(Int(units.pathDone[row]), Int(units.pathCount[row]))
    {
      guard let side = HexSide(rawValue: units.pathSteps[row * Self.pathCapacity + step]) else {
        break
      }
      hex = setup.terrain.grid.neighbor(of: hex, side)
      guard hex >= 0 else { break }
      path.append(Int32(hex))
    }
    return path
  }

  private func waysLeft(_ row: Int) -> [Int32] {
    let first = row * Order.wayCapacity
    return (units.wayDone[row]..<max(units.wayDone[row], units.wayCount[row])).map {
      units.ways[first + Int($0)]
    }
  }

  /// The formation that commands a unit where that is not its own.
  private func commander(_ row: Int) -> FormationID? {
    let commander = FormationID(Int(units.formation[row]))
    return commander == setup.units[row].formation ? nil : commander
  }

  private func orders(of unit: UnitID) -> [PendingOrder] {
    pending.filter { $0.order.unit == unit } + queued.filter { $0.order.unit == unit }
  }
}
