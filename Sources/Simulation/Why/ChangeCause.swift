/// Why a unit stopped, gave up, fell back or came back.
public enum ChangeCause: UInt8, CaseIterable, Sendable {
  // It stopped on its way
  /// There is no way on.
  case noWay
  /// Its fuel is used up.
  case outOfFuel
  /// An enemy bars the next hex.
  case enemyAhead
  /// An enemy who would fire stands beside it.
  case enemyBeside
  // Its attack or itself gave way
  /// Its cohesion came too near its break point to go on attacking.
  case attackSpent
  /// Its cohesion fell below its break point.
  case broke
  /// Nothing holds it together.
  case routed
  /// A stronger enemy came into sight.
  case overmatched
  /// It was told to give ground and was pressed.
  case gaveGround
  // Its mission cannot be done
  /// The target is out of range.
  case outOfRange
  /// Its ammunition is used up.
  case outOfAmmunition
  /// It has no aircraft left or its sorties are flown.
  case noSorties
  /// It cannot fly by night.
  case tooDark
  /// No helicopters are free, or nowhere to land.
  case noAirlift
  /// When its order arrived it was no longer in hand.
  case notInHand
  /// When its order arrived it could not be carried out.
  case impossible
  // It came back
  /// It rallied.
  case rallied
  /// It re-formed.
  case reformed

  /// The name in JSON: snake_case.
  public var key: String { snakeCased("\(self)") }
}

/// A unit's last change of what it does that nobody ordered, and why.
public struct UnitChange: Sendable, Hashable {
  /// When.
  public var tick: Tick
  /// Why.
  public var cause: ChangeCause
  /// What it was doing, or was told to do.
  public var task: OrderKind
  /// Its cohesion then, permille.
  public var cohesion: Int32
  /// The cohesion below which it breaks, then, permille.
  public var breakPoint: Int32
}
