/// Units of one hex that fight alike, and what their fire carries to all of their targets in a
/// minute. They have the same targets, so their fire is dealt out as one.
struct Shooters: Sendable {
  /// How all of them fight.
  let stance: FireStance
  /// The weight of all their targets.
  let weight: Int64
  /// Their strength in direct fire, Q8.
  private(set) var strength: Int64 = 0
  /// ln(1 + 60 T/M) in Q16, the mean by strength once settled.
  private(set) var shield: Int64 = 0
  /// The share of tanks in their strength, permille, the mean by strength once settled.
  private(set) var armour: Int64 = 0
  /// What their strength counts for in the balance of powers, Q16, the mean by strength once
  /// settled.
  private(set) var power: Int64 = 0
  /// The strength of those who join the fight only now, Q8.
  private(set) var fresh: Int64 = 0
  /// The strongest of them.
  private(set) var strongest: Int32 = -1
  /// The strength of the strongest, Q8.
  private(set) var greatest: Int64 = 0
  /// Whether one of them is in hand: those who flee press nobody.
  var isInHand = false
  /// The strength of those with weapons made against vehicles, Q8; what these kill is reckoned by
  /// itself.
  var antiTankStrength: Int64 = 0
  /// Kills a minute of their weapons of long reach in their state, ppm.
  var longKills: Int64 = 0
  /// The same of those of short reach.
  var closeKills: Int64 = 0
  /// The weight of their targets with armoured vehicles.
  var armouredWeight: Int64 = 0
  /// What covers them.
  var cover = FireCover.open

  /// Nobody yet.
  init(_ stance: FireStance, weight: Int64) {
    self.stance = stance
    self.weight = weight
  }

  /// Adds a unit.
  mutating func add(
    _ row: Int, strength own: Int64, shield: Int64, armour: Int64, power: Int64, isFresh: Bool
  ) {
    strength += own
    self.shield += own * shield
    self.armour += own * armour
    self.power += own * power
    if isFresh { fresh += own }
    if own > greatest { (greatest, strongest) = (own, Int32(row)) }
  }

  /// Makes means of the sums, when all are there.
  mutating func settle() {
    shield /= max(1, strength)
    armour /= max(1, strength)
    power /= max(1, strength)
  }
}
