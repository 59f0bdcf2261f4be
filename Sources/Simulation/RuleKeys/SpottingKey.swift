/// Who sees whom: one case a parameter.
public enum SpottingKey: Int, RuleKey {
  /// Range at which a column on a road is seen by day, metres.
  case rangeColumn
  /// Range at which deployed movement is seen by day, metres.
  case rangeMoving
  /// Range at which deployed units at rest are seen by day, metres.
  case rangeStill
  /// Range at which a camp is seen by day, metres.
  case rangeCamped
  /// Range at which guns in a fire position are seen by day, metres.
  case rangeFiring
  /// Range at which a unit in flight is seen by day, metres.
  case fleeingRange
  /// Range of who fired within `firedMinutes`, permille of the range.
  case firedFactor
  /// How long own fire gives a unit away, minutes.
  case firedMinutes
  /// Range of units without armoured vehicles, permille.
  case footFactor
  /// Range of units of fewer than `smallMen` men, permille.
  case smallFactor
  /// Men below which a unit is small.
  case smallMen
  /// Taken off the range for each level of entrenchment, permille.
  case entrenchmentFactor
  /// Range of a target in forest, permille.
  case forestFactor
  /// Range of a target in open woodland, permille.
  case woodlandFactor
  /// Range of a target among houses, permille.
  case urbanFactor
  /// Range of a target among crops, permille.
  case croplandFactor
  /// Range of a target among reeds, permille.
  case wetlandFactor
  /// Range of reconnaissance units as observers, permille.
  case reconnaissanceFactor
  /// Range of supply, artillery and headquarters as observers, permille.
  case rearFactor
  /// Range at which police, militia and partisans see everything in the open around their town,
  /// metres.
  case inhabitantMeters
  /// Range taken off an observer at full suppression, permille.
  case suppressionFactor
  /// Range at which anything not hidden is seen by day whatever its cover, metres.
  case contactMeters
  /// The longest range at which ground units are seen, metres.
  case ceilingMeters
  /// Range in civil twilight without night gear, permille.
  case lightCivil
  /// Range in nautical twilight without night gear, permille.
  case lightNautical
  /// Range in moonlight without night gear, permille.
  case lightMoon
  /// Range in the dark without night gear, permille.
  case lightDark
  /// Share of the light lost that some night gear gives back, permille.
  case gearOne
  /// Share of the light lost that image intensifiers give back, permille.
  case gearTwo
  /// Share of the light lost that thermal sights give back, permille.
  case gearThree
  /// Each target is looked for every so many minutes.
  case checkMinutes
  /// Range within which a contact in sight stays in sight, permille of the range.
  case holdFactor
  /// Chance at a check that more is made out, permille.
  case detailChance
  /// Error of an estimate of strength to either side, permille.
  case strengthNoise
  /// Half the width of a reported band of strength, permille of the estimate.
  case bandWidth
  /// Contacts not seen for so long are dropped from reports, minutes.
  case forgetMinutes
  /// Chance that somebody unseen stands in an enemy quarter where nobody has looked, permille; for
  /// estimates.
  case unseenChance
  /// How long a quarter must not have been looked into for that, minutes.
  case unseenMinutes
  /// A contact out of sight may have moved a hex in so many minutes; for estimates.
  case contactDriftMinutes
  /// Hexes around a unit that it keeps an eye on by day.
  case viewDay
  /// Hexes around a unit that it keeps an eye on by night without gear.
  case viewNight
  /// Each unit looks around every so many minutes.
  case viewMinutes
  /// How far ground must rise above the line of sight to break it, metres.
  case heightMargin
  /// Height of forest in the line of sight, metres.
  case forestHeight
  /// Height of houses in the line of sight, metres.
  case urbanHeight
  /// Height of an observer and of a target above the ground, metres.
  case observerHeight
  /// Chance an hour that hidden partisans are found where an enemy is, permille.
  case partisanBase
  /// Added for each company in the hex, permille an hour.
  case partisanPatrol
  /// Added where the partisans fired within the hour, permille an hour.
  case partisanFired
  /// A searching company counts as so many in the hunt, permille.
  case searchFactor
  /// How far the patrols of a unit that stands go, in hexes.
  case patrolHexes
  /// Chance an hour that a unit's patrols find an enemy who lies still within that, permille.
  case patrolFind
}
