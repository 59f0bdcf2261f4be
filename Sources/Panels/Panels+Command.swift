import MapTable
import Screen
import Simulation

extension Panels {
  /// The card on which command is taken at a moment of a record: the side, then how far it is.
  func drawCommand(
    _ draft: CommandDraft, _ picture: Picture, _ view: ViewState, _ layout: PanelLayout,
    _ canvas: inout Canvas
  ) {
    let pad = canvas.px(12, 16)
    let row = canvas.px(24, 30)
    let gap = canvas.px(4)
    let box = canvas.card(
      Size(canvas.px(430, 520), (row * 5.8 + 2 * pad).rounded()), in: layout.clearArea,
      of: view.camera.size)
    let inner = box.inset(by: pad)
    func line(_ rows: Double) -> Rect {
      Rect(inner.x, (inner.y + rows * row).rounded(), inner.width, row)
    }
    canvas.text("Take command", in: line(0), .heading)
    let clock = ClockText(picture.setup.clock)
    canvas.text(
      "From \(clock.date(draft.moment)), \(clock.time(draft.moment)) on you decide.", in: line(1),
      .body)
    let words = picture.setup.sides.map(\.name) + ["All sides"]
    let each = (inner.width + gap) / Double(words.count) - gap
    for (index, word) in words.enumerated() {
      canvas.button(
        word,
        Rect(
          (inner.x + Double(index) * (each + gap)).rounded(), line(2).y, each.rounded(.down),
          row - 2), .commandSide(index), isOn: index == draft.side, .body)
    }
    let note =
      draft.progress == nil
      ? "A new journal goes on from here with you; the old one stays."
      : "The record is being played up to the moment; Esc leaves it."
    let height = canvas.lineHeight(.small)
    for (index, text) in canvas.wrapped(note, .small, width: inner.width, lines: 2).enumerated() {
      let top = line(3.1).y + Double(index) * height
      canvas.text(text, in: Rect(inner.x, top, inner.width, height), .small, Ink.dim)
    }
    let foot = line(4.8)
    let button = canvas.px(130, 160)
    if let progress = draft.progress {
      let bar = Rect(foot.x, foot.center.y - canvas.px(3), foot.width - button - pad, canvas.px(6))
      canvas.list.fill(Path(bar, radius: bar.height / 2), Ink.track)
      var done = bar
      done.width = max(bar.height, bar.width * min(1, max(0, progress)))
      canvas.list.fill(Path(done, radius: bar.height / 2), Ink.blue)
    } else {
      canvas.button(
        "Take command", Rect(foot.x, foot.y, button, row - 2), .takeCommand, isOn: true, .medium)
    }
    canvas.button(
      "Leave it", Rect(foot.maxX - button, foot.y, button, row - 2), .command("take_command"),
      .medium)
  }

  /// The box of a selection under way, under the panels.
  func drawSelectionBox(_ picture: Picture, _ view: ViewState, _ canvas: inout Canvas) {
    let window = Rect(0, 0, view.camera.size.width, view.camera.size.height)
    guard
      let box = view.selectionBox(on: picture.setup.terrain.grid)?
        .intersection(window.inset(by: -4)), !box.isEmpty
    else { return }
    canvas.list.fill(box, Ink.amber.withAlpha(36))
    canvas.list.line(
      Path(box), LineStyle(width: max(1, (1.5 * canvas.scale).rounded())), Ink.amber)
  }
}
