/// A line of the plane.
public struct Polyline: Hashable, Sendable {
  /// At least two points.
  public let points: [PlanePoint]
  /// The rectangle around it.
  public let bounds: PlaneBounds

  /// A line from its points.
  public init(points: [PlanePoint]) {
    self.points = points
    bounds = PlaneBounds(around: points)
  }
}
