/// What an order tells a unit to do.
public enum OrderKind: UInt8, CaseIterable, Sendable {
  case move, march, attack, hold, digIn, withdraw, bombard, airStrike, airAssault, cordon, camp
  case reform, search, resupply
  /// Takes back an order still on its way, and what is queued.
  case cancel
  /// Sets the rules of engagement of a side (given to any headquarters of it).
  case engage

  /// The word in the order's text line: snake_case.
  public var key: String {
    switch self {
    case .move: "move"
    case .march: "march"
    case .attack: "attack"
    case .hold: "hold"
    case .digIn: "dig_in"
    case .withdraw: "withdraw"
    case .bombard: "bombard"
    case .airStrike: "air_strike"
    case .airAssault: "air_assault"
    case .cordon: "cordon"
    case .camp: "camp"
    case .reform: "reform"
    case .search: "search"
    case .resupply: "resupply"
    case .cancel: "cancel"
    case .engage: "engage"
    }
  }

  /// Whether it needs a target hex.
  public var needsTarget: Bool {
    switch self {
    case .move, .march, .attack, .bombard, .airStrike, .airAssault: true
    case .withdraw, .hold, .digIn, .cordon, .camp, .reform, .search, .resupply, .cancel, .engage:
      false
    }
  }
}

/// One order to one unit. Orders to a formation are given to each of its units.
public struct Order: Sendable, Hashable {
  /// The side that gives it.
  public var side: SideID
  /// The unit that gets it.
  public var unit: UnitID
  /// What to do.
  public var kind: OrderKind
  /// Where, as a hex index; nil where the kind needs none (then: where the unit stands).
  public var target: Int32?
  /// Not before this moment; nil for at once. Command delay runs from giving, not from here.
  public var notBefore: Tick?
  /// After what the unit is doing now, instead of in its place.
  public var isQueued: Bool
  /// Minutes of fire for `bombard` (default by the rules where 0); else 0.
  public var duration: Int32
  /// The rules of engagement for `engage`; else nil.
  public var rules: RulesOfEngagement?

  /// An order from its parts.
  public init(
    side: SideID, unit: UnitID, kind: OrderKind, target: Int32? = nil, notBefore: Tick? = nil,
    isQueued: Bool = false, duration: Int32 = 0, rules: RulesOfEngagement? = nil
  ) {
    self.side = side
    self.unit = unit
    self.kind = kind
    self.target = target
    self.notBefore = notBefore
    self.isQueued = isQueued
    self.duration = duration
    self.rules = rules
  }
}

/// Why an order was not taken, and what would work instead.
public struct OrderRejection: Sendable, Hashable {
  /// The reasons, for programs.
  public enum Reason: UInt8, CaseIterable, Sendable {
    case notYours, unitNotPresent, unitOutOfHand, cannotDoThat, targetMissing, targetOffMap
    case targetWater, targetNeutral, noPath, outOfRange, noAmmunition, underTruce, notDark
    case nothingToCancel, tooManyOrders, alreadyOver
  }

  /// The reason, for programs.
  public var reason: Reason
  /// What is wrong, for people: one sentence.
  public var message: String
  /// What to do instead, for people: one sentence, or empty.
  public var remedy: String
  /// A hex where the order would work, if one is known.
  public var betterTarget: Int32?

  /// A rejection from its parts.
  public init(
    _ reason: Reason, _ message: String, remedy: String = "", betterTarget: Int32? = nil
  ) {
    self.reason = reason
    self.message = message
    self.remedy = remedy
    self.betterTarget = betterTarget
  }
}
