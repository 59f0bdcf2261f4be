/// What a map of the theatre shows, on the theatre's plane.
public struct TheatreLayers: Sendable {
  /// The sea.
  public var sea: [Polygon]
  /// Lakes, lagoons and reservoirs.
  public var lakes: [WaterBody]
  /// Islands in the sea.
  public var islands: [Polygon]
  /// The land of each country.
  public var countries: [Country]
  /// Borders between countries on land.
  public var border: [Polyline]
  /// Rivers and canals.
  public var rivers: [River]
  /// Roads, the best first.
  public var roads: [Road]
  /// Railways.
  public var railways: [Railway]
  /// Towns and villages in the order of the file.
  public var settlements: [Settlement]
}
