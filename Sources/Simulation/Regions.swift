/// Which hexes can reach one another on the ground, worked out once from the terrain: two hexes are
/// joined where both are open and no river without a bridge parts them.
struct Regions: Sendable {
  /// By hex: the lowest hex index of its region, -1 where no ground unit stands.
  let root: [Int32]
  /// The hexes with roads along the map's edge, ascending: where supply comes onto the map.
  let edgeRoads: [Int32]

  /// The regions of a terrain.
  init(_ terrain: Terrain) {
    var root = [Int32](repeating: -1, count: terrain.grid.count)
    var stack: [Int] = []
    for start in root.indices where root[start] < 0 && MovementCosts.isOpen(terrain, start) {
      root[start] = Int32(start)
      stack.append(start)
      while let hex = stack.popLast() {
        for side in HexSide.allCases {
          let other = terrain.grid.neighbor(of: hex, side)
          guard other >= 0, root[other] < 0, MovementCosts.isOpen(terrain, other),
            terrain.river(hex, side) != .major || terrain.hasBridge(hex, side)
          else { continue }
          root[other] = Int32(start)
          stack.append(other)
        }
      }
    }
    self.root = root
    let (columns, rows) = (terrain.grid.columns, terrain.grid.rows)
    edgeRoads = root.indices.filter { hex in
      let (row, column) = (hex / columns, hex % columns)
      let isEdge = row == 0 || column == 0 || row == rows - 1 || column == columns - 1
      return isEdge && terrain.roads[hex] != 0
    }.map { Int32($0) }
  }

  /// Whether a ground unit can get from one hex to the other.
  func areJoined(_ a: Int, _ b: Int) -> Bool { root[a] >= 0 && root[a] == root[b] }
}
