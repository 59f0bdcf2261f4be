/// The characters that the program writes.
enum FontCharacters {
  /// Every character with a glyph: printable ASCII, Latin-1, Latin Extended-A, the letters of
  /// Azerbaijani, basic Cyrillic, and the signs of maps and panels.
  static let all: [UInt32] = {
    var result: [UInt32] = []
    result.append(contentsOf: 0x20...0x7E)
    result.append(contentsOf: 0xA0...0x17F)
    result.append(contentsOf: 0x400...0x45F)
    result.append(contentsOf: 0x490...0x491)
    result.append(contentsOf: signs.unicodeScalars.map(\.value))
    return result
  }()

  /// Characters that are kerned with one another.
  static let kerned: [UInt32] = {
    let letters = (0x21...0x7E).map(UInt32.init)
    return letters + "əƏğĞıİşŞçÇöÖüÜ–—‘’“”…·".unicodeScalars.map(\.value)
  }()

  private static let signs =
    "əƏ–—‘’‚“”„†•…‰′″‹›⁄€№™←↑→↓↔↕↖↗↘↙−√∞≈≠≤≥■□▲△▶▷▼▽◀◁◆◇○●◐★☆☐☑☒✓✗⚠"
    + "⅓⅔⅛⅜⅝⅞\u{2009}\u{202F}\u{2007}ȘșȚț"
}
