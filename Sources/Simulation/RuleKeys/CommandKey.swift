/// Delays of orders: one case a parameter. The tags C, R, M and J and the sources stand in
/// `Assets/Tables/command.yaml`.
public enum CommandKey: Int, RuleKey {
  /// Minutes from order to deed for a battalion.
  case battalionMinutes
  /// Minutes from order to deed for a company or smaller.
  case companyMinutes
  /// Minutes for headquarters, leaders and aircraft.
  case staffMinutes
  /// Men on paper from which a unit counts as a battalion.
  case battalionMen
  /// Minutes more for each 10 km to the formation's headquarters.
  case minutesPerTenKilometers
  /// The most minutes that distance adds.
  case distanceCapMinutes
  /// Permille of the delay for a unit that its headquarters does not reach.
  case outOfCommandPermille
  /// Permille of the delay near a leader.
  case leaderPermille
  /// How near a leader must be, in metres.
  case leaderRangeMeters
  /// The delay varies by so many permille either way.
  case spreadPermille
  /// How far a headquarters reaches, in metres.
  case commandRangeMeters
  /// How far the headquarters of a higher formation reaches, in metres.
  case higherCommandRangeMeters
  /// How many orders may be on their way to one unit.
  case maximumOrders
  /// Minutes of fire where a fire order names none.
  case bombardMinutes
  /// The most minutes of fire in one order.
  case bombardCapMinutes
  /// Minutes of searching where the order names none.
  case searchMinutes
  /// Minutes of reforming where the order names none.
  case reformMinutes
  /// Minutes before sunset from which air assaults may fly.
  case airAssaultDuskMinutes
  /// Minutes that a recall or a cancel needs before distance, since nothing is prepared for it.
  case recallMinutes
  /// Minutes more where the nearest headquarters left is that of a higher formation.
  case relayMinutes
  /// Kilometres within which `when=seen` looks where the order names none.
  case seenKilometers
  /// How near an own unit must be to an enemy for guns to fire for it, in hexes.
  case supportHexes
  /// Adverse power from which a delaying unit falls back: ln of the ratio in permille.
  case delayPressure
  /// Cohesion above its break point below which a delaying unit falls back, permille.
  case delayMargin
  /// How far a delaying unit falls back at a time, in hexes.
  case delayHexes
  /// The break point of a unit told never to give ground, permille of the usual.
  case neverBreakPermille
  /// How far troops hold ground that their side has won, in hexes.
  case groundReachHexes
}
