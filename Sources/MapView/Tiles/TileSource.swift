import Geography
import Simulation

/// What tiles of one style are drawn from: prepared once, never changed, shared by all workers.
final class TileSource: Sendable {
  let style: MapStyle
  let raster: GroundRaster
  /// The theatre's box in the plane as a ring, and the upright box around it.
  let frame: [PlanePoint]
  let box: PlaneBox
  let sea: [TileArea]
  let lakes: [TileArea]
  let shores: [TileLine]
  let rivers: [TileLine]
  let roads: [TileLine]
  let railways: [TileLine]
  let borders: [TileLine]
  let footprints: [TileArea]
  let villages: [Settlement]
  let bridges: [Bridge]

  init(theatre: Theatre, style: MapStyle) {
    self.style = style
    let frame = Self.frame(of: theatre)
    let box = PlaneBox(around: frame) ?? PlaneBox(west: 0, south: 0, east: 1, north: 1)
    self.frame = frame
    self.box = box
    let layers = theatre.layers
    let sea = layers.sea.compactMap { TileArea(outerFirst: $0.rings) }
    self.sea = sea
    lakes = layers.lakes.compactMap { TileArea(outerFirst: $0.polygon.rings) }
    shores = layers.sea.flatMap(\.rings).flatMap { Self.shore($0, frame: box) }
    let rivers = layers.rivers.map { TileLine($0.points, rank: $0.rank, smoothed: true) }
    let roads = layers.roads.map {
      TileLine($0.points, rank: 3 - Int($0.roadClass.rawValue), smoothed: true)
    }
    let railways = layers.railways.map { TileLine($0.points, rank: 0, smoothed: true) }
    (self.rivers, self.roads, self.railways) = (rivers, roads, railways)
    bridges =
      Bridge.all(roads, over: rivers) + Bridge.all(railways, isRailway: true, over: rivers)
    borders = layers.border.map { TileLine($0.points, rank: 0, smoothed: false) }
    let shores = self.shores
    footprints = Self.footprints(theatre.terrain) { Self.ashore($0, sea, shores) }
    villages = layers.settlements.filter { $0.rank >= 4 }
    raster = GroundRaster(theatre: theatre, style: style, box: box, frame: frame, sea: sea)
  }

  /// The theatre's box of longitudes and latitudes as a ring in the plane, clockwise.
  private static func frame(of theatre: Theatre) -> [PlanePoint] {
    let (west, south, east, north) = (
      theatre.box.west, theatre.box.south, theatre.box.east, theatre.box.north
    )
    let steps = 24
    func edge(_ from: (Double, Double), _ to: (Double, Double)) -> [PlanePoint] {
      (0..<steps).map { step in
        let t = Double(step) / Double(steps)
        return theatre.plane(
          GeoPoint(
            longitude: from.0 + (to.0 - from.0) * t, latitude: from.1 + (to.1 - from.1) * t))
      }
    }
    return edge((west, north), (east, north)) + edge((east, north), (east, south))
      + edge((east, south), (west, south)) + edge((west, south), (west, north))
  }

  /// The parts of a ring of the sea that are shore, not the theatre's edge.
  private static func shore(_ ring: [PlanePoint], frame: PlaneBox) -> [TileLine] {
    let inner = frame.grown(by: -2500)
    var lines: [[PlanePoint]] = []
    var current: [PlanePoint] = []
    guard let first = ring.first else { return [] }
    var previous = first
    for point in ring.dropFirst() + [first] {
      if inner.contains(previous) || inner.contains(point) {
        if current.isEmpty { current = [previous] }
        current.append(point)
      } else if !current.isEmpty {
        lines.append(current)
        current = []
      }
      previous = point
    }
    if !current.isEmpty { lines.append(current) }
    return lines.map { TileLine($0, rank: 0, smoothed: false) }
  }

  /// The nearest place on the shore for one that lies in the sea, not further out than a town may
  /// reach.
  private static func ashore(
    _ p: PlanePoint, _ sea: [TileArea], _ shores: [TileLine]
  ) -> PlanePoint {
    var best: (place: PlanePoint, gap: Double)?
    for shore in shores {
      guard let near = shore.nearest(to: p, within: best?.gap ?? 1800) else { continue }
      best = (shore.place(at: near.along), near.gap)
    }
    guard let best, sea.contains(where: { $0.contains(p) }) else { return p }
    return best.place
  }

  /// The built-up ground of towns as softly rounded areas, its outline moved by `fitted`; villages
  /// are drawn as houses.
  private static func footprints(
    _ terrain: Terrain, fitted: (PlanePoint) -> PlanePoint
  ) -> [TileArea] {
    let loops = HexOutline.loops(terrain.grid) { index in
      guard terrain.cover[index] == .urban else { return false }
      let quarter = Int(terrain.quarter[index])
      guard quarter >= 0 else { return true }
      return terrain.towns[terrain.quarters[quarter].town.index].rank < 5
    }
    // The hexes' corners are cut three times and the outline made a little uneven, as towns are.
    return loops.compactMap { loop in
      TileArea(
        wound: [
          HexOutline.rounded(loop, times: 3).map {
            fitted(SmoothNoise.moved($0, reach: 170, wavelength: 520))
          }
        ])
    }
  }
}
