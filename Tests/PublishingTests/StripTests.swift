import Raster
import Screen
import Testing

@testable import Publishing

/// Pictures strip by strip are the pictures drawn whole.
@Suite struct StripTests {
  /// A picture with lines, letters' stand-ins, limits and translucent fills across every strip.
  private func layout(height: Int) -> PictureLayout {
    var list = DrawList()
    list.fill(Rect(0, 0, 120, Double(height)), Color(240, 230, 200))
    list.pushClip(Rect(10, 5, 95, Double(height - 11)))
    for step in 0..<height / 7 {
      let y = Double(step) * 7.3
      list.fill(Path(circle: Point(60, y), radius: 9.7), Color(20, 120, 200, 90))
      list.line(
        Path([Point(3, y), Point(118, y * 0.9 + 11)], closed: false),
        LineStyle(width: 2.4, dashes: [5, 3]), Color(160, 20, 30, 200))
    }
    list.popClip()
    list.triangles([Point(2, 3), Point(110, 40), Point(30, Double(height))], Color(0, 90, 0, 60))
    return PictureLayout(
      width: 120, height: height, list: list, tiles: [], images: ImageTable(), fonts: FontBook())
  }

  @Test(arguments: [120 * 64, 120 * 100, 1_000_000], [1, 2])
  func stripsMakeTheWhole(pixels: Int, workers: Int) {
    let layout = layout(height: 407)
    var whole = Bitmap(width: 120, height: 407, filledWith: Color.white.premultiplied)
    var compositor = Compositor()
    compositor.draw(layout.list, images: ImageTable(), fonts: FontBook(), onto: &whole)
    var painter = StripPainter(
      layout, stripPixels: pixels, compositor: Compositor(workers: workers))
    var pixelsDrawn: [UInt32] = []
    while let strip = painter.next() {
      #expect(strip.top * 120 == pixelsDrawn.count)
      pixelsDrawn += strip.bitmap.pixels
    }
    #expect(painter.progress == 1)
    #expect(pixelsDrawn == whole.pixels)
  }

  @Test func numbersAreShortAndPlain() {
    #expect(DecimalText.text(100.0125, places: 6) == "100.0125")
    #expect(DecimalText.text(-0.001, places: 2) == "0")
    #expect(DecimalText.text(-3.456, places: 2) == "-3.46")
    #expect(DecimalText.text(4_356_930.0600001, places: 6) == "4356930.06")
    #expect(DecimalText.text(.nan, places: 2) == "0")
  }

  @Test func wordsOfSVGAreSafe() {
    #expect(SVGText.escaped("a<b & \"c\"\u{1}") == "a&lt;b &amp; &quot;c&quot;")
    #expect(SVGText.base64(Array("light wor".utf8)) == "bGlnaHQgd29y")
    #expect(SVGText.base64(Array("light w".utf8)) == "bGlnaHQgdw==")
    #expect(SVGText.base64(Array("light wo".utf8)) == "bGlnaHQgd28=")
    #expect(
      SVGText.paint("fill", Color(1, 16, 255, 51)) == " fill=\"#0110ff\" fill-opacity=\"0.2\"")
    #expect(SVGText.data(Path(Rect(0, 1, 2.5, 3))) == "M0 1L2.5 1L2.5 4L0 4Z")
  }
}
