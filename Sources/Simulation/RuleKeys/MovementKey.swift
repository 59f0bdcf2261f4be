/// Speeds, terrain costs and traffic: one case a parameter. The tags C, R, M and J and the sources
/// stand in `Assets/Tables/movement.yaml`.
public enum MovementKey: Int, RuleKey {
  // Speeds in tenths of a kilometre an hour
  /// On foot on a road by day.
  case footRoad
  /// On foot across open country by day.
  case footCountry
  /// A vehicle column on a motorway.
  case columnMotorway
  /// A vehicle column on a primary road.
  case columnPrimary
  /// A vehicle column on a secondary road.
  case columnSecondary
  /// Tracked vehicles across open country, in column.
  case trackedCountry
  /// Wheeled vehicles across open country, in column.
  case wheeledCountry

  // Shares in permille of the speed in column
  /// Vehicles deployed for a fight.
  case deployedVehicle
  /// Men on foot deployed for a fight.
  case deployedFoot
  /// Any unit in the attack, after `deployed…`.
  case attackPace

  // Shares in permille of the speed across open country, for vehicles; on a road 1,000
  /// Vehicles in forest.
  case vehicleForest
  /// Vehicles in open woodland.
  case vehicleWoodland
  /// Vehicles on cropland.
  case vehicleCropland
  /// Vehicles on barren ground.
  case vehicleBarren
  /// Vehicles in a town.
  case vehicleUrban
  /// Vehicles in a marsh.
  case vehicleWetland
  /// Vehicles on hills.
  case vehicleHill
  /// Vehicles on steep slopes.
  case vehicleSteep
  // The same for men on foot
  /// Men in forest.
  case footForest
  /// Men in open woodland.
  case footWoodland
  /// Men in a town.
  case footUrban
  /// Men in a marsh.
  case footWetland
  /// Men on hills.
  case footHill
  /// Men on steep slopes.
  case footSteep
  /// Fall of the ground from which it counts as hills, metres a kilometre.
  case hillSlope
  /// Fall of the ground from which it counts as steep, metres a kilometre.
  case steepSlope

  // Rivers, in minutes
  /// Fording a minor river with vehicles.
  case fordVehicleMinutes
  /// Fording a minor river on foot.
  case fordFootMinutes

  // Night, permille of the speed by day in full darkness
  /// Vehicles on a road.
  case nightRoadVehicle
  /// Men on a road.
  case nightRoadFoot
  /// Off the road without night gear.
  case nightCountry
  /// Off the road with some night gear.
  case nightCountrySome
  /// Off the road with image intensifiers.
  case nightCountryImage
  /// Off the road with thermal sights.
  case nightCountryThermal
  /// The share of that loss which the moon gives back, permille.
  case moonGain
  /// The share of that loss which nautical twilight gives back, permille.
  case twilightGain
  /// Speed off the roads in wet weather, permille.
  case wetCountry
  /// The share of speed that full fatigue takes, permille.
  case fatigueLoss

  // Minutes of changing posture
  /// Breaking camp.
  case breakCampMinutes
  /// Leaving positions dug in to level 2 or more.
  case leavePositionsMinutes
  /// Guns and rocket launchers out of action.
  case limberMinutes
  /// From deployed into column.
  case formColumnMinutes
  /// From column into deployed.
  case deployMinutes
  /// Metres of road that a vehicle takes in column.
  case columnMetersPerVehicle
  /// The most minutes that closing up of a column at its goal takes.
  case closeUpCapMinutes

  // Traffic
  /// Metres of road that a hundred men take in column on foot.
  case columnMetersPerHundredMen
  /// Metres of column that a kilometre of road takes in one direction.
  case roadRoomMeters
  /// The same on a motorway.
  case motorwayRoomMeters
  /// Minutes after which traffic control gets a column through a jam.
  case jamLimitMinutes
  /// Men-equivalents that one hex holds deployed.
  case stackingLoad
  /// Units that one hex holds deployed.
  case stackingUnits
  /// Men-equivalents that a vehicle takes.
  case vehicleLoad
  /// Vehicles seat the whole unit from so many men a vehicle downwards.
  case menPerVehicle

  // Enemies on the way, in minutes added to a planned path
  /// Through a hex where an enemy is known to be.
  case avoidEnemyMinutes
  /// Through a hex beside one.
  case avoidNearMinutes
  /// How old a contact may be to be avoided, in minutes.
  case avoidAgeMinutes
  /// After how many minutes without a shot a unit counts as quiet.
  case quietMinutes

  // Fuel
  /// Range on a full load of fuel, in tenths of a kilometre.
  case fuelRangeTenths
  /// Fuel for a kilometre across country, in tenths of a kilometre of range.
  case fuelCountryTenths

  // Wear
  /// Tracked vehicles that break down in a kilometre of road, ppm.
  case breakdownTracked
  /// Wheeled vehicles and what they draw, ppm.
  case breakdownWheeled
  /// The same off the road beside the road, permille.
  case breakdownCountry

  // Falling back
  /// How far a withdrawal without a goal looks for one, in hexes.
  case retreatRadius
  /// How far from known enemies is far enough, in hexes.
  case retreatClearance
  /// How far from a unit known enemies count for its way back, in hexes.
  case retreatKnownHexes
  // What a place to fall back to is worth, in points: a hex of clearance from the enemy, a hex
  // nearer to the source of supply, a hex of way, a hex from home where no line of supply is left,
  // ground held by one's own or by the enemy, a road, cover
  /// For each hex of clearance.
  case retreatClearWorth
  /// For each hex of the line of supply that it is nearer to the source.
  case retreatLineWorth
  /// Taken off for each hex of way.
  case retreatWayCost
  /// Taken off for each hex from home, where the unit is cut off.
  case retreatHomeCost
  /// For own ground.
  case retreatOwnWorth
  /// Taken off for the enemy's ground.
  case retreatEnemyCost
  /// For a road.
  case retreatRoadWorth
  /// For houses and woods.
  case retreatCoverWorth

  // Arrivals
  /// How far from its place a unit that arrives looks for room, in hexes.
  case arrivalRadius
}
