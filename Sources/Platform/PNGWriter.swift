public import Screen

/// Writes a PNG picture of any height strip by strip, so that a poster never stands in memory
/// whole.
///
/// The file appears at its path with `finish()`; dropped before, it leaves what was there.
public struct PNGWriter: ~Copyable {
  private let file: AtomicFile
  private var encoder: PNGEncoder
  private let height: Int
  private var rows = 0

  /// Starts a picture of `width` × `height` pixels, 1…1,000,000 each. Opaque ones (without
  /// `hasAlpha`) are smaller. `text` pairs a keyword (1…79 Latin letters) with a text.
  public init(
    path: String, width: Int, height: Int, hasAlpha: Bool = false, text: [(String, String)] = [],
    pixelsPerMeter: Int? = nil
  ) throws(PlatformError) {
    let file = try AtomicFile(path: path)
    let encoder = PNGEncoder(width: width, height: height, hasAlpha: hasAlpha, name: path)
    try file.write(encoder.header(text: text, pixelsPerMeter: pixelsPerMeter))
    self.file = file
    self.encoder = encoder
    self.height = height
  }

  /// Adds the rows of a strip that is as wide as the picture. Traps beyond the picture's height.
  public mutating func write(_ strip: Bitmap) throws(PlatformError) {
    precondition(rows + strip.height <= height, "\(rows + strip.height) of \(height) rows")
    try file.write(try encoder.encode(strip))
    rows += strip.height
  }

  /// Ends the picture and puts it at its path, with what belongs beside it: all of these files are
  /// the new ones then, or after an error all the old ones. Traps unless all rows were written.
  public consuming func finish(
    with companions: [FileContent] = []
  ) throws(PlatformError) {
    precondition(rows == height, "only \(rows) of \(height) rows")
    try AtomicFile.commit(file, with: companions)
  }
}
