import Geography
import MapTable
import Screen

extension PageFrame {
  /// The font of the degrees beside the ticks.
  static func tickFont(_ scale: Double) -> Font { Font(.regular, Int((10 * scale).rounded())) }

  /// Whether the ticks tell their degrees: not where letters would be too small to read.
  static func labelsTicks(_ scale: Double) -> Bool { scale >= 0.85 }

  /// Minutes of arc between ticks: the widest step with four in view.
  private static func step(_ span: Double) -> Int {
    [60, 30, 20, 10, 5, 2].first { span * 60 / Double($0) >= 4 } ?? 1
  }

  /// Ticks at every full step of longitude and latitude along the neat line.
  func drawTicks(into list: inout DrawList, _ theatre: Theatre, _ camera: Camera) {
    let (left, right, top, bottom) = (mapRect.x, mapRect.maxX, mapRect.y, mapRect.maxY)
    let corner = geo(theatre, camera, Point(left, bottom))
    let opposite = geo(theatre, camera, Point(right, top))
    let style = LineStyle(width: scale)
    let half = 6 * scale
    let step = Self.step(opposite.longitude - corner.longitude)
    for minutes in Self.steps(from: corner.longitude, to: opposite.longitude, step) {
      let text = Self.degrees(minutes, "E", "W")
      for (y, latitude) in [(bottom, corner.latitude), (top, opposite.latitude)] {
        let x = place(theatre, camera, Double(minutes) / 60, latitude).x
        guard x > left, x < right else { continue }
        let inner = y == top ? half : -half
        list.line(Path([Point(x, y), Point(x, y + inner)], closed: false), style, Self.ink)
        label(text, at: Point(x, y == top ? top - margin / 2 : bottom + margin / 2), &list)
      }
    }
    for minutes in Self.steps(from: corner.latitude, to: opposite.latitude, step) {
      let text = Self.degrees(minutes, "N", "S")
      for (x, longitude) in [(left, corner.longitude), (right, opposite.longitude)] {
        let y = place(theatre, camera, longitude, Double(minutes) / 60).y
        guard y > top, y < bottom else { continue }
        let inner = x == left ? half : -half
        list.line(Path([Point(x, y), Point(x + inner, y)], closed: false), style, Self.ink)
        label(
          text, at: Point(x == left ? left - margin / 2 : right + margin / 2, y), upright: true,
          &list)
      }
    }
  }

  /// The full steps of minutes of arc between two angles in degrees.
  private static func steps(from low: Double, to high: Double, _ step: Int) -> [Int] {
    let first = Int((low * 60 / Double(step)).rounded(.up))
    let last = Int((high * 60 / Double(step)).rounded(.down))
    return first > last ? [] : (first...last).map { $0 * step }
  }

  /// `48°30′E`.
  private static func degrees(_ minutes: Int, _ plus: String, _ minus: String) -> String {
    let (whole, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    return "\(whole)°" + (rest == 0 ? "" : (rest < 10 ? "0" : "") + "\(rest)′")
      + (minutes >= 0 ? plus : minus)
  }

  /// Writes degrees in the margin around a place, along the top and bottom or up the sides.
  private func label(
    _ text: String, at middle: Point, upright: Bool = false, _ list: inout DrawList
  ) {
    guard Self.labelsTicks(scale) else { return }
    let font = Self.tickFont(scale)
    let metrics = fonts.metrics(of: font)
    let width = metrics.width(of: text)
    let drop = Double(font.pixelSize) * 0.36
    guard upright else {
      let pen = Point((middle.x - width / 2).rounded(), (middle.y + drop).rounded())
      list.text(text, at: pen, font, Self.dim, fonts: fonts)
      return
    }
    guard let outlines = fonts.outlines[font.face] else { return }
    // Letters have no turned pictures: their outlines are turned and filled.
    let em = Double(font.pixelSize)
    let foot = Point(middle.x + drop, middle.y + width / 2)
    var path = Path()
    var pen = 0.0
    for scalar in text.unicodeScalars {
      if let glyph = outlines.glyphs[scalar.value] {
        let turned = glyph.mapped { Point(foot.x + $0.y * em, foot.y - ($0.x * em + pen)) }
        path.verbs += turned.verbs
        path.points += turned.points
      }
      pen += metrics.advances[scalar.value] ?? metrics.missingAdvance
    }
    list.fill(path, Self.dim)
  }

  private func geo(_ theatre: Theatre, _ camera: Camera, _ p: Point) -> GeoPoint {
    let ground = camera.ground(p)
    return theatre.geo(PlanePoint(x: ground.x, y: ground.y))
  }

  private func place(
    _ theatre: Theatre, _ camera: Camera, _ longitude: Double, _ latitude: Double
  ) -> Point {
    let p = theatre.plane(GeoPoint(longitude: longitude, latitude: latitude))
    return camera.screen(GroundPoint(p.x, p.y))
  }
}
