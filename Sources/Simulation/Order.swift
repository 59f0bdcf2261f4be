/// One order to one unit, or to a formation, which gives it on to its parts.
public struct Order: Sendable, Hashable {
  /// How many waypoints an order holds at most.
  public static let wayCapacity = 8

  /// The side that gives it.
  public var side: SideID
  /// The unit that gets it; of an order to a formation its leading unit (`BattleSetup.lead(of:)`).
  public var unit: UnitID
  /// The formation that gets it, with all that is under it; nil for a unit alone.
  public var formation: FormationID?
  /// What to do.
  public var kind: OrderKind
  /// Where, as a hex index; nil where the kind needs none (then: where the unit stands).
  public var target: Int32?
  /// Hexes to pass on the way, in order; at most `wayCapacity`.
  public var ways: [Int32]
  /// Not before this moment; nil for at once. Command delay runs from giving, not from here. For
  /// `setHour` the moment that the hour is set to, nil to clear it.
  public var notBefore: Tick?
  /// Not before a named hour of the side and so many minutes; for `setHour` the hour that is set.
  public var hour: HourTie?
  /// Not before this has happened.
  public var signal: OrderSignal?
  /// After what the unit is doing now, instead of in its place.
  public var isQueued: Bool
  /// Minutes of fire for `bombard`, of `search` or `reform` (default by the rules where 0).
  public var duration: Int32
  /// The rules of engagement for `engage` and `conduct`; else nil.
  public var rules: RulesOfEngagement?
  /// Fire support for `conduct`; nil leaves it.
  public var fireSupport: FireSupport?
  /// Giving ground for `conduct`; nil leaves it.
  public var giveGround: GiveGround?
  /// The row of `Rules.conducts` for `conduct`; nil for none. Single values go before it.
  public var preset: Int32?
  /// The formation that shall command it for `attach`; else nil.
  public var superior: FormationID?

  /// An order from its parts.
  public init(
    side: SideID, unit: UnitID, kind: OrderKind, target: Int32? = nil, notBefore: Tick? = nil,
    isQueued: Bool = false, duration: Int32 = 0, rules: RulesOfEngagement? = nil,
    formation: FormationID? = nil, ways: [Int32] = [], hour: HourTie? = nil,
    signal: OrderSignal? = nil, fireSupport: FireSupport? = nil, giveGround: GiveGround? = nil,
    preset: Int32? = nil, superior: FormationID? = nil
  ) {
    self.side = side
    self.unit = unit
    self.formation = formation
    self.kind = kind
    self.target = target
    self.ways = ways
    self.notBefore = notBefore
    self.hour = hour
    self.signal = signal
    self.isQueued = isQueued
    self.duration = duration
    self.rules = rules
    self.fireSupport = fireSupport
    self.giveGround = giveGround
    self.preset = preset
    self.superior = superior
  }

  /// Whether it becomes orders of the parts of its formation.
  var isForParts: Bool {
    switch kind {
    case .attach, .detach, .engage, .setHour: false
    default: formation != nil
    }
  }

  /// Whether it strikes off or moves other orders.
  var changesOthers: Bool { kind == .recall || kind == .cancel || kind == .setHour }

  /// Whether it waits for a moment, an hour or a signal.
  public var isTied: Bool { notBefore != nil || hour != nil || signal != nil }
}

extension BattleSetup {
  /// The unit that takes a formation's orders: its headquarters, else its first unit, else the
  /// first of those under it; nil where there is none.
  public func lead(of formation: FormationID) -> UnitID? {
    if let staff = formations[formation.index].headquarters { return staff }
    if let row = units.firstIndex(where: { $0.formation == formation }) { return UnitID(row) }
    var inside = [Bool](repeating: false, count: formations.count)
    inside[formation.index] = true
    // Parents stand before their parts.
    for index in formations.indices {
      if let parent = formations[index].parent, parent.index < index, inside[parent.index] {
        inside[index] = true
      }
    }
    return units.firstIndex { inside[$0.formation.index] }.map { UnitID($0) }
  }
}
