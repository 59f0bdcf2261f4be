import Screen

/// A rectangle of whole pixels: `left..<right` across, `top..<bottom` down.
struct PixelRect: Sendable, Equatable {
  var left: Int
  var top: Int
  var right: Int
  var bottom: Int

  init(left: Int, top: Int, right: Int, bottom: Int) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  /// The rectangle with each edge moved to the nearest whole pixel, so that rectangles that share
  /// an edge share it still. Edges further than 2^30 pixels away are brought to there.
  init(snapping r: Rect) {
    self.init(
      left: Self.nearest(r.x), top: Self.nearest(r.y), right: Self.nearest(r.maxX),
      bottom: Self.nearest(r.maxY))
  }

  var width: Int { right - left }
  var height: Int { bottom - top }
  var isEmpty: Bool { right <= left || bottom <= top }

  func intersection(_ other: PixelRect) -> PixelRect {
    PixelRect(
      left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
      bottom: min(bottom, other.bottom))
  }

  /// The nearest whole number, halves upwards, within ±2^30; 0 for what is not a number.
  static func nearest(_ value: Double) -> Int {
    guard value == value else { return 0 }
    let limit = 1_073_741_824.0
    // Truncation after a positive offset is a floor without a call into the C library.
    return Int(min(limit, max(-limit, value)) + (limit + 0.5)) - 1_073_741_824
  }
}

extension Bitmap {
  var area: PixelRect { PixelRect(left: 0, top: 0, right: width, bottom: height) }
}
