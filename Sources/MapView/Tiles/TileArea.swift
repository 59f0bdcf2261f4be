import Geography

/// A filled area on the ground: rings whose winding tells inside from outside, with its box.
struct TileArea: Sendable {
  /// Outer rings wind one way, holes the other.
  let rings: [[PlanePoint]]
  let box: PlaneBox

  /// An area from rings, the first outer, the others holes; nil where there is nothing in it.
  init?(outerFirst rings: [[PlanePoint]]) {
    self.init(
      wound: rings.enumerated().map { index, ring in
        (Self.signedArea(ring) >= 0) == (index == 0) ? ring : ring.reversed()
      })
  }

  /// An area from rings that are wound already.
  init?(wound rings: [[PlanePoint]]) {
    guard var box = PlaneBox(around: rings.first ?? []) else { return nil }
    for ring in rings { for point in ring { box.extend(to: point) } }
    self.rings = rings
    self.box = box
  }

  private static func signedArea(_ ring: [PlanePoint]) -> Double {
    guard var last = ring.last else { return 0 }
    var sum = 0.0
    for point in ring {
      sum += last.x * point.y - point.x * last.y
      last = point
    }
    return sum / 2
  }

  /// Whether a place lies in the area: by the crossings of its rings north of it.
  func contains(_ p: PlanePoint) -> Bool {
    guard box.contains(p) else { return false }
    var isInside = false
    for ring in rings {
      guard var last = ring.last else { continue }
      for point in ring {
        if (point.x > p.x) != (last.x > p.x) {
          let y = last.y + (p.x - last.x) * (point.y - last.y) / (point.x - last.x)
          if y > p.y { isInside.toggle() }
        }
        last = point
      }
    }
    return isInside
  }

  /// A ring cut to a box (Sutherland and Hodgman 1974); edges may run along the box.
  static func clipped(_ ring: [PlanePoint], to box: PlaneBox) -> [PlanePoint] {
    var points = ring
    for edge in 0..<4 {
      guard var previous = points.last else { return [] }
      var result: [PlanePoint] = []
      result.reserveCapacity(points.count + 4)
      var previousInside = isInside(previous, edge, box)
      for point in points {
        let inside = isInside(point, edge, box)
        if inside != previousInside { result.append(crossing(previous, point, edge, box)) }
        if inside { result.append(point) }
        (previous, previousInside) = (point, inside)
      }
      points = result
    }
    return points
  }

  private static func isInside(_ p: PlanePoint, _ edge: Int, _ box: PlaneBox) -> Bool {
    switch edge {
    case 0: p.x >= box.west
    case 1: p.x <= box.east
    case 2: p.y >= box.south
    default: p.y <= box.north
    }
  }

  private static func crossing(
    _ a: PlanePoint, _ b: PlanePoint, _ edge: Int, _ box: PlaneBox
  ) -> PlanePoint {
    if edge < 2 {
      let x = edge == 0 ? box.west : box.east
      return PlanePoint(x: x, y: a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))
    }
    let y = edge == 2 ? box.south : box.north
    return PlanePoint(x: a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y: y)
  }
}
