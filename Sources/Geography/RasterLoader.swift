import Simulation
import SourceText

/// Reads the rasters of a theatre and samples them anew on its plane.
struct RasterLoader {
  /// The side of a cell in metres: finer than the 30″ of the sources, half a hex.
  static let cellMeters = 500.0

  private let elevationPath: String
  private let landCoverPath: String
  private let frame: RasterFrame
  let lattice: GeoLattice

  init(
    index: TheatreIndex, projection: PlaneProjection, grid: HexGrid
  ) throws(SourceFailure) {
    elevationPath = index.paths["elevation"] ?? ""
    landCoverPath = index.paths["landCover"] ?? ""
    let corner = PlanePoint(grid.center(of: grid.count - 1))
    let bounds = PlaneBounds(
      minX: -1000, minY: corner.y - 1000, maxX: corner.x + 1000, maxY: 1000)
    frame = RasterFrame(covering: bounds, cellMeters: Self.cellMeters)
    lattice = GeoLattice(covering: bounds, projection: projection)
  }

  func elevation() throws(SourceFailure) -> ElevationGrid {
    let bytes = try SourceFile.read(elevationPath, limits: .geography)
    let file = try GridFile(bytes, file: elevationPath, quantity: "meters", range: -500...9000)
    return ElevationGrid(frame: frame, values: sample { Float(file.bilinear($0)) })
  }

  func landCover() throws(SourceFailure) -> LandCoverGrid {
    let bytes = try SourceFile.read(landCoverPath, limits: .geography)
    let file = try GridFile(bytes, file: landCoverPath, quantity: "class", range: 0...8)
    return LandCoverGrid(
      frame: frame,
      values: sample { Cover(rawValue: UInt8(truncatingIfNeeded: file.nearest($0))) ?? .sea })
  }

  private func sample<Value>(_ value: (GeoPoint) -> Value) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(frame.count)
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        values.append(value(lattice.geo(frame.point(column: column, row: row))))
      }
    }
    return values
  }
}
