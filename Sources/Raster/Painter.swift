public import Screen

/// Draws straight onto bitmaps, for what is made once and kept: tiles, symbols, atlases.
///
/// Keep one and use it again: its buffers stay, so that a warm painter allocates nothing. Shapes
/// are anti-aliased by exact area; images are snapped to whole pixels.
public struct Painter {
  private var rasterizer = Rasterizer()
  private var sampler = ImageSampler()
  private var stroker = Stroker()
  private var outline = Outline()
  private var edges = EdgeBuffer()

  /// A painter with empty buffers.
  public init() {}

  /// Fills a path (nonzero winding) on the part of a bitmap within `clip`, or on all of it.
  public mutating func fill(
    _ path: Path, _ color: Color, on bitmap: inout Bitmap, clip: Rect? = nil
  ) {
    let area = bitmap.clipped(to: clip)
    if let rectangle = path.wholePixels {
      withSurface(of: &bitmap) { $0.fill(rectangle.intersection(area), color.premultiplied) }
      return
    }
    outline.removeAll()
    outline.add(path)
    fillOutline(color, on: &bitmap, area)
  }

  /// Draws a line along a path on the part of a bitmap within `clip`, or on all of it.
  public mutating func stroke(
    _ path: Path, _ style: LineStyle, _ color: Color, on bitmap: inout Bitmap, clip: Rect? = nil
  ) {
    let area = bitmap.clipped(to: clip)
    outline.removeAll()
    strokeOutline(path, style, area)
    fillOutline(color, on: &bitmap, area)
  }

  /// Draws an image stretched to a rectangle, at an opacity of 0…255.
  public mutating func draw(
    _ image: Bitmap, to target: Rect, opacity: UInt8 = 255, on bitmap: inout Bitmap,
    clip: Rect? = nil
  ) {
    let area = bitmap.clipped(to: clip)
    withSurface(of: &bitmap) { surface in
      draw(image, to: PixelRect(snapping: target), opacity: opacity, surface, area)
    }
  }

  /// The coverage of a filled path on `width` × `height` pixels, row by row, 0…255 each.
  public mutating func coverage(of path: Path, width: Int, height: Int) -> [UInt8] {
    precondition(width > 0 && height > 0, "a coverage of \(width)×\(height) pixels")
    outline.removeAll()
    outline.add(path)
    return outlineCoverage(PixelRect(left: 0, top: 0, right: width, bottom: height))
  }

  /// The coverage of a line along a path on `width` × `height` pixels, 0…255 each.
  public mutating func coverage(
    of path: Path, _ style: LineStyle, width: Int, height: Int
  ) -> [UInt8] {
    precondition(width > 0 && height > 0, "a coverage of \(width)×\(height) pixels")
    let area = PixelRect(left: 0, top: 0, right: width, bottom: height)
    outline.removeAll()
    strokeOutline(path, style, area)
    return outlineCoverage(area)
  }

  // What the compositor uses.

  /// Fills edges on a surface, within `area`, which lies within the surface.
  mutating func fill(
    _ edges: UnsafeBufferPointer<Edge>, _ color: UInt32, _ surface: Surface, _ area: PixelRect
  ) {
    if area.isEmpty || color == 0 { return }
    rasterizer.begin(area)
    rasterizer.add(edges)
    var sink = ColorSink(surface.pixels, stride: surface.width, color: color)
    rasterizer.sweep(&sink)
  }

  mutating func draw(
    _ image: Bitmap, to target: PixelRect, opacity: UInt8, _ surface: Surface, _ area: PixelRect
  ) {
    image.pixels.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress, source.count >= image.width * image.height else {
        return
      }
      sampler.draw(
        start, width: image.width, height: image.height, to: target, opacity: opacity, clip: area,
        onto: surface.pixels, stride: surface.width)
    }
  }

  /// The coverage of an outline within an area, row by row.
  mutating func coverage(of outline: Outline, _ area: PixelRect) -> [UInt8] {
    self.outline = outline
    return outlineCoverage(area)
  }

  private mutating func strokeOutline(_ path: Path, _ style: LineStyle, _ area: PixelRect) {
    path.verbs.withUnsafeBufferPointer { verbs in
      path.points.withUnsafeBufferPointer { points in
        stroker.stroke(verbs, points, style, clip: area.rect, into: &outline)
      }
    }
  }

  private mutating func fillOutline(_ color: Color, on bitmap: inout Bitmap, _ area: PixelRect) {
    edges.removeAll()
    edges.add(outline)
    withSurface(of: &bitmap) { surface in
      edges.edges.withUnsafeBufferPointer { fill($0, color.premultiplied, surface, area) }
    }
  }

  private mutating func outlineCoverage(_ area: PixelRect) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: area.width * area.height)
    edges.removeAll()
    edges.add(outline)
    rasterizer.begin(area)
    edges.edges.withUnsafeBufferPointer { rasterizer.add($0) }
    bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var sink = CoverageSink(start, width: area.width, left: area.left, top: area.top)
      rasterizer.sweep(&sink)
    }
    return bytes
  }
}

/// Calls `body` with a bitmap's pixels.
func withSurface(of bitmap: inout Bitmap, _ body: (Surface) -> Void) {
  let (width, height) = (bitmap.width, bitmap.height)
  precondition(bitmap.pixels.count == width * height, "a bitmap with \(bitmap.pixels.count) pixels")
  bitmap.pixels.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else { return }
    body(Surface(pixels: start, width: width))
  }
}
