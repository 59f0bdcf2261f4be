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

  /// Every key and a legend over the whole window, on as many pages as it takes; a click or
  /// another key puts it away.
  func drawHelp(
    _ picture: Picture, _ view: ViewState, _ info: PanelInfo, _ canvas: inout Canvas
  ) {
    let window = Rect(0, 0, view.camera.size.width, view.camera.size.height)
    canvas.list.fill(window, Ink.shade)
    let pad = canvas.px(16, 26)
    let head = canvas.px(40, 56)
    let room = window.inset(by: canvas.px(14, 40))
    let columnWidth = canvas.px(232, 318)
    let most = max(1, min(4, Int((room.width - 2 * pad) / canvas.px(215, 318))))
    let column = min(columnWidth, (room.width - 2 * pad) / Double(most))
    let lines = helpLines(info.help, picture)
    let keys = Self.keyColumn(lines, column, canvas)
    let heights = lines.map { Self.rows(of: $0, column - canvas.px(14) - keys, canvas) }
    // In a small window the rows move together a little before there is another page.
    let closest = Int((room.height - head - pad) / canvas.px(14.5, 19))
    let usual = Int((room.height - head - pad) / canvas.px(17, 23))
    let even = heights.reduce(0, +) / most + 4
    let perColumn = max(4, min(closest, max(even, usual * 3 / 5)))
    let rowHeight = min(
      canvas.px(17, 23), ((room.height - head - pad) / Double(perColumn)).rounded(.down))
    let places = Self.places(lines, heights, perColumn)
    // A large window may need fewer columns than it has room for.
    let columns = min(most, (places.map(\.column).max() ?? 0) + 1)
    let width = min(room.width, Double(columns) * column + 2 * pad)
    let pages = (places.map { $0.column / columns }.max() ?? 0) + 1
    let page = ((view.helpPage % pages) + pages) % pages
    let height = min(room.height, head + Double(perColumn) * rowHeight + pad)
    let sheet = Rect(
      (window.center.x - width / 2).rounded(), (window.center.y - height / 2).rounded(),
      width.rounded(), height.rounded())
    canvas.hits.add(.control(.dismiss), window)
    canvas.list.fill(Path(sheet, radius: 8 * canvas.scale), Ink.ground.withAlpha(252))
    drawHelpHead("Keys and signs", sheet, head, pad, page, pages, &canvas)
    for (index, line) in lines.enumerated() where places[index].column / columns == page {
      let rect = Rect(
        sheet.x + pad + Double(places[index].column % columns) * column,
        sheet.y + head + Double(places[index].row) * rowHeight, column - canvas.px(14),
        Double(heights[index]) * rowHeight)
      draw(line, in: rect, keys, rowHeight, &canvas)
    }
  }

  /// The head of a sheet of the help: its name, how it is left, and where there are several pages,
  /// the way through them.
  func drawHelpHead(
    _ name: String, _ sheet: Rect, _ head: Double, _ pad: Double, _ page: Int, _ pages: Int,
    _ canvas: inout Canvas
  ) {
    let line = Rect(sheet.x + pad, sheet.y, sheet.width - 2 * pad, head)
    let used = canvas.text(name, in: line, .title) + canvas.px(16)
    var rest = Rect(line.x + used, line.y, line.width - used, head)
    if pages > 1 {
      let side = canvas.px(22, 28)
      let top = (line.center.y - side / 2).rounded()
      let count = "\(page + 1) of \(pages)"
      let middle = canvas.width(count, .small) + canvas.px(12)
      let left = line.maxX - 2 * side - middle
      canvas.button("‹", Rect(left, top, side, side), .helpPage(-1), .body)
      canvas.text(
        count, in: Rect(left + side, line.y, middle, head), .small, Ink.text, .center)
      canvas.button("›", Rect(line.maxX - side, top, side, side), .helpPage(1), .body)
      rest.width = left - canvas.px(12) - rest.x
    }
    let words = [
      "Shift+F1 turns keys and signs over; any other key or a click closes", "Esc closes",
    ]
    let shown = words.first { canvas.width($0, .small) <= rest.width } ?? ""
    canvas.text(shown, in: rest, .small, Ink.dim, .right)
  }

  /// How wide the keys stand: as the widest of them, at most half of a column.
  private static func keyColumn(_ lines: [HelpLine], _ column: Double, _ canvas: Canvas) -> Double {
    let widest = lines.map { line -> Double in
      if case .row(let keys, _) = line { canvas.width(keys, .smallStrong) } else { 0 }
    }.max()
    return min(column * 0.5, (widest ?? 0) + canvas.px(8))
  }

  /// The rows that a line of the sheet takes.
  private static func rows(of line: HelpLine, _ width: Double, _ canvas: Canvas) -> Int {
    guard case .row(_, let name) = line else { return 1 }
    return max(1, canvas.wrapped(name, .small, width: width, lines: 3).count)
  }

  /// Where each line stands, columns counted on over all pages: no column begins with a gap or ends
  /// with a heading.
  private static func places(
    _ lines: [HelpLine], _ heights: [Int], _ perColumn: Int
  ) -> [(column: Int, row: Int)] {
    var places: [(column: Int, row: Int)] = []
    var (column, row) = (0, 0)
    for (index, line) in lines.enumerated() {
      var need = heights[index]
      if case .heading = line, index + 1 < heights.count { need += heights[index + 1] }
      if row + need > perColumn { (column, row) = (column + 1, 0) }
      places.append((column, row))
      if case .gap = line, row == 0 { continue }
      row += heights[index]
    }
    return places
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

  private func draw(
    _ line: HelpLine, in rect: Rect, _ column: Double, _ rowHeight: Double,
    _ canvas: inout Canvas
  ) {
    switch line {
    case .gap: break
    case .heading(let text): canvas.text(text, in: rect, .strong, Ink.amber)
    case .row(let keys, let name):
      let width = rect.width - column
      canvas.text(
        keys, in: Rect(rect.x, rect.y, column - canvas.px(6), rowHeight), .smallStrong)
      for (index, text) in canvas.wrapped(name, .small, width: width, lines: 3).enumerated() {
        canvas.text(
          text,
          in: Rect(rect.x + column, rect.y + Double(index) * rowHeight, width, rowHeight), .small,
          Ink.dim)
      }
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
