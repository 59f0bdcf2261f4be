import MapTable
import ScenarioFormat
import Session
import Simulation

/// What a person is told before a battle: situation, mission, forces, and what wins.
enum Briefing {
  /// The briefing for a side by its place; for both where there is no such side.
  static func sections(_ source: BattleSource, side: Int) -> [BattleSheet.Section] {
    let setup = source.setup
    let own = setup.sides.indices.contains(side) ? [side] : Array(setup.sides.indices)
    let clock = ClockText(setup.clock)
    let start = Tick(0)
    var sections = [
      BattleSheet.Section(
        "Situation, \(clock.date(start)) \(clock.time(start))", paragraphs(source.scenario.story))
    ]
    for index in own where source.scenario.briefings.indices.contains(index) {
      let told = paragraphs(source.scenario.briefings[index])
      if !told.isEmpty { sections.append(.init("Mission: \(setup.sides[index].name)", told)) }
    }
    for index in own {
      sections.append(.init("Forces: \(setup.sides[index].name)", forces(setup, SideID(index))))
    }
    sections.append(.init("What wins", ending(setup)))
    let notice = paragraphs(source.scenario.notice)
    if !notice.isEmpty { sections.append(.init("Note", notice)) }
    return sections
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n\n").map { String($0).replacing("\n", with: " ") }
      .filter { !$0.isEmpty }
  }

  /// A line for each formation that stands directly below the top.
  private static func forces(_ setup: BattleSetup, _ side: SideID) -> [String] {
    var totals: [FormationID: Total] = [:]
    var order: [FormationID] = []
    for unit in setup.units where unit.side == side {
      guard let formation = listed(unit.formation, setup) else { continue }
      if totals[formation] == nil { order.append(formation) }
      totals[formation, default: Total()].add(unit, setup)
    }
    return order.sorted { $0.index < $1.index }.compactMap { formation in
      totals[formation].map { "\(setup.formations[formation.index].name): \($0.text)" }
    }
  }

  /// The formation under which a unit is listed: the part of the topmost that it belongs to.
  private static func listed(_ formation: FormationID, _ setup: BattleSetup) -> FormationID? {
    var path: [FormationID] = []
    var current: FormationID? = formation
    while let node = current, setup.formations.indices.contains(node.index),
      path.count <= setup.formations.count
    {
      path.append(node)
      current = setup.formations[node.index].parent
    }
    return path.count >= 2 ? path[path.count - 2] : path.last
  }

  private struct Total {
    var units = 0
    var men: Int32 = 0
    var late = 0
    var vehicles = Array(repeating: Int32(0), count: VehicleClass.allCases.count)

    mutating func add(_ unit: UnitSetup, _ setup: BattleSetup) {
      units += 1
      men += unit.personnel
      if unit.arrivalBand != nil { late += 1 }
      for holding in unit.vehicles
      where setup.rules.equipment.indices.contains(Int(holding.equipment)) {
        let kind = setup.rules.equipment[Int(holding.equipment)].vehicleClass
        vehicles[Int(kind.rawValue)] += Int32(holding.count)
      }
    }

    var text: String {
      var parts = ["\(units) unit\(units == 1 ? "" : "s")", "\(men) men"]
      let names: [(VehicleClass, String)] = [
        (.tank, "tanks"), (.ifv, "fighting vehicles"), (.gun, "guns"),
        (.rocketLauncher, "rocket launchers"), (.helicopter, "helicopters"),
        (.aircraft, "aircraft"),
      ]
      for (kind, name) in names where vehicles[Int(kind.rawValue)] > 0 {
        parts.append("\(vehicles[Int(kind.rawValue)]) \(name)")
      }
      if late > 0 { parts.append(late == units ? "still on the way" : "\(late) still on the way") }
      return parts.joined(separator: ", ")
    }
  }

  private static func ending(_ setup: BattleSetup) -> [String] {
    let rule = setup.ceaseFire
    let clock = ClockText(setup.clock)
    func moment(_ tick: Int32) -> String {
      "\(clock.date(Tick(rawValue: tick))) \(clock.time(Tick(rawValue: tick)))"
    }
    var lines = [
      rule.band.lowerBound == rule.band.upperBound
        ? "The battle ends \(moment(rule.band.upperBound))."
        : "A cease-fire comes between \(moment(rule.band.lowerBound)) and "
          + "\(moment(rule.band.upperBound)); nobody knows when."
    ]
    if let town = rule.town, setup.terrain.towns.indices.contains(town.index),
      setup.sides.indices.contains(rule.holder.index)
    {
      let name = setup.terrain.towns[town.index].name
      let holder = setup.sides[rule.holder.index].adjective
      lines.append(
        "\(name) decides: its quarters count by the hour and at the end. The \(holder) side wins "
          + "with \(rule.holdMarginal / 10) % of them, decisively with "
          + "\(rule.holdDecisive / 10) %; the other wins below "
          + "\(rule.takeMarginal / 10) %, decisively below "
          + "\(rule.takeDecisive / 10) %.")
    }
    let places = objectives(setup)
    if !places.isEmpty { lines.append("Points are held in \(places.joined(separator: ", ")).") }
    lines.append("Civilians killed by your fire and political steps cost points.")
    return lines
  }

  private static func objectives(_ setup: BattleSetup) -> [String] {
    var names: [String] = []
    for objective in setup.objectives
    where setup.terrain.quarters.indices.contains(objective.quarter.index) {
      let town = setup.terrain.quarters[objective.quarter.index].town.index
      guard setup.terrain.towns.indices.contains(town) else { continue }
      let name = setup.terrain.towns[town].name
      if !names.contains(name) { names.append(name) }
    }
    return names
  }
}
