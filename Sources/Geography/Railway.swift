/// A stretch of railway.
public struct Railway: Sendable {
  /// Its course.
  public var line: Polyline
  /// From where to where.
  public var name: String
  /// Whether it is a main line.
  public var isMain: Bool
  /// The points of its course.
  public var points: [PlanePoint] { line.points }
}
