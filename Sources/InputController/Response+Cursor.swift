import MapTable
import Screen
import Simulation

extension Response {
  /// Moves the map cursor to a neighbour, and to the other one from odd rows, so that going
  /// straight north or south stays straight.
  mutating func moveCursor(_ fromEven: HexSide, _ fromOdd: HexSide) {
    let start = cursorStart
    guard let old = start.hex else { return }
    var next = old
    if start.isSet {
      let isOdd = (Int(old) / grid.columns) & 1 == 1
      let neighbor = grid.neighbor(of: Int(old), isOdd ? fromOdd : fromEven)
      if neighbor >= 0 { next = Int32(neighbor) }
    }
    view.cursorHex = next
    view.aimsWithCursor = true
    bringIntoView(ground(of: next))
  }

  mutating func acceptAtCursor() {
    if view.armed == .engage {
      order(.engage, isQueued: false)
      return
    }
    if view.armed == .conduct {
      giveConduct()
      return
    }
    guard let hex = cursorStart.hex else { return }
    view.cursorHex = hex
    if view.boxCorner != nil {
      selectKeyBox(adds: view.holdsControl)
      return
    }
    if delegate(at: hex) { return }
    if view.armed == .attach {
      attach(to: presentUnits.first { $0.hex == hex }.map { .unit($0.id) })
      return
    }
    if let armed = view.armed {
      if give(armed, at: hex, isQueued: view.queuesArmed) { disarm() }
      return
    }
    if putPoint(hex) { return }
    selectAll(at: hex)
  }

  /// Adds the unit at the cursor to the selection, or takes it out where it is in it.
  mutating func addAtCursor() {
    guard let hex = cursorStart.hex else { return }
    view.cursorHex = hex
    if view.boxCorner != nil {
      selectKeyBox(adds: true)
      return
    }
    let here = presentUnits.filter { $0.hex == hex }.map(\.id)
    guard !here.isEmpty else {
      say("No unit is at the map cursor.", isRefusal: true)
      return
    }
    select(here, adds: true)
  }

  /// Puts the corner of a box down at the cursor; with one down already, selects what lies between.
  mutating func boxAtCursor() {
    guard view.boxCorner == nil else {
      selectKeyBox(adds: view.holdsControl)
      return
    }
    guard let hex = cursorStart.hex else { return }
    view.cursorHex = hex
    view.boxCorner = hex
    view.aimsWithCursor = true
    say("A box begins here: go on with the map cursor, Enter selects, with Ctrl adds, Esc lets go.")
  }

  /// Selects the units between the box's corner and the cursor, wherever the glass ends.
  private mutating func selectKeyBox(adds: Bool) {
    guard let corner = view.boxCorner, let end = view.cursorHex, isOnMap(corner), isOnMap(end)
    else { return }
    view.boxCorner = nil
    let (a, b) = (ground(of: corner), ground(of: end))
    let margin = ViewState.boxMarginMeters
    let units = presentUnits.filter {
      let place = ground(of: $0.hex)
      return place.x >= min(a.x, b.x) - margin && place.x <= max(a.x, b.x) + margin
        && place.y >= min(a.y, b.y) - margin && place.y <= max(a.y, b.y) + margin
    }.map(\.id)
    select(units, adds: adds && !units.isEmpty)
    say(units.isEmpty ? "Nobody is in the box." : "\(units.count) in the box.")
  }

  mutating func sensibleAtCursor() {
    guard let hex = cursorStart.hex else { return }
    view.cursorHex = hex
    if let armed = view.armed, armed.needsTarget {
      addWay(hex)
      return
    }
    giveSensible(at: contactTarget(at: hex) ?? townTarget(at: hex) ?? .hex(hex), hex: hex, false)
  }

  /// Where the cursor is, or where it starts: the selected unit, else the middle of the view.
  private var cursorStart: (hex: Int32?, isSet: Bool) {
    if let hex = view.cursorHex, isOnMap(hex) { return (hex, true) }
    if let unit = view.selection.first, let report = report(unit), isOnMap(report.hex) {
      return (report.hex, true)
    }
    return (hex(at: clearArea.center), false)
  }

  /// Selects the unit at a hex, the next one each time; else the contact, else the ground.
  private mutating func selectAll(at hex: Int32) {
    let here = presentUnits.filter { $0.hex == hex }.map(\.id)
    if let first = here.first {
      var next = first
      if view.selection.count == 1, let index = here.firstIndex(of: view.selection[0]) {
        next = here[(index + 1) % here.count]
      }
      select([next], adds: false)
    } else if case .contact(let contact) = contactTarget(at: hex) {
      select(.contact(contact), at: .init(0, 0), adds: false)
    } else {
      view.selection = []
      view.selectedContact = nil
      view.selectedHex = hex
    }
  }
}
