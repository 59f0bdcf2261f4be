import MapTable
import Screen

extension Panels {
  /// The card that says what the clock does at which news, the row of the keyboard marked.
  func drawAlerts(
    _ row: Int, _ view: ViewState, _ layout: PanelLayout, _ info: PanelInfo,
    _ canvas: inout Canvas
  ) {
    let kinds = AlertKind.allCases
    let pad = canvas.px(12, 16)
    let rows = Double(kinds.count) + 3.7
    let size = Size(canvas.px(390, 470), (rows * canvas.px(21, 26) + 2 * pad).rounded(.up))
    let card = canvas.card(size, in: layout.clearArea, of: view.camera.size)
    let inner = card.inset(by: pad)
    let height = min(canvas.px(21, 26), inner.height / rows)
    canvas.text(
      "What stops the clock", in: Rect(inner.x, inner.y, inner.width * 0.6, height), .heading)
    let button = canvas.px(84, 100)
    canvas.button(
      "Close", Rect(inner.maxX - button, inner.y, button, height - 2), .command("alerts"), .small)
    var y = inner.y + height * 1.3
    canvas.text("All news", in: Rect(inner.x, y, inner.width * 0.6, height), .strong)
    let preset = Rect(inner.maxX - button, y, button, height - 2)
    canvas.button(
      view.watch.preset.rawValue + (view.watch.changes.isEmpty ? "" : " *"), preset,
      .command("alert_preset"), isOn: true, .small)
    y += height * 1.2
    for (index, kind) in kinds.enumerated() {
      let line = Rect(inner.x, y, inner.width, height)
      if index == row {
        let side = canvas.px(5)
        let mark = Rect(line.x - side, y, line.width + 2 * side, height)
        canvas.list.fill(Path(mark, radius: 3 * canvas.scale), Ink.selected)
      }
      canvas.text(kind.title, in: Rect(line.x, y, line.width - button, height), .body)
      let reaction = view.watch.reaction(to: kind)
      canvas.button(
        reaction.rawValue, Rect(line.maxX - button, y + 1, button, height - 2), .alert(kind),
        isOn: reaction != .ignore, .small)
      y += height
    }
    canvas.text(
      "↑ ↓ choose, ← → change, Esc closes",
      in: Rect(inner.x, y, inner.width, height * 1.2), .small, Ink.dim)
  }
}
