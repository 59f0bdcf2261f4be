public import Simulation

/// Kinds of event that belong together, for going from one to the next on the timeline.
public enum EventGroup: String, Sendable, CaseIterable {
  /// Everything that the timeline marks.
  case all
  /// Towns and quarters that changed hands.
  case towns
  /// Strikes, landings and units lost.
  case fights
  /// Who came, who fell.
  case people
  /// Truces, releases, capitals.
  case politics

  /// Whether a kind of event belongs to the group.
  public func contains(_ kind: EventKind) -> Bool {
    switch self {
    case .all: true
    case .towns: [.quarterTaken, .townEntered, .townSecured, .townSearched].contains(kind)
    case .fights: [.airStrike, .airAssaultLanded, .unitDestroyed, .unitRouted].contains(kind)
    case .people: [.leaderLost, .leaderArrived, .reinforcementArrived].contains(kind)
    case .politics:
      [.truceBroken, .fireReleased, .capitalStruck, .neutralStruck, .partisansRose, .ceaseFire]
        .contains(kind)
    }
  }

  /// The group after this one, the first after the last.
  public var next: EventGroup {
    let all = Self.allCases
    let index = all.firstIndex(of: self) ?? 0
    return all[(index + 1) % all.count]
  }
}
