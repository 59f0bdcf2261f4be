import Simulation

/// Derives the hexes of a battle from the layers of a map: always the same ones, by + − × ÷ √ only.
///
/// Ground first, then settlements' middles, rivers, roads with bridges, and the bodies of towns.
struct TerrainBuilder {
  let box: GeoBox
  let lattice: GeoLattice
  let layers: TheatreLayers
  let elevation: ElevationGrid
  let landCover: LandCoverGrid
  /// What is being built.
  var terrain: Terrain
  /// The settlement of each town, as an index into the layer.
  var settlementOfTown: [Int] = []
  /// The hex of each town's middle.
  var centerOfTown: [Int] = []
  /// The town whose middle or body a hex is, -1 for none.
  var owner: [Int32]

  var grid: HexGrid { terrain.grid }

  init(
    grid: HexGrid, box: GeoBox, lattice: GeoLattice, layers: TheatreLayers,
    elevation: ElevationGrid, landCover: LandCoverGrid
  ) {
    self.box = box
    self.lattice = lattice
    self.layers = layers
    self.elevation = elevation
    self.landCover = landCover
    terrain = Terrain(grid: grid, cover: .sea)
    owner = Array(repeating: -1, count: grid.count)
  }

  mutating func build() -> Terrain {
    layGround()
    placeTowns()
    layRivers()
    layRoads()
    growTowns()
    return terrain
  }

  /// Whether ground units can stand on a hex.
  func isLand(_ index: Int) -> Bool { !terrain.isWater(index) }

  /// The hexes within so many steps of a hex, itself first, then ring by ring.
  func hexes(within steps: Int, of index: Int) -> [Int] {
    var found = [index]
    var seen: Set<Int> = [index]
    var begin = 0
    for _ in 0..<steps {
      let end = found.count
      for hex in found[begin..<end] {
        for side in HexSide.allCases {
          let next = grid.neighbor(of: hex, side)
          if next >= 0, seen.insert(next).inserted { found.append(next) }
        }
      }
      begin = end
    }
    return found
  }

  /// The square of the distance from a hex's middle to a point, in square metres.
  func distanceSquared(_ index: Int, _ point: PlanePoint) -> Double {
    let middle = PlanePoint(grid.center(of: index))
    let (dx, dy) = (middle.x - point.x, middle.y - point.y)
    return dx * dx + dy * dy
  }

  /// The hex at a point if it will do, or the nearest one within three steps that will.
  func nearestHex(_ point: PlanePoint, where isFit: (Int) -> Bool) -> Int? {
    guard let home = grid.index(at: point.mapPoint) else { return nil }
    if isFit(home) { return home }
    return hexes(within: 3, of: home).filter(isFit).min { a, b in
      (distanceSquared(a, point), a) < (distanceSquared(b, point), b)
    }
  }
}
