public import MapTable
public import Screen
public import Simulation

/// Turns what a person does into a new way of looking and into orders.
///
/// A pure value: it holds the key bindings and nothing else, so the same events in the same views
/// give the same orders, live and in tests. Orders come checked against the picture; what is
/// refused becomes the view's message, with what would work instead.
public struct InputController: Sendable {
  /// Which keys do what.
  public let bindings: KeyBindings

  /// A controller.
  public init(bindings: KeyBindings = .standard) { self.bindings = bindings }

  /// What an event makes of the view, and the orders it gives, in the order of giving.
  ///
  /// Of two maps beside each other the one under the pointer counts; its picture is to be given.
  public func handle(
    _ event: InputEvent, _ view: ViewState, _ picture: Picture, _ hits: HitMap
  ) -> (ViewState, [Order]) {
    guard view.isSplit, let point = event.point, point.x.isFinite else {
      return act(event, view, picture, hits)
    }
    let half = SplitGlass(view.camera).half(at: point)
    var shown = view
    shown.camera = SplitGlass(view.camera).camera(of: half)
    var (next, orders) = act(event, shown, picture, hits)
    // Untouched, the camera stays as it was to the last bit.
    next.camera =
      next.camera == shown.camera
      ? view.camera : SplitGlass(next.camera).tied(next.camera, of: half)
    if case .buttonDown = event { next.looksRight = half == .truth }
    return (next, orders)
  }

  private func act(
    _ event: InputEvent, _ view: ViewState, _ picture: Picture, _ hits: HitMap
  ) -> (ViewState, [Order]) {
    var response = Response(view: view, picture: picture, hits: hits)
    switch event {
    case .pointerMoved(let point): response.pointerMoved(to: point)
    case .buttonDown(let button, let point, let modifiers, let clicks):
      response.buttonDown(button, point, modifiers, clicks: clicks)
    case .buttonUp(let button, let point, let modifiers):
      response.buttonUp(button, point, modifiers)
    case .wheel(let notches, let point, _): response.wheel(notches, at: point)
    case .pinch(let factor, let point): response.zoom(by: factor, about: point)
    case .keyDown(let key, let modifiers, let isRepeat):
      if response.view.finding != nil, response.typed(key, modifiers) { break }
      if response.view.watch.card != nil, response.changeAlerts(key) { break }
      if response.view.showsHelp, response.turnHelp(key) { break }
      if response.view.command != nil, response.changeCommand(key) { break }
      if let (command, isQueued) = bindings.command(for: key, modifiers) {
        response.perform(command, isQueued: isQueued, isRepeat: isRepeat)
      }
    case .resized(let size, let scale): response.resize(to: size, scale: scale)
    case .pointerLeft:
      response.view.pointer = nil
    case .focused(let isFocused):
      if !isFocused { response.view.drag = nil }
    case .quit: response.view.wantsQuit = true
    case .text(let text): response.typed(text)
    case .keyUp: response.view.finding?.skipsText = false
    case .exposed: break
    }
    response.takeCameraByHand(from: view, event)
    let next = response.view
    if next.selection != view.selection || next.selectedContact != view.selectedContact
      || next.selectedHex != view.selectedHex
    {
      response.view.inspectorScroll = 0
    }
    return (response.view, response.orders)
  }

  /// The orders that a click where the pointer is would give and that would be taken, without the
  /// moments that they would wait for.
  public func proposal(_ view: ViewState, _ picture: Picture, _ hits: HitMap) -> [Order] {
    Response(view: Self.half(of: view), picture: picture, hits: hits).proposal()
  }

  /// What a click would do where the pointer is: the armed order or the sensible one with the way's
  /// time, or why not. Nil where neither applies.
  ///
  /// It asks for a route, so ask once for a hex, a selection and a tick.
  public func hint(_ view: ViewState, _ picture: Picture, _ hits: HitMap) -> String? {
    Response(view: Self.half(of: view), picture: picture, hits: hits).hint()
  }

  /// A view as the half under the pointer shows it.
  private static func half(of view: ViewState) -> ViewState {
    guard view.isSplit, let pointer = view.pointer else { return view }
    let glass = SplitGlass(view.camera)
    var view = view
    view.camera = glass.camera(of: glass.half(at: pointer))
    return view
  }
}
