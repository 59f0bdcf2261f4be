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
    var inner = slot.width - 2 * pad
    let margins = pad * 1.6
    let wanted = rows.reduce(margins) { $0 + height(of: $1, inner, canvas) }
    if wanted > slot.height { rows = Self.withOrdersFirst(rows) }
    // A low panel has room for what is done, and leaves the formation to the order of battle.
    if case .head(let sidc, let frame, let name, let detail) = rows[0],
      height(of: rows[0], inner, canvas) >= slot.height * 0.4,
      let done = detail.split(separator: " · ").last
    {
      rows[0] = .head(sidc: sidc, frame: frame, name: name, detail: String(done))
    }
    // The head stays where it leaves room; what has none beneath it is scrolled.
    let fixed = height(of: rows[0], inner, canvas) < slot.height * 0.5 ? 1 : 0
    // Rows that come to the top keep off the mark there.
    if fixed == 0 { inner -= canvas.px(10) }
    let heights = rows.map { height(of: $0, inner, canvas) }
    let head = fixed == 1 ? heights[0] : 0
    let room = slot.height - margins - head
    let last = Self.shownRows(rows, heights, from: fixed, room: room, scroll: 10_000)
    canvas.hits.inspectorEnd = Double(last.lowerBound - fixed)
    let shown = Self.shownRows(
      rows, heights, from: fixed, room: room, scroll: view.inspectorScroll)
    let used = head + heights[shown].reduce(0, +)
    let panel = Rect(
      slot.x, slot.y, slot.width, min(slot.height, (used + margins).rounded()))
    canvas.panel(panel)
    canvas.list.pushClip(panel)
    var y = panel.y + (pad * 0.8).rounded()
    if fixed == 1 {
      draw(rows[0], in: Rect(panel.x + pad, y, inner, heights[0]), &canvas)
      y += heights[0]
    }
    let top = max(y, panel.y + canvas.px(22))
    for index in shown {
      draw(rows[index], in: Rect(panel.x + pad, y, inner, heights[index]), &canvas)
      y += heights[index]
    }
    canvas.list.popClip()
    if shown.count < rows.count - fixed {
      canvas.scrollBar(
        Rect(panel.x, top, panel.width, y - top), shown.lowerBound - fixed, shown.count,
        rows.count - fixed)
    }
    let mark = canvas.px(18)
    canvas.foldMark(
      Rect(panel.maxX - mark - canvas.px(3), panel.y + canvas.px(2), mark, mark), .inspector)
  }

  /// The rows from one on that a room shows whole, scrolled by some: never past the last, and no
  /// heading without its first line.
  static func shownRows(
    _ rows: [InspectorRow], _ heights: [Double], from start: Int, room: Double, scroll: Double
  ) -> Range<Int> {
    let count = rows.count
    guard count > start else { return start..<start }
    // A pixel of rounding cuts nothing.
    let room = room + 1
    var last = count
    var rest = room
    while last > start, heights[last - 1] <= rest {
      last -= 1
      rest -= heights[last]
    }
    let first = min(min(last, count - 1), start + Int(max(0, min(10_000, scroll))))
    var end = first
    rest = room
    while end < count, heights[end] <= rest {
      rest -= heights[end]
      end += 1
    }
    if end < count, end > first + 1, case .heading = rows[end - 1] { end -= 1 }
    return first..<end
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
