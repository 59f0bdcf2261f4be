import Geography
public import MapTable
public import Screen
public import Simulation

extension MapView {
  /// What scale bar, north arrow and coordinates take at a view's scale.
  public func furnitureSize(_ picture: Picture, _ view: ViewState, fonts: FontBook) -> Size {
    furniture(still(picture, view, fonts)).size
  }

  /// Draws scale bar, north arrow and coordinates at a place of a still's margin, in colours of its
  /// own.
  public mutating func drawFurniture(
    _ picture: Picture, _ view: ViewState, fonts: FontBook, in place: Rect, ink: Color,
    paper: Color, into list: inout DrawList, images: inout ImageTable
  ) {
    let frame = still(picture, view, fonts)
    drawFurniture(
      furniture(frame), in: place, ink: ink, halo: paper, frame, into: &list, images: &images)
  }

  private func still(_ picture: Picture, _ view: ViewState, _ fonts: FontBook) -> MapFrame {
    MapFrame(
      picture: picture, previous: nil, fraction: 1, view: view, styles: styles, fonts: fonts,
      covered: [])
  }

  /// The words and lengths of scale bar and coordinates.
  private struct Furniture {
    /// Where the pointer is, and the scale.
    var line: String
    /// Metres that the bar tells, and its length in pixels.
    var meters: Double
    var length: Double
    var size: Size
  }

  private func furniture(_ frame: MapFrame) -> Furniture {
    let s = frame.scale
    let line = coordinates(frame)
    let meters = Self.niceLength(190 * s * frame.metersPerPixel)
    let length = meters / frame.metersPerPixel
    let width = frame.fonts.metrics(of: frame.type.furniture).width(of: line)
    return Furniture(
      line: line, meters: meters, length: length, size: Size(max(length + 40 * s, width), 46 * s))
  }

  /// Scale bar, north arrow, and where the pointer is, at the lower right of what is not covered.
  mutating func drawFurniture(
    _ frame: MapFrame, _ hits: HitMap, into list: inout DrawList, images: inout ImageTable
  ) {
    let furniture = furniture(frame)
    let halo = frame.style[.furnitureHalo]
    var place = Self.freeCorner(furniture.size, frame)
    if case .picture = frame.view.mode {
      // On a still nothing can be moved from under the scale: it takes the corner with the fewest
      // counters, and a ground keeps it readable.
      place = Self.emptiestCorner(place, frame, hits)
      list.fill(
        Path(place.inset(by: -6 * frame.scale), radius: 4 * frame.scale), halo.withAlpha(175))
    }
    drawFurniture(
      furniture, in: place, ink: frame.style[.furniture], halo: halo, frame, into: &list,
      images: &images)
  }

  private mutating func drawFurniture(
    _ furniture: Furniture, in place: Rect, ink: Color, halo: Color, _ frame: MapFrame,
    into list: inout DrawList, images: inout ImageTable
  ) {
    let s = frame.scale
    let font = frame.type.furniture
    let metrics = frame.fonts.metrics(of: font)
    let (bar, length) = (furniture.meters, furniture.length)
    let right = place.maxX
    let left = (right - length).rounded()
    let y = (place.y + 22 * s).rounded()
    list.fill(Rect(left - s, y - s, length.rounded() + 2 * s, 6 * s), halo)
    list.fill(Rect(left, y, length.rounded(), 4 * s), ink)
    list.fill(
      Rect(left + (length / 2).rounded(), y + s, (length / 2).rounded() - s, 2 * s), halo)
    let unit = bar >= 1000 ? 1000.0 : 1.0
    var labels = [(0.0, "0"), (1.0, Self.number(bar / unit) + (unit == 1000 ? " km" : " m"))]
    if length > 110 * s { labels.append((0.5, Self.number(bar / 2 / unit))) }
    for (part, text) in labels {
      let w = metrics.width(of: text)
      let x = min(left + length * part - w / 2, right - w)
      writeFurniture(text, at: Point(x, y - 5 * s), font, ink, halo, frame, &list, &images)
    }
    let textWidth = metrics.width(of: furniture.line)
    writeFurniture(
      furniture.line, at: Point(right - textWidth, y + 4 * s + metrics.ascent + 4 * s), font, ink,
      halo, frame, &list, &images)
    drawNorth(Point(left - 22 * s, y - 4 * s), ink, halo, frame, &list, &images)
  }

  private mutating func writeFurniture(
    _ text: String, at pen: Point, _ font: Font, _ color: Color, _ haloColor: Color,
    _ frame: MapFrame, _ list: inout DrawList, _ images: inout ImageTable
  ) {
    let at = Point(pen.x.rounded(), pen.y.rounded())
    // Letter by letter, since the place under the pointer is another text in every frame.
    let metrics = frame.fonts.metrics(of: font)
    var x = at.x
    for scalar in text.unicodeScalars {
      if let halo = halos.halo(
        String(scalar), font, radius: 1.5 * frame.scale, haloColor, fonts: frame.fonts,
        images: &images)
      {
        let corner = Point(x.rounded(), at.y) + halo.offset
        list.image(halo.image, to: Rect(corner.x, corner.y, halo.size.width, halo.size.height))
      }
      x += metrics.advances[scalar.value] ?? metrics.missingAdvance
    }
    list.text(text, at: at, font, color, fonts: frame.fonts)
  }

  private mutating func drawNorth(
    _ foot: Point, _ ink: Color, _ halo: Color, _ frame: MapFrame, _ list: inout DrawList,
    _ images: inout ImageTable
  ) {
    let s = frame.scale
    let needle = [
      Point(foot.x, foot.y - 9 * s), Point(foot.x + 5 * s, foot.y + 9 * s),
      Point(foot.x, foot.y + 5 * s), Point(foot.x - 5 * s, foot.y + 9 * s),
    ]
    let path = Path(needle, closed: true)
    list.line(path, LineStyle(width: 3 * s), halo)
    list.fill(path, ink)
    let width = frame.fonts.metrics(of: frame.type.furniture).width(of: "N")
    writeFurniture(
      "N", at: Point(foot.x - width / 2, foot.y - 12 * s), frame.type.furniture, ink,
      halo, frame, &list, &images)
  }

  /// MGRS, latitude and longitude under the pointer (else in the middle), and the scale.
  private func coordinates(_ frame: MapFrame) -> String {
    let point = frame.view.pointer ?? frame.bounds.center
    let aimed = frame.camera.ground(point)
    // Far from the Earth's surface no coordinates mean anything.
    let isPlace = abs(aimed.x) < 1e7 && abs(aimed.y) < 1e7
    let ground = isPlace ? aimed : frame.camera.ground(frame.bounds.center)
    let place = theatre.geo(PlanePoint(x: ground.x, y: ground.y))
    let denominator = frame.metersPerPoint * 96 / 0.0254
    // Three figures that tell something are enough for a scale.
    var unit = 1.0
    while denominator / unit >= 1000 { unit *= 10 }
    let rounded = Int((denominator / unit).rounded()) * Int(unit)
    var text = MGRS.text(place, digits: 3) + " · " + Self.degrees(place.latitude, "N", "S") + " "
    text += Self.degrees(place.longitude, "E", "W")
    text += " · 1:" + ContactWords.grouped(rounded)
    return denominator < 100_000 ? text + " · schematic" : text
  }

  private static func degrees(_ value: Double, _ plus: String, _ minus: String) -> String {
    let thousandths = Int((abs(value) * 1000).rounded())
    let rest = "\(thousandths % 1000)"
    let zeros = String(repeating: "0", count: 3 - rest.count)
    return "\(thousandths / 1000).\(zeros)\(rest) \(value >= 0 ? plus : minus)"
  }

  /// The longest of 1, 2, 5 × 10ⁿ metres within `limit`.
  static func niceLength(_ limit: Double) -> Double {
    var unit = 1.0
    while unit * 10 <= limit { unit *= 10 }
    return unit * 5 <= limit ? unit * 5 : unit * 2 <= limit ? unit * 2 : unit
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? ContactWords.grouped(Int(value)) : "\(value)"
  }

  /// Of the four corners the one with the fewest counters and names to point at, the lower right
  /// where all are alike.
  private static func emptiestCorner(
    _ place: Rect, _ frame: MapFrame, _ hits: HitMap
  ) -> Rect {
    let (left, top) = (frame.bounds.maxX - place.maxX, frame.bounds.maxY - place.maxY)
    let corners = [
      place, Rect(left, place.y, place.width, place.height),
      Rect(place.x, top, place.width, place.height), Rect(left, top, place.width, place.height),
    ]
    let counts = corners.map { corner in
      let taken = corner.inset(by: -10 * frame.scale)
      return hits.entries.count { $0.rect.intersects(taken) }
    }
    let least = counts.min() ?? 0
    return corners[counts.firstIndex(of: least) ?? 0]
  }

  /// What scale bar and coordinates take at most, whatever place they tell.
  static func furniturePlace(_ frame: MapFrame) -> Rect {
    freeCorner(Size(330 * frame.scale, 46 * frame.scale), frame)
  }

  /// A place of a size at the lower right, moved up until no panel covers it.
  private static func freeCorner(_ size: Size, _ frame: MapFrame) -> Rect {
    let margin = 14 * frame.scale
    var place = Rect(
      frame.bounds.maxX - margin - size.width, frame.bounds.maxY - margin - size.height, size.width,
      size.height)
    for _ in 0..<8 {
      guard let panel = frame.covered.first(where: { $0.intersects(place) }) else { break }
      place.y = panel.y - margin * 0.7 - size.height
    }
    return place
  }
}
