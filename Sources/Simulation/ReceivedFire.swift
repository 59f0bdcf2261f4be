/// What direct fire does to one unit in a minute, summed over all that fire at it. One record a
/// unit, since whoever adds to one of the sums adds to most of them.
struct ReceivedFire: Sendable {
  /// Strength of the enemy that fires at it, men-equivalents, Q8.
  var strength: Int64 = 0
  /// The same times intensity in permille.
  var byIntensity: Int64 = 0
  /// The same times the enemy's shielding by tanks in Q16.
  var byShield: Int64 = 0
  /// The same times the share of tanks in the enemy's strength, permille.
  var byArmour: Int64 = 0
  /// Strength of those whose weapons against vehicles are reckoned by themselves, Q8.
  var antiTankStrength: Int64 = 0
  /// Armoured vehicles that these kill in the minute, ppm of a vehicle.
  var antiTankKills: Int64 = 0
  /// Strength of enemies that have just joined the fight, Q8.
  var fresh: Int64 = 0
  /// The enemy's power in the fight, Q8.
  var power: Int64 = 0
  /// The strength of the strongest shooter at it, Q8.
  var shooterStrength: Int64 = 0
  /// The row of that shooter, -1 for none.
  var shooter: Int32 = -1
  /// The greatest intensity in which the unit takes part, firing or fired at, permille; 0 where it
  /// does not fight.
  var intensity: Int32 = 0
  /// The edges across which enemies press, one bit an edge.
  var edges: UInt8 = 0
}
