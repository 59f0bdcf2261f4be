public import Simulation
public import SourceText

/// A piece of the real world to fight on: its map, and the hexes derived from it.
public struct Theatre: Sendable {
  /// A short ASCII name: `mughan`.
  public let id: String
  /// The name as people read it.
  public let name: String
  /// The longitudes and latitudes that it covers. The grid covers a little more: hexes whose centre
  /// lies outside the box are sea in the terrain, so that nobody enters them.
  public let box: GeoBox
  /// From degrees to the plane and back.
  public let projection: PlaneProjection
  /// The grid of hexes.
  public let grid: HexGrid
  /// The ground that battles are fought on.
  public let terrain: Terrain
  /// A 64-bit hash over every column of the terrain.
  public let terrainHash: UInt64
  /// What the map shows.
  public let layers: TheatreLayers
  /// The height of the ground.
  public let elevation: ElevationGrid
  /// What covers the ground.
  public let landCover: LandCoverGrid
  /// Lines to print under every picture of this map.
  public let credits: [String]

  /// The UTM easting of the plane's origin in metres.
  public var originEasting: Double { projection.originEasting }
  /// The UTM northing of the plane's origin in metres.
  public var originNorthing: Double { projection.originNorthing }

  /// The plane's point of a place.
  public func plane(_ point: GeoPoint) -> PlanePoint { projection.plane(point) }

  /// The place of a point of the plane.
  public func geo(_ point: PlanePoint) -> GeoPoint { projection.geo(point) }

  /// Whether a point of the plane lies in the theatre's box.
  public func contains(_ point: PlanePoint) -> Bool { box.contains(geo(point)) }

  /// The settlement of a town or village by its id.
  public func settlement(id: String) -> Settlement? { layers.settlements.first { $0.id == id } }

  /// Reads a theatre from its folder and derives its terrain: the same bits on every machine.
  ///
  /// Throws where a file is missing or wrong, with file, line and column.
  public static func load(folder: String) throws(SourceFailure) -> Theatre {
    let index = try TheatreIndex(folder: folder)
    let (grid, projection) = try TheatreFrame.frame(of: index, file: folder + "/theatre.json")
    var layers = try LayerLoader(index: index, projection: projection).layers()
    let rasters = try RasterLoader(index: index, projection: projection, grid: grid)
    let elevation = try rasters.elevation()
    let landCover = try rasters.landCover()
    var builder = TerrainBuilder(
      grid: grid, box: index.box, lattice: rasters.lattice, layers: layers, elevation: elevation,
      landCover: landCover)
    let terrain = builder.build()
    for (town, settlement) in builder.settlementOfTown.enumerated() {
      layers.settlements[settlement].townID = TownID(town)
    }
    return Theatre(
      id: index.id, name: index.name, box: index.box, projection: projection, grid: grid,
      terrain: terrain, terrainHash: TerrainHash.hash(terrain), layers: layers,
      elevation: elevation, landCover: landCover, credits: index.credits)
  }
}
