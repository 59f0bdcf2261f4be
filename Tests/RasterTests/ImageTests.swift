import Screen
import Testing

@testable import Raster

@Suite struct ImageTests {
  @Test func unscaledImagesAreCopied() {
    var image = Bitmap(width: 2, height: 2, filledWith: 0xFF00_00FF)
    image[1, 1] = 0
    var bitmap = Bitmap(width: 3, height: 3, filledWith: 0xFFFF_0000)
    bitmap.draw(image, x: 1, y: 1)
    #expect(
      bitmap[1, 1] == 0xFF00_00FF && bitmap[2, 2] == 0xFFFF_0000 && bitmap[0, 0] == bitmap[2, 2])
    bitmap.draw(image, x: -1, y: -1)
    #expect(bitmap[0, 0] == 0xFFFF_0000)
  }

  @Test func opacityMixes() {
    let image = Bitmap(width: 1, height: 1, filledWith: 0xFFFF_FFFF)
    var bitmap = Bitmap(width: 1, height: 1, filledWith: 0xFF00_0000)
    bitmap.draw(image, x: 0, y: 0, opacity: 128)
    #expect(bitmap[0, 0] == 0xFF80_8080)
  }

  @Test func shrinkingAverages() {
    var image = Bitmap(width: 4, height: 2, filledWith: 0xFF00_0000)
    image[0, 0] = 0xFFFF_FFFF
    image[2, 0] = 0xFFFF_FFFF
    image[3, 1] = 0xFFFF_FFFF
    var bitmap = Bitmap(width: 2, height: 1)
    bitmap.draw(image, to: Rect(0, 0, 2, 1))
    #expect(bitmap.pixels == [0xFF40_4040, 0xFF80_8080])
  }

  @Test(arguments: [1, 3, 7, 40, 300])
  func flatImagesStayFlat(size: Int) {
    let image = Bitmap(width: 13, height: 11, filledWith: 0x8040_2010)
    var bitmap = Bitmap(width: size, height: size)
    bitmap.draw(image, to: bitmap.bounds)
    #expect(bitmap.pixels.allSatisfy { $0 == 0x8040_2010 })
  }

  @Test func growingRunsSmoothly() {
    var image = Bitmap(width: 2, height: 1, filledWith: 0xFF00_0000)
    image[1, 0] = 0xFFFF_FFFF
    var bitmap = Bitmap(width: 8, height: 1)
    bitmap.draw(image, to: bitmap.bounds)
    let greens = bitmap.pixels.map { $0 >> 8 & 255 }
    #expect(greens == greens.sorted())
    #expect(greens.first == 0 && greens.last == 255)
  }

  @Test func neighboursShareTheirEdge() {
    let image = Bitmap(width: 10, height: 10, filledWith: 0xFF10_2030)
    var bitmap = Bitmap(width: 40, height: 20)
    for column in 0..<3 {
      bitmap.draw(image, to: Rect(Double(column) * 12.37, 0, 12.37, 20))
    }
    #expect((0..<37).allSatisfy { bitmap[$0, 10] == 0xFF10_2030 })
    #expect(bitmap[37, 10] == 0)
  }
}
