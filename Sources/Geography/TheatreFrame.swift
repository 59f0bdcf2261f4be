import Simulation
import SourceText

/// Lays the grid over a theatre's box.
enum TheatreFrame {
  /// The grid and the plane: the origin lies on a whole kilometre of UTM at or beyond the box's
  /// north-western corner, and the hexes reach beyond the box on every side.
  static func frame(
    of index: TheatreIndex, file: String
  ) throws(SourceFailure) -> (HexGrid, PlaneProjection) {
    let bounds = utmBounds(index.box, zone: index.zone)
    let projection = PlaneProjection(
      zone: index.zone,
      originEasting: (bounds.minX / 1000).rounded(.down) * 1000,
      originNorthing: (bounds.maxY / 1000).rounded(.up) * 1000)
    let columns = Int((bounds.maxX - projection.originEasting) / 1000) + 2
    let rows = Int((projection.originNorthing - bounds.minY) / 866.025) + 2
    guard columns <= 1000, rows <= 1000 else {
      throw SourceFailure([
        Diagnostic(
          file: file, position: nil, message: "the box needs \(columns) × \(rows) hexes",
          hint: "at most 1000 × 1000 are allowed")
      ])
    }
    return (HexGrid(columns: columns, rows: rows), projection)
  }

  private static func utmBounds(_ box: GeoBox, zone: Int) -> PlaneBounds {
    var points: [PlanePoint] = []
    for step in 0...64 {
      let share = Double(step) / 64
      let longitude = box.west + (box.east - box.west) * share
      let latitude = box.south + (box.north - box.south) * share
      for place in [
        GeoPoint(longitude: longitude, latitude: box.south),
        GeoPoint(longitude: longitude, latitude: box.north),
        GeoPoint(longitude: box.west, latitude: latitude),
        GeoPoint(longitude: box.east, latitude: latitude),
      ] {
        let utm = UTM.forward(place, zone: zone)
        points.append(PlanePoint(x: utm.easting, y: utm.northing))
      }
    }
    return PlaneBounds(around: points)
  }
}
