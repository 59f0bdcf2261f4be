import Geography

extension PlaneBox {
  /// Whether the box lies inside a convex clockwise ring.
  func isInside(_ ring: [PlanePoint]) -> Bool {
    let corners = [
      PlanePoint(x: west, y: north), PlanePoint(x: east, y: north),
      PlanePoint(x: east, y: south), PlanePoint(x: west, y: south),
    ]
    guard var last = ring.last else { return false }
    for point in ring {
      for c in corners
      where (point.x - last.x) * (c.y - last.y) - (point.y - last.y) * (c.x - last.x) > 0 {
        return false
      }
      last = point
    }
    return true
  }
}
