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
}
