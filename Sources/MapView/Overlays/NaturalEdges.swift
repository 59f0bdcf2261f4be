import Geography
import Simulation

/// Shores and borders as lines, so that ground which ends at one is drawn to the line itself and
/// not to the hexes along it.
struct NaturalEdges: Sendable {
  /// A shore or border; a ring where the end meets the start.
  private struct Edge: Sendable {
    var line: TileLine
    var isRing: Bool
  }

  private let shores: [Edge]
  private let borders: [Edge]
  /// How far from hexes a line may run to stand for them, in metres.
  private static let reach = 2600.0

  init(_ theatre: Theatre) {
    let layers = theatre.layers
    let rings = (layers.sea + layers.lakes.map(\.polygon)).flatMap(\.rings)
    shores = rings.compactMap { ring in
      guard let first = ring.first, ring.count > 2 else { return nil }
      return Edge(line: TileLine(ring + [first], rank: 0, smoothed: false), isRing: true)
    }
    borders = layers.border.map {
      Edge(line: TileLine($0.points, rank: 0, smoothed: false), isRing: false)
    }
  }

  /// A loop of hex edges as a ring of points, its stretches along water and neutral ground
  /// replaced by the shore and the border.
  func fitted(_ loop: [HexOutline.Edge], _ terrain: Terrain) -> [PlanePoint] {
    func kind(_ edge: HexOutline.Edge) -> Int {
      guard edge.outside >= 0 else { return 0 }
      if terrain.isWater(edge.outside) { return 1 }
      return terrain.neutral[edge.outside] != 0 && terrain.neutral[edge.inside] == 0 ? 2 : 0
    }
    func corner(_ edge: HexOutline.Edge) -> PlanePoint {
      HexOutline.corner(edge.inside, HexOutline.cornerPair(edge.side).first, terrain.grid)
    }
    let kinds = loop.map(kind)
    guard
      let start = loop.indices.first(where: {
        kinds[$0] != kinds[($0 + loop.count - 1) % loop.count]
      })
    else {
      // An island: the shore itself, if one lies all around.
      let points = loop.map(corner)
      return kinds.first == 1 ? wholeRing(points) ?? points : points
    }
    var result: [PlanePoint] = []
    var run: [PlanePoint] = []
    for offset in 0...loop.count {
      let index = (start + offset) % loop.count
      let before = (index + loop.count - 1) % loop.count
      if offset > 0 && (offset == loop.count || kinds[index] != kinds[before]) {
        run.append(corner(loop[index]))
        let line = kinds[before] == 0 ? nil : along(run, kinds[before] == 1 ? shores : borders)
        result.append(contentsOf: line ?? Array(run.dropLast()))
        run = []
      }
      if offset < loop.count { run.append(corner(loop[index])) }
    }
    return result
  }

  /// The line that runs beside a run of hex edges from its start to its end, nil where none does.
  private func along(_ run: [PlanePoint], _ edges: [Edge]) -> [PlanePoint]? {
    guard let first = run.first, let last = run.last else { return nil }
    var length = 0.0
    for (a, b) in zip(run, run.dropFirst()) { length += TileLine.distance(a, b) }
    for edge in edges {
      guard let box = PlaneBox(around: edge.line.points)?.grown(by: Self.reach),
        box.contains(first), box.contains(last),
        let from = edge.line.nearest(to: first, within: Self.reach)?.along,
        let to = edge.line.nearest(to: last, within: Self.reach)?.along
      else { continue }
      let direct = edge.line.stretch(from, to)
      guard edge.isRing else { return Self.isLikely(direct, length) ? direct : nil }
      let round =
        from <= to
        ? edge.line.stretch(from, 0) + edge.line.stretch(edge.line.length, to)
        : edge.line.stretch(from, edge.line.length) + edge.line.stretch(0, to)
      let middle = run[run.count / 2]
      let best = Self.gap(direct, middle) <= Self.gap(round, middle) ? direct : round
      return Self.isLikely(best, length) ? best : nil
    }
    return nil
  }

  private func wholeRing(_ points: [PlanePoint]) -> [PlanePoint]? {
    guard let box = PlaneBox(around: points) else { return nil }
    return shores.first { edge in
      guard let own = PlaneBox(around: edge.line.points) else { return false }
      return abs(own.west - box.west) < Self.reach && abs(own.east - box.east) < Self.reach
        && abs(own.north - box.north) < Self.reach && abs(own.south - box.south) < Self.reach
    }.map { edge in
      // The shore may wind either way; what stands for the outline winds as that does.
      (Self.area(edge.line.points) < 0) == (Self.area(points) < 0)
        ? edge.line.points : edge.line.points.reversed()
    }
  }

  /// A line that is many times as long as the hexes' edges goes another way.
  private static func isLikely(_ points: [PlanePoint], _ length: Double) -> Bool {
    var own = 0.0
    for (a, b) in zip(points, points.dropFirst()) { own += TileLine.distance(a, b) }
    return own < length * 2.2 + 6000
  }

  private static func gap(_ points: [PlanePoint], _ p: PlanePoint) -> Double {
    points.reduce(.infinity) { min($0, TileLine.distance($1, p)) }
  }

  private static func area(_ ring: [PlanePoint]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }
}
