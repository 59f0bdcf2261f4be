import Screen

/// Sets paragraphs in a column, line under line, ragged on the right.
struct TextColumn {
  let left: Double
  let width: Double
  var bottom: Double
  /// Where the next line's top is.
  var y: Double

  /// The lines of a text that fit the column's width.
  func lines(of text: String, _ metrics: FontMetrics, indent: Double = 0) -> [[String]] {
    let space = metrics.width(of: " ")
    var lines: [[String]] = []
    var line: [String] = []
    var used = indent
    for word in text.split(separator: " ") {
      let length = metrics.width(of: String(word))
      if !line.isEmpty, used + space + length > width {
        lines.append(line)
        line = []
        used = 0
      }
      used += (line.isEmpty ? 0 : space) + length
      line.append(String(word))
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The height of a text.
  func height(of text: String, _ metrics: FontMetrics, leading: Double, indent: Double = 0)
    -> Double
  {
    Double(lines(of: text, metrics, indent: indent).count) * leading
  }

  /// Sets a text and moves on; `indent` is kept free at the start of its first line.
  mutating func set(
    _ text: String, _ font: Font, _ color: Color, leading: Double, indent: Double = 0,
    fonts: FontBook, into list: inout DrawList
  ) {
    let metrics = fonts.metrics(of: font)
    let lines = lines(of: text, metrics, indent: indent)
    for (index, words) in lines.enumerated() {
      let start = left + (index == 0 ? indent : 0)
      let base = y + metrics.ascent + (leading - metrics.lineHeight) / 2
      list.text(
        words.joined(separator: " "), at: Point(start, base.rounded()), font, color, fonts: fonts)
      y += leading
    }
  }
}
