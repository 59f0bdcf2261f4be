import Screen

/// The sizes and weights that panels write in.
enum TextStyle: CaseIterable {
  case small, smallStrong, body, medium, strong, heading, title, big

  /// The font at a display's scale. Nothing is smaller than 11 points.
  func font(scale: Double, isCompact: Bool) -> Font {
    let (face, compact, roomy): (FontFace, Double, Double) =
      switch self {
      case .small: (.regular, 11, 12)
      case .smallStrong: (.semibold, 11, 12)
      case .body: (.regular, 12, 14)
      case .medium: (.medium, 12, 14)
      case .strong: (.semibold, 12, 14)
      case .heading: (.semibold, 13, 15)
      case .title: (.semibold, 15, 18)
      case .big: (.semibold, 20, 26)
      }
    let size = ((isCompact ? compact : roomy) * scale).rounded()
    return Font(face, Int(min(200, max(6, size))))
  }
}
