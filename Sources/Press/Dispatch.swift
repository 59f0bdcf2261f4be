public import Simulation

/// One line that somebody tells the world, as it reaches a viewer.
public struct Dispatch: Sendable, Hashable {
  /// How much the line is worth.
  public enum Badge: String, Sendable, CaseIterable {
    /// A side says so.
    case claim
    /// A reporter on the spot saw it.
    case seen
    /// Two sources agree, or the event is public.
    case confirmed
  }

  /// When it came.
  public var tick: Tick
  /// Who says so, for people: `Azeri sources`.
  public var source: String
  /// The side that speaks; nil for reporters and services.
  public var side: SideID?
  /// How much it is worth.
  public var badge: Badge
  /// The line without its source.
  public var text: String
  /// Where it is about, as a hex index; -1 for nowhere.
  public var hex: Int32
  /// Who may read it: sides; nil for everyone.
  public var audience: [SideID]?

  /// A dispatch from its parts.
  public init(
    tick: Tick, source: String, side: SideID? = nil, badge: Badge, text: String, hex: Int32 = -1,
    audience: [SideID]? = nil
  ) {
    self.tick = tick
    self.source = source
    self.side = side
    self.badge = badge
    self.text = text
    self.hex = hex
    self.audience = audience
  }
}
