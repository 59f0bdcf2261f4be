public import Screen

/// How a symbol is painted; what it shows comes from its code.
public struct SymbolStyle: Sendable, Hashable {
  /// The colour in the frame; nil for the identity's own of 2525D, table I-I (medium).
  public var frameFill: Color?
  /// The colour of lines, letters and filled parts.
  public var ink: Color
  /// The colour of the light parts of icons and under dashed frames.
  public var pale: Color
  /// The frame's line in octagon units; icon lines are three quarters of it.
  public var strokeWidth: Double
  /// The colour of an edge around the frame, to part it from a busy ground; nil for none.
  public var halo: Color?
  /// The visible width of that edge in octagon units.
  public var haloWidth: Double
  /// Status as coloured bars below the frame; else damaged and destroyed as slashes.
  public var statusBars: Bool
  /// Whether the echelon is drawn.
  public var showsEchelon: Bool

  /// A style; black on the identity's colour unless told otherwise.
  public init(
    frameFill: Color? = nil, ink: Color = .black, pale: Color = Color(239, 239, 239),
    strokeWidth: Double = 4, halo: Color? = nil, haloWidth: Double = 4, statusBars: Bool = true,
    showsEchelon: Bool = true
  ) {
    self.frameFill = frameFill
    self.ink = ink
    self.pale = pale
    self.strokeWidth = strokeWidth
    self.halo = halo
    self.haloWidth = haloWidth
    self.statusBars = statusBars
    self.showsEchelon = showsEchelon
  }

  /// The fill that 2525D, table I-I (medium), gives an identity.
  public static func standardFill(_ identity: SIDC.Identity) -> Color {
    switch identity {
    case .pending, .unknown: Color(255, 255, 128)
    case .assumedFriend, .friend: Color(128, 224, 255)
    case .neutral: Color(170, 255, 170)
    case .suspect, .hostile: Color(255, 128, 128)
    }
  }
}
