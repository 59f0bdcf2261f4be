import MapTable
import Screen
import Simulation

extension Panels {
  mutating func drawOrderBar(
    _ whole: Rect, _ picture: Picture, _ view: ViewState, _ info: PanelInfo,
    _ canvas: inout Canvas
  ) {
    canvas.hits.add(.panel, whole)
    guard view.mode != .spectate else {
      drawTools(whole, Self.viewTools(view), view, &canvas)
      return
    }
    let toolHeight = (whole.height * PanelLayout.toolShare).rounded()
    drawTools(
      Rect(whole.x, whole.y, whole.width, toolHeight - canvas.px(2)),
      view.showsViewTools ? Self.viewTools(view) : Self.tools(picture, view), view,
      &canvas)
    let slot = Rect(whole.x, whole.y + toolHeight, whole.width, whole.height - toolHeight)
    let kinds = OrderRefusals.bar
    updateRefusals(picture, view)
    let gap = canvas.px(2, 4)
    let width = (slot.width - Double(kinds.count) * gap) / Double(kinds.count + 1)
    let label = label(width - canvas.px(4), canvas)
    for (index, kind) in kinds.enumerated() {
      let x = (slot.x + Double(index) * (width + gap)).rounded()
      let next = (slot.x + Double(index + 1) * (width + gap) - gap).rounded()
      let rect = Rect(x, slot.y, next - x, slot.height)
      draw(kind, in: rect, label, view, info, &canvas)
      canvas.hits.add(.control(.order(kind)), rect)
    }
    let left = (slot.x + Double(kinds.count) * (width + gap)).rounded()
    drawDelegate(
      Rect(left, slot.y, (slot.maxX - left).rounded(), slot.height), label, view, info, &canvas)
  }

  /// The last button of the bar: the formation goes to the staff.
  private func drawDelegate(
    _ rect: Rect, _ label: BarLabel, _ view: ViewState,
    _ info: PanelInfo, _ canvas: inout Canvas
  ) {
    let isOn = view.delegation != nil
    let isEmpty = refusals == nil
    let isHovered = canvas.isHovered(rect) && !isEmpty
    canvas.plate(
      rect, isOn ? Ink.blue : isHovered ? Ink.buttonHover.withAlpha(245) : Ink.ground)
    let pad = canvas.px(4, 6)
    let keyHeight = rect.height * 0.42
    let key = info.help.first { $0.name.hasPrefix("Hand formation") }?.keys ?? ""
    canvas.text(
      key, in: Rect(rect.x + pad, rect.y + canvas.px(1), rect.width - 2 * pad, keyHeight),
      .smallStrong, isEmpty ? Ink.faint : Ink.amber)
    canvas.text(
      label.length == .full ? "Delegate" : "Staff",
      in: Rect(rect.x + 2, rect.y + keyHeight, rect.width - 4, rect.height - keyHeight - 1),
      label.style, isEmpty ? Ink.faint : Ink.text, .center)
    canvas.hits.add(.control(.command("delegate")), rect)
  }

  /// Whether nothing that takes orders is selected, or the reason why an order is refused.
  func refusal(of kind: OrderKind, _ view: ViewState) -> String? {
    guard let refusals else { return "Select a unit first: click one, or press Tab." }
    guard let rejection = refusals.reasons[kind] else { return nil }
    return rejection.remedy.isEmpty
      ? rejection.message : "\(rejection.message) \(rejection.remedy)"
  }

  private mutating func updateRefusals(_ picture: Picture, _ view: ViewState) {
    if let kept = refusals, kept.tick == picture.tick, kept.selection == view.selection { return }
    let selection = Set(view.selection)
    let units = picture.units.filter { unit in
      guard selection.contains(unit.id) else { return false }
      if case .play(let side) = view.mode { return unit.side == side }
      return true
    }
    refusals =
      units.isEmpty ? nil : OrderRefusals(picture, units, selection: view.selection)
  }

  private func draw(
    _ kind: OrderKind, in rect: Rect, _ label: BarLabel,
    _ view: ViewState, _ info: PanelInfo,
    _ canvas: inout Canvas
  ) {
    let isArmed = view.armed == kind
    let isRefused = refusal(of: kind, view) != nil
    let isHovered = canvas.isHovered(rect) && !isRefused
    canvas.plate(
      rect, isArmed ? Ink.blue : isHovered ? Ink.buttonHover.withAlpha(245) : Ink.ground)
    let key = info.help.first { $0.order == kind }?.keys ?? ""
    let pad = canvas.px(4, 6)
    let keyHeight = rect.height * 0.42
    canvas.text(
      key, in: Rect(rect.x + pad, rect.y + canvas.px(1), rect.width - 2 * pad, keyHeight),
      .smallStrong, isRefused ? Ink.faint : Ink.amber)
    let name = Rect(rect.x + 2, rect.y + keyHeight, rect.width - 4, rect.height - keyHeight - 1)
    canvas.text(
      label.text(kind), in: name, label.style,
      isRefused ? Ink.faint : Ink.text, .center)
  }

  /// How all buttons are labelled: as large and as long as the longest name allows.
  private func label(_ width: Double, _ canvas: Canvas) -> BarLabel {
    for length in BarLabel.Length.allCases {
      for style in [TextStyle.medium, .small] {
        let label = BarLabel(style: style, length: length)
        let widest = OrderRefusals.bar.map { canvas.width(label.text($0), style) }.max()
        if widest ?? 0 <= width { return label }
      }
    }
    return BarLabel(style: .small, length: .word)
  }
}
