import Screen

/// Fits letters upright to the pixel grid, so that small text is crisp: the x-height and the cap
/// height become whole pixels, and round letters do not stand out beyond flat ones.
///
/// Nothing moves across, so advances and kerning stay those of the unfitted face.
struct GlyphGrid {
  private let size: Double
  private let isFitted: Bool
  private let xHeight: Double
  private let capHeight: Double
  private let fittedX: Double
  private let fittedCap: Double
  private let overshoot: Double

  /// From this size on, letters are drawn as they are.
  private static let largestFitted = 36
  /// How far round letters stand out beyond flat ones in Inter, in em, with a little to spare.
  private static let overshootEm = 0.016

  init(_ face: FaceOutlines, pixelSize: Int) {
    size = Double(pixelSize)
    overshoot = Self.overshootEm * size
    xHeight = face.xHeight * size
    capHeight = face.capHeight * size
    fittedX = Double(PixelRect.nearest(xHeight))
    fittedCap = Double(PixelRect.nearest(capHeight))
    isFitted =
      pixelSize < Self.largestFitted && fittedX >= 1 && capHeight > xHeight + overshoot
      && fittedCap > fittedX
  }

  /// A place in em as pixels from the pen, `shift` pixels to the right.
  func pixels(_ p: Point, shift: Double) -> Point {
    Point(p.x * size + shift, -fitted(-p.y * size))
  }

  /// A height above the baseline after fitting: straight between the heights that are fixed.
  private func fitted(_ height: Double) -> Double {
    guard isFitted else { return height }
    if height < -overshoot { return height + overshoot }
    if height < 0 { return 0 }
    if height < xHeight { return height * fittedX / xHeight }
    if height < xHeight + overshoot { return fittedX }
    if height < capHeight {
      let start = xHeight + overshoot
      return fittedX + (height - start) * (fittedCap - fittedX) / (capHeight - start)
    }
    if height < capHeight + overshoot { return fittedCap }
    return fittedCap + height - capHeight - overshoot
  }
}
