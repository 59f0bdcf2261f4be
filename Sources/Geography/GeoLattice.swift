/// Longitudes and latitudes of the plane by interpolation between exact ones every 8 km: a few
/// metres off at most, and many times faster, for the sampling of rasters.
struct GeoLattice {
  private let frame: RasterFrame
  private let points: [GeoPoint]

  init(covering bounds: PlaneBounds, projection: PlaneProjection) {
    let frame = RasterFrame(covering: bounds, cellMeters: 8000)
    self.frame = frame
    var points: [GeoPoint] = []
    points.reserveCapacity(frame.count)
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        points.append(projection.geo(frame.point(column: column, row: row)))
      }
    }
    self.points = points
  }

  func geo(_ point: PlanePoint) -> GeoPoint {
    let place = frame.cells(point)
    let column = min(Int(place.column), frame.columns - 2)
    let row = min(Int(place.row), frame.rows - 2)
    let (fx, fy) = (place.column - Double(column), place.row - Double(row))
    let index = row * frame.columns + column
    let weights = ((1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy)
    let a = points[index]
    let b = points[index + 1]
    let c = points[index + frame.columns]
    let d = points[index + frame.columns + 1]
    return GeoPoint(
      longitude: a.longitude * weights.0 + b.longitude * weights.1 + c.longitude * weights.2
        + d.longitude * weights.3,
      latitude: a.latitude * weights.0 + b.latitude * weights.1 + c.latitude * weights.2
        + d.latitude * weights.3)
  }
}
