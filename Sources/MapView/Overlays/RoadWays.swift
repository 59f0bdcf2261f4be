import Geography
import Simulation

/// Ways over hexes as lines on the ground: along the roads as they are drawn where a road joins two
/// hexes, and smoothed across country.
struct RoadWays: Sendable {
  /// The place of a road that is nearest to a hex's middle.
  private struct Place: Sendable {
    var line: Int
    /// Metres from the road's start.
    var along: Double
    /// Metres from the hex's middle.
    var gap: Double
  }

  private let lines: [TileLine]
  private var places: [Int: [Place]] = [:]

  /// How far from a hex's middle a road may run to belong to it, in metres.
  private static let reach = 1000.0
  /// The longest stretch of road that one step from hex to hex may stand for, in metres.
  private static let longest = 3200.0
  /// Changing from one road to another must save this much, in metres.
  private static let changeCost = 400.0

  init(_ theatre: Theatre) {
    lines = theatre.layers.roads.map { TileLine($0.points, rank: 0, smoothed: true) }
  }

  /// The way over neighbouring hexes as points on the ground.
  mutating func way(_ hexes: [Int32], _ terrain: Terrain) -> [PlanePoint] {
    guard let first = hexes.first else { return [] }
    var points: [PlanePoint] = []
    var isFixed: [Bool] = []
    func add(_ point: PlanePoint, _ fixed: Bool) {
      if let last = points.last, abs(last.x - point.x) + abs(last.y - point.y) < 1 { return }
      points.append(point)
      isFixed.append(fixed)
    }
    var line: Int?
    var previous = Int(first)
    for hex in hexes.dropFirst() {
      let next = Int(hex)
      if Self.hasRoad(previous, next, terrain),
        let (from, to) = joint(previous, next, terrain.grid, last: line)
      {
        line = from.line
        for point in lines[from.line].stretch(from.along, to.along) { add(point, true) }
      } else {
        line = nil
        if points.isEmpty { add(HexOutline.center(previous, terrain.grid), true) }
        add(HexOutline.center(next, terrain.grid), false)
      }
      previous = next
    }
    if points.isEmpty { add(HexOutline.center(previous, terrain.grid), true) }
    return Self.smoothed(points, isFixed)
  }

  private static func hasRoad(_ hex: Int, _ next: Int, _ terrain: Terrain) -> Bool {
    for side in HexSide.allCases where terrain.grid.neighbor(of: hex, side) == next {
      return terrain.road(hex, side) != .none
    }
    return false
  }

  /// The places of the road that joins two hexes best; the road taken so far goes before others.
  private mutating func joint(
    _ hex: Int, _ next: Int, _ grid: HexGrid, last: Int?
  ) -> (from: Place, to: Place)? {
    let (here, there) = (places(of: hex, grid), places(of: next, grid))
    var best: (cost: Double, from: Place, to: Place)?
    for from in here {
      for to in there where to.line == from.line {
        let length = abs(to.along - from.along)
        guard length <= Self.longest else { continue }
        let cost = from.gap + to.gap + length + (from.line == last ? 0 : Self.changeCost)
        if best.map({ cost < $0.cost }) ?? true { best = (cost, from, to) }
      }
    }
    return best.map { ($0.from, $0.to) }
  }

  /// The places of roads near a hex's middle, looked up once.
  private mutating func places(of hex: Int, _ grid: HexGrid) -> [Place] {
    if let known = places[hex] { return known }
    let middle = HexOutline.center(hex, grid)
    let found = lines.enumerated().compactMap { index, line in
      line.nearest(to: middle, within: Self.reach).map {
        Place(line: index, along: $0.along, gap: $0.gap)
      }
    }
    places[hex] = found
    return found
  }

  /// What runs across country moved towards the middle of its neighbours, so that the zigzag from
  /// hex to hex goes; ends and roads stay.
  private static func smoothed(_ points: [PlanePoint], _ isFixed: [Bool]) -> [PlanePoint] {
    guard points.count > 2, isFixed.contains(false) else { return points }
    var now = points
    for _ in 0..<5 {
      var next = now
      for index in 1..<(now.count - 1) where !isFixed[index] {
        let (a, b, c) = (now[index - 1], now[index], now[index + 1])
        next[index] = PlanePoint(
          x: b.x * 0.5 + (a.x + c.x) * 0.25, y: b.y * 0.5 + (a.y + c.y) * 0.25)
      }
      now = next
    }
    return now
  }
}
