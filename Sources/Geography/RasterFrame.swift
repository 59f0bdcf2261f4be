/// A regular raster of square cells on the theatre's plane.
public struct RasterFrame: Hashable, Sendable {
  /// Metres east of the middle of the cells in column 0.
  public let originX: Double
  /// Metres north of the middle of the cells in row 0, the northern one.
  public let originY: Double
  /// The side of a cell in metres.
  public let cellMeters: Double
  /// Cells in a row.
  public let columns: Int
  /// Rows, counted southwards.
  public let rows: Int

  /// How many cells there are.
  public var count: Int { columns * rows }

  /// A raster that covers a rectangle, at least 2 × 2 cells.
  init(covering bounds: PlaneBounds, cellMeters: Double) {
    self.cellMeters = cellMeters
    originX = (bounds.minX / cellMeters).rounded(.down) * cellMeters
    originY = (bounds.maxY / cellMeters).rounded(.up) * cellMeters
    columns = max(Int(((bounds.maxX - originX) / cellMeters).rounded(.up)) + 1, 2)
    rows = max(Int(((originY - bounds.minY) / cellMeters).rounded(.up)) + 1, 2)
  }

  /// The middle of a cell.
  public func point(column: Int, row: Int) -> PlanePoint {
    PlanePoint(
      x: originX + Double(column) * cellMeters, y: originY - Double(row) * cellMeters)
  }

  /// The place of a point in cells, held within the middles of the outermost cells.
  @inline(__always)
  func cells(_ point: PlanePoint) -> (column: Double, row: Double) {
    (
      min(max((point.x - originX) / cellMeters, 0), Double(columns - 1)),
      min(max((originY - point.y) / cellMeters, 0), Double(rows - 1))
    )
  }
}
