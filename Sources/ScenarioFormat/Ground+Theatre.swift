import Geography
import Simulation

extension Ground {
  /// The ground of a theatre.
  init(_ theatre: Theatre) {
    self.init(
      terrain: theatre.terrain,
      plane: { place in
        let point = theatre.plane(
          GeoPoint(longitude: place.longitude, latitude: place.latitude))
        return MapPoint(Self.meters(point.x), Self.meters(point.y))
      },
      degrees: { point in
        let place = theatre.geo(PlanePoint(x: Double(point.x), y: Double(point.y)))
        return Degrees(longitude: place.longitude, latitude: place.latitude)
      })
  }

  /// Whole metres; places far off the map, where a projection means nothing, are kept off the map.
  private static func meters(_ value: Double) -> Int32 {
    guard value.isFinite else { return 20_000_000 }
    return Int32(min(max(value, -20_000_000), 20_000_000).rounded())
  }
}
