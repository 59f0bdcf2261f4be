import Geography
import Screen

/// A text set along a line on the ground, letter by letter.
struct CurvedText {
  /// A letter with its pen on the glass and the direction in which it is written.
  struct Letter: Equatable {
    var scalar: UInt32
    /// The pen's place relative to the middle of the writing.
    var pen: Point
    /// The unit step along the baseline.
    var along: Point
  }

  /// The letters in reading order.
  private(set) var letters: [Letter] = []
  /// The letters' box around the place of the middle.
  private(set) var box = Rect(0, 0, 0, 0)
  /// Whether it bends so gently that it reads well, with the line long enough for it.
  private(set) var fits = true

  /// Sets a text along a line with its middle `middle` metres from the line's start. It reads from
  /// left to right and stands `lift` pixels above the line.
  init(
    _ text: String, along line: TileLine, middle: Double, lift: Double, metersPerPixel: Double,
    metrics: FontMetrics, em: Double, spacing: Double
  ) {
    let width = metrics.width(of: text) + spacing * Double(max(0, text.unicodeScalars.count - 1))
    let half = width / 2 * metersPerPixel
    fits = middle >= half && middle + half <= line.length
    let origin = line.place(at: middle)
    let first = line.place(at: max(0, middle - half))
    let last = line.place(at: min(line.length, middle + half))
    // Upside down is no way to read.
    let sign = last.x >= first.x ? 1.0 : -1.0
    let reach = em * 0.9 * metersPerPixel
    func point(_ meters: Double) -> Point {
      let p = line.place(at: min(line.length, max(0, meters)))
      return Point((p.x - origin.x) / metersPerPixel, -(p.y - origin.y) / metersPerPixel)
    }
    var pen = -width / 2
    var previous: UInt32?
    var bounds: (low: Point, high: Point)?
    for scalar in text.unicodeScalars {
      if let previous { pen += (metrics.kerning[.init(previous, scalar.value)] ?? 0) + spacing }
      let advance = metrics.advances[scalar.value] ?? metrics.missingAdvance
      // The letter's middle lies on the line, smoothed over about a letter to each side.
      let at = middle + sign * (pen + advance / 2) * metersPerPixel
      let (back, here, ahead) = (point(at - sign * reach), point(at), point(at + sign * reach))
      let chord = ahead - back
      let length = chord.length
      let along = length > 0.01 ? chord * (1 / length) : Point(1, 0)
      let up = Point(along.y, -along.x)
      let foot = here * 0.5 + (back + ahead) * 0.25 + up * lift
      if let last = letters.last {
        let cross = last.along.x * along.y - last.along.y * along.x
        let dot = last.along.x * along.x + last.along.y * along.y
        // 20° from letter to letter at most; the sine tells.
        if abs(cross) > 0.34 || dot < 0 { fits = false }
      }
      letters.append(Letter(scalar: scalar.value, pen: foot - along * (advance / 2), along: along))
      for corner in [
        foot - along * (advance / 2) + up * metrics.ascent,
        foot + along * (advance / 2) + up * metrics.ascent,
        foot - along * (advance / 2) - up * metrics.descent,
        foot + along * (advance / 2) - up * metrics.descent,
      ] {
        let low = bounds?.low ?? corner
        let high = bounds?.high ?? corner
        bounds = (
          Point(min(low.x, corner.x), min(low.y, corner.y)),
          Point(max(high.x, corner.x), max(high.y, corner.y))
        )
      }
      pen += advance
      previous = scalar.value
    }
    if let bounds {
      box = Rect(
        bounds.low.x, bounds.low.y, bounds.high.x - bounds.low.x, bounds.high.y - bounds.low.y)
    }
    // More than 60° from end to end reads badly too.
    if let a = letters.first?.along, let b = letters.last?.along, a.x * b.x + a.y * b.y < 0.5 {
      fits = false
    }
  }

  /// The letters' outlines about the middle of the writing; nil where the face has none.
  func path(_ face: FaceOutlines?, em: Double) -> Path? {
    guard let face else { return nil }
    var path = Path()
    for letter in letters {
      guard let glyph = face.glyphs[letter.scalar] else { continue }
      let (pen, along) = (letter.pen, letter.along)
      path.append(
        glyph.mapped { p in
          // Across the baseline, downwards as in the outline.
          Point(
            pen.x + along.x * p.x * em - along.y * p.y * em,
            pen.y + along.y * p.x * em + along.x * p.y * em)
        })
    }
    return path.verbs.isEmpty ? nil : path
  }
}
