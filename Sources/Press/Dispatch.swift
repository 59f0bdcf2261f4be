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

  /// What lies behind a line: for the umpire, and for everyone once the battle is told.
  public struct Fact: Sendable, Hashable {
    /// The event that it tells of.
    public var event: Event
    /// The amount that the line gives, rounded and coloured by who speaks.
    public var told: Int64
    /// The troops that the line says a side has; nil where it says none.
    public var claimedTroops: Int32?
    /// Which of the telling's texts was used.
    public var text: Int
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
  /// What lies behind it; no viewer but the umpire may be shown it during a battle.
  public var fact: Fact?

  /// A dispatch from its parts.
  public init(
    tick: Tick, source: String, side: SideID? = nil, badge: Badge, text: String, hex: Int32 = -1,
    audience: [SideID]? = nil, fact: Fact? = nil
  ) {
    self.tick = tick
    self.source = source
    self.side = side
    self.badge = badge
    self.text = text
    self.hex = hex
    self.audience = audience
    self.fact = fact
  }
}
