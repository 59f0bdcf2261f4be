import Geography

/// A place where a drawn road or railway crosses a drawn river.
struct Bridge: Sendable, Equatable {
  var place: PlanePoint
  /// The unit step along the road.
  var along: PlanePoint
  /// The river's rank.
  var river: Int
  /// The road's rank; nil for a railway.
  var road: Int?

  /// Every crossing of the ways with the rivers, in the order of the ways.
  static func all(
    _ ways: [TileLine], isRailway: Bool = false, over rivers: [TileLine]
  ) -> [Bridge] {
    var bridges: [Bridge] = []
    for way in ways {
      for river in rivers {
        for (a, wayBox) in way.boxes.enumerated() {
          for (b, riverBox) in river.boxes.enumerated() where wayBox.intersects(riverBox) {
            cross(way, a, river, b) { place, along in
              // A road that runs along a river touches it again and again: one bridge stands for
              // the next 300 metres.
              guard !bridges.contains(where: { TileLine.distance($0.place, place) < 300 }) else {
                return
              }
              bridges.append(
                Bridge(
                  place: place, along: along, river: river.rank, road: isRailway ? nil : way.rank))
            }
          }
        }
      }
    }
    return bridges
  }

  private static func cross(
    _ way: TileLine, _ a: Int, _ river: TileLine, _ b: Int,
    found: (PlanePoint, PlanePoint) -> Void
  ) {
    func segments(_ line: TileLine, _ chunk: Int) -> Range<Int> {
      let start = chunk * TileLine.chunkLength
      return start..<min(start + TileLine.chunkLength, line.points.count - 1)
    }
    for i in segments(way, a) {
      let (p, q) = (way.points[i], way.points[i + 1])
      let d = PlanePoint(x: q.x - p.x, y: q.y - p.y)
      for j in segments(river, b) {
        let (r, s) = (river.points[j], river.points[j + 1])
        let e = PlanePoint(x: s.x - r.x, y: s.y - r.y)
        let det = d.x * e.y - d.y * e.x
        guard det != 0 else { continue }
        let t = ((r.x - p.x) * e.y - (r.y - p.y) * e.x) / det
        let u = ((r.x - p.x) * d.y - (r.y - p.y) * d.x) / det
        guard (0..<1).contains(t), (0..<1).contains(u) else { continue }
        let length = (d.x * d.x + d.y * d.y).squareRoot()
        found(
          PlanePoint(x: p.x + d.x * t, y: p.y + d.y * t),
          PlanePoint(x: d.x / length, y: d.y / length))
      }
    }
  }
}
