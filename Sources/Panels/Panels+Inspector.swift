import MapTable
import Screen
import Simulation
import Symbology

extension Panels {
  mutating func drawInspector(
    _ slot: Rect, _ picture: Picture, _ view: ViewState, _ info: PanelInfo,
    _ canvas: inout Canvas
  ) {
    var rows = InspectorContent(picture: picture, view: view, reason: info.reason).rows
    guard !rows.isEmpty else { return }
    let pad = canvas.px(12, 18)
    let inner = slot.width - 2 * pad
    let wanted = rows.reduce(pad * 1.6) { $0 + height(of: $1, inner, canvas) }
    if wanted > slot.height { rows = Self.withOrdersFirst(rows) }
    let panel = Rect(slot.x, slot.y, slot.width, min(slot.height, wanted.rounded()))
    canvas.panel(panel)
    canvas.list.pushClip(panel)
    var y = panel.y + (pad * 0.8).rounded()
    for (index, row) in rows.enumerated() {
      let rowHeight = height(of: row, inner, canvas)
      let rest = panel.maxY - pad * 0.5 - y
      // No heading stands without its first line.
      let next = index + 1 < rows.count ? height(of: rows[index + 1], inner, canvas) : 0
      if case .heading = row, rowHeight + next > rest, panel.height < wanted {
        canvas.text(
          "…", in: Rect(panel.x + pad, y - canvas.px(4), inner, canvas.px(14)), .body, Ink.dim)
        break
      }
      // What does not fit is told, not cut through.
      if rowHeight > rest
        || (index < rows.count - 1 && rest - rowHeight < canvas.px(10) && rest < wanted)
      {
        if panel.height < wanted {
          canvas.text(
            "…", in: Rect(panel.x + pad, y - canvas.px(4), inner, canvas.px(14)), .body, Ink.dim)
          break
        }
      }
      draw(row, in: Rect(panel.x + pad, y, inner, rowHeight), &canvas)
      y += rowHeight
    }
    canvas.list.popClip()
    let mark = canvas.px(18)
    canvas.foldMark(
      Rect(panel.maxX - mark - canvas.px(3), panel.y + canvas.px(2), mark, mark), .inspector)
  }

  /// Where not all fits, what a unit is told matters more than how it stands and where.
  static func withOrdersFirst(_ rows: [InspectorRow]) -> [InspectorRow] {
    let heading = InspectorRow.heading("Orders")
    guard let start = rows.firstIndex(of: heading),
      let place = rows.firstIndex(where: {
        guard case .pair(let label, _, _) = $0 else { return false }
        return label == "Conduct" || label == "Readiness" || label == "Posture"
      }), place < start
    else { return rows }
    var end = start + 1
    scan: while end < rows.count {
      switch rows[end] {
      case .item, .note: end += 1
      case .head, .pair, .heading: break scan
      }
    }
    var moved = Array(rows[..<place])
    moved.append(contentsOf: rows[start..<end])
    moved.append(contentsOf: rows[place..<start])
    moved.append(contentsOf: rows[end...])
    return moved
  }

  private func height(of row: InspectorRow, _ width: Double, _ canvas: Canvas) -> Double {
    switch row {
    case .head: canvas.px(46, 58)
    case .pair: canvas.px(17, 25)
    case .heading: canvas.px(29, 46)
    case .item: canvas.px(17, 24)
    case .note(let text):
      Double(canvas.wrapped(text, .body, width: width, lines: 4).count) * canvas.lineHeight(.body)
    }
  }

  private mutating func draw(_ row: InspectorRow, in rect: Rect, _ canvas: inout Canvas) {
    switch row {
    case .head(let sidc, let frame, let name, let detail):
      drawHead(sidc, frame, name, detail, in: rect, &canvas)
    case .pair(let label, let value, let color):
      let valueWidth = canvas.width(value, .medium)
      let labelWidth = min(canvas.width(label, .body), rect.width * 0.55)
      let room = min(valueWidth + 1, rect.width - labelWidth - canvas.px(8))
      canvas.text(
        label, in: Rect(rect.x, rect.y, rect.width - room - canvas.px(8), rect.height), .body,
        Ink.dim)
      canvas.text(
        value, in: Rect(rect.maxX - room, rect.y, room, rect.height), .medium, color, .right)
    case .heading(let text):
      let line = (rect.y + rect.height * 0.28).rounded()
      canvas.list.fill(Rect(rect.x, line, rect.width, max(1, canvas.scale.rounded())), Ink.track)
      let height = rect.height * 0.6
      canvas.text(text, in: Rect(rect.x, rect.maxY - height, rect.width, height), .strong)
    case .item(let key, let text):
      let least = max(canvas.width("00:00", .body), canvas.width(key, .body)) + canvas.px(8)
      let column = max(canvas.px(40, 52), least)
      canvas.text(key, in: Rect(rect.x, rect.y, column, rect.height), .body, Ink.amber)
      canvas.text(
        text, in: Rect(rect.x + column, rect.y, rect.width - column, rect.height), .body)
    case .note(let text):
      let height = canvas.lineHeight(.body)
      for (index, line) in canvas.wrapped(text, .body, width: rect.width, lines: 4).enumerated() {
        let top = rect.y + Double(index) * height
        canvas.text(line, in: Rect(rect.x, top, rect.width, height), .body, Ink.dim)
      }
    }
  }

  private mutating func drawHead(
    _ sidc: String, _ frame: Color?, _ name: String, _ detail: String, in rect: Rect,
    _ canvas: inout Canvas
  ) {
    var left = rect.x
    if !sidc.isEmpty {
      let box = Rect(rect.x, rect.y, canvas.px(48, 58), rect.height - canvas.px(6, 10))
      // Symbols are black on paper: a light plate shows what stands outside the frame too.
      canvas.list.fill(Path(box, radius: 3 * canvas.scale), Ink.plate)
      drawSymbol(sidc, frame, in: box.inset(by: canvas.px(3)), &canvas)
      left = box.maxX + canvas.px(9, 12)
    }
    let right = rect.maxX - canvas.px(8)
    let half = (rect.height - canvas.px(4, 8)) / 2
    let style =
      [TextStyle.title, .heading, .strong].first { canvas.width(name, $0) <= right - left }
    let wide = rect.maxX - left
    if let style, canvas.width(detail, .small) <= wide {
      canvas.text(name, in: Rect(left, rect.y, right - left, half), style)
      canvas.text(detail, in: Rect(left, rect.y + half, wide, half * 0.85), .small, Ink.dim)
      return
    }
    // Long names take two lines; what is done comes beneath, shortened if it must be.
    let third = (rect.height - canvas.px(2)) / 3
    let lines = canvas.wrapped(name, .strong, width: right - left, lines: 2)
    for (index, line) in lines.enumerated() {
      canvas.text(
        line, in: Rect(left, rect.y + Double(index) * third, right - left, third), .strong)
    }
    let rest = canvas.wrapped(detail, .small, width: wide, lines: 3 - lines.count)
    for (index, line) in rest.enumerated() {
      let top = rect.y + Double(lines.count + index) * third
      canvas.text(line, in: Rect(left, top, wide, third), .small, Ink.dim)
    }
  }

  /// Draws a symbol as large as a box allows, its bounds centred in it.
  mutating func drawSymbol(
    _ sidc: String, _ frame: Color?, in box: Rect, _ canvas: inout Canvas
  ) {
    guard let symbol = symbol(sidc, frame) else { return }
    draw(symbol, in: box, &canvas)
  }

  /// The symbol of a code in a frame colour, kept once made; nil for a code that is none.
  private mutating func symbol(_ sidc: String, _ frame: Color?) -> Symbol? {
    let key = sidc + "/\(frame?.premultiplied ?? 0)"
    if let symbol = symbolCache[key] { return symbol }
    guard let code = try? SIDC(sidc) else { return nil }
    let symbol = symbols.symbol(code, style: SymbolStyle(frameFill: frame))
    if symbolCache.count > 500 { symbolCache.removeAll() }
    symbolCache[key] = symbol
    return symbol
  }
}
