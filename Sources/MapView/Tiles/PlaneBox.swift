import Geography

/// An upright rectangle on the ground in metres, edges included.
struct PlaneBox: Sendable, Equatable {
  var west: Double
  var south: Double
  var east: Double
  var north: Double

  /// The smallest box around points; nil where there are none.
  init?(around points: [PlanePoint]) {
    guard let first = points.first else { return nil }
    (west, east, south, north) = (first.x, first.x, first.y, first.y)
    for point in points.dropFirst() { extend(to: point) }
  }

  /// A box from its edges.
  init(west: Double, south: Double, east: Double, north: Double) {
    (self.west, self.south, self.east, self.north) = (west, south, east, north)
  }

  /// A box that holds nothing yet.
  static let nowhere = PlaneBox(
    west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)

  var width: Double { east - west }
  var height: Double { north - south }

  mutating func extend(to p: PlanePoint) {
    west = min(west, p.x)
    east = max(east, p.x)
    south = min(south, p.y)
    north = max(north, p.y)
  }

  mutating func extend(to box: PlaneBox) {
    west = min(west, box.west)
    east = max(east, box.east)
    south = min(south, box.south)
    north = max(north, box.north)
  }

  /// The box grown by `margin` metres on every side.
  func grown(by margin: Double) -> PlaneBox {
    PlaneBox(
      west: west - margin, south: south - margin, east: east + margin, north: north + margin)
  }

  func intersects(_ other: PlaneBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }

  func contains(_ p: PlanePoint) -> Bool {
    p.x >= west && p.x <= east && p.y >= south && p.y <= north
  }
}
