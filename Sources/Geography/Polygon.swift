/// An area of the plane with holes.
public struct Polygon: Hashable, Sendable {
  /// Closed rings without a repeated last point; the first is the outer one, the others are holes.
  public let rings: [[PlanePoint]]
  /// The rectangle around it.
  public let bounds: PlaneBounds

  /// An area from its rings.
  public init(rings: [[PlanePoint]]) {
    self.rings = rings
    bounds = PlaneBounds(around: rings.joined())
  }

  /// Whether a point lies inside (even-odd rule; the edge belongs to the west and south).
  public func contains(_ point: PlanePoint) -> Bool {
    guard bounds.contains(point) else { return false }
    var isInside = false
    for ring in rings {
      guard var previous = ring.last else { continue }
      for next in ring {
        if (next.y > point.y) != (previous.y > point.y) {
          let share = (point.y - previous.y) / (next.y - previous.y)
          if point.x < previous.x + (next.x - previous.x) * share { isInside.toggle() }
        }
        previous = next
      }
    }
    return isInside
  }
}
