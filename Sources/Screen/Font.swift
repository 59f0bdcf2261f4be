/// One of the faces that the program writes in.
public enum FontFace: UInt8, Sendable, Hashable, CaseIterable {
  /// Running text.
  case regular
  /// Labels and buttons.
  case medium
  /// Headings.
  case semibold
  /// Names of seas, rivers and regions.
  case italic
}

/// A face at a size.
public struct Font: Hashable, Sendable {
  /// The face.
  public var face: FontFace
  /// The em size in pixels, 6…200.
  public var pixelSize: Int

  /// A face at a size in pixels.
  public init(_ face: FontFace, _ pixelSize: Int) {
    self.face = face
    self.pixelSize = pixelSize
  }
}

/// What layout needs to know of a font: measured once, a value, so that layout is pure.
public struct FontMetrics: Sendable, Equatable {
  /// Two characters in a row.
  public struct Pair: Hashable, Sendable {
    /// The left character.
    public var left: UInt32
    /// The right character.
    public var right: UInt32
    /// A pair.
    public init(_ left: UInt32, _ right: UInt32) {
      self.left = left
      self.right = right
    }
  }

  /// Pixels from the baseline up to the top of the line.
  public var ascent: Double
  /// Pixels from the baseline down to the bottom of the line, positive.
  public var descent: Double
  /// Pixels from one baseline to the next.
  public var lineHeight: Double
  /// The advance in pixels by Unicode scalar.
  public var advances: [UInt32: Double]
  /// The kerning in pixels (mostly negative) by pair; pairs that are not there have none.
  public var kerning: [Pair: Double]
  /// The advance of a character that the font does not have.
  public var missingAdvance: Double

  /// Metrics from their measured values.
  public init(
    ascent: Double, descent: Double, lineHeight: Double, advances: [UInt32: Double],
    kerning: [Pair: Double], missingAdvance: Double
  ) {
    self.ascent = ascent
    self.descent = descent
    self.lineHeight = lineHeight
    self.advances = advances
    self.kerning = kerning
    self.missingAdvance = missingAdvance
  }

  /// Made-up metrics for tests: every glyph 0.55 em wide, no kerning.
  public static func fake(pixelSize: Int) -> FontMetrics {
    let em = Double(pixelSize)
    return FontMetrics(
      ascent: em * 0.95, descent: em * 0.25, lineHeight: em * 1.25, advances: [:], kerning: [:],
      missingAdvance: em * 0.55)
  }

  /// The width of a line of text in pixels, kerning included.
  public func width(of text: String) -> Double {
    var total = 0.0
    var previous: UInt32?
    for scalar in text.unicodeScalars {
      if let previous { total += kerning[Pair(previous, scalar.value)] ?? 0 }
      total += advances[scalar.value] ?? missingAdvance
      previous = scalar.value
    }
    return total
  }
}

/// A glyph's coverage: `width * height` bytes, 0 (none) … 255 (full), row by row.
public struct GlyphPicture: Sendable, Equatable {
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int
  /// Pixels from the pen to the left edge of the picture.
  public var left: Int
  /// Pixels from the baseline up to the top edge of the picture.
  public var top: Int
  /// The coverage bytes.
  public var coverage: [UInt8]

  /// A glyph picture from its parts.
  public init(width: Int, height: Int, left: Int, top: Int, coverage: [UInt8]) {
    self.width = width
    self.height = height
    self.left = left
    self.top = top
    self.coverage = coverage
  }
}

/// The fonts that are ready: metrics for layout, glyph pictures for the compositor.
public struct FontBook: Sendable {
  /// A glyph of a font.
  public struct GlyphKey: Hashable, Sendable {
    /// The font.
    public var font: Font
    /// The Unicode scalar.
    public var scalar: UInt32
    /// A key.
    public init(_ font: Font, _ scalar: UInt32) {
      self.font = font
      self.scalar = scalar
    }
  }

  /// Metrics by font.
  public var metrics: [Font: FontMetrics]
  /// Ready-made glyph pictures; they go before outlines.
  public var glyphs: [GlyphKey: GlyphPicture]
  /// Letter shapes by face; a glyph that is neither here nor in `glyphs` is not drawn.
  public var outlines: [FontFace: FaceOutlines]

  /// A book of fonts.
  public init(
    metrics: [Font: FontMetrics] = [:], glyphs: [GlyphKey: GlyphPicture] = [:],
    outlines: [FontFace: FaceOutlines] = [:]
  ) {
    self.metrics = metrics
    self.glyphs = glyphs
    self.outlines = outlines
  }

  /// The metrics of a font; made-up ones where it was not loaded, so that layout never fails.
  public func metrics(of font: Font) -> FontMetrics {
    metrics[font] ?? .fake(pixelSize: font.pixelSize)
  }
}
