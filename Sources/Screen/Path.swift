/// An outline of lines and curves in pixels.
///
/// Flat storage: `verbs` say how many of `points` each step takes
/// (`move` 1, `line` 1, `quadratic` 2, `cubic` 3, `close` 0).
public struct Path: Sendable, Hashable {
  /// One step of the outline.
  public enum Verb: UInt8, Sendable {
    /// Starts a new part at a point.
    case move
    /// A straight line to a point.
    case line
    /// A quadratic Bézier curve: control point, end.
    case quadratic
    /// A cubic Bézier curve: two control points, end.
    case cubic
    /// A straight line back to the start of the part.
    case close
  }

  /// The steps in order.
  public var verbs: [Verb] = []
  /// The points that the steps take, in order.
  public var points: [Point] = []

  /// An empty path.
  public init() {}

  /// A path through `points`, closed or not.
  public init(_ points: [Point], closed: Bool) {
    for (index, point) in points.enumerated() {
      if index == 0 { move(to: point) } else { line(to: point) }
    }
    if closed { close() }
  }

  /// The outline of a rectangle.
  public init(_ r: Rect) {
    self.init(
      [Point(r.x, r.y), Point(r.maxX, r.y), Point(r.maxX, r.maxY), Point(r.x, r.maxY)],
      closed: true)
  }

  /// A rectangle with corners rounded by `radius` pixels.
  public init(_ r: Rect, radius: Double) {
    let c = min(radius, min(r.width, r.height) / 2)
    // 0.5523 is the cubic that stays within 0.03 % of a quarter circle.
    let k = c * (1 - 0.5522847498)
    move(to: Point(r.x + c, r.y))
    line(to: Point(r.maxX - c, r.y))
    cubic(Point(r.maxX - k, r.y), Point(r.maxX, r.y + k), to: Point(r.maxX, r.y + c))
    line(to: Point(r.maxX, r.maxY - c))
    cubic(Point(r.maxX, r.maxY - k), Point(r.maxX - k, r.maxY), to: Point(r.maxX - c, r.maxY))
    line(to: Point(r.x + c, r.maxY))
    cubic(Point(r.x + k, r.maxY), Point(r.x, r.maxY - k), to: Point(r.x, r.maxY - c))
    line(to: Point(r.x, r.y + c))
    cubic(Point(r.x, r.y + k), Point(r.x + k, r.y), to: Point(r.x + c, r.y))
    close()
  }

  /// A circle.
  public init(circle center: Point, radius: Double) {
    self.init(
      Rect(center.x - radius, center.y - radius, radius * 2, radius * 2), radius: radius)
  }

  /// Starts a new part.
  public mutating func move(to p: Point) {
    verbs.append(.move)
    points.append(p)
  }
  /// Adds a straight line.
  public mutating func line(to p: Point) {
    verbs.append(.line)
    points.append(p)
  }
  /// Adds a quadratic curve.
  public mutating func quadratic(_ control: Point, to p: Point) {
    verbs.append(.quadratic)
    points.append(control)
    points.append(p)
  }
  /// Adds a cubic curve.
  public mutating func cubic(_ a: Point, _ b: Point, to p: Point) {
    verbs.append(.cubic)
    points.append(a)
    points.append(b)
    points.append(p)
  }
  /// Closes the current part.
  public mutating func close() { verbs.append(.close) }

  /// The path with every point sent through `transform`.
  public func mapped(_ transform: (Point) -> Point) -> Path {
    var result = self
    for index in result.points.indices { result.points[index] = transform(points[index]) }
    return result
  }

  /// The smallest rectangle around all points (control points included); empty if there are none.
  public var bounds: Rect {
    guard let first = points.first else { return Rect(0, 0, 0, 0) }
    var low = first
    var high = first
    for p in points.dropFirst() {
      low = Point(min(low.x, p.x), min(low.y, p.y))
      high = Point(max(high.x, p.x), max(high.y, p.y))
    }
    return Rect(low.x, low.y, high.x - low.x, high.y - low.y)
  }
}

/// How a line is drawn along a path.
public struct LineStyle: Sendable, Hashable {
  /// How a line ends.
  public enum Cap: UInt8, Sendable { case butt, round, square }
  /// How two stretches meet.
  public enum Join: UInt8, Sendable { case miter, round, bevel }

  /// Width in pixels, positive.
  public var width: Double
  /// How it ends.
  public var cap: Cap
  /// How its stretches meet.
  public var join: Join
  /// Lengths of dash and gap in turn, in pixels; empty for a solid line.
  public var dashes: [Double]

  /// A line style; solid, round joins and butt ends unless told otherwise.
  public init(width: Double, cap: Cap = .butt, join: Join = .round, dashes: [Double] = []) {
    self.width = width
    self.cap = cap
    self.join = join
    self.dashes = dashes
  }
}
