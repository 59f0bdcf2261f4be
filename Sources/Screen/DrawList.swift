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
  public mutating func fill(_ rect: Rect, _ color: Color) { fill(Path(rect), color) }

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
