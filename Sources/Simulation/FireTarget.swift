/// What shooters ask of a unit when they choose their targets, gathered once a tick.
struct FireTarget: Sendable {
  /// The unit.
  var row: Int32 = 0
  /// Men and tanks in men-equivalents.
  var size: Int32 = 0
  /// By side, one bit each: whether its units may and can fire on it: they see it, their rules let
  /// them, and it is an enemy that fights.
  var openTo: UInt8 = 0
  /// Whether it attacks.
  var isAttacking = false
  /// Whether it drew fire on itself: under "return fire" alone such are fired on.
  var isProvoking = false
  /// Whether it moves or stands in column.
  var isOpen = false
  /// Whether it has armoured vehicles.
  var isArmoured = false
  /// Whether it has closed up to the hex that it attacks.
  var isClosedUp = false
  /// What covers it.
  var cover = FireCover.open
  /// Its night gear, 0…3.
  var nightGear: UInt8 = 0
}
