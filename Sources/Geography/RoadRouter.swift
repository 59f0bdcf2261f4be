import Simulation

/// Finds the hexes of roads: a cheapest path (Dijkstra, 1959) whose cost grows with the distance
/// from the road's true line, and steeply where it would cross a river that the line does not
/// cross.
struct RoadRouter {
  private(set) var terrain: Terrain
  private var cost: [Int32]
  private var deviation: [Int32]
  private var cameFrom: [Int32]
  private var stamp: [Int32]
  private var round: Int32 = 0
  private var queue = RouteQueue()

  /// Roads leave their line no further than this, in metres.
  private static let corridorMeters = 4500.0
  /// Beyond this cost, about 60 km of open ground, a search ends.
  private static let costLimit: Int32 = 200_000

  init(terrain: Terrain) {
    self.terrain = terrain
    cost = Array(repeating: 0, count: terrain.grid.count)
    deviation = cost
    cameFrom = cost
    stamp = Array(repeating: 0, count: terrain.grid.count)
  }

  /// The hexes from the request's end to its beginning; nil where water or distance forbids it.
  mutating func path(_ request: RoadRequest) -> [Int]? {
    round += 1
    queue.removeAll()
    reach(request.from, cost: 0, from: -1, request)
    while let (reached, hex) = queue.popLeast() {
      if reached > cost[hex] { continue }
      let isGoal = request.to.map { $0 == hex } ?? (terrain.roads[hex] != 0)
      if isGoal { return trace(hex) }
      if reached > Self.costLimit { return nil }
      for side in HexSide.allCases {
        let next = terrain.grid.neighbor(of: hex, side)
        guard next >= 0, !terrain.isWater(next) else { continue }
        if let step = step(hex, side, next, request) {
          reach(next, cost: reached + step, from: hex, request)
        }
      }
    }
    return nil
  }

  /// Lays a road along a path; better roads stay where they are.
  mutating func lay(_ path: [Int], _ road: RoadClass) {
    for (a, b) in zip(path, path.dropFirst()) {
      for side in HexSide.allCases where terrain.grid.neighbor(of: a, side) == b {
        if terrain.road(a, side) < road { terrain.setRoad(a, side, road) }
      }
    }
  }

  private mutating func reach(_ hex: Int, cost new: Int32, from: Int, _ request: RoadRequest) {
    if stamp[hex] != round {
      stamp[hex] = round
      cost[hex] = .max
      deviation[hex] = distance(hex, request.points)
    }
    guard deviation[hex] <= Int32(Self.corridorMeters) || from < 0 else { return }
    guard new < cost[hex] else { return }
    cost[hex] = new
    cameFrom[hex] = Int32(from)
    queue.push(new, hex)
  }

  /// The cost of a step: 1,000 on open ground, less along a road that is there already.
  private mutating func step(
    _ hex: Int, _ side: HexSide, _ next: Int, _ request: RoadRequest
  ) -> Int32? {
    var cost: Int32 = terrain.road(hex, side) == .none ? 1000 : 500
    if stamp[next] != round {
      stamp[next] = round
      self.cost[next] = .max
      deviation[next] = distance(next, request.points)
    }
    let off = deviation[next]
    cost += off * off / 800
    if request.points.isEmpty { cost += Int32(min(terrain.slopePermille[next], 500)) * 4 }
    let river = terrain.river(hex, side)
    if river != .none, terrain.road(hex, side) == .none {
      let isCrossing = isNearCrossing(hex, next, request.crossings)
      cost += isCrossing ? 300 : river == .major ? 15_000 : 4000
    }
    if request.avoidsNeutral, terrain.neutral[next] == 1 { cost += 8000 }
    return cost
  }

  private func isNearCrossing(_ a: Int, _ b: Int, _ crossings: [PlanePoint]) -> Bool {
    let p = PlanePoint(terrain.grid.center(of: a))
    let q = PlanePoint(terrain.grid.center(of: b))
    return crossings.contains {
      let (dx, dy) = ((p.x + q.x) / 2 - $0.x, (p.y + q.y) / 2 - $0.y)
      return dx * dx + dy * dy < 1500 * 1500
    }
  }

  private func trace(_ end: Int) -> [Int] {
    var path = [end]
    while let last = path.last, cameFrom[last] >= 0 { path.append(Int(cameFrom[last])) }
    return path
  }

  /// Metres from a hex's middle to a line; 0 for no line.
  private func distance(_ hex: Int, _ points: [PlanePoint]) -> Int32 {
    guard points.count > 1 else { return 0 }
    let p = PlanePoint(terrain.grid.center(of: hex))
    var best = Double.greatestFiniteMagnitude
    for i in 1..<points.count {
      let (a, b) = (points[i - 1], points[i])
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      let length = dx * dx + dy * dy
      let along = length > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / length : 0
      let share = min(max(along, 0), 1)
      let (ex, ey) = (a.x + dx * share - p.x, a.y + dy * share - p.y)
      best = min(best, ex * ex + ey * ey)
    }
    return Int32(min(best.squareRoot().rounded(), 30_000))
  }
}
