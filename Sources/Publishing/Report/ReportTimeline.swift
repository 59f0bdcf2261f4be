import Press
import Simulation

/// What happened in a battle, thinned to what matters, with who told of it.
struct ReportTimeline {
  /// One line of it.
  struct Line {
    var tick: Tick
    var text: String
    var reports: String
  }

  /// Minutes before the same kind of event in the same town is worth another line.
  private static func interval(of kind: EventKind) -> Int32? {
    switch kind {
    case .truceBroken, .fireReleased, .leaderLost, .capitalStruck, .neutralStruck, .ceaseFire,
      .unitDestroyed, .townSecured:
      0
    case .quarterTaken: 60
    case .airAssaultLanded, .airDefenceHit: 180
    case .townEntered, .cordonSet, .cordonLifted, .partisansRose, .airStrike, .unitBroke: 300
    case .campMade, .leaderArrived, .townSearched, .reinforcementArrived, .civiliansHurt: 480
    case .refugeesLeft, .vehicleLosses: 480
    case .bombardment, .partisanAmbush: 720
    default: nil
    }
  }

  /// The lines of a battle.
  static func lines(
    _ events: [Event], _ dispatches: [Dispatch], _ setup: BattleSetup,
    writer: inout PhraseWriter
  ) -> [Line] {
    var reports: [Event: [Dispatch]] = [:]
    for dispatch in dispatches {
      if let event = dispatch.fact?.event { reports[event, default: []].append(dispatch) }
    }
    var last: [Key: Tick] = [:]
    var lines: [Line] = []
    for event in events {
      guard let interval = interval(of: event.kind), isWorthIt(event) else { continue }
      let place = PlaceWords(event.hex, setup.terrain)
      let key = Key(kind: event.kind, town: place?.town, side: event.side)
      if let before = last[key], event.tick - before < interval { continue }
      let facts = EventWords.facts(of: event, setup)
      guard let text = writer.say("event_" + event.kind.key, facts) else { continue }
      last[key] = event.tick
      lines.append(
        Line(tick: event.tick, text: text, reports: told(reports[event] ?? [], setup)))
    }
    return lines
  }

  private struct Key: Hashable {
    var kind: EventKind
    var town: TownID?
    var side: SideID?
  }

  private static func isWorthIt(_ event: Event) -> Bool {
    switch event.kind {
    case .refugeesLeft: event.amount >= 50
    case .unitDestroyed: event.amount >= 20
    case .vehicleLosses: event.amount >= 2 && event.detail != Int32(VehicleClass.truck.rawValue)
    case .reinforcementArrived: event.amount >= 80
    default: true
    }
  }

  private static func told(_ reports: [Dispatch], _ setup: BattleSetup) -> String {
    reports.map { "\($0.source), \(setup.clock.timeOfDayText(at: $0.tick))" }
      .joined(separator: "; ")
  }
}
