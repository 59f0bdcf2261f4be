/// The land of a country within the theatre.
public struct Country: Sendable {
  /// Two letters of ISO 3166: `AZ`, `IR`.
  public var iso: String
  /// Its name in English.
  public var name: String
  /// Its land.
  public var polygons: [Polygon]
  /// Whether it takes no part in the battle.
  public var isNeutral: Bool

  /// Whether a point lies on its land.
  public func contains(_ point: PlanePoint) -> Bool { polygons.contains { $0.contains(point) } }
}
