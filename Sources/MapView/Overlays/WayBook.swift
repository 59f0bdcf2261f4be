import Geography
import Simulation

/// The lines on the ground that overlays draw, kept while the picture stays the same.
struct WayBook: Sendable {
  private var tick: Tick?
  private var viewpoint: Viewpoint?
  private var paths: [UnitID: (hexes: [Int32], way: [PlanePoint])] = [:]
  private var trails: [UnitID: [PlanePoint]] = [:]
  private var supply: [UnitID: [PlanePoint]] = [:]
  private var arrivals: [UnitID: Tick?] = [:]
  private var flights: [RefugeeWay: [PlanePoint]] = [:]
  private var roads: RoadWays

  private struct RefugeeWay: Hashable {
    var town: TownID
    var destination: Int32
  }

  init(_ theatre: Theatre) { roads = RoadWays(theatre) }

  /// Forgets what belongs to another moment or viewer.
  mutating func turn(to picture: Picture) {
    guard tick != picture.tick || viewpoint != picture.viewpoint else { return }
    tick = picture.tick
    viewpoint = picture.viewpoint
    paths.removeAll(keepingCapacity: true)
    trails.removeAll(keepingCapacity: true)
    supply.removeAll(keepingCapacity: true)
    arrivals.removeAll(keepingCapacity: true)
  }

  /// The way that a unit has before it, from its own place on; empty where it stays.
  mutating func path(of report: UnitReport, _ picture: Picture) -> [PlanePoint] {
    if let known = paths[report.id], known.hexes == report.path { return known.way }
    var way: [PlanePoint] = []
    if !report.path.isEmpty {
      let whole = roads.way([report.hex] + picture.wayAhead(of: report), picture.setup.terrain)
      way = Self.rest(of: whole, from: PlanePoint(report.position))
    }
    paths[report.id] = (report.path, way)
    return way
  }

  /// The way over neighbouring hexes: along roads where they join them.
  mutating func line(over hexes: [Int32], _ terrain: Terrain) -> [PlanePoint] {
    roads.way(hexes, terrain)
  }

  /// Where a unit came along, the oldest first.
  mutating func trail(of unit: UnitID, _ picture: Picture) -> [PlanePoint] {
    if let known = trails[unit] { return known }
    let hexes = picture.trail(of: unit)
    let way = hexes.count > 1 ? roads.way(hexes, picture.setup.terrain) : []
    trails[unit] = way
    return way
  }

  /// A unit's line of supply, from its source to the unit.
  mutating func supplyLine(of unit: UnitID, _ picture: Picture) -> [PlanePoint] {
    if let known = supply[unit] { return known }
    let hexes = Array(picture.supplyLine(of: unit).reversed())
    let way = hexes.count > 1 ? roads.way(hexes, picture.setup.terrain) : []
    supply[unit] = way
    return way
  }

  /// When a unit reaches the end of its way.
  mutating func arrival(of unit: UnitID, _ picture: Picture) -> Tick? {
    if let known = arrivals[unit] { return known }
    let arrival = picture.arrival(of: unit)
    arrivals[unit] = .some(arrival)
    return arrival
  }

  /// The way of people who flee: the shortest along roads, as the simulation has it.
  mutating func flight(_ flow: RefugeeFlow, _ picture: Picture) -> [PlanePoint] {
    let key = RefugeeWay(town: flow.town, destination: flow.destination)
    if let known = flights[key] { return known }
    let terrain = picture.setup.terrain
    let hexes = Self.roadHexes(
      from: Int(terrain.towns[flow.town.index].center), to: Int(flow.destination), terrain)
    let way = hexes.count > 1 ? roads.way(hexes, terrain) : []
    flights[key] = way
    return way
  }

  /// The part of a way that lies before a place on it: the place itself, then the rest.
  private static func rest(of way: [PlanePoint], from place: PlanePoint) -> [PlanePoint] {
    // The unit stands within the first step or two of its way.
    var best = (index: 0, square: Double.infinity)
    var walked = 0.0
    for (index, point) in way.enumerated() {
      if index > 0 { walked += TileLine.distance(way[index - 1], point) }
      guard walked < 2500 else { break }
      let (dx, dy) = (point.x - place.x, point.y - place.y)
      if dx * dx + dy * dy < best.square { best = (index, dx * dx + dy * dy) }
    }
    return best.index + 1 < way.count ? Array(way[best.index...]) : way.suffix(1)
  }

  /// The hexes of the shortest way along roads; empty where no road joins them.
  private static func roadHexes(from start: Int, to goal: Int, _ terrain: Terrain) -> [Int32] {
    var from: [Int: Int] = [start: -1]
    var queue = [start]
    var head = 0
    while head < queue.count {
      let hex = queue[head]
      head += 1
      if hex == goal { break }
      for side in HexSide.allCases where terrain.road(hex, side) != .none {
        let next = terrain.grid.neighbor(of: hex, side)
        guard next >= 0, from[next] == nil else { continue }
        from[next] = hex
        queue.append(next)
      }
    }
    guard from[goal] != nil else { return [] }
    var hexes: [Int32] = []
    var at = goal
    while at >= 0 {
      hexes.append(Int32(at))
      at = from[at] ?? -1
    }
    return hexes.reversed()
  }
}
