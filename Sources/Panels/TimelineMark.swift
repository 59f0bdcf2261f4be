public import Simulation

/// A mark on the timeline.
public struct TimelineMark: Sendable, Hashable {
  /// When.
  public var tick: Tick
  /// What happened.
  public var kind: EventKind
  /// Whose doing it was, nil for nobody's.
  public var side: SideID?
  /// Words to show beside it; empty for none: `H 20:15`.
  public var label: String

  /// A mark.
  public init(tick: Tick, kind: EventKind, side: SideID? = nil, label: String = "") {
    self.tick = tick
    self.kind = kind
    self.side = side
    self.label = label
  }
}
