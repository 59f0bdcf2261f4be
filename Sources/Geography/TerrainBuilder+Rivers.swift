import Simulation

extension TerrainBuilder {
  /// Lays rivers along the sides of hexes.
  ///
  /// A side carries a river where the river crosses the line between the two hexes' middles an odd
  /// number of times: then their middles lie on different banks. Crossing lines one after the
  /// other, a river so leaves an unbroken chain of sides, without spurs where it meanders.
  mutating func layRivers() {
    for river in layers.rivers {
      var isOdd: [Int: Bool] = [:]
      for (a, b) in zip(river.points, river.points.dropFirst()) {
        for index in hexesAround(a, b) {
          let middle = PlanePoint(grid.center(of: index))
          for side in [HexSide.east, .southEast, .southWest] {
            let other = grid.neighbor(of: index, side)
            guard other >= 0 else { continue }
            if Self.cross(a, b, middle, PlanePoint(grid.center(of: other))) {
              isOdd[index * 6 + Int(side.rawValue), default: false].toggle()
            }
          }
        }
      }
      let riverClass: RiverClass = river.rank == 1 && !river.isCanal ? .major : .minor
      for key in isOdd.filter(\.value).keys.sorted() {
        guard let side = HexSide(rawValue: UInt8(key % 6)) else { continue }
        layRiver(key / 6, side, riverClass)
      }
    }
  }

  /// Whether the lines a–b and c–d cross. A point on a line counts as left of it, so that a chain
  /// of lines crosses another neither twice nor never at its joints.
  static func cross(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint, _ d: PlanePoint) -> Bool {
    isLeft(a, b, c) != isLeft(a, b, d) && isLeft(c, d, a) != isLeft(c, d, b)
  }

  private static func isLeft(_ a: PlanePoint, _ b: PlanePoint, _ p: PlanePoint) -> Bool {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) >= 0
  }

  private mutating func layRiver(_ index: Int, _ side: HexSide, _ river: RiverClass) {
    let other = grid.neighbor(of: index, side)
    // Where the river has reached the sea or a lake, there is no bank to tell from another.
    guard other >= 0, isLand(index), isLand(other), terrain.river(index, side) < river else {
      return
    }
    terrain.setRiver(index, side, river)
  }

  /// The hexes whose middles may have a line to a neighbour that a–b crosses.
  private func hexesAround(_ a: PlanePoint, _ b: PlanePoint) -> [Int] {
    let rowMeters = Double(HexGrid.rowSpacingMillimeters) / 1000
    let rows = (
      Int((-max(a.y, b.y) / rowMeters).rounded(.down)) - 1,
      Int((-min(a.y, b.y) / rowMeters).rounded(.up)) + 1
    )
    let columns = (
      Int((min(a.x, b.x) / 1000).rounded(.down)) - 2, Int((max(a.x, b.x) / 1000).rounded(.up)) + 1
    )
    var found: [Int] = []
    for row in max(rows.0, 0)..<max(min(rows.1, grid.rows - 1) + 1, max(rows.0, 0)) {
      for column in max(
        columns.0, 0)..<max(
          min(columns.1, grid.columns - 1) + 1, max(columns.0, 0))
      {
        found.append(row * grid.columns + column)
      }
    }
    return found
  }
}
