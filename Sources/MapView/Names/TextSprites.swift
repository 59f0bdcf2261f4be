import Raster
import Screen

/// Texts over their halos as one picture each, so that a name costs a frame one blit; kept by
/// content.
struct TextSprites: Sendable {
  private struct Key: Hashable {
    var text: String
    var font: Font
    var color: Color
    var halo: Color
    var radius: Double
  }

  private var known: [Key: MapBoard.Sprite?] = [:]
  /// Keeps the glyphs that it has drawn: whoever copies the store should leave one side a new one.
  var compositor = Compositor(workers: 1)
  /// Beyond this many the store starts over: ages of contacts change every minute.
  private static let limit = 6000

  /// The picture of a text with its pen at the place's pixel; nil where the font has no outlines.
  mutating func sprite(
    _ text: String, _ font: Font, _ color: Color, halo: Color, radius: Double, _ halos: TextHalos,
    fonts: FontBook, images: inout ImageTable
  ) -> MapBoard.Sprite? {
    let key = Key(text: text, font: font, color: color, halo: halo, radius: radius)
    if let sprite = known[key] { return sprite }
    if known.count >= Self.limit {
      for case let sprite? in known.values { images[sprite.image] = nil }
      known.removeAll(keepingCapacity: true)
    }
    guard let under = halos.picture(text, font, radius: radius, halo, fonts: fonts) else {
      known[key] = .some(nil)
      return nil
    }
    var bitmap = under.bitmap
    let corner = under.offset
    var list = DrawList()
    list.text(text, at: Point(0, 0) - corner, font, color, fonts: fonts)
    compositor.draw(list, images: ImageTable(), fonts: fonts, onto: &bitmap)
    var hash = ImageHash("text")
    hash.add(text)
    hash.add(Int(font.face.rawValue))
    hash.add(font.pixelSize)
    hash.add(color)
    hash.add(halo)
    hash.add(radius)
    let sprite = MapBoard.Sprite(
      image: hash.id, offset: corner,
      size: Size(Double(bitmap.width), Double(bitmap.height)))
    images[hash.id] = bitmap
    images.keepShapes(of: hash.id) { shapes in
      halos.addShapes(of: text, font, radius: radius, halo, corner: corner, fonts, to: &shapes)
      shapes.text(text, at: Point(0, 0) - corner, font, color, fonts: fonts)
    }
    known[key] = sprite
    return sprite
  }
}
