import Screen

/// Rectangles on the glass that are taken, sorted into cells so that asking is quick.
struct TakenPlaces {
  private let side: Double
  private let columns: Int
  private let rows: Int
  private var cells: [[Rect]]

  /// No places, on a view of a size.
  init(_ size: Size, side: Double) {
    self.side = side
    columns = max(1, Int(size.width / side) + 1)
    rows = max(1, Int(size.height / side) + 1)
    cells = Array(repeating: [], count: columns * rows)
  }

  /// Takes a place.
  mutating func add(_ rect: Rect) {
    for row in span(rect.y, rect.maxY, rows) {
      for column in span(rect.x, rect.maxX, columns) {
        cells[row * columns + column].append(rect)
      }
    }
  }

  /// Whether a place meets one that is taken.
  func meets(_ rect: Rect) -> Bool {
    for row in span(rect.y, rect.maxY, rows) {
      for column in span(rect.x, rect.maxX, columns) {
        for other in cells[row * columns + column] where other.intersects(rect) { return true }
      }
    }
    return false
  }

  private func span(_ from: Double, _ to: Double, _ limit: Int) -> ClosedRange<Int> {
    let low = min(limit - 1, max(0, Int(max(-1e6, min(1e6, from / side)))))
    let high = min(limit - 1, max(0, Int(max(-1e6, min(1e6, to / side)))))
    return low...max(low, high)
  }
}
