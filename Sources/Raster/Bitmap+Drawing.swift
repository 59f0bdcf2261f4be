public import Screen

extension Bitmap {
  /// Fills a path (nonzero winding). For many shapes in a row keep a `Painter`.
  public mutating func fill(_ path: Path, _ color: Color) {
    var painter = Painter()
    painter.fill(path, color, on: &self)
  }

  /// Fills a rectangle.
  public mutating func fill(_ rect: Rect, _ color: Color) { fill(Path(rect), color) }

  /// Draws a line along a path. For many lines in a row keep a `Painter`.
  public mutating func stroke(_ path: Path, _ style: LineStyle, _ color: Color) {
    var painter = Painter()
    painter.stroke(path, style, color, on: &self)
  }

  /// Draws an image unscaled with its top left corner at a pixel, at an opacity of 0…255.
  public mutating func draw(_ image: Bitmap, x: Int, y: Int, opacity: UInt8 = 255) {
    draw(
      image, to: Rect(Double(x), Double(y), Double(image.width), Double(image.height)),
      opacity: opacity)
  }

  /// Draws an image stretched to a rectangle (its edges brought to whole pixels), at an opacity of
  /// 0…255.
  public mutating func draw(_ image: Bitmap, to target: Rect, opacity: UInt8 = 255) {
    var painter = Painter()
    painter.draw(image, to: target, opacity: opacity, on: &self)
  }
}
