/// What one frame shows, in paint order, flat: commands point into shared arrays of the list.
///
/// Everything that reaches the glass or a PNG goes through one of these. Reuse a list with
/// `removeAll()`; it keeps its storage, so a warm frame allocates nothing.
public struct DrawList: Sendable, Equatable {
  /// A stretch of `verbs` and of `points` that makes one path.
  public struct PathRange: Sendable, Hashable {
    /// The path's steps, as indices into `verbs`.
    public var verbs: Range<Int32>
    /// The path's points, as indices into `points`.
    public var points: Range<Int32>
  }

  /// One thing to paint.
  public enum Command: Sendable, Hashable {
    /// A picture stretched to a rectangle; opacity 0…255.
    case image(ImageID, to: Rect, opacity: UInt8)
    /// A filled outline (nonzero winding).
    case fill(PathRange, Color)
    /// A line along an outline; the style is an index into `styles`.
    case line(PathRange, style: Int32, Color)
    /// Triangles without anti-aliasing at shared edges: three `points` each, one colour.
    case triangles(points: Range<Int32>, Color)
    /// Placed glyphs of one font and colour: indices into `glyphs`.
    case glyphs(Range<Int32>, Font, Color)
    /// Limits what follows to a rectangle, within the limit already set.
    case pushClip(Rect)
    /// Takes the last limit back.
    case popClip
  }

  /// A glyph with its pen position on the baseline.
  public struct PlacedGlyph: Sendable, Hashable {
    /// The Unicode scalar.
    public var scalar: UInt32
    /// The pen position.
    public var position: Point
  }

  /// The commands in paint order.
  public private(set) var commands: [Command] = []
  /// Path steps.
  public private(set) var verbs: [Path.Verb] = []
  /// Path points and triangle corners.
  public private(set) var points: [Point] = []
  /// Line styles.
  public private(set) var styles: [LineStyle] = []
  /// Placed glyphs.
  public private(set) var glyphs: [PlacedGlyph] = []

  /// An empty list.
  public init() {}

  /// Empties the list and keeps its storage.
  public mutating func removeAll() {
    commands.removeAll(keepingCapacity: true)
    verbs.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
    styles.removeAll(keepingCapacity: true)
    glyphs.removeAll(keepingCapacity: true)
  }

  /// Paints a picture stretched to a rectangle.
  public mutating func image(_ id: ImageID, to rect: Rect, opacity: UInt8 = 255) {
    commands.append(.image(id, to: rect, opacity: opacity))
  }

  /// Fills a path.
  public mutating func fill(_ path: Path, _ color: Color) {
    commands.append(.fill(store(path), color))
  }

  /// Fills a rectangle.
  public mutating func fill(_ rect: Rect, _ color: Color) {
    // As `Path(rect)` has it, without a path's storage.
    let firstVerb = Int32(verbs.count)
    let firstPoint = Int32(points.count)
    verbs.append(.move)
    for _ in 0..<3 { verbs.append(.line) }
    verbs.append(.close)
    points.append(Point(rect.x, rect.y))
    points.append(Point(rect.maxX, rect.y))
    points.append(Point(rect.maxX, rect.maxY))
    points.append(Point(rect.x, rect.maxY))
    let range = PathRange(
      verbs: firstVerb..<Int32(verbs.count), points: firstPoint..<Int32(points.count))
    commands.append(.fill(range, color))
  }

  /// Draws a line along a path.
  public mutating func line(_ path: Path, _ style: LineStyle, _ color: Color) {
    if styles.last != style { styles.append(style) }
    commands.append(.line(store(path), style: Int32(styles.count - 1), color))
  }

  /// Paints triangles, three corners each.
  public mutating func triangles(_ corners: [Point], _ color: Color) {
    let start = Int32(points.count)
    points.append(contentsOf: corners)
    commands.append(.triangles(points: start..<Int32(points.count), color))
  }

  /// Writes a line of text with its pen starting at `origin` on the baseline; gives the pen's end.
  @discardableResult
  public mutating func text(
    _ text: String, at origin: Point, _ font: Font, _ color: Color, fonts: FontBook
  ) -> Point {
    let metrics = fonts.metrics(of: font)
    let start = Int32(glyphs.count)
    var pen = origin
    var previous: UInt32?
    for scalar in text.unicodeScalars {
      if let previous { pen.x += metrics.kerning[.init(previous, scalar.value)] ?? 0 }
      glyphs.append(PlacedGlyph(scalar: scalar.value, position: pen))
      pen.x += metrics.advances[scalar.value] ?? metrics.missingAdvance
      previous = scalar.value
    }
    commands.append(.glyphs(start..<Int32(glyphs.count), font, color))
    return pen
  }

  /// Adds another list, its places stretched by `scale` and then moved by `shift`: pictures, glyphs
  /// and widths of lines keep their size. `boxes` tell where each command of the other list shows,
  /// in that list's places; what misses `view` or meets one of the places `taken` is left out.
  public mutating func append(
    _ other: DrawList, boxes: [Rect], scaledBy scale: Double, movedBy shift: Point,
    within view: Rect, besides taken: [Rect] = []
  ) {
    func placed(_ p: Point) -> Point { Point(p.x * scale + shift.x, p.y * scale + shift.y) }
    for (index, command) in other.commands.enumerated() {
      let box = boxes[index]
      let place = Rect(
        box.x * scale + shift.x, box.y * scale + shift.y, box.width * scale, box.height * scale)
      guard place.intersects(view), !taken.contains(where: place.intersects) else { continue }
      switch command {
      case .image(let id, let rect, let opacity):
        let middle = placed(rect.center)
        let corner = Point(
          (middle.x - rect.width / 2).rounded(), (middle.y - rect.height / 2).rounded())
        commands.append(
          .image(id, to: Rect(corner.x, corner.y, rect.width, rect.height), opacity: opacity))
      case .fill(let range, let color):
        commands.append(.fill(store(range, of: other, scale, shift), color))
      case .line(let range, let style, let color):
        let wanted = other.styles[Int(style)]
        if styles.last != wanted { styles.append(wanted) }
        commands.append(
          .line(
            store(range, of: other, scale, shift), style: Int32(styles.count - 1), color))
      case .triangles(let range, let color):
        let start = Int32(points.count)
        for index in range { points.append(placed(other.points[Int(index)])) }
        commands.append(.triangles(points: start..<Int32(points.count), color))
      case .glyphs(let range, let font, let color):
        guard let first = range.first else { continue }
        let start = Int32(glyphs.count)
        let origin = other.glyphs[Int(first)].position
        let moved = placed(origin)
        let step = moved - origin
        for index in range {
          var glyph = other.glyphs[Int(index)]
          glyph.position = glyph.position + step
          glyphs.append(glyph)
        }
        commands.append(.glyphs(start..<Int32(glyphs.count), font, color))
      case .pushClip(let rect):
        let corner = placed(Point(rect.x, rect.y))
        commands.append(
          .pushClip(Rect(corner.x, corner.y, rect.width * scale, rect.height * scale)))
      case .popClip: commands.append(.popClip)
      }
    }
  }

  private mutating func store(
    _ range: PathRange, of other: DrawList, _ scale: Double, _ shift: Point
  ) -> PathRange {
    let firstVerb = Int32(verbs.count)
    let firstPoint = Int32(points.count)
    verbs.append(
      contentsOf: other.verbs[Int(range.verbs.lowerBound)..<Int(range.verbs.upperBound)])
    for index in range.points {
      let p = other.points[Int(index)]
      points.append(Point(p.x * scale + shift.x, p.y * scale + shift.y))
    }
    return PathRange(
      verbs: firstVerb..<Int32(verbs.count), points: firstPoint..<Int32(points.count))
  }

  /// Where each command shows: the box around its points, grown by the width of its line.
  public func commandBoxes() -> [Rect] {
    let everywhere = Rect(-1e9, -1e9, 2e9, 2e9)
    func box(_ range: Range<Int32>, grownBy room: Double) -> Rect {
      guard let first = range.first else { return Rect(0, 0, 0, 0) }
      var low = points[Int(first)]
      var high = low
      for index in range {
        let p = points[Int(index)]
        low = Point(min(low.x, p.x), min(low.y, p.y))
        high = Point(max(high.x, p.x), max(high.y, p.y))
      }
      return Rect(
        low.x - room, low.y - room, high.x - low.x + 2 * room, high.y - low.y + 2 * room)
    }
    return commands.map { command in
      switch command {
      case .image(_, let rect, _): return rect
      case .fill(let range, _): return box(range.points, grownBy: 1)
      case .line(let range, let style, _):
        // A mitre reaches out by four half widths at most.
        return box(range.points, grownBy: 2 * styles[Int(style)].width + 1)
      case .triangles(let range, _): return box(range, grownBy: 1)
      case .glyphs(let range, let font, _):
        guard let first = range.first, let last = range.last else { return Rect(0, 0, 0, 0) }
        let (a, b) = (glyphs[Int(first)].position, glyphs[Int(last)].position)
        let em = Double(font.pixelSize) * 2
        return Rect(a.x - em, min(a.y, b.y) - em, b.x - a.x + 2 * em, abs(b.y - a.y) + 2 * em)
      case .pushClip, .popClip: return everywhere
      }
    }
  }

  /// Limits what follows to a rectangle, until `popClip()`.
  public mutating func pushClip(_ rect: Rect) { commands.append(.pushClip(rect)) }
  /// Takes the last limit back.
  public mutating func popClip() { commands.append(.popClip) }

  /// The path of a stretch.
  public func path(_ range: PathRange) -> Path {
    var path = Path()
    path.verbs = Array(verbs[Int(range.verbs.lowerBound)..<Int(range.verbs.upperBound)])
    path.points = Array(points[Int(range.points.lowerBound)..<Int(range.points.upperBound)])
    return path
  }

  /// Adds one command of another list with all that it points to.
  public mutating func append(_ command: Command, of other: DrawList) {
    switch command {
    case .image, .pushClip, .popClip: commands.append(command)
    case .fill(let range, let color): commands.append(.fill(store(range, of: other), color))
    case .line(let range, let style, let color):
      let wanted = other.styles[Int(style)]
      if styles.last != wanted { styles.append(wanted) }
      commands.append(
        .line(store(range, of: other), style: Int32(styles.count - 1), color))
    case .triangles(let range, let color):
      let start = Int32(points.count)
      points.append(contentsOf: other.points[Int(range.lowerBound)..<Int(range.upperBound)])
      commands.append(.triangles(points: start..<Int32(points.count), color))
    case .glyphs(let range, let font, let color):
      let start = Int32(glyphs.count)
      glyphs.append(contentsOf: other.glyphs[Int(range.lowerBound)..<Int(range.upperBound)])
      commands.append(.glyphs(start..<Int32(glyphs.count), font, color))
    }
  }

  private mutating func store(_ range: PathRange, of other: DrawList) -> PathRange {
    let firstVerb = Int32(verbs.count)
    let firstPoint = Int32(points.count)
    verbs.append(
      contentsOf: other.verbs[Int(range.verbs.lowerBound)..<Int(range.verbs.upperBound)])
    points.append(
      contentsOf: other.points[Int(range.points.lowerBound)..<Int(range.points.upperBound)])
    return PathRange(
      verbs: firstVerb..<Int32(verbs.count), points: firstPoint..<Int32(points.count))
  }

  private mutating func store(_ path: Path) -> PathRange {
    let firstVerb = Int32(verbs.count)
    let firstPoint = Int32(points.count)
    verbs.append(contentsOf: path.verbs)
    points.append(contentsOf: path.points)
    return PathRange(
      verbs: firstVerb..<Int32(verbs.count), points: firstPoint..<Int32(points.count))
  }
}
