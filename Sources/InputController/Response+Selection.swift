import MapTable
import Screen
import Simulation

extension Response {
  /// Selects what was clicked.
  mutating func select(_ target: Target?, at point: Point, adds: Bool) {
    switch target {
    case .unit(let unit):
      if report(unit) != nil { select([unit], adds: adds) }
    case .stack(let topmost):
      view.openedStack = topmost
      if report(topmost) != nil { select([topmost], adds: adds) }
    case .formation(let formation): select(unitsOf: formation, adds: adds)
    case .contact(let contact):
      if !adds { view.selection = [] }
      view.selectedContact = contact
      view.selectedHex = nil
    default:
      if !adds {
        view.selection = []
        view.selectedContact = nil
      }
      view.openedStack = nil
      view.selectedHex = place(of: target, point)
    }
  }

  /// Selects units; with `adds`, turns each over in what is selected already.
  mutating func select(_ units: [UnitID], adds: Bool) {
    view.selectedContact = nil
    view.selectedHex = nil
    guard adds else {
      view.selection = units.sorted()
      return
    }
    var chosen = view.selection
    // Several at once are added; only a single one is taken out again.
    if units.count == 1, let index = chosen.firstIndex(of: units[0]) {
      chosen.remove(at: index)
    } else {
      for unit in units where !chosen.contains(unit) { chosen.append(unit) }
    }
    view.selection = chosen.sorted()
  }

  /// Selects every unit of a formation and of its parts.
  mutating func select(unitsOf formation: FormationID, adds: Bool) {
    let units = presentUnits.map(\.id).filter { belongs($0, to: formation) }
    if units.isEmpty {
      say("Nothing of it is on the map.")
    } else {
      select(units, adds: adds)
    }
  }

  /// Selects the formation that holds all of the selection; where that is selected already, the one
  /// above it.
  mutating func widenToFormation() {
    guard let first = view.selection.first, picture.setup.units.indices.contains(first.row) else {
      say("Select a unit first: click one, or press Tab.", isRefusal: true)
      return
    }
    let old = view.selection
    var current: FormationID? = picture.setup.units[first.row].formation
    for _ in 0...picture.setup.formations.count {
      guard let node = current, picture.setup.formations.indices.contains(node.index) else { break }
      let whole = presentUnits.map(\.id).filter { belongs($0, to: node) }
      if whole.count > old.count, old.allSatisfy(whole.contains) {
        select(whole, adds: false)
        say("\(picture.setup.formations[node.index].name): \(whole.count) units.")
        return
      }
      current = picture.setup.formations[node.index].parent
    }
    say("There is no higher formation.")
  }

  /// Selects all of the formation that a unit belongs to.
  mutating func selectFormation(of unit: UnitID, adds: Bool) {
    guard picture.setup.units.indices.contains(unit.row), report(unit) != nil else { return }
    select(unitsOf: picture.setup.units[unit.row].formation, adds: adds)
  }

  /// Selects what has its counter's middle in a box.
  mutating func selectBox(from a: Point, to b: Point, adds: Bool) {
    let box = Rect(a, b)
    var units: [UnitID] = []
    for entry in hits.entries where box.contains(entry.rect.center) {
      switch entry.target {
      case .unit(let unit): if report(unit) != nil { units.append(unit) }
      case .stack(let topmost):
        let hex = report(topmost)?.hex
        units += presentUnits.filter { $0.hex == hex }.map(\.id)
      case .formation(let formation):
        units += presentUnits.map(\.id).filter { belongs($0, to: formation) }
      default: break
      }
    }
    select(Array(Set(units)).sorted(), adds: adds && !units.isEmpty)
  }

  /// Goes through the units by id; `idleOnly` stops only at those without anything to do.
  mutating func selectNext(by step: Int, idleOnly: Bool) {
    let units = presentUnits.filter {
      (isCommandable($0) || !givesOrders) && (!idleOnly || isIdle($0))
    }
    guard !units.isEmpty else {
      say(idleOnly ? "Every unit has something to do." : "No unit is on the map.")
      return
    }
    let current = view.selection.first
    let index: Int
    if let current, step > 0 {
      index = units.firstIndex { $0.id > current } ?? 0
    } else if let current {
      index = units.lastIndex { $0.id < current } ?? units.count - 1
    } else {
      index = step > 0 ? 0 : units.count - 1
    }
    select([units[index].id], adds: false)
    view.cursorHex = units[index].hex
    bringSelectionIntoView()
  }

  mutating func bringSelectionIntoView() {
    let places = selectionPlaces
    guard let first = places.first else { return }
    if !places.contains(where: { clearArea.contains(view.camera.screen($0)) }) || places.count == 1
    {
      bringIntoView(first)
    }
  }

  mutating func frameSelection() {
    let places = selectionPlaces
    if places.isEmpty { say("Nothing is selected: 0 shows the whole theatre.") }
    frame(places)
  }

  /// The unit that a target stands for.
  func unit(of target: Target?) -> UnitID? {
    switch target {
    case .unit(let unit), .stack(let unit): unit
    default: nil
    }
  }

  /// The hex that a target or, failing that, a place on the glass means.
  func place(of target: Target?, _ point: Point) -> Int32? {
    switch target {
    case .unit(let unit), .stack(let unit): report(unit)?.hex ?? hex(at: point)
    case .contact(let contact): known(contact)?.hex ?? hex(at: point)
    case .town(let town):
      terrain.towns.indices.contains(town.index) ? terrain.towns[town.index].center : hex(at: point)
    case .hex(let hex): isOnMap(hex) ? hex : nil
    default: hex(at: point)
    }
  }

  /// A unit of the picture.
  func report(_ unit: UnitID) -> UnitReport? { picture.report(unit) }

  /// A contact of the picture.
  func known(_ contact: ContactID) -> Contact? { picture.contact(contact) }

  private var selectionPlaces: [GroundPoint] {
    if let contact = view.selectedContact.flatMap(known) { return [GroundPoint(contact.position)] }
    if let hex = view.selectedHex, view.selection.isEmpty, isOnMap(hex) { return [ground(of: hex)] }
    return view.selection.compactMap(report).filter { isOnMap($0.hex) }
      .map { GroundPoint($0.position) }
  }

  func belongs(_ unit: UnitID, to formation: FormationID) -> Bool {
    let setup = picture.setup
    return setup.units.indices.contains(unit.row)
      && setup.isPart(setup.units[unit.row].formation, of: formation)
  }

  private func isIdle(_ unit: UnitReport) -> Bool {
    guard unit.status == .active, unit.orders.isEmpty, unit.path.isEmpty,
      picture.setup.units.indices.contains(unit.id.row)
    else { return false }
    let arm = picture.setup.units[unit.id.row].arm
    let fights = arm != .press && arm != .leader && arm != .supply && arm != .headquarters
    return fights && (unit.task == .hold || unit.task == .camp)
  }
}
