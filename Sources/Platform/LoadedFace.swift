import CSDL
import Screen

/// A face as read from its font file: measures in em and letter shapes.
struct LoadedFace: Sendable {
  let outlines: FaceOutlines
  private let ascent: Double
  private let descent: Double
  private let lineGap: Double
  /// In em, by Unicode scalar.
  private let advances: [UInt32: Double]
  /// In em, by pair.
  private let kerning: [(FontMetrics.Pair, Double)]

  /// The families in the order in which they are tried.
  private static let families = ["Inter", "DejaVu Sans"]

  init(_ face: FontFace) throws(PlatformError) {
    var fonts: [FontFile] = []
    for family in Self.families {
      if let path = FontFile.find(family, Self.style(face, family)) {
        fonts.append(try FontFile(path))
      }
    }
    guard let main = fonts.first else {
      throw PlatformError(
        .noFont, "no font: neither Inter nor DejaVu Sans is installed (package fonts-inter)")
    }
    let metrics = main.metrics
    ascent = metrics.ascent
    descent = metrics.descent
    lineGap = metrics.lineGap
    var advances: [UInt32: Double] = [:]
    var glyphs: [UInt32: Path] = [:]
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in FontCharacters.all where advances[scalar] == nil {
      for font in fonts {
        guard let advance = font.advance(of: scalar) else { continue }
        advances[scalar] = advance
        glyphs[scalar] = font.outline(of: scalar)
        break
      }
    }
    for scalar in FontCharacters.all { Self.mix(&hash, scalar, glyphs[scalar]) }
    self.advances = advances
    kerning = main.kerning(among: FontCharacters.kerned)
    outlines = FaceOutlines(
      identity: hash, xHeight: metrics.xHeight, capHeight: metrics.capHeight, glyphs: glyphs)
  }

  /// What layout needs at a size.
  func metrics(pixelSize: Int) -> FontMetrics {
    let em = Double(pixelSize)
    var pairs: [FontMetrics.Pair: Double] = [:]
    pairs.reserveCapacity(kerning.count)
    for (pair, value) in kerning { pairs[pair] = value * em }
    return FontMetrics(
      ascent: ascent * em, descent: descent * em, lineHeight: (ascent + descent + lineGap) * em,
      advances: advances.mapValues { $0 * em }, kerning: pairs, missingAdvance: em * 0.5)
  }

  private static func style(_ face: FontFace, _ family: String) -> String {
    switch face {
    case .regular: family == "Inter" ? "Regular" : "Book"
    case .medium: family == "Inter" ? "Medium" : "Book"
    case .semibold: family == "Inter" ? "Semi Bold" : "Bold"
    case .italic: family == "Inter" ? "Italic" : "Oblique"
    }
  }

  /// A step of the FNV-1a hash (G. Fowler, L. Noll, K.-P. Vo) over a glyph's shape.
  private static func mix(_ hash: inout UInt64, _ scalar: UInt32, _ glyph: Path?) {
    func add(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
    add(UInt64(scalar))
    for point in glyph?.points ?? [] {
      add(point.x.bitPattern)
      add(point.y.bitPattern)
    }
  }
}
