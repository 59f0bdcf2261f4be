/// What decides, with its place, which targets a unit has and how hard it fights them.
struct FireStance: Sendable, Equatable {
  /// Its side's bit.
  let bit: UInt8
  /// Reach of its direct fire in hexes, 1 or 2.
  let reach: Int8
  /// Its night gear, 0…3.
  let nightGear: UInt8
  /// Whether it attacks.
  let isAttacker: Bool
  /// Whether it fires only at who drew fire on himself.
  let isWaiting: Bool
  /// Whether it has closed up to the hex that it attacks.
  let isClosedUp: Bool
}

/// A search for targets from one hex.
struct TargetSearch: Sendable {
  /// The stance of those who search.
  let stance: FireStance
  /// How many targets were found.
  var count = 0
  /// The weight of those with armoured vehicles.
  var armouredWeight: Int64 = 0
  /// The weight of all.
  var weight: Int64 = 0

  /// A search that has found nothing yet.
  init(_ stance: FireStance) { self.stance = stance }
}
