/// What shakes a unit's cohesion.
public enum ShockKind: UInt8, CaseIterable, Sendable {
  /// Men lost.
  case losses
  /// The enemy's greater power.
  case pressure
  /// Fire so heavy that nobody can lift his head.
  case neutralized
  /// Enemies from several directions.
  case flank
  /// Fire out of the blue.
  case surprise
  /// Another enemy who joins the fight.
  case reinforced
  /// Shells and rockets.
  case bombardment
  /// Bombs.
  case airStrike
  /// A neighbour who broke.
  case neighborBroke
  /// A quarter of its town lost.
  case groundLost
  /// A leader of its side lost.
  case leaderLost
  /// The headquarters of its formation lost.
  case headquartersLost
  /// More than a day without supply.
  case cutOff

  /// How many kinds there are.
  static let count = allCases.count

  /// The name in JSON: snake_case.
  public var key: String { snakeCased("\(self)") }
}
