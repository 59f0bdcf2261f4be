public import Simulation

/// One beat of a scenario's story: the rule by which a battle is seen to have told it.
public struct Beat: Sendable, Hashable {
  /// Its word: `B1`.
  public var id: String
  /// What it tells, for people.
  public var title: String
  /// The kinds of events that count.
  public var kinds: [EventKind]
  /// Only events of this side's doing.
  public var side: SideID?
  /// Only events of units of these arms; empty for any.
  public var arms: [Arm]
  /// Only events within `withinHexes` of this town's centre.
  public var town: TownID?
  /// See `town`.
  public var withinHexes: Int
  /// Only events with this `detail`.
  public var detail: Int32?
  /// The sum of the events' amounts that it takes; 0 for any one event.
  public var total: Int32
  /// Only from this moment on.
  public var notBefore: Tick
  /// Only events of units of this formation and of those under it.
  public var formation: FormationID?

  /// The moment at which the beat first happened; nil if it did not.
  public func firstTick(in events: [Event], setup: BattleSetup) -> Tick? {
    firstEvent(in: events, setup: setup)?.tick
  }

  /// The event with which the beat first happened; nil if it did not.
  public func firstEvent(in events: [Event], setup: BattleSetup) -> Event? {
    var sum: Int64 = 0
    for event in events where matches(event, setup: setup) {
      sum += Int64(event.amount)
      if sum >= Int64(total) { return event }
    }
    return nil
  }

  private func matches(_ event: Event, setup: BattleSetup) -> Bool {
    guard kinds.contains(event.kind), event.tick >= notBefore else { return false }
    if let side, event.side != side { return false }
    if let detail, event.detail != detail { return false }
    if !arms.isEmpty {
      guard let unit = event.unit, arms.contains(setup.units[unit.row].arm) else { return false }
    }
    if let formation {
      guard let unit = event.unit,
        isUnder(setup.units[unit.row].formation, formation, in: setup)
      else { return false }
    }
    if let town {
      guard event.hex >= 0 else { return false }
      let center = Int(setup.terrain.towns[town.index].center)
      guard setup.terrain.grid.distance(Int(event.hex), center) <= withinHexes else { return false }
    }
    return true
  }

  private func isUnder(
    _ part: FormationID, _ whole: FormationID, in setup: BattleSetup
  ) -> Bool {
    var next: FormationID? = part
    while let here = next {
      if here == whole { return true }
      next = setup.formations[here.index].parent
    }
    return false
  }
}

/// Two beats of which the story tells one before the other.
public struct BeatPair: Sendable, Hashable {
  /// The word of the one that comes first.
  public var first: String
  /// The word of the other.
  public var second: String
}
