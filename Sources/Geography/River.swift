/// A river or canal.
public struct River: Sendable {
  /// Its course, from the spring to the mouth.
  public var line: Polyline
  /// Its name as the map writes it.
  public var name: String
  /// 1 (a great river that needs bridges) … 3 (a brook or canal).
  public var rank: Int
  /// Whether people dug it.
  public var isCanal: Bool
  /// The points of its course.
  public var points: [PlanePoint] { line.points }
}
