/// What the rules of giving orders look at. A world and a side's picture answer alike, so that a
/// side gets the same word from what it knows as from the truth, and no truth leaks.
protocol OrderFacts {
  var setup: BattleSetup { get }
  var tick: Tick { get }
  /// Whether the battle is over.
  var isOver: Bool { get }
  /// A unit of the side that gives the order; nil where it is no longer or not yet known there.
  func state(of unit: UnitID) -> OrderedUnit?
  /// The rules of engagement of a side.
  func rules(of side: SideID) -> RulesOfEngagement
  /// Who holds a hex as far as a side knows.
  func owner(of hex: Int, for side: SideID) -> UInt8
  /// The tick of a named hour of a side, -1 where it is not set.
  func moment(of hour: HourName, for side: SideID) -> Int32
  /// By formation: the formation that commands it now, as an index; -1 at the top.
  var superiors: [Int32] { get }
}

extension OrderFacts {
  /// Whether a formation is another or stands under it as they are commanded now.
  func isUnder(_ formation: FormationID, _ other: FormationID) -> Bool {
    var here = formation.index
    // As many steps as there are formations: no chain is longer.
    for _ in superiors {
      if here == other.index { return true }
      guard superiors[here] >= 0 else { return false }
      here = Int(superiors[here])
    }
    return false
  }
}

/// What matters of a unit for orders to it.
struct OrderedUnit {
  var status: Status
  var hex: Int32
  /// Permille of a basic load.
  var ammunition: Int32
  /// Whether it has fuel left or needs none.
  var hasFuel: Bool
  var sortiesLeft: Int32
  var task: OrderKind
  var isMoving: Bool
  /// Orders on their way or queued.
  var orders: Int
  /// Whether it is carrying out an order.
  var isUnderWay: Bool
  /// Whether a recall would find something to take back.
  var isRecallable: Bool
  /// The formation that commands it now.
  var commander: FormationID
}

extension World: OrderFacts {
  var isOver: Bool { outcome != nil }

  func state(of unit: UnitID) -> OrderedUnit? {
    let row = unit.row
    guard units.status[row] != .gone, units.status[row] != .departed else { return nil }
    let orders =
      pending.reduce(0) { $0 + ($1.order.unit == unit ? 1 : 0) }
      + queued.reduce(0) { $0 + ($1.order.unit == unit ? 1 : 0) }
    return OrderedUnit(
      status: units.status[row], hex: units.hex[row], ammunition: units.ammunition[row] / 256,
      hasFuel: units.fuel[row] > 0 || mobility(row) == .foot, sortiesLeft: sortiesLeft(row),
      task: units.task[row], isMoving: units.pathDone[row] < units.pathCount[row],
      orders: orders, isUnderWay: units.orderStage[row] == .underWay,
      isRecallable: recallable(unit) != nil, commander: FormationID(Int(units.formation[row])))
  }

  var superiors: [Int32] { command.superior }

  func moment(of hour: HourName, for side: SideID) -> Int32 {
    command.hours[side.index * HourName.count + Int(hour.rawValue)]
  }

  func rules(of side: SideID) -> RulesOfEngagement { politics[side.index].rulesOfEngagement }

  func owner(of hex: Int, for side: SideID) -> UInt8 { knowledge[side.index].believedControl[hex] }

  /// Sorties that a unit may still fly today.
  func sortiesLeft(_ row: Int) -> Int32 {
    let base = row * VehicleClass.count
    let machines =
      (units.vehicles[base + Int(VehicleClass.aircraft.rawValue)]
        + units.vehicles[base + Int(VehicleClass.helicopter.rawValue)]) / 256
    let most = machines > 0 ? setup.units[row].sortiesPerDay : 0
    return max(0, most - units.sorties[row])
  }
}

extension Picture: OrderFacts {
  var isOver: Bool { outcome != nil }

  func state(of unit: UnitID) -> OrderedUnit? {
    guard let report = report(unit) else { return nil }
    return OrderedUnit(
      status: report.status, hex: report.hex, ammunition: report.ammunition,
      hasFuel: report.fuel > 0 || mobility(of: report) == .foot,
      sortiesLeft: report.sortiesLeft, task: report.task, isMoving: !report.path.isEmpty,
      orders: report.orders.count, isUnderWay: report.orderStage == .underWay,
      isRecallable: isRecallable(report), commander: report.commander ?? home(of: unit))
  }

  private func home(of unit: UnitID) -> FormationID { setup.units[unit.row].formation }

  private func isRecallable(_ report: UnitReport) -> Bool {
    func isFollowed(_ serial: Int32) -> Bool {
      report.orders.contains { $0.recalls == serial && $0.order.kind == .recall }
    }
    let isWaiting = report.orders.contains {
      $0.order.kind != .recall && $0.order.kind != .cancel && !isFollowed($0.serial)
    }
    return isWaiting
      || (report.orderStage == .underWay && report.orderSerial > 0
        && !isFollowed(report.orderSerial))
  }

  func moment(of hour: HourName, for side: SideID) -> Int32 {
    let place = side.index * HourName.count + Int(hour.rawValue)
    return hours.indices.contains(place) ? hours[place] : -1
  }

  func rules(of side: SideID) -> RulesOfEngagement { rulesOfEngagement[side.index] }

  func owner(of hex: Int, for side: SideID) -> UInt8 { control[hex] }
}

extension World {
  /// Why an order would not be taken now; nil where it would.
  public func rejection(of order: Order) -> OrderRejection? { refusal(of: order) }
}

extension Picture {
  /// Why an order would not be taken now, from what the viewer knows; nil where it would.
  public func rejection(of order: Order) -> OrderRejection? { refusal(of: order) }
}
