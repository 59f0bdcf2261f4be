import Screen

/// The pixels of a bitmap while they are being drawn on.
///
/// Workers share one, each within its own band of rows, so no pixel is touched by two of them.
struct Surface: @unchecked Sendable {
  let pixels: UnsafeMutablePointer<UInt32>
  let width: Int

  /// The same pixels, called by the rows that they have in a picture of which they are a strip.
  func displaced(by top: Int) -> Surface { Surface(pixels: pixels - top * width, width: width) }

  /// Fills a rectangle that lies within the surface with a premultiplied colour.
  func fill(_ r: PixelRect, _ color: UInt32) {
    if r.isEmpty || color == 0 { return }
    for y in r.top..<r.bottom { blendRun(pixels + (y * width + r.left), r.width, color) }
  }

  /// Blends a colour by coverage; the glyph's top left corner is at (`x`, `y`).
  func blend(
    _ coverage: UnsafePointer<UInt8>, width glyphWidth: Int, height glyphHeight: Int, x: Int,
    y: Int, _ color: UInt32, _ clip: PixelRect
  ) {
    let part = PixelRect(left: x, top: y, right: x + glyphWidth, bottom: y + glyphHeight)
      .intersection(clip)
    if part.isEmpty { return }
    for row in part.top..<part.bottom {
      let source = coverage + ((row - y) * glyphWidth - x)
      let target = pixels + row * width
      for column in part.left..<part.right {
        let level = UInt32(source[column])
        if level != 0 {
          target[column] = blended(scaled(color, by: level), over: target[column])
        }
      }
    }
  }
}

extension PixelRect {
  var rect: Rect { Rect(Double(left), Double(top), Double(width), Double(height)) }
}

extension Bitmap {
  /// The whole pixels within a limit.
  func clipped(to clip: Rect?) -> PixelRect {
    guard let clip else { return area }
    return area.intersection(PixelRect(snapping: clip))
  }
}

extension Path {
  /// The rectangle of whole pixels that the path is, if it is one.
  var wholePixels: PixelRect? {
    guard points.count == 4, verbs == [.move, .line, .line, .line, .close] else { return nil }
    return points.withUnsafeBufferPointer { Path.wholePixels($0) }
  }

  /// The rectangle of whole pixels whose four corners follow each other, if they do.
  static func wholePixels(_ p: UnsafeBufferPointer<Point>) -> PixelRect? {
    let across = p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x
    let down = p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x && p[3].y == p[0].y
    guard across || down else { return nil }
    let low = Point(min(p[0].x, p[2].x), min(p[0].y, p[2].y))
    let high = Point(max(p[0].x, p[2].x), max(p[0].y, p[2].y))
    let result = PixelRect(
      snapping: Rect(low.x, low.y, high.x - low.x, high.y - low.y))
    let isWhole =
      Double(result.left) == low.x && Double(result.top) == low.y && Double(result.right) == high.x
      && Double(result.bottom) == high.y
    return isWhole ? result : nil
  }
}
