/// Civilians and partisans: one case a parameter.
public enum CivilianKey: Int, RuleKey {
  /// Share of the people of a threatened town that leaves a day, permille.
  case leaveBase
  /// Added under an hour or more of shelling a day, permille.
  case leaveShelled
  /// Added with fighting in the town, permille.
  case leaveCombat
  /// People who stay whatever comes, permille of the start.
  case stayShare
  /// Hexes within which an enemy threatens a town.
  case threatHexes
  /// Hexes of road that people flee at most.
  case flightHexes
  /// How fast they get on along the roads, tenths of a kilometre an hour.
  case flightSpeed
  /// Hexes from a unit that fought in the last hour in which a road is closed to them.
  case flightShyHexes
  /// Hexes from the middle of their town within which they slip past a fight.
  case slipHexes
  /// Lethal area against people in houses for the reference round, m2.
  case shelteredArea
  /// The same against people in cellars, m2.
  case cellarArea
  /// Minutes of shelling in the last day after which people are in cellars.
  case warnedMinutes
  /// Lethal area against people in the open for the reference round, m2.
  case openArea
  /// People in the open, permille.
  case openShare
  /// Share of the reckoned harm that comes about, permille.
  case harmShare
  /// Injured for one killed by shelling, permille.
  case injuredShelling
  /// Injured for one killed by bombs, permille.
  case injuredAir
  /// Injured for one killed by small arms, permille.
  case injuredDirect
  /// People of a hex killed a minute of close fight in it, ppb.
  case directHarm
  /// Area of a hex, m2.
  case hexAreaSquareMeters
  /// Chance an hour that partisans fall on an enemy within reach, permille.
  case ambushChance
  /// Minutes from one ambush to the next.
  case ambushRest
  /// Losses of the unit ambushed at most, permille.
  case ambushLoss
  /// Suppression of the unit ambushed, permille.
  case ambushSuppression
  /// Losses of the ambushers when the answer finds them, permille.
  case ambushReturn
  /// Hexes within which own regulars make partisans rise.
  case riseHexes
  /// Minutes without fire or enemy near after which partisans hide again.
  case hideMinutes
  /// How much sooner the cease-fire comes for a strike on a capital, minutes.
  case capitalDelayMinutes
  /// How much sooner the cease-fire comes for a strike on neutral ground, minutes.
  case neutralDelayMinutes
  /// How much sooner the cease-fire comes for a hundred civilians killed, minutes.
  case harmDelayMinutes
}
