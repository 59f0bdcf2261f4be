import Raster
import Screen

/// Soft light shapes behind texts, made from the glyphs' own pictures, so that text stays readable
/// on any ground; kept by content.
struct TextHalos {
  /// A halo's picture and where it goes beside the pen's start.
  struct Halo {
    var image: ImageID
    var offset: Point
    var size: Size
  }

  private struct Key: Hashable {
    var text: String
    var font: Font
    var spacing: Double
    var color: Color
  }

  private var known: [Key: Halo?] = [:]
  /// Halos beyond this many make the store start over: ages of contacts change every minute.
  private static let limit = 4000

  /// The halo of a text; nil where the font has no pictures (made-up metrics).
  mutating func halo(
    _ text: String, _ font: Font, spacing: Double = 0, radius: Double, _ color: Color,
    fonts: FontBook, images: inout ImageTable
  ) -> Halo? {
    let key = Key(text: text, font: font, spacing: spacing, color: color)
    if let halo = known[key] { return halo }
    if known.count >= Self.limit {
      for case let halo? in known.values { images[halo.image] = nil }
      known.removeAll(keepingCapacity: true)
    }
    let made = Self.make(text, font, spacing, radius, color, fonts)
    if let made {
      var hash = ImageHash("halo")
      hash.add(text)
      hash.add(Int(font.face.rawValue))
      hash.add(font.pixelSize)
      hash.add(spacing)
      hash.add(radius)
      hash.add(color)
      let halo = Halo(
        image: hash.id, offset: made.offset,
        size: Size(Double(made.bitmap.width), Double(made.bitmap.height)))
      images[hash.id] = made.bitmap
      known[key] = halo
      return halo
    }
    known[key] = .some(nil)
    return nil
  }

  /// Coverage of the text, spread by `radius` pixels with a soft edge.
  private static func make(
    _ text: String, _ font: Font, _ spacing: Double, _ radius: Double, _ color: Color,
    _ fonts: FontBook
  ) -> (bitmap: Bitmap, offset: Point)? {
    let metrics = fonts.metrics(of: font)
    var placed: [(glyph: GlyphPicture, x: Int)] = []
    var pen = 0.0
    var previous: UInt32?
    for scalar in text.unicodeScalars {
      if let previous { pen += (metrics.kerning[.init(previous, scalar.value)] ?? 0) + spacing }
      if let glyph = fonts.glyphs[.init(font, scalar.value)], glyph.width > 0, glyph.height > 0 {
        placed.append((glyph, Int(pen.rounded()) + glyph.left))
      }
      pen += metrics.advances[scalar.value] ?? metrics.missingAdvance
      previous = scalar.value
    }
    guard let first = placed.first else { return nil }
    let reach = Int(radius.rounded(.up)) + 1
    let left = placed.reduce(first.x) { min($0, $1.x) } - reach
    let right = placed.reduce(first.x) { max($0, $1.x + $1.glyph.width) } + reach
    let top = placed.reduce(first.glyph.top) { max($0, $1.glyph.top) } + reach
    let bottom = placed.reduce(0) { min($0, $1.glyph.top - $1.glyph.height) } - reach
    let (width, height) = (right - left, top - bottom)
    var coverage = [Int32](repeating: 0, count: width * height)
    let stamp = disc(radius, reach)
    for (glyph, x) in placed {
      for row in 0..<glyph.height {
        for column in 0..<glyph.width {
          let own = Int32(glyph.coverage[row * glyph.width + column])
          guard own > 40 else { continue }
          let at = (top - glyph.top + row) * width + x - left + column
          for point in stamp {
            let index = at + point.dy * width + point.dx
            coverage[index] = max(coverage[index], own * point.weight / 255)
          }
        }
      }
    }
    var bitmap = Bitmap(width: width, height: height)
    for (index, value) in coverage.enumerated() where value > 0 {
      let alpha = UInt8(Int32(color.alpha) * min(255, value) / 255)
      bitmap.pixels[index] = color.withAlpha(alpha).premultiplied
    }
    return (bitmap, Point(Double(left), Double(-top)))
  }

  private static func disc(_ radius: Double, _ reach: Int) -> [(dx: Int, dy: Int, weight: Int32)] {
    var points: [(dx: Int, dy: Int, weight: Int32)] = []
    for dy in -reach...reach {
      for dx in -reach...reach {
        let distance = Double(dx * dx + dy * dy).squareRoot()
        let weight = Int32(255 * min(1, max(0, radius + 0.7 - distance)))
        if weight > 0 { points.append((dx, dy, weight)) }
      }
    }
    return points
  }
}
