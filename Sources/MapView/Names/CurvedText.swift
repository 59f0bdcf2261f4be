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

  /// A text as its font spaces it, looked up once for many settings.
  struct Setting {
    fileprivate var letters: [(scalar: UInt32, before: Double, advance: Double)] = []
    fileprivate let width: Double
    fileprivate let ascent: Double
    fileprivate let descent: Double

    /// A text with `spacing` pixels between letters beyond the font's own.
    init(_ text: String, _ metrics: FontMetrics, spacing: Double) {
      var previous: UInt32?
      var width = 0.0
      for scalar in text.unicodeScalars {
        let kerning = previous.map { metrics.kerning[.init($0, scalar.value)] ?? 0 }
        let before = kerning.map { $0 + spacing } ?? 0
        let advance = metrics.advances[scalar.value] ?? metrics.missingAdvance
        letters.append((scalar.value, before, advance))
        width += before + advance
        previous = scalar.value
      }
      self.width = width
      ascent = metrics.ascent
      descent = metrics.descent
    }
  }

  /// Sets a text along a line with its middle `middle` metres from the line's start. It reads from
  /// left to right and stands `lift` pixels above the line.
  init(
    _ setting: Setting, along line: TileLine, middle: Double, lift: Double,
    metersPerPixel: Double, em: Double
  ) {
    let width = setting.width
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
    var bounds: (low: Point, high: Point)?
    letters.reserveCapacity(setting.letters.count)
    for (scalar, before, advance) in setting.letters {
      pen += before
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
      letters.append(Letter(scalar: scalar, pen: foot - along * (advance / 2), along: along))
      for corner in [
        foot - along * (advance / 2) + up * setting.ascent,
        foot + along * (advance / 2) + up * setting.ascent,
        foot - along * (advance / 2) - up * setting.descent,
        foot + along * (advance / 2) - up * setting.descent,
      ] {
        let low = bounds?.low ?? corner
        let high = bounds?.high ?? corner
        bounds = (
          Point(min(low.x, corner.x), min(low.y, corner.y)),
          Point(max(high.x, corner.x), max(high.y, corner.y))
        )
      }
      pen += advance
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
