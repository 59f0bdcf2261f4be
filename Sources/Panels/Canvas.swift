import MapTable
import Screen

/// Where panels are drawn: a draw list and a hit map with the measures of one frame.
struct Canvas {
  /// Which end of its space a text keeps to.
  enum Side { case left, center, right }

  var list: DrawList
  var hits: HitMap
  let fonts: FontBook
  let scale: Double
  let isCompact: Bool
  let pointer: Point?

  /// Whole pixels of a length in points.
  func px(_ points: Double) -> Double { (points * scale).rounded() }

  /// Points for a small window or for a roomy one, as pixels.
  func px(_ compact: Double, _ roomy: Double) -> Double { px(isCompact ? compact : roomy) }

  func font(_ style: TextStyle) -> Font { style.font(scale: scale, isCompact: isCompact) }

  func width(_ text: String, _ style: TextStyle) -> Double {
    fonts.metrics(of: font(style)).width(of: text)
  }

  /// The height of a line of text.
  func lineHeight(_ style: TextStyle) -> Double {
    (Double(font(style).pixelSize) * 1.42).rounded()
  }

  /// Whether the pointer is over a place.
  func isHovered(_ rect: Rect) -> Bool { pointer.map(rect.contains) ?? false }

  /// Fills a panel's ground and takes the clicks on it.
  mutating func panel(_ rect: Rect, radius: Double = 6, color: Color = Ink.ground) {
    let corner = radius * scale
    list.fill(corner > 0 ? Path(rect, radius: corner) : Path(rect), color)
    if corner > 0 {
      let edge = Path(rect.inset(by: 0.5), radius: corner)
      list.line(edge, LineStyle(width: max(1, scale * 0.75)), Ink.edge)
    }
    hits.add(.panel, rect)
  }

  /// Writes one line into a space, centred in its height and shortened with `…` where it is too
  /// long; gives the width written.
  @discardableResult
  mutating func text(
    _ text: String, in rect: Rect, _ style: TextStyle, _ color: Color = Ink.text,
    _ side: Side = .left
  ) -> Double {
    guard rect.width > 0, !text.isEmpty else { return 0 }
    let font = font(style)
    let metrics = fonts.metrics(of: font)
    let shown = Self.shortened(text, to: rect.width, metrics)
    guard !shown.isEmpty else { return 0 }
    let width = metrics.width(of: shown)
    let x: Double =
      switch side {
      case .left: rect.x
      case .center: rect.x + (rect.width - width) / 2
      case .right: rect.maxX - width
      }
    // Capitals are 0.73 em high in Inter: half of that below the middle centres them.
    let baseline = rect.center.y + 0.363 * Double(font.pixelSize)
    list.text(shown, at: Point(x.rounded(), baseline.rounded()), font, color, fonts: fonts)
    return width
  }

  /// The ground of a card over the map, as large as asked for where there is room: in the clear
  /// area, else in the middle of the window over a shade that puts everything else away.
  mutating func card(_ size: Size, in clear: Rect, of window: Size) -> Rect {
    var area = clear
    if size.width > area.width || size.height > area.height {
      area = Rect(0, 0, window.width, window.height)
      list.fill(area, Ink.shade)
      hits.add(.panel, area)
      area = area.inset(by: px(6))
    }
    let (width, height) = (min(area.width, size.width), min(area.height, size.height))
    let box = Rect(
      (area.center.x - width / 2).rounded(), (area.center.y - height / 2).rounded(),
      width.rounded(.down), height.rounded(.down))
    panel(box, radius: 8, color: Ink.card)
    return box
  }

  /// The first of some ways to say something that fits, else the last.
  func fitting(_ texts: [String], _ style: TextStyle, in width: Double) -> String {
    texts.first { self.width($0, style) <= width } ?? texts.last ?? ""
  }

  /// The ground of a button that lies on the map.
  mutating func plate(_ rect: Rect, _ color: Color) {
    list.fill(Path(rect, radius: 3 * scale), color)
    let edge = Path(rect.inset(by: 0.5), radius: 3 * scale)
    list.line(edge, LineStyle(width: max(1, scale * 0.75)), Ink.buttonEdge)
  }

  /// How wide each button of a row is: all alike, or where a word is too long for that, as their
  /// words need.
  func shares(_ words: [String], _ style: TextStyle, _ width: Double, _ gap: Double) -> [Double] {
    let count = Double(max(1, words.count))
    let equal = (width + gap) / count - gap
    let needed = words.map { self.width($0, style) }
    if needed.allSatisfy({ $0 + 2 * scale + px(4) <= equal }) {
      return words.map { _ in equal }
    }
    let rest = (width - (count - 1) * gap - needed.reduce(0, +)) / count
    return needed.map { $0 + rest }
  }

  /// A button with a hit entry of its own.
  mutating func button(
    _ label: String, _ rect: Rect, _ control: Control, isOn: Bool = false, _ style: TextStyle
  ) {
    let color = isOn ? Ink.blue : isHovered(rect) ? Ink.buttonHover : Ink.button
    list.fill(Path(rect, radius: 3 * scale), color)
    text(label, in: rect.inset(by: scale), style, Ink.text, .center)
    hits.add(.control(control), rect)
  }

  /// The tab that a folded panel leaves; a click opens it.
  mutating func tab(_ name: String, _ rect: Rect, _ panel: PanelID) {
    self.panel(rect, radius: 4)
    if isHovered(rect) { list.fill(Path(rect, radius: 4 * scale), Ink.hover) }
    text("+ " + name, in: rect.inset(by: 6 * scale), .small, Ink.dim)
    hits.add(.control(.fold(panel)), rect)
  }

  /// The chip of a panel that a small window has no room for; a click opens it.
  mutating func chip(_ name: String, _ rect: Rect, _ panel: PanelID) {
    self.panel(rect, radius: 4)
    if isHovered(rect) { list.fill(Path(rect, radius: 4 * scale), Ink.hover) }
    text(name, in: rect.inset(by: 2 * scale), .small, Ink.text, .center)
    hits.add(.control(.fold(panel)), rect)
  }

  /// A bar at the right of an area that shows which of its rows are seen.
  mutating func scrollBar(_ area: Rect, _ first: Int, _ visible: Int, _ count: Int) {
    let length = max(px(16), area.height * Double(visible) / Double(max(1, count)))
    let share = Double(first) / Double(max(1, count - visible))
    let width = px(3)
    let bar = Rect(
      area.maxX - width - px(2), area.y + (area.height - length) * share, width, length)
    list.fill(Path(bar, radius: width / 2), Ink.faint)
  }

  /// The mark at a panel's upper right corner that folds it.
  mutating func foldMark(_ rect: Rect, _ panel: PanelID) {
    let color = isHovered(rect) ? Ink.text : Ink.faint
    let half = (4.5 * scale).rounded()
    let middle = rect.center
    let stroke = Path(
      [Point(middle.x - half, middle.y), Point(middle.x + half, middle.y)], closed: false)
    list.line(stroke, LineStyle(width: max(1, (1.5 * scale).rounded())), color)
    hits.add(.control(.fold(panel)), rect)
  }

  /// A text cut so that it fits, with `…` at its end; empty where not even that fits.
  static func shortened(_ text: String, to width: Double, _ metrics: FontMetrics) -> String {
    if metrics.width(of: text) <= width { return text }
    let room = width - metrics.width(of: "…")
    guard room > 0 else { return "" }
    var kept = ""
    var used = 0.0
    for character in text {
      for scalar in character.unicodeScalars {
        used += metrics.advances[scalar.value] ?? metrics.missingAdvance
      }
      if used > room { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept.isEmpty ? "" : kept + "…"
  }

  /// A text broken at spaces into lines that fit; the last line takes what is left.
  func wrapped(_ text: String, _ style: TextStyle, width: Double, lines limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || lines.count == limit - 1 || self.width(longer, style) <= width {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
