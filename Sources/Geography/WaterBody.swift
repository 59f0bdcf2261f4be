/// A lake, lagoon or reservoir.
public struct WaterBody: Sendable {
  /// Its shore.
  public var polygon: Polygon
  /// Its name as the map writes it.
  public var name: String
}
