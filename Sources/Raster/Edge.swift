import Screen

/// A straight edge of an outline in 1/256 pixel, going from (`x0`, `y0`) to (`x1`, `y1`).
struct Edge: Sendable, Equatable {
  var x0: Int32
  var y0: Int32
  var x1: Int32
  var y1: Int32
}

/// Edges of outlines, ready for a rasterizer; keeps its storage.
struct EdgeBuffer {
  private(set) var edges: [Edge] = []

  /// Coordinates are kept within this many pixels of the origin, so that they fit `Edge`.
  private static let reach = 2_097_152.0

  mutating func removeAll() { edges.removeAll(keepingCapacity: true) }

  /// Adds the edges of all contours of an outline, closing each.
  mutating func add(_ outline: Outline) {
    for contour in 0..<outline.count {
      let range = outline.range(of: contour)
      guard range.count > 1 else { continue }
      var previous = outline.points[range.upperBound - 1]
      for index in range {
        let next = outline.points[index]
        add(previous, next)
        previous = next
      }
    }
  }

  /// Adds one edge; one with a coordinate that is not a number is left out.
  mutating func add(_ a: Point, _ b: Point) {
    let r = Self.reach
    if abs(a.x) <= r && abs(a.y) <= r && abs(b.x) <= r && abs(b.y) <= r {
      append(a, b)
    } else if a.x == a.x && a.y == a.y && b.x == b.x && b.y == b.y {
      addFar(a, b)
    }
  }

  /// Cuts what lies too far up or down, and moves what lies too far aside to the limit.
  private mutating func addFar(_ a: Point, _ b: Point) {
    let r = Self.reach
    var (p, q) = (a, b)
    if (p.y < -r && q.y < -r) || (p.y > r && q.y > r) { return }
    func at(y: Double) -> Point {
      Point(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)), y)
    }
    if abs(p.y) > r { p = at(y: p.y < 0 ? -r : r) }
    if abs(q.y) > r { q = at(y: q.y < 0 ? -r : r) }
    guard p.x.isFinite && q.x.isFinite else { return }
    for side in [-r, r] where (p.x - side) * (q.x - side) < 0 {
      let middle = Point(side, p.y + (q.y - p.y) * ((side - p.x) / (q.x - p.x)))
      append(clamped(p), clamped(middle))
      p = middle
    }
    append(clamped(p), clamped(q))
  }

  private func clamped(_ p: Point) -> Point {
    Point(min(Self.reach, max(-Self.reach, p.x)), p.y)
  }

  private mutating func append(_ a: Point, _ b: Point) {
    let edge = Edge(
      x0: Self.fixed(a.x), y0: Self.fixed(a.y), x1: Self.fixed(b.x), y1: Self.fixed(b.y))
    if edge.y0 != edge.y1 { edges.append(edge) }
  }

  /// The nearest 1/256 pixel; |value| ≤ `reach`.
  @inline(__always)
  private static func fixed(_ value: Double) -> Int32 {
    Int32(truncatingIfNeeded: Int(value * 256 + 1_073_741_824.5) - 1_073_741_824)
  }
}
