/// Ammunition, fuel and lines of supply: one case a parameter.
public enum SupplyKey: Int, RuleKey {
  /// Hexes from a road that supply reaches.
  case offRoadHexes
  /// Hexes of the enemy's where nobody stands that supply drives through by road, one behind the
  /// other.
  case roadGapHexes
  /// Ammunition that comes up an hour, permille of load.
  case ammunitionPerHour
  /// Ammunition that comes up an hour for guns and rockets, permille of load.
  case gunAmmunitionPerHour
  /// The same for guns and rockets in camp or told to take in shells, permille of load.
  case gunResupplyPerHour
  /// Fuel that comes up an hour, tenths of a kilometre of range.
  case fuelPerHour
  /// Supply to units told to resupply or camped, but for the shells of guns, permille.
  case resupplyFactor
  /// Minutes cut off after which cohesion falls.
  case cutOffLimit
  /// Cohesion lost an hour when cut off for longer, permille.
  case cutOffLoss
  /// Hexes from the map's edge in which own roads are sources.
  case sourceHexes
  /// Vehicles knocked out that can be recovered and repaired, permille.
  case damagedPermille
  /// Damaged vehicles put right an hour in camp, permille.
  case repairPermille
  /// Minutes that an ambush stops a column.
  case ambushMinutes
}
