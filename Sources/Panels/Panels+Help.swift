import MapTable
import Screen
import Simulation

extension Panels {
  /// A line of the help sheet: a heading, keys with words, or a colour with words.
  private enum HelpLine {
    case heading(String)
    case row(String, String)
    case swatch(Color, String)
    case gap
  }

  /// Every key and a legend over the whole window; any click or key puts it away.
  func drawHelp(
    _ picture: Picture, _ view: ViewState, _ info: PanelInfo, _ canvas: inout Canvas
  ) {
    let window = Rect(0, 0, view.camera.size.width, view.camera.size.height)
    canvas.list.fill(window, Ink.shade)
    let margin = canvas.px(14, 40)
    let lines = helpLines(info.help, picture)
    let pad = canvas.px(16, 26)
    let head = canvas.px(40, 56)
    let usualHeight = canvas.px(17, 23)
    let columnWidth = canvas.px(232, 318)
    let room = window.inset(by: margin)
    let most = max(1, Int((room.width - 2 * pad) / columnWidth))
    let columns = min(most, 4)
    let perColumn = max(
      (lines.count + columns - 1) / columns,
      min(lines.count, Int((room.height - head - pad) / usualHeight)) * 3 / 5)
    // In a small window the rows move together, so that none is cut off.
    let rowHeight = min(
      usualHeight, ((room.height - head - pad / 2) / Double(perColumn)).rounded(.down))
    let width = min(room.width, Double(columns) * columnWidth + 2 * pad)
    let height = min(room.height, head + Double(perColumn) * rowHeight + pad)
    let sheet = Rect(
      (window.center.x - width / 2).rounded(), (window.center.y - height / 2).rounded(),
      width.rounded(), height.rounded())
    canvas.hits.add(.control(.dismiss), window)
    canvas.list.fill(Path(sheet, radius: 8 * canvas.scale), Ink.ground.withAlpha(252))
    canvas.list.pushClip(sheet)
    canvas.text(
      "Keys and signs", in: Rect(sheet.x + pad, sheet.y, width - 2 * pad, head), .title)
    canvas.text(
      "Shift+F1 shows the signs of the map; any other key or a click closes",
      in: Rect(sheet.x + pad, sheet.y, width - 2 * pad, head), .small,
      Ink.dim, .right)
    let column = (width - 2 * pad) / Double(columns)
    for (index, line) in lines.enumerated() {
      let place = index / perColumn
      guard place < columns else { break }
      let rect = Rect(
        sheet.x + pad + Double(place) * column,
        sheet.y + head + Double(index % perColumn) * rowHeight, column - canvas.px(14), rowHeight)
      draw(line, in: rect, &canvas)
    }
    canvas.list.popClip()
  }

  private func helpLines(_ help: [HelpRow], _ picture: Picture) -> [HelpLine] {
    var lines: [HelpLine] = []
    var sections: [String] = []
    for row in help where !sections.contains(row.section) { sections.append(row.section) }
    for section in sections {
      if !lines.isEmpty { lines.append(.gap) }
      lines.append(.heading(section))
      for row in help where row.section == section { lines.append(.row(row.keys, row.name)) }
    }
    lines += [.gap, .heading("Signs")]
    for side in picture.setup.sides {
      if let color = Color(hex: side.color) { lines.append(.swatch(color, side.name)) }
    }
    lines += [
      .swatch(Ink.green, "Bar below a counter: strength"),
      .swatch(Ink.amber, "Second bar: cohesion, when not full"),
      .swatch(Ink.dim, "Faded counter: not in sight now"),
      .swatch(Ink.blue, "Arrow: under way; dashed: ordered"),
      .swatch(Ink.night, "Strip on the timeline: night"),
    ]
    return lines
  }

  private func draw(_ line: HelpLine, in rect: Rect, _ canvas: inout Canvas) {
    switch line {
    case .gap: break
    case .heading(let text): canvas.text(text, in: rect, .strong, Ink.amber)
    case .row(let keys, let name):
      let column = rect.width * 0.38
      canvas.text(
        keys, in: Rect(rect.x, rect.y, column - canvas.px(6), rect.height), .smallStrong)
      canvas.text(
        name, in: Rect(rect.x + column, rect.y, rect.width - column, rect.height), .small, Ink.dim)
    case .swatch(let color, let text):
      let side = canvas.px(10, 13)
      canvas.list.fill(
        Path(Rect(rect.x, (rect.center.y - side / 2).rounded(), side * 1.6, side), radius: 2),
        color)
      let left = rect.x + side * 1.6 + canvas.px(8)
      canvas.text(text, in: Rect(left, rect.y, rect.maxX - left, rect.height), .small, Ink.dim)
    }
  }
}
