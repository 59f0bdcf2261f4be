/// A picture of results against records as SVG: one dot a battle, the line of agreement, and the
/// lines of a factor of two where the scales are logarithmic.
struct ScatterPlot {
  /// What stands above.
  var title: String
  /// What the axes show.
  var unit: String
  /// Record and result.
  var points: [(record: Double, result: Double)]
  /// The range of both axes.
  var range: ClosedRange<Double>
  /// The marks on both axes.
  var marks: [Double]
  /// Whether the axes are logarithmic.
  var isLogarithmic: Bool

  private static let size = 460.0
  private static let left = 62.0
  private static let bottom = 54.0
  private static let top = 34.0
  private static let right = 16.0

  /// The picture.
  var svg: String {
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"460\" height=\"460\" "
        + "viewBox=\"0 0 460 460\" font-family=\"Inter, sans-serif\" font-size=\"13\" "
        + "fill=\"#222\">",
      "<rect width=\"460\" height=\"460\" fill=\"#fff\"/>",
      text(title, Self.size / 2, 20, anchor: "middle", extra: " font-weight=\"600\""),
    ]
    for mark in marks {
      let (x, y) = (across(mark), up(mark))
      lines.append(line(x, up(range.lowerBound), x, up(range.upperBound), "#e2e2e2"))
      lines.append(line(across(range.lowerBound), y, across(range.upperBound), y, "#e2e2e2"))
      lines.append(text(label(mark), x, Self.size - Self.bottom + 18, anchor: "middle"))
      lines.append(text(label(mark), Self.left - 8, y + 4, anchor: "end"))
    }
    lines.append(diagonal(1, "#444", dash: ""))
    if isLogarithmic {
      lines.append(diagonal(2, "#999", dash: "5 4"))
      lines.append(diagonal(0.5, "#999", dash: "5 4"))
    }
    for point in points {
      lines.append(
        "<circle cx=\"\(number(across(point.record)))\" cy=\"\(number(up(point.result)))\" "
          + "r=\"3.6\" fill=\"#3d6fb4\" fill-opacity=\"0.55\"/>")
    }
    let middle = (Self.top + Self.size - Self.bottom) / 2
    lines.append(text("recorded, \(unit)", (Self.left + Self.size) / 2, 450, anchor: "middle"))
    lines.append(
      "<g transform=\"translate(16 \(number(middle))) rotate(-90)\">"
        + text("played, \(unit)", 0, 0, anchor: "middle") + "</g>")
    lines.append("</svg>")
    return lines.joined(separator: "\n") + "\n"
  }

  private func place(_ value: Double) -> Double {
    let inside = max(range.lowerBound, min(range.upperBound, value))
    guard isLogarithmic else {
      return (inside - range.lowerBound) / (range.upperBound - range.lowerBound)
    }
    let low = NaturalLogarithm.of(range.lowerBound)
    return (NaturalLogarithm.of(inside) - low) / (NaturalLogarithm.of(range.upperBound) - low)
  }

  private func across(_ value: Double) -> Double {
    Self.left + place(value) * (Self.size - Self.left - Self.right)
  }

  private func up(_ value: Double) -> Double {
    Self.size - Self.bottom - place(value) * (Self.size - Self.top - Self.bottom)
  }

  /// The line on which results are `factor` times the records.
  private func diagonal(_ factor: Double, _ color: String, dash: String) -> String {
    let low = max(range.lowerBound, range.lowerBound / factor)
    let high = min(range.upperBound, range.upperBound / factor)
    return line(across(low), up(low * factor), across(high), up(high * factor), color, dash: dash)
  }

  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ color: String, dash: String = ""
  ) -> String {
    let dashes = dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\""
    return "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" "
      + "y2=\"\(number(y2))\" stroke=\"\(color)\"\(dashes)/>"
  }

  private func text(
    _ words: String, _ x: Double, _ y: Double, anchor: String, extra: String = ""
  ) -> String {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(extra)>\(words)</text>"
  }

  private func label(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  private func number(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
