import Simulation

extension TerrainBuilder {
  /// About so many people live in a hex of built-up ground.
  static let peoplePerHex = 4000
  /// A town's body has no more hexes than this; beyond, the land cover shows its sprawl.
  static let largestBody = 48
  /// Towns of fewer hexes are one quarter.
  static let leastHexesForQuarters = 5

  /// Gives every settlement the hex of its middle, the larger first: the hex that holds it, or the
  /// nearest free one on land in the same country. One that finds none within three steps is left
  /// out.
  mutating func placeTowns() {
    let settlements = layers.settlements
    var centers = [Int](repeating: -1, count: settlements.count)
    for number in bySize() {
      let settlement = settlements[number]
      guard let home = grid.index(at: settlement.point.mapPoint) else { continue }
      let isNeutral = layers.countries.contains { $0.iso == settlement.country && $0.isNeutral }
      let flag: UInt8 = isNeutral ? 1 : 0
      // A hex on the border belongs to the larger settlement's country.
      if isLand(home), owner[home] < 0 { terrain.neutral[home] = flag }
      let hex = nearestHex(settlement.point) {
        isLand($0) && owner[$0] < 0 && terrain.neutral[$0] == flag
      }
      guard let hex else { continue }
      centers[number] = hex
      owner[hex] = Int32(number)
    }
    for number in settlements.indices where centers[number] >= 0 {
      owner[centers[number]] = Int32(settlementOfTown.count)
      settlementOfTown.append(number)
      centerOfTown.append(centers[number])
    }
  }

  /// Grows towns along their roads, cuts them into quarters and builds them up.
  mutating func growTowns() {
    let towns = centerOfTown.indices.sorted { a, b in
      let people = (population(a), population(b))
      return people.0 == people.1 ? a < b : people.0 > people.1
    }
    var bodies = [[Int]](repeating: [], count: towns.count)
    for town in towns { bodies[town] = grow(town) }
    var rings = [[Int]](repeating: [], count: towns.count)
    for town in towns where bodies[town].count >= Self.leastHexesForQuarters {
      rings[town] = claimRing(town, bodies[town])
    }
    for town in centerOfTown.indices { found(town, bodies[town], rings[town]) }
  }

  /// Settlements by inhabitants, the most first, then in the order of the file.
  private func bySize() -> [Int] {
    layers.settlements.indices.sorted { a, b in
      let people = (layers.settlements[a].population, layers.settlements[b].population)
      return people.0 == people.1 ? a < b : people.0 > people.1
    }
  }

  private func population(_ town: Int) -> Int32 {
    layers.settlements[settlementOfTown[town]].population
  }

  /// Claims the hexes of a town's body and returns them, its middle first.
  private mutating func grow(_ town: Int) -> [Int] {
    let people = Int(population(town))
    let wanted = min((people + Self.peoplePerHex - 1) / Self.peoplePerHex, Self.largestBody)
    let center = centerOfTown[town]
    var body = [center]
    var rim: Set<Int> = []
    var price: [Int: Int] = [:]
    while body.count < wanted {
      let from = body[body.count - 1]
      for side in HexSide.allCases {
        let next = grid.neighbor(of: from, side)
        guard next >= 0, isFree(next, beside: center) else { continue }
        rim.insert(next)
        price[next] = min(price[next] ?? .max, desire(next, from, side, center))
      }
      let best = rim.min { a, b in (price[a] ?? 0, a) < (price[b] ?? 0, b) }
      guard let best else { break }
      rim.remove(best)
      owner[best] = Int32(town)
      body.append(best)
    }
    return body
  }

  private func isFree(_ hex: Int, beside center: Int) -> Bool {
    owner[hex] < 0 && isLand(hex) && terrain.neutral[hex] == terrain.neutral[center]
  }

  /// How little a town wants a hex: its distance in metres, less along roads, more across rivers
  /// and on slopes.
  private func desire(_ hex: Int, _ from: Int, _ side: HexSide, _ center: Int) -> Int {
    let distance = distanceSquared(hex, PlanePoint(grid.center(of: center))).squareRoot()
    var price = Int(distance.rounded()) + Int(terrain.slopePermille[hex]) * 5
    if terrain.roads[hex] != 0 { price -= 450 }
    switch terrain.river(from, side) {
    case .none: break
    case .minor: price += 400
    case .major: price += 1500
    }
    return price
  }

  /// Claims the hexes around a body and returns them, ascending.
  private mutating func claimRing(_ town: Int, _ body: [Int]) -> [Int] {
    var ring: Set<Int> = []
    for hex in body {
      for side in HexSide.allCases {
        let next = grid.neighbor(of: hex, side)
        if next >= 0, isFree(next, beside: centerOfTown[town]),
          terrain.river(hex, side) != .major
        {
          ring.insert(next)
        }
      }
    }
    for hex in ring { owner[hex] = Int32(town) }
    return ring.sorted()
  }

  /// Enters a town with its quarters into the terrain.
  private mutating func found(_ town: Int, _ body: [Int], _ ring: [Int]) {
    let settlement = layers.settlements[settlementOfTown[town]]
    let first = terrain.quarters.count
    let cut = QuarterCutter(grid: grid, center: centerOfTown[town])
    let isCut = body.count >= Self.leastHexesForQuarters
    let parts = isCut ? cut.quarters(of: body) : [("center", body)]
    for (id, hexes) in parts + (ring.isEmpty ? [] : [("outskirts", ring)]) {
      let word = id == "center" ? "centre" : id
      let quarter = Quarter(
        id: id, name: isCut ? "\(settlement.nameLocal) \(word)" : settlement.nameLocal,
        town: TownID(town), hexes: hexes.sorted().map { Int32($0) })
      for hex in hexes { terrain.quarter[hex] = Int16(terrain.quarters.count) }
      terrain.quarters.append(quarter)
    }
    for hex in body { terrain.cover[hex] = .urban }
    for hex in ring where isBuiltUp(hex, Set(body)) { terrain.cover[hex] = .urban }
    terrain.towns.append(
      Town(
        id: settlement.id, name: settlement.nameLocal, population: settlement.population,
        center: Int32(centerOfTown[town]), quarters: first..<terrain.quarters.count,
        rank: settlement.rank))
  }

  /// Outskirts are built up along roads and where the town lies on two sides; else gardens.
  private func isBuiltUp(_ hex: Int, _ body: Set<Int>) -> Bool {
    let sides = HexSide.allCases.filter { body.contains(grid.neighbor(of: hex, $0)) }.count
    return sides > 1 || terrain.roads[hex] != 0
  }
}
