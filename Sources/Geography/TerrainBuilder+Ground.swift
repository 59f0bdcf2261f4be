import Simulation

extension TerrainBuilder {
  /// Cover, height, slope and neutrality of every hex.
  mutating func layGround() {
    let samples = HexSamples(grid: grid)
    let sea = samples.counts(in: layers.sea)
    let lakes = samples.counts(in: layers.lakes.map(\.polygon))
    let neutral = samples.counts(in: layers.countries.filter(\.isNeutral).flatMap(\.polygons))
    let others = samples.counts(in: layers.countries.filter { !$0.isNeutral }.flatMap(\.polygons))
    let settled = settledHexes()
    let cities = layers.settlements.filter { $0.rank == 1 }.map(\.point)
    for index in 0..<grid.count {
      let points = samples.points(of: index)
      let middle = points[0]
      guard box.contains(lattice.geo(middle)) else { continue }
      terrain.neutral[index] = neutral[index] > others[index] ? 1 : 0
      let isSettled = settled.contains(index)
      if sea[index] >= HexSamples.majority, !isSettled {
        terrain.heightMeters[index] = lowest(points)
      } else {
        let isLake = lakes[index] >= HexSamples.majority && !isSettled
        terrain.cover[index] = isLake ? .lake : cover(points, cities)
        layRelief(index, points)
      }
    }
  }

  /// Hexes with a settlement on dry land: they are land even where most of them is water.
  private func settledHexes() -> Set<Int> {
    var hexes: Set<Int> = []
    for settlement in layers.settlements
    where !layers.sea.contains(where: { $0.contains(settlement.point) }) {
      if let index = grid.index(at: settlement.point.mapPoint) { hexes.insert(index) }
    }
    return hexes
  }

  /// The lowest of some points in whole metres.
  private func lowest(_ points: [PlanePoint]) -> Int16 {
    Int16(points.map { elevation.meters(at: $0) }.reduce(9000, min).rounded())
  }

  /// Mean height and mean slope over some points.
  private mutating func layRelief(_ index: Int, _ points: [PlanePoint]) {
    var height = 0.0
    var slope = 0.0
    for point in points {
      height += elevation.meters(at: point)
      slope += elevation.slope(at: point)
    }
    let count = Double(points.count)
    terrain.heightMeters[index] = Int16((height / count).rounded())
    terrain.slopePermille[index] = UInt16(min((slope / count * 1000).rounded(), 9999))
  }

  /// The most frequent land cover; between equals that of the middle, else the first by number.
  private func cover(_ points: [PlanePoint], _ cities: [PlanePoint]) -> Cover {
    var counts = [Int](repeating: 0, count: Cover.allCases.count)
    for (place, point) in points.enumerated() {
      let cover = landCover.cover(at: point)
      if cover != .sea { counts[Int(cover.rawValue)] += place == 0 ? 3 : 2 }
    }
    let most = counts.max() ?? 0
    guard most > 0, let number = counts.firstIndex(of: most),
      let cover = Cover(rawValue: UInt8(number))
    else { return .grassland }
    // The source's cells of 5 km are too coarse for towns: their bodies are grown from their
    // inhabitants. Only the sprawl of a metropolis is taken from it.
    if cover == .urban, !cities.contains(where: { isNear(points[0], $0) }) { return .cropland }
    return cover
  }

  private func isNear(_ point: PlanePoint, _ city: PlanePoint) -> Bool {
    let (dx, dy) = (point.x - city.x, point.y - city.y)
    return dx * dx + dy * dy < 30_000 * 30_000
  }
}
