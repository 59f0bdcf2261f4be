/// Fire, losses and suppression: one case a parameter.
public enum CombatKey: Int, RuleKey {
  /// Loss rate of an attacking unit in full contact at equal strength, ppm of men a minute.
  case lossesAttacker
  /// Loss rate of a defending unit in full contact at equal strength, ppm of men a minute.
  case lossesDefender
  /// Exponent of the enemy's strength in aimed fire, permille.
  case strengthExponent
  /// The largest ratio of strengths that aimed fire reckons with, times 1.
  case ratioCap
  /// Men-equivalents of a tank in direct fire.
  case menPerTank
  /// Men-equivalents of an infantry fighting vehicle.
  case menPerIfv
  /// Men-equivalents of an armoured carrier.
  case menPerApc
  /// Men-equivalents of an anti-tank weapon.
  case menPerAntiTank
  /// Men-equivalents of a weapon that is none of the other classes in direct fire.
  case menPerWeapon
  /// Men of one unit that fire across one edge at most.
  case frontMen
  /// Defending men of one unit that fire across one edge at most.
  case frontMenDefending
  /// Attacking men of one unit that fire across one edge into streets at most.
  case frontMenUrban
  /// Shielding by a lead in tanks, kT in permille.
  case armourShielding
  /// Weight of tanks a man in the shielding term.
  case tanksPerThousandMen
  /// Fire lost at full suppression, permille.
  case suppressedFire
  /// Fire lost at full fatigue, permille.
  case fatiguedFire
  /// Gain of fire for a step of quality, permille of e to the power.
  case qualityStep
  /// Intensity of a fight lost at full fatigue of both sides, permille.
  case wearyIntensity
  /// Losses in wet weather, permille.
  case wetLosses
  /// Losses of who rules the air, permille.
  case airLosses
  /// Change of own losses for a level of surprise achieved, ln in permille.
  case surpriseOwnLosses
  /// Change of the surprised side's losses for a level of surprise, ln in permille.
  case surpriseEnemyLosses
  /// Ammunition below which fire is rationed, permille of load.
  case lowAmmunition
  /// Fire while ammunition is rationed, permille.
  case lowAmmunitionFire
  /// Fire with ammunition gone, permille.
  case noAmmunitionFire
  /// Fire of police, militia and partisans beside regulars, permille.
  case irregularFire
  /// Fire of guns, supply and headquarters in their own defence, permille.
  case rearFire
  /// Fire of a unit caught in column, permille.
  case columnFire
  /// Fire of a broken unit, permille.
  case brokenFire
  /// Fire of a routed unit, permille.
  case routedFire
  /// Losses of a unit in column, permille.
  case exposureColumn
  /// Losses of a unit deployed and moving, permille.
  case exposureMoving
  /// Losses of a unit deployed at rest in the open, permille.
  case exposureStill
  /// Losses behind hasty positions, permille of the open.
  case exposureEntrenchmentOne
  /// Losses in prepared positions, permille of the open.
  case exposureEntrenchmentTwo
  /// Losses in strong positions, permille of the open.
  case exposureEntrenchmentThree
  /// Losses in fortified positions, permille of the open.
  case exposureEntrenchmentFour
  /// Losses of who holds among houses, permille.
  case exposureUrban
  /// Losses of who holds in woods or rugged ground, permille.
  case exposureForest
  /// Fire between neighbours neither of whom attacks, permille of full contact.
  case quietIntensity
  /// Fire within one hex where neither attacks, permille of full contact.
  case closeIntensity
  /// Fire of tanks and anti-tank weapons over two hexes, permille of full contact.
  case longIntensity
  /// Tempo of a night fight without night gear, permille.
  case nightTempo
  /// Tempo of a night fight of an attacker with image intensifiers, permille.
  case nightTempoTwo
  /// Tempo of a night fight of an attacker with thermal sights, permille.
  case nightTempoThree
  /// Gain of fire by night for a lead of one level of night gear, permille.
  case nightLead
  /// Share of tanks lost for the share of men lost, permille.
  case tankCoupling
  /// Share of carriers lost for the share of men lost, permille.
  case carrierCoupling
  /// Share of guns, weapons and lorries lost for the share of men lost, permille.
  case softCoupling
  /// Men lost with a tank beside the other losses, permille.
  case crewPerTank
  /// What fire leaves of the kill chance per shot of a weapon against vehicles, permille.
  case antiTankDegrade
  /// Weapons of less than a kilometre's reach that have a vehicle before them in a fight in the
  /// open, permille.
  case antiTankCloseOpen
  /// The same in woods.
  case antiTankCloseWood
  /// The same in towns.
  case antiTankCloseUrban
  /// Weapons of a kilometre's reach and more that have a vehicle before them in the open, permille.
  case antiTankLongOpen
  /// The same in woods.
  case antiTankLongWood
  /// The same in towns.
  case antiTankLongUrban
  /// What two hexes leave of it, permille.
  case antiTankFar
  /// What standing still in cover leaves of a vehicle's risk, permille.
  case antiTankStill
  /// The largest share of a unit's vehicles that is killed so in a minute, permille.
  case antiTankMost
  /// Suppression for 1 % of men lost, permille.
  case suppressionByLosses
  /// Suppression a minute of aimed fire at equal strength, permille.
  case suppressionByFire
  /// Suppression for a 152 mm round a hectare, permille.
  case suppressionByRounds
  /// Lethal area of the round that gS is given for, m2.
  case referenceLethalArea
  /// Share of suppression that infantry shakes off in a minute, permille.
  case halfLifeInfantry
  /// Share of suppression that armour shakes off in a minute, permille.
  case halfLifeArmour
  /// Suppression beyond which a unit is neutralized, permille.
  case neutralized
  /// Ground that a small unit occupies, m2.
  case areaBase
  /// Ground for each man more than a company's 150, m2.
  case areaPerMan
  /// Ground that a large unit occupies at most in a hex, m2.
  case areaMost
  /// Lethal area against men in column, permille of standing.
  case shelledColumn
  /// Lethal area against men deployed and moving, permille.
  case shelledMoving
  /// Lethal area against an attack that has gone to ground before the enemy's line, permille.
  case shelledStalled
  /// Lethal area against men lying, permille.
  case shelledProne
  /// Lethal area against hasty positions, permille.
  case shelledEntrenchmentOne
  /// Lethal area against foxholes, permille.
  case shelledEntrenchmentTwo
  /// Lethal area against foxholes with cover, permille.
  case shelledEntrenchmentThree
  /// Lethal area against overhead cover, permille.
  case shelledEntrenchmentFour
  /// Lethal area against men in armoured vehicles, permille of the same men outside.
  case shelledUnderArmour
  /// Lethal area among houses, permille of the open.
  case shelledUrban
  /// Lethal area against a tank, permille of standing men.
  case shelledTank
  /// Lethal area against a carrier, permille of standing men.
  case shelledCarrier
  /// Lethal area against guns, weapons and lorries, permille of standing men.
  case shelledSoft
  /// Effect of unobserved fire, permille.
  case unobservedEffect
  /// Effect of rockets on the hex aimed at, permille.
  case rocketEffect
  /// Effect on each neighbouring hex of unobserved fire and of rockets, permille.
  case dispersal
  /// Ammunition of guns a minute of fire, permille of load times 256.
  case gunCost
  /// Ammunition of armour an intense minute, permille of load times 256.
  case tankCost
  /// Ammunition of infantry an intense minute, permille of load times 256.
  case infantryCost
  /// Minutes from call to first round.
  case missionDelay
  /// Minutes of fire that units in contact get on call.
  case calledMinutes
  /// Ammunition that guns keep from called fire, permille of load.
  case calledReserve
  /// Missions on one hex at a time at most.
  case calledPerHex
  /// Chance a minute that a firing battery is located by an enemy with guns in reach, permille.
  case counterBatteryChance
  /// How long fire by a unit counts for fire in return, minutes.
  case returnMinutes
  /// Whether fire in return includes who merely enters own ground: 0 no, 1 yes.
  case returnOnIntruders
  /// Minutes that an air strike lasts.
  case strikeMinutes
  /// Minutes from order to take-off.
  case strikeReadiness
  /// 152 mm rounds that the bombs of a sortie are worth.
  case strikeLethalRounds
  /// Bombs that find their mark in wet weather, permille.
  case strikeWet
  /// Suppression by a strike, permille.
  case strikeSuppression
  /// Chance that a strike on a place in sight hits it, permille.
  case strikeHitSeen
  /// Chance that a strike on a place not in sight hits it, permille.
  case strikeHitUnseen
  /// Armoured vehicles killed a sortie of aircraft, permille.
  case sortieKills
  /// Armoured vehicles killed a sortie of attack helicopters, permille.
  case helicopterKills
  /// Aircraft lost a sortie against weak air defence, ppm.
  case airLossLow
  /// Aircraft lost a sortie against strong air defence, ppm.
  case airLossHigh
  /// Helicopters lost a sortie against weak air defence, ppm.
  case helicopterLossLow
  /// Helicopters lost a sortie against strong air defence, ppm.
  case helicopterLossHigh
  /// Air-defence weapons in reach that make it strong.
  case strongAirDefence
  /// Air defence at night without night gear beside by day, permille.
  case airDefenceNight
  /// Ammunition that an air-defence unit spends on a flight, permille of load.
  case airDefenceCost
  /// Speed of aircraft on a mission, km/h.
  case aircraftSpeed
  /// Speed of helicopters on a mission, km/h.
  case helicopterSpeed
  /// Minutes to load men into helicopters.
  case loadMinutes
  /// How near transport helicopters must stand or fly in, kilometres.
  case transportReach
  /// Suppression of men that have just landed, permille.
  case landSuppression
  /// Cohesion of men that have just landed at most, permille.
  case landCohesion
  /// Ammunition of men that have just landed, permille.
  case landAmmunition
}
