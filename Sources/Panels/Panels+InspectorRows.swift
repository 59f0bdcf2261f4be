import MapTable
import Screen

extension Panels {
  /// The words of a head: the name as large as a line allows, else on two; then what is done.
  private struct HeadWords {
    var name: [String]
    var style: TextStyle
    var detail: [String]
    /// Whether the symbol stands beside it; where the name would need three lines it does not.
    var hasSymbol: Bool
    var isShort: Bool { name.count + detail.count <= 2 }
  }

  /// The height of a row of the inspector that is so wide.
  func height(of row: InspectorRow, _ width: Double, _ canvas: Canvas) -> Double {
    switch row {
    case .head(let sidc, _, let name, let detail):
      let words = headWords(name, detail, Rect(0, 0, width, 0), !sidc.isEmpty, canvas)
      let usual = canvas.px(46, 58)
      return words.isShort ? usual : max(usual, Self.height(of: words, canvas) + canvas.px(6, 10))
    case .pair(let label, let value, _):
      return canvas.px(17, 25)
        + (Self.isLong(label, value, width, canvas) ? canvas.lineHeight(.body) : 0)
    case .heading: return canvas.px(29, 46)
    case .item(let key, let text):
      let lines = canvas.wrapped(
        text, .body, width: width - Self.keyColumn(key, canvas), lines: 3)
      return canvas.px(17, 24) + Double(max(0, lines.count - 1)) * canvas.lineHeight(.body)
    case .note(let text):
      let lines = canvas.wrapped(text, .body, width: width, lines: 4)
      return Double(lines.count) * canvas.lineHeight(.body) + canvas.px(3, 6)
    }
  }

  /// Draws a row of the inspector.
  mutating func draw(_ row: InspectorRow, in rect: Rect, _ canvas: inout Canvas) {
    let line = canvas.lineHeight(.body)
    switch row {
    case .head(let sidc, let frame, let name, let detail):
      drawHead(sidc, frame, name, detail, in: rect, &canvas)
    case .pair(let label, let value, let color): draw(label, value, color, in: rect, &canvas)
    case .heading(let text):
      let rule = (rect.y + rect.height * 0.28).rounded()
      canvas.list.fill(Rect(rect.x, rule, rect.width, max(1, canvas.scale.rounded())), Ink.track)
      let height = rect.height * 0.6
      canvas.text(text, in: Rect(rect.x, rect.maxY - height, rect.width, height), .strong)
    case .item(let key, let text):
      let column = Self.keyColumn(key, canvas)
      let first = canvas.px(17, 24)
      canvas.text(key, in: Rect(rect.x, rect.y, column, first), .body, Ink.amber)
      let room = rect.width - column
      for (index, words) in canvas.wrapped(text, .body, width: room, lines: 3).enumerated() {
        let top = rect.y + Double(index) * line
        canvas.text(words, in: Rect(rect.x + column, top, room + 1, first), .body)
      }
    case .note(let text):
      for (index, words) in canvas.wrapped(text, .body, width: rect.width, lines: 4).enumerated() {
        let top = rect.y + canvas.px(3, 6) + Double(index) * line
        canvas.text(words, in: Rect(rect.x, top, rect.width + 1, line), .body, Ink.dim)
      }
    }
  }

  private static func keyColumn(_ key: String, _ canvas: Canvas) -> Double {
    let least = max(canvas.width("00:00", .body), canvas.width(key, .body)) + canvas.px(8)
    return max(canvas.px(40, 52), least)
  }

  /// Whether a value takes a line of its own beneath its label.
  private static func isLong(
    _ label: String, _ value: String, _ width: Double, _ canvas: Canvas
  ) -> Bool {
    canvas.width(label, .body) + canvas.width(value, .medium) + canvas.px(8) > width
  }

  private func draw(
    _ label: String, _ value: String, _ color: Color, in rect: Rect, _ canvas: inout Canvas
  ) {
    let first = Rect(rect.x, rect.y, rect.width, canvas.px(17, 25))
    var second = first
    if Self.isLong(label, value, rect.width, canvas) { second.y += canvas.lineHeight(.body) }
    canvas.text(label, in: first, .body, Ink.dim)
    canvas.text(value, in: second, .medium, color, .right)
  }

  private func headWords(
    _ name: String, _ detail: String, _ rect: Rect, _ wantsSymbol: Bool, _ canvas: Canvas
  ) -> HeadWords {
    let wide = rect.maxX - headLeft(rect, wantsSymbol, canvas)
    // The mark that folds the panel stands beside the first line.
    let room = wide - canvas.px(8)
    if wantsSymbol, canvas.wrapped(name, .strong, width: room, lines: .max).count > 2 {
      return headWords(name, detail, rect, false, canvas)
    }
    let style = [TextStyle.title, .heading, .strong].first { canvas.width(name, $0) <= room }
    var lines: [String] = []
    for part in detail.split(separator: " · ").map(String.init) {
      let joined = (lines.last.map { $0 + " · " } ?? "") + part
      if !lines.isEmpty, canvas.width(joined, .small) <= wide {
        lines[lines.count - 1] = joined
      } else {
        lines += canvas.wrapped(part, .small, width: wide, lines: 2)
      }
    }
    return HeadWords(
      name: style != nil ? [name] : canvas.wrapped(name, .strong, width: room, lines: 2),
      style: style ?? .strong, detail: lines, hasSymbol: wantsSymbol)
  }

  private static func height(of words: HeadWords, _ canvas: Canvas) -> Double {
    Double(words.name.count) * lead(words.style, canvas)
      + Double(words.detail.count) * lead(.small, canvas)
  }

  /// The distance of lines that stand close.
  private static func lead(_ style: TextStyle, _ canvas: Canvas) -> Double {
    (Double(canvas.font(style).pixelSize) * 1.25).rounded()
  }

  private func headLeft(_ rect: Rect, _ hasSymbol: Bool, _ canvas: Canvas) -> Double {
    hasSymbol ? rect.x + canvas.px(48, 58) + canvas.px(9, 12) : rect.x
  }

  private mutating func drawHead(
    _ sidc: String, _ frame: Color?, _ name: String, _ detail: String, in rect: Rect,
    _ canvas: inout Canvas
  ) {
    let words = headWords(name, detail, rect, !sidc.isEmpty, canvas)
    if words.hasSymbol {
      let box = Rect(rect.x, rect.y, canvas.px(48, 58), canvas.px(40, 48))
      // Symbols are black on paper: a light plate shows what stands outside the frame too.
      canvas.list.fill(Path(box, radius: 3 * canvas.scale), Ink.plate)
      drawSymbol(sidc, frame, in: box.inset(by: canvas.px(3)), &canvas)
    }
    let left = headLeft(rect, words.hasSymbol, canvas)
    let wide = rect.maxX - left
    if words.isShort {
      let half = (canvas.px(46, 58) - canvas.px(4, 8)) / 2
      canvas.text(name, in: Rect(left, rect.y, wide, half), words.style)
      canvas.text(detail, in: Rect(left, rect.y + half, wide, half * 0.85), .small, Ink.dim)
      return
    }
    var y = rect.y
    for (lines, style, color) in [
      (words.name, words.style, Ink.text), (words.detail, TextStyle.small, Ink.dim),
    ] {
      let height = Self.lead(style, canvas)
      for text in lines {
        canvas.text(text, in: Rect(left, y, wide + 1, height), style, color)
        y += height
      }
    }
  }
}
