/// The cells of a rasterizer: signed areas, with marks that say where they are not zero.
///
/// Unsafe storage, since these are the hottest loops of the program. Every access stays within
/// `stride * height` cells: columns are clipped to `0...width` before they are used, and a row has
/// at least `width + 2` cells.
final class CellBuffer {
  /// A full pixel: 256 (height) × 512 (twice the width).
  private static let full: Int32 = 131_072
  /// Cells that share one mark; marks are found by shifting by 3.
  private static let block = 8
  /// Makes truncation a floor: larger than any coordinate, small enough to keep 20 bits below 1.
  private static let bias = 4_294_967_296

  private var area = PixelRect(left: 0, top: 0, right: 0, bottom: 0)
  private var stride = 0
  private var wordsPerRow = 0
  private var firstRow = Int.max
  private var lastRow = -1
  private var cells = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  private var cellCapacity = 0
  private var marks = UnsafeMutablePointer<UInt64>.allocate(capacity: 1)
  private var markCapacity = 0

  deinit {
    cells.deallocate()
    marks.deallocate()
  }

  /// Makes room for an area. All cells and marks are zero before and after.
  func prepare(_ newArea: PixelRect) {
    area = newArea
    if area.isEmpty { area = PixelRect(left: 0, top: 0, right: 0, bottom: 0) }
    stride = (area.width + 2 + Self.block - 1) / Self.block * Self.block
    wordsPerRow = (stride / Self.block + 63) / 64
    firstRow = Int.max
    lastRow = -1
    if stride * area.height > cellCapacity {
      cells.deallocate()
      cellCapacity = stride * area.height
      cells = .allocate(capacity: cellCapacity)
      cells.initialize(repeating: 0, count: cellCapacity)
    }
    if wordsPerRow * area.height > markCapacity {
      marks.deallocate()
      markCapacity = wordsPerRow * area.height
      marks = .allocate(capacity: markCapacity)
      marks.initialize(repeating: 0, count: markCapacity)
    }
  }

  /// Adds an edge, row by row. Upward and downward edges count with opposite signs.
  func add(_ edge: Edge) {
    let isDown = edge.y1 > edge.y0
    let sign = isDown ? 1 : -1
    let x0 = Int(isDown ? edge.x0 : edge.x1)
    let y0 = Int(isDown ? edge.y0 : edge.y1)
    let x1 = Int(isDown ? edge.x1 : edge.x0)
    let y1 = Int(isDown ? edge.y1 : edge.y0)
    let top = area.top << 8
    let bottom = area.bottom << 8
    if y0 == y1 || y1 <= top || y0 >= bottom { return }
    if min(x0, x1) >= area.right << 8 { return }
    let slope = Double(x1 - x0) / Double(y1 - y0)
    func crossing(_ y: Int) -> Int {
      x0 + Int(Double(y - y0) * slope + (Double(Self.bias) + 0.5)) - Self.bias
    }
    var y = max(y0, top)
    var x = y == y0 ? x0 : crossing(y)
    let end = min(y1, bottom)
    firstRow = min(firstRow, (y >> 8) - area.top)
    lastRow = max(lastRow, ((end - 1) >> 8) - area.top)
    while y < end {
      let row = y >> 8
      let nextY = min(y1, (row + 1) << 8)
      let nextX = nextY == y1 ? x1 : crossing(nextY)
      addRow(row - area.top, x - area.left << 8, y, nextX - area.left << 8, nextY, sign)
      y = nextY
      x = nextX
    }
  }

  /// The part of an edge within one row; columns count from the area's left edge.
  @inline(__always)
  private func addRow(_ row: Int, _ xa: Int, _ ya: Int, _ xb: Int, _ yb: Int, _ sign: Int) {
    let right = area.width << 8
    if xa >= 0 && xb >= 0 && xa <= right && xb <= right {
      addCells(row, xa, ya, xb, yb, sign)
    } else {
      addClipped(row, xa, ya, xb, yb, sign)
    }
  }

  /// What lies left of the area counts as if on its left edge; what lies right of it not at all.
  private func addClipped(_ row: Int, _ xa: Int, _ ya: Int, _ xb: Int, _ yb: Int, _ sign: Int) {
    if xa > xb { return addClipped(row, xb, yb, xa, ya, -sign) }
    let right = area.width << 8
    if xb <= 0 { return addCells(row, 0, ya, 0, yb, sign) }
    if xa >= right { return }
    let slope = Double(yb - ya) / Double(xb - xa)
    func crossing(_ x: Int) -> Int {
      ya + Int(Double(x - xa) * slope + (Double(Self.bias) + 0.5)) - Self.bias
    }
    var (x, y, endX, endY) = (xa, ya, xb, yb)
    if x < 0 {
      y = crossing(0)
      x = 0
      addCells(row, 0, ya, 0, y, sign)
    }
    if endX > right {
      endY = crossing(right)
      endX = right
    }
    addCells(row, x, y, endX, endY, sign)
  }

  /// Adds a piece whose columns lie within `0...width << 8`.
  @inline(__always)
  private func addCells(_ row: Int, _ xa: Int, _ ya: Int, _ xb: Int, _ yb: Int, _ sign: Int) {
    let line = cells + row * stride
    let firstCell = min(xa, xb) >> 8
    let lastCell = max(xa, xb) >> 8
    mark(row, firstCell, lastCell + 1)
    if firstCell == lastCell {
      put(line + firstCell, (yb - ya) * sign, (xa & 255) + (xb & 255))
      return
    }
    // From left to right; turning a piece round turns its sign.
    let (x0, y0, y1) = xa < xb ? (xa, ya, yb) : (xb, yb, ya)
    let x1 = max(xa, xb)
    let sign = xa < xb ? sign : -sign
    let slope = Double(y1 - y0) / Double(x1 - x0)
    var y = y0
    var fraction = x0 & 255
    for cell in firstCell..<lastCell {
      let offset = Double((cell + 1) << 8 - x0) * slope + (Double(Self.bias) + 0.5)
      let nextY = y0 + Int(offset) - Self.bias
      put(line + cell, (nextY - y) * sign, fraction + 256)
      y = nextY
      fraction = 0
    }
    put(line + lastCell, (y1 - y) * sign, x1 & 255)
  }

  /// An edge of signed height `dy` whose ends lie `fractions` (their sum) into the cell: the cell
  /// gets the area right of the edge, its right neighbour the rest.
  @inline(__always)
  private func put(_ cell: UnsafeMutablePointer<Int32>, _ dy: Int, _ fractions: Int) {
    let area = Int32(truncatingIfNeeded: dy &* fractions)
    cell[0] &+= Int32(truncatingIfNeeded: dy &* 512) &- area
    cell[1] &+= area
  }

  @inline(__always)
  private func mark(_ row: Int, _ first: Int, _ last: Int) {
    let words = marks + row * wordsPerRow
    for block in (first >> 3)...(last >> 3) {
      words[block >> 6] |= 1 << UInt64(block & 63)
    }
  }

  /// Hands out the coverage and zeroes what was marked.
  func sweep(_ sink: inout some SpanSink) {
    guard firstRow <= lastRow else { return }
    for row in firstRow...lastRow {
      sink.startRow(area.top + row)
      sweepRow(row, &sink)
    }
    firstRow = Int.max
    lastRow = -1
  }

  @inline(__always)
  private func sweepRow(_ row: Int, _ sink: inout some SpanSink) {
    let line = cells + row * stride
    let words = marks + row * wordsPerRow
    var sum: Int32 = 0
    var column = 0
    for word in 0..<wordsPerRow {
      var bits = words[word]
      words[word] = 0
      while bits != 0 {
        let start = (word * 64 + bits.trailingZeroBitCount) * Self.block
        bits &= bits &- 1
        fill(column, min(start, area.width), sum, &sink)
        let end = start + Self.block
        // The block beyond the last column holds what an edge on the area's right side leaves.
        let last = max(start, min(end, area.width))
        var coverage = Self.coverage(sum)
        for index in start..<last {
          let change = line[index]
          if change != 0 {
            sum &+= change
            coverage = Self.coverage(sum)
          }
          if coverage != 0 { sink.pixel(area.left + index, coverage) }
        }
        for index in last..<end { sum &+= line[index] }
        (line + start).update(repeating: 0, count: Self.block)
        column = end
      }
    }
    fill(column, area.width, sum, &sink)
  }

  @inline(__always)
  private func fill(_ start: Int, _ end: Int, _ sum: Int32, _ sink: inout some SpanSink) {
    if start >= end { return }
    let coverage = Self.coverage(sum)
    if coverage != 0 { sink.run(area.left + start, end - start, coverage) }
  }

  /// The coverage 0…255 of a sum; windings beyond one count as full.
  @inline(__always)
  private static func coverage(_ sum: Int32) -> UInt32 {
    let size = UInt32(bitPattern: min(sum.magnitude32, full))
    return (size &* 255 &+ 65_536) >> 17
  }
}

extension Int32 {
  /// The magnitude, as the same type; the lowest number has none and is never reached here.
  @inline(__always)
  fileprivate var magnitude32: Int32 { self < 0 ? 0 &- self : self }
}
