/// What kind of thing happened.
public enum EventKind: UInt8, CaseIterable, Sendable {
  // Orders and movement
  case orderInForce, orderAbandoned, departed, arrived, reinforcementArrived, leftRoad, campMade
  // Seeing
  case contactMade, contactLost
  // Fighting
  case firefight, bombardment, counterBattery, airStrike, airDefenceHit, vehicleLosses
  case unitBroke, unitRouted, unitRallied, unitReformed, unitDestroyed, withdrewBeforeContact
  // Ground
  case hexTaken, quarterTaken, townEntered, townSecured, townSearched, cordonSet, cordonLifted
  // Night assault
  case airAssaultLaunched, airAssaultLanded
  // Irregulars and leaders
  case partisanAmbush, partisansRose, partisansHunted, leaderArrived, leaderLost
  case headquartersDisplaced
  // Civilians
  case refugeesLeft, refugeesArrived, refugeesTurnedBack, civiliansHurt
  // Politics
  case truceBroken, fireReleased, capitalStruck, neutralStruck, ceaseFire
  // Command
  case orderRecalled, hourSet, conductSet, unitAttached, gaveGround

  /// The name in JSON: snake_case.
  public var key: String { snakeCased("\(self)") }
}

/// Something that happened in a tick, for the press, the log, the timeline and the beats.
public struct Event: Sendable, Hashable {
  /// When.
  public var tick: Tick
  /// What.
  public var kind: EventKind
  /// Whose doing it was (for losses: who fired); nil for nobody's.
  public var side: SideID?
  /// The unit that it is about.
  public var unit: UnitID?
  /// The other unit in it (target, attacker).
  public var other: UnitID?
  /// Where, as a hex index; -1 for nowhere.
  public var hex: Int32
  /// How much: men, vehicles, rounds or people, by kind.
  public var amount: Int32
  /// A second figure, by kind: killed beside injured, class of vehicle, the kind of an order.
  public var detail: Int32

  /// An event from its parts.
  public init(
    tick: Tick, kind: EventKind, side: SideID? = nil, unit: UnitID? = nil, other: UnitID? = nil,
    hex: Int32 = -1, amount: Int32 = 0, detail: Int32 = 0
  ) {
    self.tick = tick
    self.kind = kind
    self.side = side
    self.unit = unit
    self.other = other
    self.hex = hex
    self.amount = amount
    self.detail = detail
  }
}
