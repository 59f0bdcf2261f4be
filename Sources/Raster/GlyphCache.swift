import Screen

/// Glyph pictures that have been drawn, in one pool of bytes.
///
/// A glyph is drawn at a quarter of a pixel across, since letters set to whole pixels stand
/// unevenly; upright it sits on whole pixels.
struct GlyphCache {
  /// A picture in the pool.
  struct Picture {
    var offset: Int
    var width: Int
    var height: Int
    var left: Int
    var top: Int
  }

  /// A glyph to blend: where its picture's first byte lies and the place of its top left corner.
  struct Placed {
    var offset: Int
    var width: Int
    var height: Int
    var x: Int
    var y: Int
  }

  private struct Key: Hashable {
    var identity: UInt64
    var scalar: UInt32
    var pixelSize: Int32
    var phase: Int32
  }

  private(set) var pool: [UInt8] = []
  private var pictures: [Key: Picture] = [:]
  private var made: [FontBook.GlyphKey: Picture] = [:]
  private var painter = Painter()
  private var outline = Outline()

  /// Steps of a pixel that a pen's place across is rounded to.
  private static let phases = 4
  /// The pool is emptied between frames when it has grown beyond this many bytes.
  private static let poolLimit = 33_554_432

  /// Call before each frame: ready-made pictures may have changed since.
  mutating func startFrame() {
    if !made.isEmpty || pool.count > Self.poolLimit {
      pool.removeAll(keepingCapacity: true)
      pictures.removeAll(keepingCapacity: true)
      made.removeAll(keepingCapacity: true)
    }
  }

  /// The glyph as it is to be blended; nil where it has no picture.
  mutating func place(_ glyph: DrawList.PlacedGlyph, _ font: Font, _ fonts: FontBook) -> Placed? {
    let y = PixelRect.nearest(glyph.position.y)
    if !fonts.glyphs.isEmpty,
      let picture = readyMade(FontBook.GlyphKey(font, glyph.scalar), fonts)
    {
      return Self.placed(picture, PixelRect.nearest(glyph.position.x), y)
    }
    guard let face = fonts.outlines[font.face] else { return nil }
    let quarters = PixelRect.nearest(glyph.position.x * Double(Self.phases))
    let phase = quarters & (Self.phases - 1)
    let key = Key(
      identity: face.identity, scalar: glyph.scalar, pixelSize: Int32(clamping: font.pixelSize),
      phase: Int32(phase))
    if let picture = pictures[key] { return Self.placed(picture, quarters >> 2, y) }
    guard let path = face.glyphs[glyph.scalar] else { return nil }
    let picture = draw(path, face, font.pixelSize, phase)
    pictures[key] = picture
    return Self.placed(picture, quarters >> 2, y)
  }

  private static func placed(_ picture: Picture, _ x: Int, _ y: Int) -> Placed? {
    if picture.width == 0 { return nil }
    return Placed(
      offset: picture.offset, width: picture.width, height: picture.height, x: x + picture.left,
      y: y - picture.top)
  }

  private mutating func readyMade(_ key: FontBook.GlyphKey, _ fonts: FontBook) -> Picture? {
    if let picture = made[key] { return picture }
    guard let glyph = fonts.glyphs[key] else { return nil }
    let fits = glyph.coverage.count >= glyph.width * glyph.height && glyph.width > 0
    let picture = Picture(
      offset: pool.count, width: fits ? glyph.width : 0, height: fits ? glyph.height : 0,
      left: glyph.left, top: glyph.top)
    pool.append(contentsOf: glyph.coverage)
    made[key] = picture
    return picture
  }

  private mutating func draw(
    _ path: Path, _ face: FaceOutlines, _ pixelSize: Int, _ phase: Int
  ) -> Picture {
    let grid = GlyphGrid(face, pixelSize: pixelSize)
    let shift = Double(phase) / Double(Self.phases)
    let shape = path.mapped { grid.pixels($0, shift: shift) }
    let bounds = shape.bounds
    if shape.points.isEmpty || bounds.isEmpty {
      return Picture(offset: 0, width: 0, height: 0, left: 0, top: 0)
    }
    let area = PixelRect(
      left: PixelRect.nearest(bounds.x - 0.5) - 1, top: PixelRect.nearest(bounds.y - 0.5) - 1,
      right: PixelRect.nearest(bounds.maxX + 0.5) + 1,
      bottom: PixelRect.nearest(bounds.maxY + 0.5) + 1)
    outline.removeAll()
    outline.add(shape)
    let offset = pool.count
    pool.append(contentsOf: painter.coverage(of: outline, area))
    return Picture(
      offset: offset, width: area.width, height: area.height, left: area.left, top: -area.top)
  }
}
