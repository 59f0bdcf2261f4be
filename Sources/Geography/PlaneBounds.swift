/// The smallest upright rectangle around some points of the plane.
public struct PlaneBounds: Hashable, Sendable {
  /// West, in metres.
  public var minX: Double
  /// South, in metres.
  public var minY: Double
  /// East, in metres.
  public var maxX: Double
  /// North, in metres.
  public var maxY: Double

  /// A rectangle from its edges.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// The rectangle around points; an empty one at the origin for none.
  public init(around points: some Sequence<PlanePoint>) {
    var isFirst = true
    self.init(minX: 0, minY: 0, maxX: 0, maxY: 0)
    for point in points {
      if isFirst { self.init(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y) }
      isFirst = false
      minX = min(minX, point.x)
      minY = min(minY, point.y)
      maxX = max(maxX, point.x)
      maxY = max(maxY, point.y)
    }
  }

  /// Whether a point lies inside or on the edge.
  public func contains(_ point: PlanePoint) -> Bool {
    point.x >= minX && point.x <= maxX && point.y >= minY && point.y <= maxY
  }

  /// Whether two rectangles share a point.
  public func intersects(_ other: PlaneBounds) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }
}
