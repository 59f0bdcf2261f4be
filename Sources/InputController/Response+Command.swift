import MapTable
import Screen
import Simulation

extension Response {
  /// The keys held beside a click, with those held on the screen.
  func withHeld(_ modifiers: Modifiers) -> Modifiers {
    var all = modifiers
    if view.holdsShift { all.insert(.shift) }
    if view.holdsControl { all.insert(.control) }
    return all
  }

  /// Lets go of the armed order; waypoints go with it.
  mutating func disarm() {
    view.armed = nil
    view.delegation = nil
    view.queuesArmed = false
    view.conductChoice = nil
    view.ways = []
  }

  /// Puts a waypoint down for the next order.
  mutating func addWay(_ hex: Int32) {
    if let kind = view.armed, !kind.isTravel {
      say("\(kind.title) goes by no waypoints.", isRefusal: true)
    } else if view.ways.count >= Order.wayCapacity {
      say(
        "An order has at most \(Order.wayCapacity) waypoints: the next click gives it.",
        isRefusal: true)
    } else if view.ways.last != hex {
      view.ways.append(hex)
      let count = view.ways.count
      say(
        "Waypoint \(count), \(PlaceNames(terrain).text(hex)): without Shift the order is given, "
          + "Esc lets go.")
    }
  }

  // MARK: - Attaching

  /// Puts the selection under the formation that was clicked.
  mutating func attach(to target: Target?) {
    let formation: FormationID?
    switch target {
    case .unit(let unit), .stack(let unit): formation = commander(of: unit)
    case .formation(let found), .rosterRow(let found): formation = found
    default: formation = nil
    }
    guard let formation, picture.setup.formations.indices.contains(formation.index) else {
      say("Click a formation or one of its units, or Esc to let go.", isRefusal: true)
      return
    }
    let name = picture.setup.formations[formation.index].name
    if giveAll(.attach, "under \(name)", { $0.superior = formation }) { disarm() }
  }

  /// The formation that commands a unit of the person's own.
  private func commander(of unit: UnitID) -> FormationID? {
    guard let report = report(unit), commands(report.side),
      picture.setup.units.indices.contains(unit.row)
    else { return nil }
    return report.commander ?? picture.setup.units[unit.row].formation
  }

  // MARK: - Conduct

  /// Offers the conduct after the one that is offered, or after that of the selection.
  mutating func offerConduct() {
    let presets = picture.setup.rules.conducts
    guard let lead = commandedSelection.first, !presets.isEmpty else {
      say("This battle knows no other conduct.", isRefusal: true)
      return
    }
    let now = presets.firstIndex { $0.conduct == lead.conduct }
    let choice = ((view.armed == .conduct ? view.conductChoice : now) ?? -1) + 1
    disarm()
    view.armed = .conduct
    view.conductChoice = choice % presets.count
    let preset = presets[choice % presets.count]
    say("\(preset.name): \(preset.consequence) Enter gives it, the same key shows the next.")
  }

  /// Gives the conduct that is offered.
  mutating func giveConduct() {
    let presets = picture.setup.rules.conducts
    guard view.armed == .conduct, let choice = view.conductChoice, presets.indices.contains(choice)
    else { return }
    let name = presets[choice].name.lowercased()
    if giveAll(.conduct, name, { $0.preset = Int32(choice) }) { disarm() }
  }

  /// Gives an order that needs no place to everything selected; whether any of it was taken.
  private mutating func giveAll(
    _ kind: OrderKind, _ words: String, _ change: (inout Order) -> Void
  ) -> Bool {
    guard mayOrder() else { return false }
    var refused: OrderRejection?
    var given: [UnitReport] = []
    for unit in commandedSelection {
      var order = Order(side: unit.side, unit: unit.id, kind: kind)
      change(&order)
      order = view.orderTime.tied(order)
      if let rejection = picture.rejection(of: order) {
        if refused == nil { refused = rejection }
      } else {
        orders.append(order)
        given.append(unit)
      }
    }
    guard let first = given.first else {
      say(refused.map(Self.sentence) ?? "None of these units can do that.", isRefusal: true)
      return false
    }
    let who = given.count == 1 ? shortName(first.id) : "\(given.count) units"
    var text = "\(who): \(kind.title.lowercased()), \(words)"
    if view.orderTime != .now { text += ", \(view.orderTime.text(in: picture.setup))" }
    say(refused.map { "\(text); \(Self.sentence($0))" } ?? text, isRefusal: refused != nil)
    return true
  }
}
