import MapTable
import Screen
import Simulation

extension InspectorContent {
  /// The lines of one unit.
  func rows(of unit: UnitReport) -> [InspectorRow] {
    guard setup.units.indices.contains(unit.id.row) else { return [] }
    let cold = setup.units[unit.id.row]
    var rows: [InspectorRow] = [
      .head(
        sidc: cold.sidc, frame: frame(of: unit.side), name: cold.name,
        detail: "\(formationName(cold.formation)) · \(activity(of: unit))")
    ]
    if unit.status != .active {
      rows.append(.pair("Status", status(of: unit), unit.status == .expected ? Ink.text : Ink.red))
    }
    if let draft = view.delegations.first(where: { setup.isPart(cold.formation, of: $0.formation) })
    {
      rows.append(
        .pair("With the staff", "\(draft.task.rawValue), \(places.text(draft.place))", Ink.amber))
    }
    rows += strengthRows([unit], cold)
    rows += conditionRows([unit])
    rows += stateRows(unit, cold)
    rows.append(.pair("Posture", unit.posture.title))
    if unit.entrenchment > 0 {
      rows.append(.pair("Dug in", Figures.entrenchment(unit.entrenchment)))
    }
    rows.append(
      unit.isInCommand
        ? .pair("In command", "yes") : .pair("In command", "headquarters out of reach", Ink.amber))
    rows.append(
      unit.isSupplied ? .pair("Supply", "reached") : .pair("Supply", "cut off", Ink.red))
    if cold.arm.isAircraft { rows.append(.pair("Sorties left today", "\(unit.sortiesLeft)")) }
    if unit.isHidden { rows.append(.pair("Hidden", "among civilians")) }
    rows.append(.pair("Place", places.text(unit.hex)))
    return rows + orderRows(unit) + whyRows(unit) + contactRows(near: unit.hex)
  }

  /// The lines of several units: of their formation if they are all of one.
  func rows(ofSeveral units: [UnitReport]) -> [InspectorRow] {
    let cold = units.compactMap {
      setup.units.indices.contains($0.id.row) ? setup.units[$0.id.row] : nil
    }
    guard let first = cold.first else { return [] }
    let formation = cold.allSatisfy { $0.formation == first.formation } ? first.formation : nil
    let node = formation.flatMap {
      setup.formations.indices.contains($0.index) ? setup.formations[$0.index] : nil
    }
    let broken = units.filter { $0.status == .broken || $0.status == .routed }.count
    var rows: [InspectorRow] = [
      .head(
        sidc: node?.sidc ?? "", frame: frame(of: first.side),
        name: node?.name ?? "\(units.count) units",
        detail: node.map { "\(units.count) units · \(parentName($0))" } ?? "selected together")
    ]
    rows += strengthRows(units, nil)
    rows += conditionRows(units)
    if broken > 0 { rows.append(.pair("Broken", "\(broken) of \(units.count)", Ink.red)) }
    let cutOff = units.filter { !$0.isSupplied }.count
    if cutOff > 0 { rows.append(.pair("Cut off", "\(cutOff) of \(units.count)", Ink.red)) }
    rows.append(.heading("Units"))
    for (unit, cold) in zip(units, cold) {
      rows.append(
        .pair(
          cold.shortName, "\(activity(of: unit)) · \(Figures.percent(unit.strengthPermille))",
          color(highIsGood: unit.strengthPermille)))
    }
    return rows
  }

  /// What a unit is doing, in a few words.
  func activity(of unit: UnitReport) -> String {
    switch unit.status {
    case .active:
      let later = unit.orders.first {
        $0.order.isQueued || $0.due.map { $0 > picture.tick } ?? true
      }
      let now = unit.task.activity
      guard let next = later?.order.kind, next != unit.task else { return now }
      return "\(now), then \(next.title.lowercased())"
    default: return unit.status.title
    }
  }

  private func status(of unit: UnitReport) -> String {
    guard unit.status == .expected, let arrival = unit.arrival else { return unit.status.title }
    return "expected about \(clock.date(arrival).prefix(3)) \(clock.time(arrival))"
  }

  func formationName(_ id: FormationID) -> String {
    setup.formations.indices.contains(id.index) ? setup.formations[id.index].name : ""
  }

  private func parentName(_ node: FormationSetup) -> String {
    node.parent.map(formationName) ?? sideName(node.side.rawValue)
  }

  /// Men and vehicles by class, with the type's name where one unit is shown.
  private func strengthRows(_ units: [UnitReport], _ cold: UnitSetup?) -> [InspectorRow] {
    var rows: [InspectorRow] = []
    let men = units.reduce(0) { $0 + $1.personnel }
    let menAtStart = units.reduce(0) { $0 + $1.personnelAtStart }
    if menAtStart > 0 { rows.append(.pair("Men", Figures.share(men, of: menAtStart))) }
    for vehicle in VehicleClass.allCases {
      let index = Int(vehicle.rawValue)
      func sum(_ column: (UnitReport) -> [Int32]) -> Int32 {
        units.reduce(0) { $0 + (column($1).indices.contains(index) ? column($1)[index] : 0) }
      }
      let atStart = sum(\.vehiclesAtStart)
      guard atStart > 0 else { continue }
      let type = cold?.vehicles.lazy.compactMap { holding -> String? in
        guard setup.rules.equipment.indices.contains(Int(holding.equipment)) else { return nil }
        let equipment = setup.rules.equipment[Int(holding.equipment)]
        return equipment.vehicleClass == vehicle ? equipment.name : nil
      }.first
      let label = type.map { vehicle == .tank ? "Tanks \($0)" : $0 } ?? vehicle.title
      rows.append(.pair(label, Figures.share(sum(\.vehicles), of: atStart)))
    }
    return rows
  }

  private func conditionRows(_ units: [UnitReport]) -> [InspectorRow] {
    func mean(_ value: (UnitReport) -> Int32) -> Int32 {
      Int32(units.reduce(Int64(0)) { $0 + Int64(value($1)) } / Int64(max(1, units.count)))
    }
    let cohesion = mean(\.cohesion)
    let suppression = mean(\.suppression)
    let fatigue = mean(\.fatigue)
    let ammunition = mean(\.ammunition)
    let fuel = mean(\.fuel)
    return [
      .pair("Cohesion", Figures.percent(cohesion), color(highIsGood: cohesion)),
      .pair("Suppression", Figures.percent(suppression), color(lowIsGood: suppression)),
      .pair("Fatigue", Figures.fatigue(fatigue), color(lowIsGood: fatigue - 100)),
      .pair("Ammunition", Figures.percent(ammunition), color(highIsGood: ammunition + 150)),
      .pair("Fuel", Figures.percent(fuel), color(highIsGood: fuel + 150)),
    ]
  }

  /// What it does now, what is on its way and what is queued, with times.
  private func orderRows(_ unit: UnitReport) -> [InspectorRow] {
    var rows: [InspectorRow] = [.heading("Orders")]
    rows.append(.item("now", Self.phrase(unit.task, unit.taskTarget, places)))
    if unit.orderDelay > 0, unit.status == .active {
      rows.append(.item("", "orders take about \(ClockText.span(minutes: unit.orderDelay))"))
    }
    for pending in unit.orders.prefix(6) {
      let time =
        pending.order.isQueued
        ? "then" : pending.due.map { clock.time($0) } ?? pending.order.hour?.text ?? ""
      rows.append(.item(time, Self.phrase(pending.order.kind, pending.order.target, places)))
      if let words = waitWords(pending) { rows.append(.item("", words)) }
    }
    if unit.orders.count > 6 { rows.append(.item("", "and \(unit.orders.count - 6) more")) }
    if let reason {
      rows.append(.note("Why, says the staff at \(clock.time(reason.tick)): \(reason.text)"))
    }
    return rows
  }

  private static func phrase(_ kind: OrderKind, _ target: Int32?, _ places: PlaceNames) -> String {
    guard let target, target >= 0 else { return kind.title }
    return "\(kind.title), \(places.text(target))"
  }

  /// The contacts nearest to a place, freshest first.
  private func contactRows(near hex: Int32) -> [InspectorRow] {
    let grid = setup.terrain.grid
    guard hex >= 0, Int(hex) < grid.count else { return [] }
    let near = picture.contacts
      .filter { $0.hex >= 0 && grid.distance(Int($0.hex), Int(hex)) <= 15 }
      .sorted { ($1.lastSeen, $0.id) < ($0.lastSeen, $1.id) }.prefix(3)
    if near.isEmpty { return [] }
    return [.heading("Last contacts")]
      + near.map { contact in
        let way = grid.distance(Int(contact.hex), Int(hex))
        let bearing =
          way == 0 ? "here" : "\(way) km \(PlaceNames.bearing(of: contact.hex, from: hex, grid))"
        return .item(clock.time(contact.lastSeen), "\(Self.title(of: contact)), \(bearing)")
      }
  }

  /// What a contact is taken for, in a few words.
  static func title(of contact: Contact) -> String {
    if !contact.name.isEmpty { return contact.name }
    let arm = contact.arm?.title ?? "unknown unit"
    if let band = contact.vehicleBand { return "\(Figures.band(band)) vehicles, \(arm)" }
    if let band = contact.personnelBand { return "\(Figures.band(band)) men, \(arm)" }
    return arm
  }
}
