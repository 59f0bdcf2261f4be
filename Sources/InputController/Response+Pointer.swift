import MapTable
import Screen
import Simulation

extension Response {
  /// Points that the pointer may stray before a click becomes a drag.
  static let dragThreshold = 4.0

  mutating func pointerMoved(to point: Point) {
    guard point.x.isFinite, point.y.isFinite else { return }
    view.pointer = point
    view.aimsWithCursor = false
    switch view.drag {
    case .pan(let last, let moved):
      guard moved || (point - last).length > Self.dragThreshold * view.scale else { return }
      pan(by: point - last)
      view.drag = .pan(last: point, moved: true)
    case .timeline: scrub(to: point)
    case .minimap: lookAtMinimap(point)
    case .box, nil: break
    }
  }

  mutating func buttonDown(
    _ button: MouseButton, _ point: Point, _ held: Modifiers, clicks: Int
  ) {
    guard point.x.isFinite, point.y.isFinite else { return }
    let modifiers = withHeld(held)
    view.pointer = point
    view.aimsWithCursor = false
    view.message = nil
    let target = hits.target(at: point)
    if view.showsHelp {
      if case .control(.helpPage(let step))? = target {
        turnHelp(by: step)
      } else {
        view.showsHelp = false
      }
      return
    }
    switch button {
    case .left: leftDown(target, point, modifiers, clicks: clicks)
    case .middle: if !isPanel(target) { view.drag = .pan(last: point, moved: false) }
    case .right:
      guard !isPanel(target) else { return }
      if view.armed != nil || view.delegation != nil {
        view.ways = []
        disarm()
        say("Let go.")
      } else if view.desk.tool?.takesPoints == true {
        letGoOfTool()
      } else {
        giveSensible(at: target, point, isQueued: modifiers.contains(.shift))
      }
    }
  }

  mutating func buttonUp(_ button: MouseButton, _ point: Point, _ held: Modifiers) {
    let modifiers = withHeld(held)
    let drag = view.drag
    view.drag = nil
    guard point.x.isFinite, point.y.isFinite, button == .left else { return }
    switch drag {
    case .pan(_, let moved): if !moved { click(at: point, modifiers) }
    case .box(let corner): selectBox(from: corner, to: point, adds: modifiers.contains(.control))
    case .timeline, .minimap, nil: break
    }
  }

  mutating func wheel(_ notches: Double, at point: Point) {
    guard notches.isFinite, point.x.isFinite, point.y.isFinite else { return }
    let turned = min(10, max(-10, notches))
    if isPanel(hits.target(at: point)) {
      let slots = PanelLayout(view).slots
      if slots[.roster]?.contains(point) == true {
        view.rosterScroll = max(0, min(view.rosterScroll, hits.rosterEnd) - turned * 3)
        view.rosterScroll = min(view.rosterScroll, hits.rosterEnd)
      } else if slots[.inspector]?.contains(point) == true {
        scrollInspector(by: -turned * 2)
      }
      return
    }
    // Four notches to a doubling, in parts for smooth wheels: 2^(1/4) is 1.1892.
    var factor = 1.0
    var rest = abs(turned)
    while rest >= 1 {
      factor *= 1.189207115
      rest -= 1
    }
    factor *= 1 + 0.189207115 * rest
    zoom(by: turned >= 0 ? factor : 1 / factor, about: point)
  }

  /// Whether a target belongs to a panel and not to the map.
  func isPanel(_ target: Target?) -> Bool {
    switch target {
    case .panel, .control, .dispatch, .rosterRow: true
    case .unit, .formation, .contact, .stack, .town, .hex, nil: false
    }
  }

  private mutating func leftDown(
    _ target: Target?, _ point: Point, _ modifiers: Modifiers, clicks: Int
  ) {
    switch target {
    case .control(let control): perform(control, at: point, clicks: clicks)
    case .rosterRow where view.armed == .attach: attach(to: target)
    case .rosterRow(let formation):
      select(unitsOf: formation, adds: modifiers.contains(.control))
      if clicks >= 2 { frameSelection() } else { bringSelectionIntoView() }
    case .panel, .dispatch: break
    default:
      if view.armed == nil, clicks >= 2, let unit = unit(of: target) {
        selectFormation(of: unit, adds: modifiers.contains(.control))
      } else if modifiers.contains(.shift), view.armed == nil {
        view.drag = .box(from: point)
      } else {
        view.drag = .pan(last: point, moved: false)
      }
    }
  }

  private mutating func click(at point: Point, _ modifiers: Modifiers) {
    let target = hits.target(at: point)
    guard !isPanel(target) else { return }
    if modifiers.contains(.alt), let unit = unit(of: target) {
      waitFor(unit)
      return
    }
    if view.delegation != nil, delegate(at: place(of: target, point)) { return }
    if view.armed == .attach {
      attach(to: target)
      return
    }
    if let armed = view.armed, armed.needsTarget {
      guard let hex = place(of: target, point) else {
        say("That lies outside the theatre.", isRefusal: true)
        return
      }
      if modifiers.contains(.shift) {
        addWay(hex)
      } else if give(armed, at: hex, isQueued: view.queuesArmed) {
        disarm()
      }
      return
    }
    disarm()
    if view.desk.tool?.takesPoints == true, !modifiers.contains(.control),
      let hex = place(of: target, point), putPoint(hex)
    {
      return
    }
    select(target, at: point, adds: modifiers.contains(.control))
  }
}
