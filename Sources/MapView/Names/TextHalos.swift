import Raster
import Screen

/// Soft light shapes behind texts, made from the letters' own outlines, so that text stays readable
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

  /// The halo of a text; nil where the font has no outlines (made-up metrics).
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
      images.keepShapes(of: hash.id) {
        addShapes(
          of: text, font, spacing: spacing, radius: radius, color, corner: made.offset, fonts,
          to: &$0)
      }
      known[key] = halo
      return halo
    }
    known[key] = .some(nil)
    return nil
  }

  /// Adds a halo as a line to a list with its origin at the picture's corner.
  func addShapes(
    of text: String, _ font: Font, spacing: Double = 0, radius: Double, _ color: Color,
    corner: Point, _ fonts: FontBook, to list: inout DrawList
  ) {
    // A line as wide as the halo hides the letters' own outlines: the letters lie over it.
    guard let letters = Self.path(text, font, spacing, fonts) else { return }
    let moved = letters.mapped { $0 - corner }
    list.line(moved, LineStyle(width: radius * 2, cap: .round, join: .round), color)
  }

  /// A halo's pixels with the corner's place beside the pen's start; nil where the font has no
  /// outlines.
  func picture(
    _ text: String, _ font: Font, radius: Double, _ color: Color, fonts: FontBook
  ) -> (bitmap: Bitmap, offset: Point)? {
    Self.make(text, font, 0, radius, color, fonts)
  }

  /// The text's outlines and a line of twice the radius around them, in one colour.
  private static func make(
    _ text: String, _ font: Font, _ spacing: Double, _ radius: Double, _ color: Color,
    _ fonts: FontBook
  ) -> (bitmap: Bitmap, offset: Point)? {
    guard let letters = path(text, font, spacing, fonts) else { return nil }
    let bounds = letters.bounds.inset(by: -radius - 2)
    let left = bounds.x.rounded(.down)
    let top = bounds.y.rounded(.down)
    let width = Int((bounds.maxX - left).rounded(.up))
    let height = Int((bounds.maxY - top).rounded(.up))
    guard (1...8192).contains(width), (1...2048).contains(height) else { return nil }
    var bitmap = Bitmap(width: width, height: height)
    let moved = letters.mapped { Point($0.x - left, $0.y - top) }
    // Drawn opaque and then thinned, so that line and letters do not add up where they overlap.
    let solid = color.withAlpha(255)
    bitmap.stroke(moved, LineStyle(width: radius * 2, cap: .round, join: .round), solid)
    bitmap.fill(moved, solid)
    if color.alpha < 255 {
      let alpha = UInt32(color.alpha)
      for index in bitmap.pixels.indices where bitmap.pixels[index] != 0 {
        let p = bitmap.pixels[index]
        func thin(_ shift: UInt32) -> UInt32 {
          (((p >> shift & 255) * alpha + 127) / 255) << shift
        }
        bitmap.pixels[index] = thin(24) | thin(16) | thin(8) | thin(0)
      }
    }
    return (bitmap, Point(left, top))
  }

  /// The outlines of a text with the pen starting at the origin; nil where no letter has one.
  private static func path(
    _ text: String, _ font: Font, _ spacing: Double, _ fonts: FontBook
  ) -> Path? {
    guard let face = fonts.outlines[font.face] else { return nil }
    let metrics = fonts.metrics(of: font)
    let em = Double(font.pixelSize)
    var path = Path()
    var pen = 0.0
    var previous: UInt32?
    for scalar in text.unicodeScalars {
      if let previous { pen += (metrics.kerning[.init(previous, scalar.value)] ?? 0) + spacing }
      if let glyph = face.glyphs[scalar.value] {
        path.append(glyph.mapped { Point($0.x * em + pen, $0.y * em) })
      }
      pen += metrics.advances[scalar.value] ?? metrics.missingAdvance
      previous = scalar.value
    }
    return path.verbs.isEmpty ? nil : path
  }
}
