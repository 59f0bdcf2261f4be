/// A shooter's search for targets.
struct TargetSearch: Sendable {
  /// Its side's bit.
  let bit: UInt8
  /// Whether it attacks.
  let isAttacker: Bool
  /// Whether it fires only at who drew fire on himself.
  let isWaiting: Bool
  /// Its night gear, 0…3.
  let nightGear: UInt8
  /// How many targets it has found.
  var count = 0
  /// The weight of those with armoured vehicles.
  var armouredWeight: Int64 = 0
  /// The weight of all.
  var weight: Int64 = 0
}
