import Simulation

/// Losses hour by hour as bars, a row for each side on one scale, nights shaded.
struct LossChart {
  /// What is counted: `Men lost in each hour`.
  var title: String
  /// By side: the name, the colour of its bars and what it lost in each hour.
  var rows: [(name: String, color: String, values: [Int64])]
  let clock: BattleClock

  private let width = 880.0
  private let rowHeight = 120.0
  private let left = 44.0
  private let gap = 26.0

  /// The chart as an SVG element for a page.
  func svg() -> String {
    let hours = max(1, rows.map(\.values.count).max() ?? 1)
    let most = max(1, rows.flatMap(\.values).max() ?? 1)
    let height = Double(rows.count) * (rowHeight + gap) + 22
    let step = (width - left - 4) / Double(hours)
    var body = ""
    for (index, row) in rows.enumerated() {
      let top = Double(index) * (rowHeight + gap) + gap
      body += nights(hours, step, top) + bars(row, most, step, top)
    }
    body += labels(hours, step, height)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(width)) \(Int(height))" \
      role="img" aria-label="\(Markup.text(title))">
      \(body)</svg>
      """
  }

  private func nights(_ hours: Int, _ step: Double, _ top: Double) -> String {
    var result = ""
    for hour in 0..<hours {
      switch clock.sky(at: Tick(hour * 60 + 30)).light {
      case .moonlitNight, .darkNight, .nauticalTwilight:
        let x = left + Double(hour) * step
        // A little wider than an hour, so that no seam shows.
        let width = SVGText.number(hour + 1 < hours ? step + 0.5 : step)
        result +=
          "<rect class=\"night\" x=\"\(SVGText.number(x))\" y=\"\(SVGText.number(top))\""
          + " width=\"\(width)\" height=\"\(Int(rowHeight))\"/>\n"
      case .day, .civilTwilight: break
      }
    }
    return result
  }

  private func bars(
    _ row: (name: String, color: String, values: [Int64]), _ most: Int64, _ step: Double,
    _ top: Double
  ) -> String {
    let total = row.values.reduce(0, +)
    let base = top + rowHeight
    var result =
      "<text x=\"\(Int(left))\" y=\"\(SVGText.number(top - 8))\">"
      + "\(Markup.text(row.name)): \(total) in all</text>\n"
    result += "<text x=\"\(Int(left) - 6)\" y=\"\(SVGText.number(top + 10))\""
    result += " text-anchor=\"end\">\(most)</text>\n"
    for (hour, value) in row.values.enumerated() where value > 0 {
      let height = rowHeight * Double(value) / Double(most)
      let x = left + Double(hour) * step + step * 0.1
      result +=
        "<rect x=\"\(SVGText.number(x))\" y=\"\(SVGText.number(base - height))\""
        + " width=\"\(SVGText.number(step * 0.8))\" height=\"\(SVGText.number(height))\""
        + " fill=\"\(row.color)\"/>\n"
    }
    let y = SVGText.number(base)
    return result
      + "<line class=\"axis\" x1=\"\(Int(left))\" x2=\"\(Int(width))\" y1=\"\(y)\" y2=\"\(y)\"/>\n"
  }

  private func labels(_ hours: Int, _ step: Double, _ height: Double) -> String {
    var result = ""
    for hour in 0..<hours {
      let text = clock.timeOfDayText(at: Tick(hour * 60))
      // Six hours apart; of the last one there may be no room for the words.
      guard let clockHour = Int(text.prefix(2)), clockHour % 6 == 0, hour + 1 < hours else {
        continue
      }
      result +=
        "<text x=\"\(SVGText.number(left + Double(hour) * step))\""
        + " y=\"\(SVGText.number(height - 6))\">\(text)</text>\n"
    }
    return result
  }
}
