public import MapTable
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

extension [TimelineMark] {
  /// The nearest mark of a group after a moment (`step` 1) or before it (-1), nil where none is.
  public func mark(_ step: Int, from moment: Tick, of group: EventGroup) -> TimelineMark? {
    let known = filter { group.contains($0.kind) }
    return step > 0
      ? known.filter { $0.tick > moment }.min { $0.tick < $1.tick }
      : known.filter { $0.tick < moment }.max { $0.tick < $1.tick }
  }
}
