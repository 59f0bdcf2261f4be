import Geography
import Simulation

/// The outline of a set of hexes as closed loops along hex edges.
enum HexOutline {
  /// The corner offsets of a hex in metres, clockwise from the north; 577.35 is 1,000 / √3.
  static let corners: [(x: Double, y: Double)] = [
    (0, 577.350269), (500, 288.675135), (500, -288.675135), (0, -577.350269),
    (-500, -288.675135), (-500, 288.675135),
  ]

  /// The two corners of a hex's edge, clockwise: the inside lies on the right of the way.
  static func cornerPair(_ side: HexSide) -> (first: Int, second: Int) {
    // East runs from corner 1 to corner 2, south-east from 2 to 3, and so on.
    let first = (Int(side.rawValue) + 1) % 6
    return (first, (first + 1) % 6)
  }

  /// The middle of a hex in metres.
  static func center(_ index: Int, _ grid: HexGrid) -> PlanePoint {
    let row = index / grid.columns
    let column = index - row * grid.columns
    return PlanePoint(
      x: Double(column) * 1000 + (row & 1 == 1 ? 500 : 0), y: Double(row) * -866.025404)
  }

  /// A corner of a hex in metres.
  static func corner(_ index: Int, _ corner: Int, _ grid: HexGrid) -> PlanePoint {
    let middle = center(index, grid)
    return PlanePoint(x: middle.x + corners[corner].x, y: middle.y + corners[corner].y)
  }

  /// The closed loops around hexes that are in the set, the inside on the right; hexes in
  /// ascending order start the loops, so the result is always the same.
  static func loops(_ grid: HexGrid, contains: (Int) -> Bool) -> [[PlanePoint]] {
    edges(grid, contains: contains).map { loop in
      loop.map { corner($0.inside, cornerPair($0.side).first, grid) }
    }
  }

  /// One edge of an outline.
  struct Edge: Sendable, Equatable {
    /// The hex in the set.
    var inside: Int
    /// The edge of it.
    var side: HexSide
    /// The hex beyond, -1 outside the grid.
    var outside: Int
  }

  /// The same loops as edges in order.
  static func edges(_ grid: HexGrid, contains: (Int) -> Bool) -> [[Edge]] {
    var done = [UInt8](repeating: 0, count: grid.count)
    var loops: [[Edge]] = []
    for index in 0..<grid.count where contains(index) {
      for side in HexSide.allCases where done[index] & (1 << side.rawValue) == 0 {
        let other = grid.neighbor(of: index, side)
        if other >= 0 && contains(other) { continue }
        loops.append(walk(grid, from: index, side, &done, contains))
      }
    }
    return loops
  }

  private static func walk(
    _ grid: HexGrid, from start: Int, _ startSide: HexSide, _ done: inout [UInt8],
    _ contains: (Int) -> Bool
  ) -> [Edge] {
    var edges: [Edge] = []
    var (hex, side) = (start, startSide)
    while done[hex] & (1 << side.rawValue) == 0 {
      done[hex] |= 1 << side.rawValue
      edges.append(Edge(inside: hex, side: side, outside: grid.neighbor(of: hex, side)))
      // At the edge's far corner three hexes meet: this one, the one outside, and the next.
      let next = HexSide(rawValue: (side.rawValue + 1) % 6) ?? side
      let neighbor = grid.neighbor(of: hex, next)
      if neighbor >= 0 && contains(neighbor) {
        hex = neighbor
        side = HexSide(rawValue: (next.rawValue + 4) % 6) ?? side
      } else {
        side = next
      }
    }
    return edges
  }

  /// A loop with its corners cut twice (Chaikin 1974).
  static func rounded(_ loop: [PlanePoint], times: Int = 2) -> [PlanePoint] {
    var points = loop
    for _ in 0..<times {
      guard var last = points.last else { return points }
      var next: [PlanePoint] = []
      next.reserveCapacity(points.count * 2)
      for point in points {
        next.append(
          PlanePoint(x: last.x * 0.75 + point.x * 0.25, y: last.y * 0.75 + point.y * 0.25))
        next.append(
          PlanePoint(x: last.x * 0.25 + point.x * 0.75, y: last.y * 0.25 + point.y * 0.75))
        last = point
      }
      points = next
    }
    return points
  }
}
