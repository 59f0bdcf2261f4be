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
  /// Steps to the target, 0…2.
  var distance: UInt8 = 0
  /// What covers the target.
  var cover = FireCover.open
  /// Whether it has armoured vehicles.
  var isArmoured = false
  /// Whether it has closed up to the hex that it attacks.
  var isClosedUp = false
  /// Whether it attacks, moves or stands in column.
  var isOpen = false
  /// The target's night gear, 0…3.
  var nightGear: UInt8 = 0
}
