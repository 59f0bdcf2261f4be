import Simulation

/// One task of a plan: who does what, where, from when until when.
struct StaffTask: Sendable {
  /// What a force is told to bring about.
  enum Kind: String, CaseIterable, Sendable {
    /// Take a place and hold it.
    case seize
    /// Hold a place, dug in.
    case defend
    /// Hold a place, and give way towards `fallback` before it costs too much.
    case delay
    /// Go towards a place; leave the road and camp where the enemy is too strong or the way ends.
    case probe
    /// March to a place and wait there, off the road.
    case assemble
    /// Shell what is known near a place; where `barrage` is set, the place itself.
    case support
    /// Strike what is known near a place from the air; where `barrage` is set, the place itself.
    case strike
    /// Land by helicopter at a place and take it.
    case land
    /// Let people out of a town and none in.
    case cordon
    /// Search a town.
    case search
    /// Go to a place: leaders, headquarters.
    case visit
    /// Ask for free fire.
    case release
  }

  /// Unique in the plan.
  var id: String
  /// What to do.
  var kind: Kind
  /// The units that do it, ascending.
  var units: [UnitID]
  /// The hexes of the place, as indices; the first is its middle.
  var place: [Int32]
  /// Where to give way to.
  var fallback: Int32?
  /// What must hold before it starts.
  var conditions: [StaffCondition]
  /// What ends it.
  var endings: [StaffCondition]
  /// Whether fire falls on the place itself when no target is known.
  var barrage: Bool
  /// Whether a delaying force stands until it is fired on, instead of leaving before contact.
  var standsUntilHit: Bool
  /// How far from the place the force looks for targets, in hexes.
  var radius: Int
}

/// Something that a plan waits for.
enum StaffCondition: Sendable, Hashable {
  /// The battle's clock has reached a moment.
  case time(Tick)
  /// So many minutes after the side's H-hour (before it where negative).
  case hour(Int32)
  /// So many minutes or fewer are left until sunset, or the sun has set.
  case sunsetWithin(Int32)
  /// It is dark, or it is not.
  case dark(Bool)
  /// The side may fire freely.
  case freeFire
  /// The truce is over.
  case truceBroken
  /// A task has been begun.
  case begun(String)
  /// So many permille of a task's force are at its place.
  case arrived(String, permille: Int64)
  /// The side holds so many quarters of a town, as far as it knows.
  case holds(TownID, quarters: Int)
  /// An enemy is known within so many hexes of a place.
  case enemyWithin(place: Int32, hexes: Int)
}
