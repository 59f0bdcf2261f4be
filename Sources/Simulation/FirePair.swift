/// One of the targets of a shooter in a minute's direct fire.
struct FirePair: Sendable {
  /// The target's weight among the shooter's.
  var weight: Int64 = 0
  /// At whom it fires.
  var target: Int32 = 0
  /// How hard they fight, permille.
  var intensity: Int32 = 0
  /// The edge of the shooter's hex across which it fires, -1 within one hex.
  var edge: Int8 = 0
  /// The target's night gear, 0…3.
  var nightGear: UInt8 = 0
}
