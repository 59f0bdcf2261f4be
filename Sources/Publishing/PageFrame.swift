public import Geography
public import MapTable
public import Screen

/// The frame of a published picture, of paper around the map so that it covers nothing of it: title
/// above, neat line with grid ticks, below it credits with the scale bar beside them.
public struct PageFrame: Sendable {
  /// The words of a frame.
  public struct Caption: Sendable {
    /// The battle's title.
    public var title: String
    /// When it is: `Sat 12 Sep 1998 12:00 (+06:00)`.
    public var moment: String
    /// Whose picture it is.
    public var viewpoint: String
    /// What is true of the battle and what is fiction.
    public var notice: String
    /// Whom the picture owes what to, each a sentence.
    public var credits: [String]

    /// A caption from its words.
    public init(
      title: String, moment: String, viewpoint: String, notice: String, credit: String
    ) {
      self.title = title
      self.moment = moment
      self.viewpoint = viewpoint
      self.notice = notice
      credits = [credit].filter { !$0.isEmpty }
    }

    /// The same words with the map's sources after the credit.
    func crediting(_ sources: [String]) -> Caption {
      var caption = self
      caption.credits += sources.map { $0.hasSuffix(".") ? $0 : $0 + "." }
      return caption
    }

    /// All credits in a row.
    var sources: String { credits.joined(separator: " ") }
  }

  let size: Size
  let scale: Double
  private let caption: Caption
  let fonts: FontBook
  /// Pixels between the paper's words and the neat line, where the ticks tell their degrees.
  let margin: Double
  /// The map within the neat line.
  let mapRect: Rect
  /// The place of scale bar, north arrow and coordinates.
  let furnitureRect: Rect
  private let headings: [(text: String, font: Font, ink: Color, pen: Point)]
  private let credits: [(text: String, pen: Point)]

  static let ink = Color(38, 42, 52)
  static let paper = Color(250, 248, 240)
  static let dim = Color(92, 96, 106)

  /// A frame for a picture of `size` pixels with `furniture` of a size.
  public init(
    size: Size, scale: Double, furniture: Size, caption: Caption, fonts: FontBook
  ) {
    self.size = size
    self.scale = scale
    self.caption = caption
    self.fonts = fonts
    margin = ((Self.labelsTicks(scale) ? 15 : 8) * scale).rounded()
    let pad = (10 * scale).rounded()
    let (headings, top) = Self.headings(of: caption, width: size.width, pad, scale, fonts)
    self.headings = headings
    // Where credits and scale bar do not fit beside each other, the scale bar stands above.
    let beside = size.width - furniture.width - 4 * pad
    let isBeside = beside > 260 * scale
    let metrics = fonts.metrics(of: Self.creditFont(scale))
    let room = max(
      2,
      Int(max(size.height * Self.creditShare, isBeside ? furniture.height : 0) / metrics.lineHeight)
    )
    let lines = Self.credits(
      of: caption, lines: room, width: isBeside ? beside : size.width - 2 * pad, metrics)
    let text = Double(lines.count) * metrics.lineHeight
    let height = (isBeside ? max(text, furniture.height) : text + furniture.height) + pad
    let footer = (size.height - height).rounded(.down)
    furnitureRect = Rect(
      size.width - pad - furniture.width, isBeside ? size.height - pad - furniture.height : footer,
      furniture.width, furniture.height)
    let first = size.height - pad / 2 - (isBeside ? max(text, furniture.height - pad / 2) : text)
    credits = lines.enumerated().map { index, line in
      let y = first + metrics.ascent + Double(index) * metrics.lineHeight
      return (line, Point(pad, y.rounded()))
    }
    mapRect = Rect(
      margin, top + margin, max(8, size.width - 2 * margin),
      max(8, footer - top - 2 * margin))
  }

  /// The words above the map with the height that they take: in a line where that fits, else below
  /// each other.
  private static func headings(
    of caption: Caption, width: Double, _ pad: Double, _ scale: Double, _ fonts: FontBook
  ) -> ([(text: String, font: Font, ink: Color, pen: Point)], Double) {
    let (title, body) = (titleFont(scale), bodyFont(scale))
    let lengths = [
      fonts.metrics(of: title).width(of: caption.title),
      fonts.metrics(of: body).width(of: caption.moment),
      fonts.metrics(of: body).width(of: caption.viewpoint),
    ]
    let gap = 18 * scale
    let base = (27 * scale).rounded()
    if lengths.reduce(2 * pad + 2 * gap, +) <= width {
      return (
        [
          (caption.title, title, ink, Point(pad, base)),
          (caption.moment, body, ink, Point((pad + lengths[0] + gap).rounded(), base)),
          (caption.viewpoint, body, dim, Point((width - pad - lengths[2]).rounded(), base)),
        ], (34 * scale).rounded()
      )
    }
    return (
      [
        (caption.title, title, ink, Point(pad, base)),
        (caption.moment, body, ink, Point(pad, base + (20 * scale).rounded())),
        (caption.viewpoint, body, dim, Point(pad, base + (38 * scale).rounded())),
      ], (72 * scale).rounded()
    )
  }

  /// The fonts that a frame is written with.
  public static func fonts(scale: Double) -> [Font] {
    [titleFont(scale), bodyFont(scale), creditFont(scale), tickFont(scale)]
  }

  private static func titleFont(_ scale: Double) -> Font {
    Font(.semibold, Int((18 * scale).rounded()))
  }
  private static func bodyFont(_ scale: Double) -> Font {
    Font(.regular, Int((13 * scale).rounded()))
  }
  private static func creditFont(_ scale: Double) -> Font {
    Font(.regular, Int((11 * scale).rounded()))
  }

  /// The share of the picture's height that notice and credits may take.
  private static let creditShare = 0.12

  /// Notice and credits in lines; on small pictures sources that find no room are left to the
  /// file's text fields, the last first.
  private static func credits(
    of caption: Caption, lines room: Int, width: Double, _ metrics: FontMetrics
  ) -> [String] {
    var parts = ([caption.notice] + caption.credits).filter { !$0.isEmpty }
    var lines = wrapped(parts.joined(separator: " "), width: width, metrics)
    while lines.count > room, parts.count > 1 {
      parts.removeLast()
      let text = parts.joined(separator: " ") + " Sources stand in this file’s text fields."
      lines = wrapped(text, width: width, metrics)
    }
    return lines
  }

  /// The paper around the map, under which no name is written.
  public var covered: [Rect] {
    let m = mapRect
    return [
      Rect(0, 0, size.width, m.y), Rect(0, m.maxY, size.width, size.height - m.maxY),
      Rect(0, m.y, m.x, m.height), Rect(m.maxX, m.y, size.width - m.maxX, m.height),
    ]
  }

  /// The place of a legend: the corner of the map where it hides the least of what stands at
  /// `places`, the lower left before the others.
  func legendRect(_ box: LegendBox, besides places: [Rect]) -> Rect {
    let left = box.rect(
      lowerLeft: Point(mapRect.x + margin, mapRect.maxY - margin), within: legendHeight)
    let across = Point(mapRect.maxX - margin - left.maxX, 0)
    let up = Point(0, mapRect.y + margin - left.y)
    let corners = [Point(0, 0), across, up, across + up].map { left.offset(by: $0) }
    func hidden(_ corner: Rect) -> Double {
      places.reduce(0) { sum, place in
        let shared = place.intersection(corner)
        return sum + max(0, shared.width) * max(0, shared.height)
      }
    }
    return corners.enumerated().min {
      (hidden($0.element), $0.offset) < (hidden($1.element), $1.offset)
    }?.element ?? left
  }

  /// How high a legend may be: a high one is narrow and leaves the picture's middle to the map.
  var legendHeight: Double { mapRect.height - 2 * margin }

  /// Draws the frame around the map.
  public func draw(into list: inout DrawList, theatre: Theatre, camera: Camera) {
    for paper in covered { list.fill(paper, Self.paper) }
    list.line(Path(mapRect), LineStyle(width: scale, join: .miter), Self.ink)
    drawTicks(into: &list, theatre, camera)
    for heading in headings {
      list.text(heading.text, at: heading.pen, heading.font, heading.ink, fonts: fonts)
    }
    for line in credits {
      list.text(line.text, at: line.pen, Self.creditFont(scale), Self.dim, fonts: fonts)
    }
  }

  private static func wrapped(
    _ text: String, width: Double, _ metrics: FontMetrics
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if !line.isEmpty, metrics.width(of: longer) > width {
        lines.append(line)
        line = String(word)
      } else {
        line = longer
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
