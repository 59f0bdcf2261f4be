import Screen

/// Contours of straight stretches in one flat buffer that keeps its storage.
struct Outline {
  /// The corners of all contours in a row.
  private(set) var points: [Point] = []
  private var starts: [Int] = []
  private var closings: [Bool] = []

  /// How far, in pixels, a stretch may stray from its curve.
  static let tolerance = 0.02

  /// The number of contours.
  var count: Int { starts.count }

  func range(of contour: Int) -> Range<Int> {
    starts[contour]..<(contour + 1 < starts.count ? starts[contour + 1] : points.count)
  }

  func isClosed(_ contour: Int) -> Bool { closings[contour] }

  mutating func removeAll() {
    points.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    closings.removeAll(keepingCapacity: true)
  }

  mutating func begin() {
    starts.append(points.count)
    closings.append(false)
  }

  mutating func append(_ p: Point) { points.append(p) }

  mutating func close() {
    if let last = closings.indices.last { closings[last] = true }
  }

  /// Adds a path's contours with curves cut into straight stretches.
  mutating func add(_ path: Path) {
    path.verbs.withUnsafeBufferPointer { verbs in
      path.points.withUnsafeBufferPointer { points in
        add(verbs, points)
      }
    }
  }

  /// Adds the contours of a stretch of verbs and points, as `Path` has them. Steps whose points
  /// are missing end the path.
  mutating func add(_ verbs: UnsafeBufferPointer<Path.Verb>, _ source: UnsafeBufferPointer<Point>) {
    var next = 0
    var pen = Point(0, 0)
    var start = Point(0, 0)
    var isOpen = false
    for verb in verbs {
      let needed = Self.pointCount(of: verb)
      guard next + needed <= source.count else { return }
      if verb == .move {
        pen = source[next]
        start = pen
        begin()
        append(pen)
        isOpen = true
      } else if verb == .close {
        if isOpen { close() }
        pen = start
        isOpen = false
      } else {
        if !isOpen {
          // A step after a closing starts a new contour at the old one's start.
          begin()
          append(pen)
          isOpen = true
        }
        switch verb {
        case .line: append(source[next])
        case .quadratic: quadratic(pen, source[next], source[next + 1])
        default: cubic(pen, source[next], source[next + 1], source[next + 2])
        }
        pen = source[next + needed - 1]
      }
      next += needed
    }
  }

  private static func pointCount(of verb: Path.Verb) -> Int {
    switch verb {
    case .move, .line: 1
    case .quadratic: 2
    case .cubic: 3
    case .close: 0
    }
  }

  /// A Bézier curve of degree n cut into N equal steps strays from it by at most
  /// n(n−1)/8 · max|second difference| / N² (G. Wang, 1984).
  private static func steps(_ secondDifference: Double, _ factor: Double) -> Int {
    let wanted = (secondDifference * factor / tolerance).squareRoot()
    return wanted < 500 ? Int(wanted) + 1 : 500
  }

  private mutating func quadratic(_ a: Point, _ b: Point, _ c: Point) {
    let n = Self.steps((a - b * 2 + c).length, 0.25)
    for index in stride(from: 1, to: n, by: 1) {
      let t = Double(index) / Double(n)
      let s = 1 - t
      append(a * (s * s) + b * (2 * s * t) + c * (t * t))
    }
    append(c)
  }

  private mutating func cubic(_ a: Point, _ b: Point, _ c: Point, _ d: Point) {
    let n = Self.steps(max((a - b * 2 + c).length, (b - c * 2 + d).length), 0.75)
    for index in stride(from: 1, to: n, by: 1) {
      let t = Double(index) / Double(n)
      let s = 1 - t
      append(
        a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t))
    }
    append(d)
  }
}
