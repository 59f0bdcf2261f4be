/// The theatre's plane: a UTM zone, moved so that the centre of hex (0, 0) is its origin.
public struct PlaneProjection: Hashable, Sendable {
  /// The UTM zone, on the northern half of the Earth.
  public let zone: Int
  /// The easting of the origin in metres.
  public let originEasting: Double
  /// The northing of the origin in metres.
  public let originNorthing: Double

  /// The plane's point of a place.
  public func plane(_ point: GeoPoint) -> PlanePoint {
    let utm = UTM.forward(point, zone: zone)
    return PlanePoint(x: utm.easting - originEasting, y: utm.northing - originNorthing)
  }

  /// The place of a point of the plane.
  public func geo(_ point: PlanePoint) -> GeoPoint {
    UTM.inverse(
      easting: point.x + originEasting, northing: point.y + originNorthing, zone: zone)
  }
}
