/// What a unit's fire carries to all of its targets in a minute.
struct Shooter: Sendable {
  /// Its row.
  var row: Int32 = 0
  /// Its strength in direct fire, Q8.
  var strength: Int64 = 0
  /// The weight of all its targets.
  var weight: Int64 = 1
  /// ln(1 + 60 T/M) in Q16.
  var shield: Int64 = 0
  /// The share of tanks in its strength, permille.
  var armour: Int64 = 0
  /// What its strength counts for in the balance of powers, Q16.
  var power: Int64 = 0
  /// Whether it joins the fight only now.
  var isFresh = false
  /// Whether it is in hand: those who flee press nobody.
  var isInHand = false
  /// Whether it has weapons made against vehicles; what they kill is then reckoned by themselves.
  var isAntiTank = false
  /// Kills a minute of its weapons of long reach in its state, ppm.
  var longKills: Int64 = 0
  /// The same of those of short reach.
  var closeKills: Int64 = 0
  /// The weight of its targets with armoured vehicles.
  var armouredWeight: Int64 = 1
  /// Whether it has closed up to the hex that it attacks.
  var isClosedUp = false
  /// What covers it.
  var cover = FireCover.open
  /// Its night gear, 0…3.
  var nightGear: UInt8 = 0
}
