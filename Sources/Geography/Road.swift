public import Simulation

/// A stretch of road.
public struct Road: Sendable {
  /// Its course.
  public var line: Polyline
  /// Its class as of 1998.
  public var roadClass: RoadClass
  /// Its number, `M3/E119`; empty where it has none.
  public var ref: String
  /// From where to where; empty for a lane to a village.
  public var name: String
  /// Whether it is a lane that joins a settlement to the road net in a straight line, since the
  /// data has no such roads.
  public var isAccess: Bool
  /// The points of its course.
  public var points: [PlanePoint] { line.points }
}
