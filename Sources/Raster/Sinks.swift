/// Blends one premultiplied colour by coverage onto rows of pixels.
struct ColorSink: SpanSink {
  private let pixels: UnsafeMutablePointer<UInt32>
  private let stride: Int
  private let color: UInt32
  private let isOpaque: Bool
  private var row: UnsafeMutablePointer<UInt32>

  init(_ pixels: UnsafeMutablePointer<UInt32>, stride: Int, color: UInt32) {
    self.pixels = pixels
    self.stride = stride
    self.color = color
    isOpaque = color >= 0xFF00_0000
    row = pixels
  }

  @inline(__always)
  mutating func startRow(_ y: Int) { row = pixels + y * stride }

  @inline(__always)
  mutating func pixel(_ x: Int, _ coverage: UInt32) {
    if coverage == 255 {
      row[x] = isOpaque ? color : blended(color, over: row[x])
    } else {
      row[x] = blended(scaled(color, by: coverage), over: row[x])
    }
  }

  @inline(__always)
  mutating func run(_ x: Int, _ count: Int, _ coverage: UInt32) {
    blendRun(row + x, count, coverage == 255 ? color : scaled(color, by: coverage))
  }
}

/// Writes coverage bytes into rows of a buffer whose first byte is at (`left`, `top`).
struct CoverageSink: SpanSink {
  private let bytes: UnsafeMutablePointer<UInt8>
  private let width: Int
  private let left: Int
  private let top: Int
  private var row: UnsafeMutablePointer<UInt8>

  init(_ bytes: UnsafeMutablePointer<UInt8>, width: Int, left: Int, top: Int) {
    self.bytes = bytes
    self.width = width
    self.left = left
    self.top = top
    row = bytes
  }

  @inline(__always)
  mutating func startRow(_ y: Int) { row = bytes + (y - top) * width }

  @inline(__always)
  mutating func pixel(_ x: Int, _ coverage: UInt32) {
    row[x - left] = UInt8(truncatingIfNeeded: coverage)
  }

  @inline(__always)
  mutating func run(_ x: Int, _ count: Int, _ coverage: UInt32) {
    (row + (x - left)).update(repeating: UInt8(truncatingIfNeeded: coverage), count: count)
  }
}
