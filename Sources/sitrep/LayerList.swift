import MapTable

/// Layers of the map by name on the command line.
enum LayerList {
  /// The names, for people.
  static let help = MapLayer.allCases.map(\.rawValue).joined(separator: ",")

  /// The layers of `names,counters,…`; `ground` is always there and may be named.
  static func layers(_ text: String) throws -> Set<MapLayer> {
    var layers: Set<MapLayer> = []
    for name in text.split(separator: ",") where name != "ground" {
      guard let layer = MapLayer(rawValue: String(name)) else {
        throw Failure(Failure.usage, "--layers: there is no layer “\(name)”: known are \(help)")
      }
      layers.insert(layer)
    }
    return layers
  }
}
