import Panels
import Session
import Simulation

/// The marks on the timeline: what matters among a battle's events.
enum TimelineMarks {
  private static let kinds: Set<EventKind> = [
    .truceBroken, .fireReleased, .quarterTaken, .airStrike, .airAssaultLanded, .unitDestroyed,
    .leaderLost, .leaderArrived, .capitalStruck, .partisansRose, .ceaseFire, .townSecured,
    .reinforcementArrived,
  ]

  /// The marks that a viewer may see, up to a moment.
  static func of(_ battle: Battle, for viewpoint: Viewpoint, until tick: Tick) -> [TimelineMark] {
    var marks: [TimelineMark] = []
    for event in battle.events where kinds.contains(event.kind) && event.tick <= tick {
      if case .side(let side) = viewpoint, event.side != side,
        event.kind == .reinforcementArrived
          || event.kind == .leaderArrived || event.kind == .airAssaultLanded
      {
        continue
      }
      marks.append(TimelineMark(tick: event.tick, kind: event.kind, side: event.side))
    }
    return marks
  }
}
