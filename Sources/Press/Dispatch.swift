public import Simulation

/// What one source tells at one moment, as one line of news.
public struct Dispatch: Sendable, Hashable {
  /// How much it can be trusted.
  public enum Badge: String, Sendable, CaseIterable { case claim, seen, confirmed }

  /// When it is told.
  public var tick: Tick
  /// Who tells it: `Azeri sources`.
  public var source: String
  /// The side that the source belongs to; nil for reporters and the emergency service.
  public var side: SideID?
  /// How much it can be trusted.
  public var badge: Badge
  /// The news in one sentence, following the source: `say ground troops …`.
  public var text: String
  /// The place it is about, as a hex index; -1 for none.
  public var hex: Int32
  /// The sides that get to read it; nil for everyone.
  public var audience: [SideID]?

  /// A dispatch from its parts.
  public init(
    tick: Tick, source: String, side: SideID?, badge: Badge, text: String, hex: Int32 = -1,
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
