import Screen

/// Cuts contours into dashes.
struct Dasher {
  private var lengths: [Double] = []
  private var period = 0.0

  /// Prepares a pattern. False where it draws a solid line: empty, with a length that is negative
  /// or not finite, or so short (under 1/16 pixel in all) that it would read as grey anyway.
  mutating func prepare(_ dashes: [Double]) -> Bool {
    lengths.removeAll(keepingCapacity: true)
    period = 0
    for length in dashes {
      guard length >= 0 && length.isFinite else { return false }
      lengths.append(length)
      period += length
    }
    // An odd pattern repeats with dashes and gaps exchanged, as in SVG.
    if lengths.count % 2 == 1 {
      lengths.append(contentsOf: dashes)
      period *= 2
    }
    return period >= 0.0625
  }

  /// Adds the dashes of all contours to `result`. What lies outside `clip` may be left out; the
  /// pattern goes on beneath it, so that panning never shifts a dash along its line.
  func cut(_ source: Outline, clip: Rect, into result: inout Outline) {
    for contour in 0..<source.count {
      let range = source.range(of: contour)
      guard range.count > 1 else { continue }
      var walker = Walker(lengths: lengths, period: period)
      for index in range.dropFirst() {
        walker.walk(source.points[index - 1], source.points[index], clip, &result)
      }
      if source.isClosed(contour) {
        walker.walk(
          source.points[range.upperBound - 1], source.points[range.lowerBound], clip, &result)
      }
    }
  }

  /// Where the pattern stands on the way along one contour.
  private struct Walker {
    let lengths: [Double]
    let period: Double
    /// Pixels walked since the contour's start, within one period.
    var phase = 0.0
    var isDrawing = false

    mutating func walk(_ a: Point, _ b: Point, _ clip: Rect, _ result: inout Outline) {
      let length = (b - a).length
      guard length > 0 && length.isFinite else { return }
      guard let (enter, leave) = Self.visible(a, b, clip) else {
        skip(length)
        return
      }
      if enter > 0 { skip(enter * length) }
      var place = enter * length
      let end = leave * length
      while place < end {
        let (isDash, remaining) = current()
        let step = min(remaining, end - place)
        if isDash {
          if !isDrawing {
            result.begin()
            result.append(a + (b - a) * (place / length))
          }
          result.append(a + (b - a) * ((place + step) / length))
        }
        place += step
        phase += step
        isDrawing = isDash && step < remaining
        if step >= remaining && phase >= period { phase = 0 }
      }
      if leave < 1 { skip((1 - leave) * length) }
    }

    /// Whether the pattern stands in a dash, and how far it goes on.
    private func current() -> (isDash: Bool, remaining: Double) {
      var before = 0.0
      for (index, length) in lengths.enumerated() {
        before += length
        // Steps that rounding has left a trace short count as done.
        if phase < before - 1e-9 { return (index % 2 == 0, before - phase) }
      }
      return (true, lengths[0] > 0 ? lengths[0] : period)
    }

    private mutating func skip(_ length: Double) {
      phase += length
      let periods = phase / period
      if periods >= 1 && periods < 1e15 { phase -= Double(Int(periods)) * period }
      isDrawing = false
    }

    /// The stretch of a segment within a rectangle as fractions of its length
    /// (Y.-D. Liang and B. Barsky, 1984); nil where they do not meet.
    private static func visible(_ a: Point, _ b: Point, _ clip: Rect) -> (Double, Double)? {
      var enter = 0.0
      var leave = 1.0
      let d = b - a
      func cut(_ towards: Double, _ distance: Double) -> Bool {
        if towards < 0 {
          enter = max(enter, distance / towards)
        } else if towards > 0 {
          leave = min(leave, distance / towards)
        } else if distance < 0 {
          return false
        }
        return true
      }
      guard cut(-d.x, a.x - clip.x), cut(d.x, clip.maxX - a.x), cut(-d.y, a.y - clip.y),
        cut(d.y, clip.maxY - a.y)
      else { return nil }
      return enter < leave ? (enter, leave) : nil
    }
  }
}
