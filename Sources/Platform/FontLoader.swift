public import Screen
import Synchronization

/// Finds the program's faces, measures them and takes their letter shapes.
public enum FontLoader {
  private static let faces = Mutex<[FontFace: LoadedFace]>([:])

  /// A book with the metrics of all `fonts` and the letter shapes of their faces. May be called
  /// from anywhere; what was read once stays in memory. Throws `.noFont`.
  ///
  /// The family is Inter, or DejaVu Sans where that is not installed; letters that the one lacks
  /// come from the other.
  public static func load(_ fonts: [Font]) throws(PlatformError) -> FontBook {
    var book = FontBook()
    for font in fonts where book.metrics[font] == nil {
      let face = try loaded(font.face)
      book.metrics[font] = face.metrics(pixelSize: font.pixelSize)
      book.outlines[font.face] = face.outlines
    }
    return book
  }

  private static func loaded(_ face: FontFace) throws(PlatformError) -> LoadedFace {
    if let known = faces.withLock({ $0[face] }) { return known }
    let read = try LoadedFace(face)
    faces.withLock { $0[face] = read }
    return read
  }
}
