/// The letter shapes of a face at no particular size, so that any size can be drawn from them.
public struct FaceOutlines: Sendable, Equatable {
  /// A mix of the face's content; equal for equal faces.
  public var identity: UInt64
  /// The height of flat lower case letters such as x, in em.
  public var xHeight: Double
  /// The height of flat capitals such as H, in em.
  public var capHeight: Double
  /// The outlines by Unicode scalar, in em: the pen at (0, 0), y downwards.
  public var glyphs: [UInt32: Path]

  /// Outlines from their parts.
  public init(identity: UInt64, xHeight: Double, capHeight: Double, glyphs: [UInt32: Path]) {
    self.identity = identity
    self.xHeight = xHeight
    self.capHeight = capHeight
    self.glyphs = glyphs
  }
}
