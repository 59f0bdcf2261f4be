import Screen
import Testing

@Suite struct ScreenTests {
  @Test func colorsReadHexadecimal() {
    #expect(Color(hex: "#fff") == .white)
    #expect(Color(hex: "#102030") == Color(16, 32, 48))
    #expect(Color(hex: "#10203080") == Color(16, 32, 48, 128))
    for text in ["", "fff", "#ff", "#12345", "#gggggg", "#1234567"] {
      #expect(Color(hex: text) == nil, "\(text)")
    }
  }

  @Test func colorsMix() {
    #expect(Color.black.mixed(with: .white, 0) == .black)
    #expect(Color.black.mixed(with: .white, 2) == .white)
    #expect(Color.black.mixed(with: .white, 0.5) == Color(128, 128, 128))
  }

  @Test func rectanglesMeet() {
    let a = Rect(0, 0, 10, 10)
    #expect(a.intersects(Rect(9, 9, 5, 5)) && !a.intersects(Rect(10, 0, 5, 5)))
    #expect(a.intersection(Rect(20, 0, 1, 1)).isEmpty)
    #expect(a.union(Rect(20, 0, 1, 1)) == Rect(0, 0, 21, 10))
    #expect(a.union(Rect(5, 5, 0, 9)) == a)
    #expect(a.contains(Point(0, 0)) && !a.contains(Point(10, 0)))
    #expect(a.inset(by: 2) == Rect(2, 2, 6, 6))
  }

  @Test func textIsKernedGlyphByGlyph() {
    var metrics = FontMetrics.fake(pixelSize: 10)
    metrics.kerning[.init(65, 86)] = -2
    let font = Font(.regular, 10)
    let fonts = FontBook(metrics: [font: metrics])
    var list = DrawList()
    let end = list.text("AVA", at: Point(1, 2), font, .black, fonts: fonts)
    #expect(list.glyphs.map(\.position.x) == [1, 4.5, 10])
    #expect(end == Point(15.5, 2))
    #expect(metrics.width(of: "AVA") == 14.5)
    #expect(fonts.metrics(of: Font(.italic, 8)) == .fake(pixelSize: 8))
  }

  @Test func pathsKnowTheirBounds() {
    #expect(Path().bounds == Rect(0, 0, 0, 0))
    #expect(Path(circle: Point(5, 5), radius: 3).bounds == Rect(2, 2, 6, 6))
    #expect(Path(Rect(0, 0, 1, 2)).mapped { $0 * 2 }.bounds == Rect(0, 0, 2, 4))
  }

  @Test func listsKeepPathsAndStyles() {
    var list = DrawList()
    let path = Path(Rect(1, 2, 3, 4))
    list.fill(path, .white)
    list.line(path, LineStyle(width: 2), .black)
    list.line(path, LineStyle(width: 2), .white)
    #expect(list.styles.count == 1)
    guard case .line(let range, 0, .white) = list.commands[2] else {
      Issue.record("a line was expected")
      return
    }
    #expect(list.path(range) == path)
    list.removeAll()
    #expect(list == DrawList())
  }

  @Test func aShrunkPictureHasTheMeansOfItsParts() {
    var bitmap = Bitmap(width: 5, height: 4, filledWith: 0xFF00_0000)
    for y in 0..<2 { for x in 0..<2 { bitmap[x, y] = 0xFF40_8020 } }
    bitmap[2, 0] = 0xFFFF_FFFF
    let small = bitmap.shrunk(by: 2)
    #expect(small.width == 2 && small.height == 2)
    #expect(small[0, 0] == 0xFF40_8020 && small[1, 0] == 0xFF3F_3F3F)
    #expect(small[0, 1] == 0xFF00_0000)
    #expect(bitmap.shrunk(by: 1) == bitmap && bitmap.shrunk(by: 900).width == 1)
  }
}
