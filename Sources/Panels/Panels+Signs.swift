import MapTable
import Screen
import Symbology

extension Panels {
  /// The signs of the map over the whole window; any click or key puts them away.
  func drawSigns(_ view: ViewState, _ info: PanelInfo, _ canvas: inout Canvas) {
    let window = Rect(0, 0, view.camera.size.width, view.camera.size.height)
    canvas.list.fill(window, Ink.shade)
    canvas.hits.add(.control(.dismiss), window)
    let rows = info.signs.rows
    let pad = canvas.px(16, 26)
    let head = canvas.px(40, 56)
    let height = canvas.px(26, 34)
    let room = window.inset(by: canvas.px(14, 40))
    let perColumn = max(1, Int((room.height - head - pad) / height))
    let most = max(1, Int((room.width - 2 * pad) / canvas.px(230, 300)))
    let columns = min(most, max(1, (rows.count + perColumn - 1) / perColumn))
    let pages = max(1, (rows.count + perColumn * columns - 1) / (perColumn * columns))
    let page = ((view.helpPage % pages) + pages) % pages
    let width = min(room.width, Double(columns) * canvas.px(300, 360) + 2 * pad)
    let used = Double(min(rows.count, perColumn)) * height + head + pad
    let sheet = Rect(
      (window.center.x - width / 2).rounded(), (window.center.y - used / 2).rounded(),
      width.rounded(), used.rounded())
    canvas.list.fill(Path(sheet, radius: 8 * canvas.scale), Ink.ground.withAlpha(252))
    canvas.list.pushClip(sheet)
    drawHelpHead("Signs on the map now", sheet, head, pad, page, pages, &canvas)
    let column = (width - 2 * pad) / Double(columns)
    let first = page * perColumn * columns
    for (index, row) in rows.dropFirst(first).prefix(perColumn * columns).enumerated() {
      let rect = Rect(
        sheet.x + pad + Double(index / perColumn) * column,
        sheet.y + head + Double(index % perColumn) * height, column - canvas.px(12), height)
      draw(row, in: rect, &canvas)
    }
    canvas.list.popClip()
  }

  private func draw(_ row: SignSheet.Row, in rect: Rect, _ canvas: inout Canvas) {
    let box = Rect(
      rect.x, rect.y + canvas.px(2), canvas.px(40, 50), rect.height - canvas.px(4))
    let words = Rect(
      box.maxX + canvas.px(8), rect.y, rect.maxX - box.maxX - canvas.px(8), rect.height)
    switch row.mark {
    case .heading: canvas.text(row.text, in: rect, .strong, Ink.amber)
    case .none: canvas.text(row.text, in: rect, .body, Ink.text)
    case .symbol(let symbol):
      canvas.list.fill(Path(box, radius: 3 * canvas.scale), Ink.plate)
      draw(symbol, in: box.inset(by: canvas.px(2)), &canvas)
      canvas.text(row.text, in: words, .body, Ink.text)
    case .line(let style, let color, let casing):
      canvas.list.fill(Path(box, radius: 3 * canvas.scale), Ink.plate)
      let y = box.center.y
      let path = Path(
        [Point(box.x + canvas.px(4), y), Point(box.maxX - canvas.px(4), y)], closed: false)
      var scaled = style
      scaled.width *= canvas.scale
      scaled.dashes = style.dashes.map { $0 * canvas.scale }
      if casing.alpha > 0 {
        canvas.list.line(path, LineStyle(width: scaled.width + 2.4 * canvas.scale), casing)
      }
      canvas.list.line(path, scaled, color)
      canvas.text(row.text, in: words, .body, Ink.text)
    }
  }

  /// Draws a symbol as large as a box allows, its bounds centred in it.
  func draw(_ symbol: Symbol, in box: Rect, _ canvas: inout Canvas) {
    let bounds = symbol.bounds
    guard !bounds.isEmpty else { return }
    let size = min(box.width / bounds.width, box.height / bounds.height)
    let middle = box.center
    let origin = Point(
      middle.x - bounds.center.x * size, middle.y - bounds.center.y * size)
    for shape in symbol.shapes {
      let path = shape.path.mapped { Point(origin.x + $0.x * size, origin.y + $0.y * size) }
      if let fill = shape.fill { canvas.list.fill(path, fill) }
      if let stroke = shape.stroke {
        canvas.list.line(path, shape.lineStyle(scale: size), stroke)
      }
    }
  }
}
