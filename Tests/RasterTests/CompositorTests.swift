import Screen
import Testing

@testable import Raster

@Suite struct CompositorTests {
  /// A picture with something of every kind of command.
  private func scene() -> (DrawList, ImageTable, FontBook) {
    var list = DrawList()
    var images = ImageTable()
    var sprite = Bitmap(width: 12, height: 9, filledWith: 0xFF20_8040)
    sprite[3, 3] = 0x4010_1010
    let id = ImageHash.id("sprite", [1])
    images[id] = sprite
    let font = Font(.regular, 12)
    let letter = GlyphPicture(
      width: 2, height: 3, left: 1, top: 3, coverage: [9, 99, 255, 0, 1, 64])
    var shape = Path(Rect(0.1, -0.7, 0.4, 0.7))
    shape.quadratic(Point(0.3, 0.2), to: Point(0.5, -0.1))
    let fonts = FontBook(
      glyphs: [.init(font, 65): letter],
      outlines: [
        .regular: FaceOutlines(identity: 1, xHeight: 0.5, capHeight: 0.7, glyphs: [66: shape])
      ])
    list.fill(Rect(0, 0, 97, 83), Color(250, 240, 220))
    list.image(id, to: Rect(5, 6, 12, 9))
    list.image(id, to: Rect(20, 6, 40, 30), opacity: 100)
    list.image(id, to: Rect(-3, 70, 5, 4))
    list.image(ImageID(rawValue: 99), to: Rect(0, 0, 50, 50))
    list.pushClip(Rect(10, 10, 60, 50))
    list.fill(Path(circle: Point(40, 40), radius: 35), Color(200, 0, 0, 90))
    list.line(
      Path([Point(-20, 3), Point(90, 77), Point(12, 80)], closed: true),
      LineStyle(width: 3.3, dashes: [7, 3]), .black)
    list.popClip()
    list.triangles(
      [Point(60, 60), Point(90, 62), Point(70, 80), Point(90, 62), Point(95, 82), Point(70, 80)],
      Color(0, 0, 255, 128))
    list.text("ABBA", at: Point(30.3, 50.2), font, .black, fonts: fonts)
    return (list, images, fonts)
  }

  @Test func bandsAndWorkersChangeNothing() {
    let (list, images, fonts) = scene()
    var results: Set<UInt64> = []
    for workers in [1, 2, 3, 8] {
      for bandHeight in [1, 7, 40, 83, 500] {
        var compositor = Compositor(workers: workers)
        for _ in 0..<2 {
          var bitmap = Bitmap(width: 97, height: 83)
          compositor.draw(list, images: images, fonts: fonts, onto: &bitmap, bandHeight: bandHeight)
          results.insert(BitmapHash.hash(bitmap))
        }
      }
    }
    #expect(results.count == 1)
  }

  @Test func clipsNestAndEnd() {
    var list = DrawList()
    list.pushClip(Rect(1, 1, 3, 3))
    list.pushClip(Rect(2, 0, 9, 9))
    list.fill(Rect(0, 0, 6, 6), .white)
    list.popClip()
    list.popClip()
    list.popClip()
    list.fill(Rect(5, 5, 1, 1), .white)
    var bitmap = Bitmap(width: 6, height: 6)
    var compositor = Compositor()
    compositor.draw(list, images: ImageTable(), fonts: FontBook(), onto: &bitmap)
    let lit = (0..<36).filter { bitmap.pixels[$0] != 0 }.map { [$0 % 6, $0 / 6] }
    #expect(lit == [[2, 1], [3, 1], [2, 2], [3, 2], [2, 3], [3, 3], [5, 5]])
  }

  @Test func neighbouringTrianglesShowNoSeam() {
    var list = DrawList()
    let middle = Point(4.3, 3.7)
    let corners = [Point(0, 0), Point(8, 0), Point(8, 8), Point(0, 8)]
    for index in 0..<4 {
      list.triangles([middle, corners[index], corners[(index + 1) % 4]], Color(0, 0, 0, 128))
    }
    var separate = Bitmap(width: 8, height: 8)
    var compositor = Compositor(workers: 1)
    compositor.draw(list, images: ImageTable(), fonts: FontBook(), onto: &separate)
    list.removeAll()
    var all: [Point] = []
    for index in 0..<4 {
      // Every second one turns the other way.
      let (a, b) = (corners[index], corners[(index + 1) % 4])
      all += index % 2 == 0 ? [middle, a, b] : [middle, b, a]
    }
    list.triangles(all, Color(0, 0, 0, 128))
    var together = Bitmap(width: 8, height: 8)
    compositor.draw(list, images: ImageTable(), fonts: FontBook(), onto: &together)
    #expect(together.pixels.allSatisfy { $0 == 0x8000_0000 })
    #expect(separate != together)
  }

  @Test func glyphsBlendByCoverage() {
    var list = DrawList()
    let font = Font(.italic, 9)
    let fonts = FontBook(
      glyphs: [
        .init(font, 65): GlyphPicture(width: 2, height: 1, left: 1, top: 2, coverage: [255, 128])
      ])
    list.text("A", at: Point(0.4, 3), font, .white, fonts: fonts)
    var bitmap = Bitmap(width: 4, height: 4)
    var compositor = Compositor()
    compositor.draw(list, images: ImageTable(), fonts: fonts, onto: &bitmap)
    #expect(bitmap[1, 1] == 0xFFFF_FFFF)
    #expect(bitmap[2, 1] == 0x8080_8080)
    #expect(bitmap.pixels.filter { $0 != 0 }.count == 2)
  }

  @Test func copiesOfACompositorDoNotShareBuffers() {
    let (list, images, fonts) = scene()
    var first = Compositor()
    var a = Bitmap(width: 97, height: 83)
    first.draw(list, images: images, fonts: fonts, onto: &a)
    var second = first
    var b = Bitmap(width: 97, height: 83)
    second.draw(list, images: images, fonts: fonts, onto: &b)
    first.draw(DrawList(), images: images, fonts: fonts, onto: &b)
    #expect(a == b)
  }
}
