public import Simulation

/// What covers the ground on a regular raster of the theatre's plane.
public struct LandCoverGrid: Sendable {
  /// Where the cells lie.
  public let frame: RasterFrame
  /// The cover of each cell, row by row from the north (`count == frame.count`); never `lake`.
  public let values: [Cover]

  /// A raster from its cells; `values.count == frame.count`.
  init(frame: RasterFrame, values: [Cover]) {
    precondition(values.count == frame.count, "\(values.count) cells of \(frame.count)")
    self.frame = frame
    self.values = values
  }

  /// The cover of the cell that holds a point; outside, that of the edge.
  public func cover(at point: PlanePoint) -> Cover {
    let place = frame.cells(point)
    return values[Int(place.row + 0.5) * frame.columns + Int(place.column + 0.5)]
  }
}
