import Screen

/// Turns outlines into coverage: exact areas within each pixel, 256 levels, nonzero winding.
///
/// Each edge adds its signed area to the cells it crosses; the running sum along a row is the
/// coverage (the method of D. Turner's and R. Levien's font rasterizers). Work is done in whole
/// numbers of 1/256 pixel, and each row is computed from the edge's ends alone, so that cutting a
/// picture into bands changes no pixel. Buffers are kept; a warm rasterizer allocates nothing.
struct Rasterizer {
  private let cells = CellBuffer()

  /// Starts over for a part of the glass; what lies outside is left out.
  mutating func begin(_ area: PixelRect) { cells.prepare(area) }

  /// Adds edges.
  mutating func add(_ edges: UnsafeBufferPointer<Edge>) {
    for edge in edges { cells.add(edge) }
  }

  /// Hands the coverage to a sink, row by row from the top, and empties the buffer.
  mutating func sweep(_ sink: inout some SpanSink) { cells.sweep(&sink) }
}

/// Takes coverage as it is computed. Places are in pixels of the glass.
protocol SpanSink {
  /// The row that what follows lies in.
  mutating func startRow(_ y: Int)
  /// One pixel with coverage 1…255.
  mutating func pixel(_ x: Int, _ coverage: UInt32)
  /// `count` pixels with the same coverage 1…255.
  mutating func run(_ x: Int, _ count: Int, _ coverage: UInt32)
}
