import Screen
import Testing

@testable import Raster

@Suite struct PixelMathTests {
  @Test func productsAreRoundedExactly() {
    for value in UInt32(0)...255 {
      let pixel = value << 24 | value << 16 | value << 8 | value
      for factor in UInt32(0)...255 {
        let exact = (2 * value * factor + 255) / 510
        let expected = exact << 24 | exact << 16 | exact << 8 | exact
        #expect(scaled(pixel, by: factor) == expected)
      }
    }
  }

  @Test func fourAtOnceAreAsOneByOne() {
    var seed: UInt32 = 7
    func next() -> UInt32 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      return Color(
        UInt8(seed >> 24), UInt8(seed >> 16 & 255), UInt8(seed >> 8 & 255), UInt8(seed >> 20 & 255)
      ).premultiplied
    }
    let source = (0..<37).map { _ in next() }
    let target = (0..<37).map { _ in next() }
    for opacity in [UInt8(0), 1, 128, 254, 255] {
      var row = target
      row.withUnsafeMutableBufferPointer { row in
        source.withUnsafeBufferPointer { source in
          if let row = row.baseAddress, let source = source.baseAddress {
            blendRow(row, source, 37, opacity: opacity)
          }
        }
      }
      let expected = zip(source, target).map {
        blended(scaled($0, by: UInt32(opacity)), over: $1)
      }
      #expect(row == expected)
    }
  }

  @Test func premultipliedColorsComeBack() {
    for value in UInt8(0)...255 {
      let opaque = Color(value, 255 - value, 7)
      #expect(Color(premultiplied: opaque.premultiplied) == opaque)
      let half = Color(premultiplied: Color(value, 0, 0, 128).premultiplied)
      #expect(abs(Int(half.red) - Int(value)) <= 1 && half.alpha == 128)
    }
    #expect(Color(premultiplied: 0) == .clear)
  }

  @Test func hashesTellContentApart() {
    let a = Bitmap(width: 3, height: 1, filledWith: 5)
    var b = a
    b[2, 0] = 6
    #expect(BitmapHash.hash(a) != BitmapHash.hash(b))
    #expect(BitmapHash.hash(a) != BitmapHash.hash(Bitmap(width: 1, height: 3, filledWith: 5)))
    #expect(ImageHash.id("tile", [1, 2]) != ImageHash.id("tile", [2, 1]))
    #expect(ImageHash.id("tile", [1]) != ImageHash.id("symbol", [1]))
    #expect(ImageHash.id("a", [], text: "bc") != ImageHash.id("ab", [], text: "c"))
    // The same on every machine.
    #expect(ImageHash.id("tile", [1, 2], text: "x").rawValue == 5_291_769_753_278_517_897)
  }
}
