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
