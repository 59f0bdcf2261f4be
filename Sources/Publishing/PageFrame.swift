public import Geography
public import MapTable
public import Screen

/// The frame of a published picture: neat line with grid ticks, title block and credit line.
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
  /// Pixels between the picture's edge and the neat line.
  let margin: Double
  private let creditLines: [String]

  static let ink = Color(38, 42, 52)
  private static let paper = Color(250, 248, 240)
  static let dim = Color(92, 96, 106)

  /// A frame for a picture of `size` pixels.
  public init(size: Size, scale: Double, caption: Caption, fonts: FontBook) {
    self.size = size
    self.scale = scale
    self.caption = caption
    self.fonts = fonts
    margin = ((Self.labelsTicks(scale) ? 15 : 8) * scale).rounded()
    let font = Self.creditFont(scale)
    let metrics = fonts.metrics(of: font)
    let room = max(2, Int(size.height * Self.creditShare / metrics.lineHeight))
    creditLines = Self.credits(of: caption, lines: room, width: size.width - 4 * margin, metrics)
  }

  /// The fonts that a frame is written with.
  public static func fonts(scale: Double) -> [Font] {
    [titleFont(scale), bodyFont(scale), creditFont(scale), tickFont(scale)]
  }

  private static func titleFont(_ scale: Double) -> Font {
    Font(.semibold, Int((20 * scale).rounded()))
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

  /// The places that the frame's words take, so that the map keeps its names clear of them.
  public var covered: [Rect] { [titleBlock, creditBlock] }

  /// The place of a legend: at the lower left, between the title and the credit line.
  func legendRect(_ box: LegendBox) -> Rect {
    box.rect(
      lowerLeft: Point(margin * 2, creditBlock.y - margin), within: legendHeight)
  }

  /// How high a legend may be: a high one is narrow and leaves the picture's middle to the map.
  var legendHeight: Double { creditBlock.y - titleBlock.maxY - 3 * margin }

  private var titleBlock: Rect {
    let widths = [
      fonts.metrics(of: Self.titleFont(scale)).width(of: caption.title),
      fonts.metrics(of: Self.bodyFont(scale)).width(of: caption.moment),
      fonts.metrics(of: Self.bodyFont(scale)).width(of: caption.viewpoint),
    ]
    let width = min((widths.max() ?? 0) + 28 * scale, size.width - 4 * margin)
    return Rect(margin * 2, margin * 2, width.rounded(.up), (84 * scale).rounded())
  }

  private var creditBlock: Rect {
    let line = fonts.metrics(of: Self.creditFont(scale)).lineHeight
    let height = (Double(creditLines.count) * line + 6 * scale).rounded(.up)
    return Rect(margin, size.height - margin - height, size.width - 2 * margin, height)
  }

  /// Draws the frame over the map.
  public func draw(into list: inout DrawList, theatre: Theatre, camera: Camera) {
    drawBorder(into: &list)
    drawTicks(into: &list, theatre, camera)
    let block = titleBlock
    list.fill(Path(block, radius: 4 * scale), Self.paper.withAlpha(236))
    list.line(Path(block, radius: 4 * scale), LineStyle(width: scale), Self.ink.withAlpha(90))
    list.pushClip(block.inset(by: 4 * scale))
    let left = block.x + 14 * scale
    list.text(
      caption.title, at: Point(left, (block.y + 29 * scale).rounded()), Self.titleFont(scale),
      Self.ink, fonts: fonts)
    list.text(
      caption.moment, at: Point(left, (block.y + 51 * scale).rounded()), Self.bodyFont(scale),
      Self.ink, fonts: fonts)
    list.text(
      caption.viewpoint, at: Point(left, (block.y + 70 * scale).rounded()), Self.bodyFont(scale),
      Self.dim, fonts: fonts)
    list.popClip()
    drawCredit(into: &list)
  }

  private func drawCredit(into list: inout DrawList) {
    let credit = creditBlock
    let font = Self.creditFont(scale)
    let metrics = fonts.metrics(of: font)
    list.fill(credit, Self.paper.withAlpha(225))
    for (index, line) in creditLines.enumerated() {
      let y = credit.y + 3 * scale + metrics.ascent + Double(index) * metrics.lineHeight
      list.text(
        line, at: Point(credit.x + 8 * scale, y.rounded()), font, Self.dim, fonts: fonts)
    }
  }

  private func drawBorder(into list: inout DrawList) {
    let (w, h, m) = (size.width, size.height, margin)
    for edge in [
      Rect(0, 0, w, m), Rect(0, h - m, w, m), Rect(0, 0, m, h), Rect(w - m, 0, m, h),
    ] { list.fill(edge, Self.paper) }
    let inner = Rect(m, m, w - 2 * m, h - 2 * m)
    list.line(Path(inner), LineStyle(width: scale, join: .miter), Self.ink)
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
