import Platform
import Screen
import Testing

@Suite struct FontTests {
  private let book: FontBook
  private let metrics: FontMetrics

  init() throws {
    book = try FontLoader.load([Font(.regular, 16), Font(.semibold, 16), Font(.italic, 11)])
    metrics = book.metrics(of: Font(.regular, 16))
  }

  @Test func measuresAreSane() throws {
    let advance = { (letter: Unicode.Scalar) in self.metrics.advances[letter.value] ?? 0 }
    #expect(advance("m") > advance("i") * 2)
    #expect(advance("1") > 0 && advance(" ") > 0)
    #expect(metrics.ascent > 12 && metrics.descent > 2 && metrics.lineHeight > 16)
    let bold = book.metrics(of: Font(.semibold, 16))
    #expect(bold.width(of: "Calilabad") > metrics.width(of: "Calilabad"))
  }

  @Test func pairsAreKerned() {
    let pair = metrics.kerning[.init(65, 86)] ?? 0
    #expect(pair < -0.3)
    #expect(metrics.kerning[.init(86, 65)] ?? 0 < -0.3)
    #expect(metrics.width(of: "AV") < (metrics.advances[65] ?? 0) + (metrics.advances[86] ?? 0))
    #expect(metrics.kerning.keys.allSatisfy { $0.left > 32 && $0.right > 32 })
  }

  @Test func everyLetterOfTheTheatreHasAShape() {
    let letters = "AZaz09əƏğĞıİşŞçÇöÖüÜāūИбраШ–—‘’“”…·×°½→←↑↓▲▼●○✓"
    for face in [FontFace.regular, .semibold, .italic] {
      for letter in letters.unicodeScalars {
        #expect(book.outlines[face]?.glyphs[letter.value]?.points.isEmpty == false, "\(letter)")
      }
    }
    for letter in letters.unicodeScalars { #expect(metrics.advances[letter.value] != nil) }
  }

  @Test func sizesAreProportional() throws {
    let double = try FontLoader.load([Font(.regular, 32)]).metrics(of: Font(.regular, 32))
    #expect(abs(double.width(of: "AVATAR") - 2 * metrics.width(of: "AVATAR")) < 1e-9)
  }

  @Test func loadingRepeats() throws {
    let again = try FontLoader.load([Font(.regular, 16)])
    #expect(again.metrics[Font(.regular, 16)] == metrics)
    #expect(again.outlines[.regular] == book.outlines[.regular])
    #expect(book.outlines[.regular]?.identity != book.outlines[.semibold]?.identity)
  }
}
