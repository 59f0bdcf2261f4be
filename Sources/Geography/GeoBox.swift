/// A box of longitudes and latitudes in degrees.
public struct GeoBox: Hashable, Sendable {
  /// Its western edge.
  public var west: Double
  /// Its southern edge.
  public var south: Double
  /// Its eastern edge.
  public var east: Double
  /// Its northern edge.
  public var north: Double

  /// A box from its edges.
  public init(west: Double, south: Double, east: Double, north: Double) {
    self.west = west
    self.south = south
    self.east = east
    self.north = north
  }

  /// Whether a place lies in the box or on its edge.
  public func contains(_ point: GeoPoint) -> Bool {
    point.longitude >= west && point.longitude <= east && point.latitude >= south
      && point.latitude <= north
  }
}
