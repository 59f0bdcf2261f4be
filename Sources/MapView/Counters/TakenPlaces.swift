import Screen

/// Rectangles on the glass that are taken, sorted into cells so that asking is quick.
struct TakenPlaces {
  private let side: Double
  private let columns: Int
  private let rows: Int
  private var cells: [[(rect: Rect, owner: Int)]]

  /// No places, on a view of a size.
  init(_ size: Size, side: Double) {
    self.side = side
    columns = max(1, Int(size.width / side) + 1)
    rows = max(1, Int(size.height / side) + 1)
    cells = Array(repeating: [], count: columns * rows)
  }

  /// Takes a place, for an owner where that matters.
  mutating func add(_ rect: Rect, owner: Int = -1) {
    for row in span(rect.y, rect.maxY, rows) {
      for column in span(rect.x, rect.maxX, columns) {
        cells[row * columns + column].append((rect, owner))
      }
    }
  }

  /// Whether a place meets one that is taken, by others than an owner.
  func meets(_ rect: Rect, besides owner: Int = -2) -> Bool {
    for row in span(rect.y, rect.maxY, rows) {
      for column in span(rect.x, rect.maxX, columns) {
        for other in cells[row * columns + column]
        where other.owner != owner && other.rect.intersects(rect) { return true }
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
