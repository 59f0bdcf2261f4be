/// The height of the ground on a regular raster of the theatre's plane.
public struct ElevationGrid: Sendable {
  /// Where the cells lie.
  public let frame: RasterFrame
  /// Metres above the sea at the middle of each cell, row by row from the north
  /// (`count == frame.count`).
  public let values: [Float]

  /// A raster from its cells; `values.count == frame.count`.
  init(frame: RasterFrame, values: [Float]) {
    precondition(values.count == frame.count, "\(values.count) cells of \(frame.count)")
    self.frame = frame
    self.values = values
  }

  /// The height at a point, bilinear between the middles of cells; outside, that of the edge.
  public func meters(at point: PlanePoint) -> Double {
    let place = frame.cells(point)
    let column = min(Int(place.column), frame.columns - 2)
    let row = min(Int(place.row), frame.rows - 2)
    let east = place.column - Double(column)
    let south = place.row - Double(row)
    let index = row * frame.columns + column
    let north = Double(values[index]) * (1 - east) + Double(values[index + 1]) * east
    let next = index + frame.columns
    return north * (1 - south)
      + (Double(values[next]) * (1 - east) + Double(values[next + 1]) * east) * south
  }

  /// The fall of the ground at a point in metres a metre, over two cells.
  public func slope(at point: PlanePoint) -> Double {
    let d = frame.cellMeters
    let x =
      meters(at: PlanePoint(x: point.x + d, y: point.y))
      - meters(at: PlanePoint(x: point.x - d, y: point.y))
    let y =
      meters(at: PlanePoint(x: point.x, y: point.y + d))
      - meters(at: PlanePoint(x: point.x, y: point.y - d))
    return (x * x + y * y).squareRoot() / (2 * d)
  }
}
