extension Picture {
  /// The way that a unit of this picture would take to a hex under an order, round the contacts of
  /// the last hours as the unit itself would; nil where there is none or the unit is not known
  /// here. Who asks often keeps a `RouteFinder`.
  public func route(for unit: UnitID, to hex: Int32, as kind: OrderKind) -> Route? {
    var finder = RouteFinder()
    return route(for: unit, to: hex, as: kind, with: &finder)
  }

  /// The same with buffers that are used again.
  public func route(
    for unit: UnitID, to hex: Int32, as kind: OrderKind, with finder: inout RouteFinder
  ) -> Route? {
    guard let report = report(unit), hex >= 0, hex < setup.terrain.grid.count,
      !setup.units[unit.row].arm.isAircraft,
      setup.regions.areJoined(Int(report.hex), Int(hex))
    else { return nil }
    let mode: MarchMode = kind == .move || kind == .attack ? .deployed : .column
    let costs = finder.prepare(setup)
    let age = setup.rules.movement[.avoidAgeMinutes]
    if kind != .attack {
      for contact in contacts where tick - contact.lastSeen <= age {
        finder.search.avoid(Int(contact.hex), setup.terrain.grid, setup.rules)
      }
    }
    let mobility = mobility(of: report)
    guard
      finder.search.find(
        from: Int(report.hex), to: Int(hex), in: setup.terrain, costs, mobility, mode) != nil
    else { return nil }
    return walked(finder.search.steps, from: Int(report.hex), costs, mobility, mode, kind)
  }

  /// The way that a unit has before it: the rest of its path, then on through its waypoints to its
  /// goal as it would go today, as hex indices from the next one on. It ends before what cannot be
  /// reached.
  public func wayAhead(of report: UnitReport) -> [Int32] {
    guard let goal = report.taskTarget, !report.ways.isEmpty, !report.path.isEmpty else {
      return report.path
    }
    var finder = RouteFinder()
    let mode: MarchMode = report.task == .move || report.task == .attack ? .deployed : .column
    let costs = finder.prepare(setup)
    let mobility = mobility(of: report)
    var hexes = report.path
    for stop in report.ways + [goal] {
      guard let from = hexes.last, stop != from else { continue }
      guard setup.regions.areJoined(Int(from), Int(stop)),
        finder.search.find(
          from: Int(from), to: Int(stop), in: setup.terrain, costs, mobility, mode) != nil
      else { break }
      let leg = walked(finder.search.steps, from: Int(from), costs, mobility, mode, report.task)
      hexes += leg.hexes
    }
    return hexes
  }

  private func walked(
    _ steps: [UInt8], from start: Int, _ costs: MovementCosts, _ mobility: Mobility,
    _ mode: MarchMode, _ kind: OrderKind
  ) -> Route {
    var hex = start
    var hexes: [Int32] = []
    var roads = 0
    var total: Int64 = 0
    for step in steps {
      guard let side = HexSide(rawValue: step) else { break }
      let next = setup.terrain.grid.neighbor(of: hex, side)
      guard next >= 0 else { break }
      total += Int64(
        costs.step(setup.terrain, from: hex, side, to: next, mobility, mode) ?? 0)
      if setup.terrain.road(hex, side) != .none { roads += 1 }
      hexes.append(Int32(next))
      hex = next
    }
    let pace = kind == .attack ? Int64(max(1, setup.rules.movement[.attackPace])) : 1000
    return Route(
      hexes: hexes, minutes: Int32(Fixed.mulDiv(total, 10, pace)),
      isMostlyRoad: 2 * roads > hexes.count)
  }

  /// A unit's report, if this viewer has one.
  public func report(_ id: UnitID) -> UnitReport? {
    // The reports are ordered by id.
    var (low, high) = (0, units.count)
    while low < high {
      let middle = (low + high) / 2
      if units[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < units.count && units[low].id == id ? units[low] : nil
  }

  /// A contact by its number, if this viewer has it.
  public func contact(_ id: ContactID) -> Contact? { contacts.first { $0.id == id } }

  /// How a unit gets about.
  func mobility(of report: UnitReport) -> Mobility {
    Mobility.of(
      arm: setup.units[report.id.row].arm, men: report.personnel, rules: setup.rules
    ) { report.vehicles[Int($0.rawValue)] }
  }
}
