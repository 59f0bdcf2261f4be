/// A shooter and one of its targets in a minute's direct fire.
struct FirePair: Sendable {
  /// Who fires.
  var row: Int32
  /// At whom.
  var target: Int32
  /// The target's weight among the shooter's.
  var weight: Int64
  /// How hard they fight, permille.
  var intensity: Int32
  /// The edge of the shooter's hex across which it fires, -1 within one hex.
  var edge: Int8
}

/// What a unit's fire carries to all of its targets in a minute.
struct Shooter: Sendable {
  /// ln(1 + 60 T/M) in Q16.
  var shield: Int64 = 0
  /// The share of tanks in its strength, permille.
  var armour: Int64 = 0
  /// What its strength counts for in the balance of powers, Q16.
  var power: Int64 = 0
  /// Whether it joins the fight only now.
  var isFresh = false
}
