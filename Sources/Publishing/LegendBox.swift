import MapView
import Screen
import Symbology

/// The legend of a published picture: a paper box at the lower left, above the credit line.
struct LegendBox {
  private let legend: MapLegend
  private let scale: Double
  private let fonts: FontBook

  private static let ink = Color(38, 42, 52)
  private static let dim = Color(92, 96, 106)
  private static let paper = Color(250, 248, 240)

  /// One row of the box.
  private enum Row {
    case heading(String)
    case sign(MapLegend.Sign)
    case line(MapLegend.Line)
    case text(String)
  }

  init(_ legend: MapLegend, scale: Double, fonts: FontBook) {
    self.legend = legend
    self.scale = scale
    self.fonts = fonts
  }

  /// The fonts that it is written with.
  static func fonts(scale: Double) -> [Font] { [headingFont(scale), bodyFont(scale)] }

  private static func headingFont(_ scale: Double) -> Font {
    Font(.semibold, Int((12 * scale).rounded()))
  }
  private static func bodyFont(_ scale: Double) -> Font {
    Font(.regular, Int((11 * scale).rounded()))
  }

  private var rows: [Row] {
    var rows: [Row] = []
    for side in legend.sides {
      rows.append(.heading(side.name))
      rows += side.signs.map(Row.sign)
    }
    if !legend.echelons.isEmpty {
      rows.append(.heading("Over the frame"))
      rows += legend.echelons.map(Row.text)
    }
    if !legend.lines.isEmpty {
      rows.append(.heading("Lines"))
      rows += legend.lines.map(Row.line)
    }
    return rows
  }

  private func height(_ row: Row) -> Double {
    switch row {
    case .heading: 21 * scale
    case .sign(let sign): (sign.symbol.bounds.height > 160 ? 36 : 23) * scale
    case .line: 17 * scale
    case .text: 15 * scale
    }
  }

  private func width(_ row: Row) -> Double {
    let body = fonts.metrics(of: Self.bodyFont(scale))
    switch row {
    case .heading(let text): return fonts.metrics(of: Self.headingFont(scale)).width(of: text)
    case .sign(let sign): return 46 * scale + body.width(of: sign.text)
    case .line(let line): return 46 * scale + body.width(of: line.text)
    case .text(let text): return body.width(of: text)
    }
  }

  /// The rows in as few columns as the height asks for, and these as equally long as can be.
  private func columns(within height: Double) -> [[Row]] {
    let rows = self.rows
    let total = rows.reduce(0) { $0 + self.height($1) }
    let fewest = columns(rows, within: height)
    var lower = total / Double(max(1, fewest.count))
    while lower < height {
      let even = columns(rows, within: lower)
      if even.count == fewest.count { return even }
      lower += 8 * scale
    }
    return fewest
  }

  /// The rows in columns no longer than a height; no heading ends a column.
  private func columns(_ rows: [Row], within height: Double) -> [[Row]] {
    var columns: [[Row]] = []
    var current: [Row] = []
    var used = 0.0
    for (index, row) in rows.enumerated() {
      let tall = self.height(row)
      var needed = tall
      // A heading keeps its first row below it.
      if case .heading = row, index + 1 < rows.count { needed += self.height(rows[index + 1]) }
      if used + needed > height, !current.isEmpty {
        columns.append(current)
        (current, used) = ([], 0)
      }
      current.append(row)
      used += tall
    }
    if !current.isEmpty { columns.append(current) }
    return columns
  }

  /// Where the box stands with its lower left corner at a place, no higher than told.
  func rect(lowerLeft corner: Point, within height: Double) -> Rect {
    let pad = 12 * scale
    let columns = columns(within: height - 2 * pad)
    guard !columns.isEmpty else { return Rect(corner.x, corner.y, 0, 0) }
    let width = columns.reduce(pad) { $0 + ($1.map(self.width).max() ?? 0) + pad * 1.5 }
    let tall = columns.map { $0.reduce(0) { $0 + self.height($1) } }.max() ?? 0
    let size = Size((width - pad / 2).rounded(.up), (tall + 2 * pad).rounded(.up))
    return Rect(corner.x, corner.y - size.height, size.width, size.height)
  }

  /// Draws the box.
  func draw(in rect: Rect, within height: Double, into list: inout DrawList) {
    guard !rect.isEmpty else { return }
    let pad = 12 * scale
    list.fill(Path(rect, radius: 4 * scale), Self.paper.withAlpha(240))
    list.line(Path(rect, radius: 4 * scale), LineStyle(width: scale), Self.ink.withAlpha(90))
    var x = rect.x + pad
    for column in columns(within: height - 2 * pad) {
      var y = rect.y + pad
      for row in column {
        draw(row, at: Point(x, y), into: &list)
        y += self.height(row)
      }
      x += (column.map(width).max() ?? 0) + pad * 1.5
    }
  }

  private func draw(_ row: Row, at corner: Point, into list: inout DrawList) {
    let middle = corner.y + height(row) / 2
    switch row {
    case .heading(let text):
      write(text, at: Point(corner.x, middle), Self.headingFont(scale), Self.ink, &list)
    case .text(let text):
      write(text, at: Point(corner.x, middle), Self.bodyFont(scale), Self.ink, &list)
    case .sign(let sign):
      draw(sign.symbol, at: Point(corner.x + 18 * scale, middle), &list)
      let pen = Point(corner.x + 46 * scale, middle)
      write(sign.text, at: pen, Self.bodyFont(scale), Self.ink, &list)
    case .line(let line):
      draw(line, from: Point(corner.x, middle), &list)
      let pen = Point(corner.x + 46 * scale, middle)
      write(line.text, at: pen, Self.bodyFont(scale), Self.ink, &list)
    }
  }

  private func write(
    _ text: String, at left: Point, _ font: Font, _ color: Color, _ list: inout DrawList
  ) {
    let metrics = fonts.metrics(of: font)
    let base = (left.y + (metrics.ascent - metrics.descent) * 0.45).rounded()
    list.text(text, at: Point(left.x.rounded(), base), font, color, fonts: fonts)
  }

  private func draw(_ symbol: Symbol, at middle: Point, _ list: inout DrawList) {
    // Tall frames (diamonds) are drawn as high as the row allows; a staff hangs below its frame.
    let unit = min(18 * scale / 100, 24 * scale / max(1, symbol.frameBounds.height))
    let middle = Point(middle.x, middle.y - max(0, symbol.bounds.center.y) * unit)
    for shape in symbol.shapes {
      let path = shape.path.mapped { Point(middle.x + $0.x * unit, middle.y + $0.y * unit) }
      if let fill = shape.fill { list.fill(path, fill) }
      if let stroke = shape.stroke {
        let style = LineStyle(
          width: max(shape.strokeWidth * unit, scale), dashes: shape.dashes.map { $0 * unit })
        list.line(path, style, stroke)
      }
    }
  }

  private func draw(_ line: MapLegend.Line, from left: Point, _ list: inout DrawList) {
    let end = Point(left.x + 36 * scale, left.y)
    let isArrow = line.mark == .head
    let stop = isArrow ? end - Point(7 * scale, 0) : end
    let path = Path([left, stop], closed: false)
    let width = line.style.width * scale
    if line.casing.alpha > 0 {
      list.line(path, LineStyle(width: width + 1.6 * scale), line.casing)
    }
    let dashes = line.style.dashes.map { $0 * scale }
    list.line(path, LineStyle(width: width, dashes: dashes), line.color)
    switch line.mark {
    case .none: break
    case .head:
      let back = end - Point(10 * scale, 0)
      let wing = Point(0, 4.4 * scale)
      list.fill(Path([end, back + wing, stop, back - wing], closed: true), line.color)
    case .teeth:
      var teeth = Path()
      for step in 0..<6 {
        let x = left.x + (3 + Double(step) * 6) * scale
        teeth.move(to: Point(x, left.y))
        teeth.line(to: Point(x, left.y + 4.5 * scale))
      }
      list.line(teeth, LineStyle(width: 1.2 * scale), line.color)
    }
  }
}
