/// Cohesion, shocks, rally, fatigue and entrenchment: one case a parameter.
public enum MoraleKey: Int, RuleKey {
  /// Cohesion lost a day for each unit of adverse ln power in full contact, permille.
  case pressure
  /// The most adverse ln power reckoned with, permille.
  case pressureCap
  /// Cohesion lost for losses: permille of the share lost.
  case lossShock
  /// Share of lost cohesion that comes back a day out of contact, permille.
  case recovery
  /// The same in contact, permille of it.
  case recoveryInContact
  /// Power of a hasty defence, permille.
  case defenceHasty
  /// Power of prepared positions beside hasty, permille.
  case defencePrepared
  /// Power of fortified positions beside prepared, permille.
  case defenceFortified
  /// Power of a delaying defence beside hasty, permille.
  case defenceDelay
  /// Power of a defence in rugged ground or woods, permille.
  case terrainRugged
  /// Power of a defence among houses, permille.
  case terrainUrban
  /// Power for a step of quality beside its fire, ln in permille.
  case qualityPower
  /// Power for a level of surprise, ln in permille.
  case surprisePower
  /// Time in which surprise falls to 1/e, minutes.
  case surpriseDecay
  /// Power of who rules the air, ln in permille.
  case airPower
  /// Speed of an opposed advance at even power, without tanks, against no positions, metres a day.
  case pushSpeed
  /// Exponent of the balance of powers in that speed, permille.
  case pushPower
  /// Exponent of 1 + tanks for a thousand men in that speed, permille.
  case pushTanks
  /// Exponent of the defender's positions by which that speed is divided, permille.
  case pushDefence
  /// That speed where the balance is against the attacker, permille.
  case pushStalled
  /// That speed among houses, permille.
  case pushUrban
  /// That speed in rugged ground, permille.
  case pushRugged
  /// That speed in wet weather, permille.
  case pushWet
  /// Cohesion below which a unit breaks, permille.
  case breakPoint
  /// Taken off the breaking point for a step of quality, permille.
  case breakPerQuality
  /// The breaking point at most, permille of the ceiling of cohesion.
  case breakShare
  /// Cohesion above the breaking point at which an attack stops, permille.
  case stopMargin
  /// Cohesion below which a unit routs, permille.
  case routPoint
  /// Vehicles and weapons abandoned in a rout, permille.
  case routDrop
  /// Taken off the ceiling of cohesion for each permille lost, permille.
  case ceilingPerLoss
  /// The lowest ceiling of cohesion, permille.
  case ceilingLeast
  /// Cohesion lost while enemies stand on edges that are not neighbours, permille a day.
  case shockFlank
  /// Shock where a unit of the formation breaks within two hexes, permille.
  case shockNeighbor
  /// Shock of fire by an unseen enemy, permille.
  case shockSurprise
  /// Shock where the enemy is reinforced in a fight, permille.
  case shockReinforced
  /// Shock where a quarter is lost, to units in that town, permille.
  case shockGround
  /// Shock to a formation that loses its headquarters, permille.
  case shockHeadquarters
  /// Shock of half an hour under bombardment, permille.
  case shockBombardment
  /// Shock to a side that loses a leader, permille.
  case shockLeader
  /// Shock of an air strike, permille.
  case shockAirStrike
  /// Minutes of neutralization after which cohesion falls.
  case neutralizedMinutes
  /// Cohesion lost a minute while neutralized, permille.
  case neutralizedLoss
  /// Extra losses of a broken unit that is pursued, permille a day.
  case pursuitLoss
  /// Positions from this level on are kept by who is beaten in them, 1…5; 5 for none.
  case groundWorks
  /// Men and vehicles that a unit leaves behind when it is pushed out of positions,
  /// permille a level of entrenchment.
  case yieldLoss
  /// How that grows with the odds: the exponent of the ratio of powers, permille.
  case yieldOdds
  /// What routed units lose beside broken ones in pursuit, permille.
  case routLossFactor
  /// The same for units with no way out, permille.
  case surroundedLossFactor
  /// Men below which a unit dissolves, permille of its start.
  case dissolveShare
  /// Men below which a unit that had 40 dissolves.
  case dissolveMen
  /// Losses of a leader's party with which the leader falls, permille.
  case leaderFallShare
  /// Cohesion below which partisans dissolve, permille.
  case partisanDissolve
  /// Cohesion back an hour out of sight with a headquarters, permille.
  case rallyWithHeadquarters
  /// Cohesion back an hour out of sight without, permille.
  case rallyAlone
  /// Hexes from any enemy at which a unit rallies.
  case rallyDistance
  /// Cohesion above the breaking point at which a broken unit is in hand again, permille.
  case rallyMargin
  /// Kilometres within which a leader helps.
  case leaderDistance
  /// Recovery near a leader, permille.
  case leaderFactor
  /// Recovery out of command, permille.
  case outOfCommandFactor
  /// Levels of quality lost out of command.
  case outOfCommandQuality
  /// Strength below which units merge, permille.
  case reformShare
  /// Hexes within which units merge.
  case reformDistance
  /// Fatigue an hour on the march, permille.
  case fatigueMarching
  /// Fatigue an hour in action, permille.
  case fatigueFighting
  /// Fatigue an hour awake by night, permille.
  case fatigueNight
  /// Fatigue shaken off an hour in camp, permille.
  case restCamped
  /// Fatigue shaken off an hour in quiet positions, permille.
  case restHolding
  /// Minutes of work for hasty positions.
  case entrenchOne
  /// Minutes more for prepared positions.
  case entrenchTwo
  /// Minutes more for strong positions.
  case entrenchThree
  /// Minutes more for fortified positions.
  case entrenchFour
  /// Work with engineers in the hex, permille.
  case engineerFactor
  /// Enemy power in sight from which rear units and irregulars leave, permille of own power near.
  case overmatch
  /// Hexes within which that enemy stands.
  case overmatchDistance
}
