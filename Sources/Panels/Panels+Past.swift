import MapTable
import Screen
import Simulation

extension Panels {
  /// The buttons right of the timeline that go from event to event; gives their left edge.
  func drawJumps(_ slot: Rect, _ view: ViewState, _ canvas: inout Canvas) -> Double {
    let height = canvas.px(17, 20)
    let top = (slot.y + slot.height * 0.4 + canvas.px(2.5, 3.5) - height / 2).rounded()
    let widest = EventGroup.allCases.map { canvas.width($0.rawValue, .small) }.max() ?? 0
    let word = (widest + canvas.px(10)).rounded()
    let arrow = canvas.px(18, 22)
    let gap = canvas.px(2)
    var x = slot.maxX - canvas.px(30) - 2 * arrow - word - 2 * gap
    let left = x
    canvas.button("‹", Rect(x, top, arrow, height), .event(-1), .body)
    x += arrow + gap
    canvas.button(
      view.eventGroup.rawValue, Rect(x, top, word, height), .eventGroup, .small)
    x += word + gap
    canvas.button("›", Rect(x, top, arrow, height), .event(1), .body)
    return left
  }

  /// The banner over the map while it shows the past, with the way back to now.
  func drawPast(
    _ picture: Picture, _ view: ViewState, _ info: PanelInfo, _ layout: PanelLayout,
    _ canvas: inout Canvas
  ) {
    guard let shown = view.shownTick else { return }
    let area = layout.clearArea
    let clock = ClockText(picture.setup.clock)
    let latest = max(view.latestTick, info.latestTick)
    let span = ClockText.span(minutes: max(0, latest.rawValue - shown.rawValue))
    let pad = canvas.px(10, 14)
    let height = canvas.px(26, 32)
    let label = "Back to now"
    let button = canvas.width(label, .strong) + canvas.px(18)
    let short = "The past: \(clock.time(shown))"
    let others = button + canvas.width(short, .strong) + 3 * pad + canvas.px(22)
    let commandLabel = canvas.fitting(
      ["Take command here", "Command"], .strong, in: area.width - others)
    let command = view.mayTakeCommand ? canvas.width(commandLabel, .strong) + canvas.px(18) : 0
    let buttons = button + (command > 0 ? command + canvas.px(4) : 0)
    let room = area.width - buttons - 3 * pad
    let whole = "The past: \(clock.date(shown)) \(clock.time(shown)), \(span) ago"
    let text = canvas.fitting([whole, short, clock.time(shown)], .strong, in: room)
    let width = min(room, canvas.width(text, .strong))
    let top = layout.slots[.lesson].map { $0.maxY + pad } ?? area.y
    let box = Rect(
      (area.center.x - (width + buttons + 3 * pad) / 2).rounded(), top.rounded(),
      (width + buttons + 3 * pad).rounded(), height)
    canvas.panel(box, radius: 5)
    let edge = Path(box.inset(by: 0.5 * canvas.scale), radius: 5 * canvas.scale)
    canvas.list.line(edge, LineStyle(width: max(1, (1.5 * canvas.scale).rounded())), Ink.amber)
    canvas.text(
      text, in: Rect(box.x + pad, box.y, width + 1, height), .strong, Ink.amber)
    let inset = canvas.px(4)
    canvas.button(
      label,
      Rect(box.maxX - button - inset, box.y + inset, button, height - 2 * inset), .now, .strong)
    guard command > 0 else { return }
    canvas.button(
      commandLabel,
      Rect(box.maxX - buttons - inset, box.y + inset, command, height - 2 * inset),
      .command("take_command"), .strong)
  }
}
