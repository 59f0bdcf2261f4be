import Simulation

/// Cuts a town's body into a centre and four quarters by the compass, of nearly equal size.
struct QuarterCutter {
  let grid: HexGrid
  let center: Int

  /// Quarters with their hexes in the order center, north, east, south, west; none is empty where
  /// the body has five hexes or more and holds the center.
  func quarters(of body: [Int]) -> [(id: String, hexes: [Int])] {
    let byDistance = body.sorted { a, b in (reach(a), a) < (reach(b), b) }
    let inner = Array(byDistance.prefix(max(body.count / 5, 1)))
    let outer = byDistance.dropFirst(inner.count).sorted { a, b in
      (bearing(a), reach(a), a) < (bearing(b), reach(b), b)
    }
    let arcs = bestArcs(of: outer)
    return [("center", inner)] + zip(["north", "east", "south", "west"], arcs).map { ($0, $1) }
  }

  private func offset(_ hex: Int) -> (x: Double, y: Double) {
    let a = grid.center(of: hex)
    let b = grid.center(of: center)
    return (Double(a.x - b.x), Double(a.y - b.y))
  }

  /// The square of the distance from the center in square metres.
  private func reach(_ hex: Int) -> Double {
    let (x, y) = offset(hex)
    return x * x + y * y
  }

  /// The bearing as 0…4 around a diamond, clockwise from the north: it orders like an angle.
  private func bearing(_ hex: Int) -> Double {
    let (x, y) = offset(hex)
    let sum = abs(x) + abs(y)
    guard sum > 0 else { return 0 }
    if x >= 0 { return y >= 0 ? x / sum : 1 - y / sum }
    return y < 0 ? 2 - x / sum : 3 + y / sum
  }

  /// Four arcs of the bearings, one for each point of the compass, begun where they fit it best.
  private func bestArcs(of hexes: [Int]) -> [[Int]] {
    let directions = [(0.0, 1.0), (1.0, 0.0), (0.0, -1.0), (-1.0, 0.0)]
    var best: (fit: Double, arcs: [[Int]]) = (-.greatestFiniteMagnitude, [[], [], [], []])
    for start in hexes.indices {
      let turned = Array(hexes[start...] + hexes[..<start])
      let arcs = (0..<4).map {
        Array(turned[(turned.count * $0 / 4)..<(turned.count * ($0 + 1) / 4)])
      }
      var fit = 0.0
      for (arc, direction) in zip(arcs, directions) {
        for hex in arc {
          let (x, y) = offset(hex)
          fit += (x * direction.0 + y * direction.1) / reach(hex).squareRoot()
        }
      }
      if fit > best.fit { best = (fit, arcs) }
    }
    return best.arcs
  }
}
