import Simulation

extension TerrainBuilder {
  /// Lays roads from hex to hex: first the net, whose roads share their ends, then the lanes that
  /// join settlements to it; last, bridges where a road crosses a river.
  mutating func layRoads() {
    var router = RoadRouter(terrain: terrain)
    for road in layers.roads where !road.isAccess { lay(road, &router) }
    let lanes = layers.roads.filter(\.isAccess)
    for lane in lanes {
      guard let start = lane.points.first.flatMap(roadHex) else { continue }
      join(start, along: lane.points, &router)
    }
    for center in centerOfTown { join(center, along: [], &router) }
    terrain = router.terrain
    for index in 0..<grid.count where terrain.rivers[index] != 0 && terrain.roads[index] != 0 {
      for side in HexSide.allCases
      where terrain.river(index, side) != .none && terrain.road(index, side) != .none {
        terrain.setBridge(index, side)
      }
    }
  }

  private func lay(_ road: Road, _ router: inout RoadRouter) {
    guard let first = road.points.first.flatMap(roadHex),
      let last = road.points.last.flatMap(roadHex)
    else { return }
    let request = RoadRequest(
      from: first, to: last, points: road.points, crossings: crossings(of: road.line),
      avoidsNeutral: !isMostlyNeutral(road.points))
    if let path = router.path(request) { router.lay(path, road.roadClass) }
  }

  /// Joins a hex to the nearest road, along a line where one is given.
  private func join(_ hex: Int, along points: [PlanePoint], _ router: inout RoadRouter) {
    guard router.terrain.roads[hex] == 0 else { return }
    let request = RoadRequest(
      from: hex, to: nil, points: points,
      crossings: points.isEmpty ? [] : crossings(of: Polyline(points: points)),
      avoidsNeutral: terrain.neutral[hex] == 0)
    if let path = router.path(request) { router.lay(path, .secondary) }
  }

  /// The hex of a road's end: a town's middle where one lies on that point, dry land in any case.
  private func roadHex(_ point: PlanePoint) -> Int? {
    if let town = settlementOfTown.firstIndex(where: {
      let (dx, dy) = (
        layers.settlements[$0].point.x - point.x, layers.settlements[$0].point.y - point.y
      )
      return dx * dx + dy * dy < 300 * 300
    }) {
      return centerOfTown[town]
    }
    return nearestHex(point, where: isLand)
  }

  private func isMostlyNeutral(_ points: [PlanePoint]) -> Bool {
    let hexes = points.compactMap { grid.index(at: $0.mapPoint) }
    return hexes.filter { terrain.neutral[$0] == 1 }.count * 2 > hexes.count
  }

  /// Where a road crosses rivers, on the true lines of both.
  ///
  /// Both lines are up to 2 km off. A road along a great river so seems to cross it time and again;
  /// an even number of crossings is therefore none, an odd number the one in the middle.
  private func crossings(of road: Polyline) -> [PlanePoint] {
    layers.rivers.flatMap { river in
      let found = crossings(of: road, river.line)
      guard river.rank == 1 else { return found }
      return found.count % 2 == 0 ? [] : [found[found.count / 2]]
    }
  }

  private func crossings(of road: Polyline, _ river: Polyline) -> [PlanePoint] {
    guard river.bounds.intersects(road.bounds) else { return [] }
    var found: [PlanePoint] = []
    for (a, b) in zip(road.points, road.points.dropFirst()) {
      let bounds = PlaneBounds(around: [a, b])
      for (c, d) in zip(river.points, river.points.dropFirst())
      where min(c.x, d.x) <= bounds.maxX && max(c.x, d.x) >= bounds.minX
        && min(c.y, d.y) <= bounds.maxY && max(c.y, d.y) >= bounds.minY
        && Self.cross(a, b, c, d)
      {
        found.append(PlanePoint(x: (c.x + d.x) / 2, y: (c.y + d.y) / 2))
      }
    }
    return found
  }
}
