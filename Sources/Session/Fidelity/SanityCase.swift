/// A made-up engagement whose outcome is known from fits to history, to hold the model against.
///
/// The defender has 8,000 men on 8 km, both sides seven tanks and seven guns for a thousand men,
/// for two days; expected values are those of a prototype of the same equations fitted to recorded
/// battles (two fits; the mean stands here).
public struct SanityCase: Sendable {
  /// What it is, in a few words.
  public var name: String
  /// The engagement.
  public var item: EngagementCase
  /// The expected chance of the attacker.
  public var chance: Double
  /// The attacker's expected loss, percent a day.
  public var attackerLoss: Double
  /// The defender's expected loss, percent a day.
  public var defenderLoss: Double
  /// The expected advance, kilometres a day.
  public var advance: Double

  private init(
    _ name: String, _ ratio: Double, _ posture: EngagementCase.Posture,
    expected: (Double, Double, Double, Double), _ change: (inout EngagementCase) -> Void = { _ in }
  ) {
    self.name = name
    let men = 8000.0
    item = EngagementCase(
      id: name.replacing(" ", with: "-"),
      attacker: .init(men: men * ratio, tanks: 56 * ratio, guns: 56 * ratio),
      defender: .init(men: men, tanks: 56, guns: 56), posture: posture)
    (chance, attackerLoss, defenderLoss, advance) = expected
    change(&item)
  }

  /// All of them.
  public static let all: [SanityCase] = [
    SanityCase("1:1 hasty", 1, .hasty, expected: (0.38, 2.9, 2.05, 1.95)),
    SanityCase("3:1 hasty", 3, .hasty, expected: (0.68, 1.42, 3.4, 2.9)),
    SanityCase("1:1 prepared", 1, .prepared, expected: (0.33, 2.95, 2.0, 1.05)),
    SanityCase("3:1 prepared", 3, .prepared, expected: (0.63, 1.5, 3.3, 1.6)),
    SanityCase("3:1 fortified", 3, .fortified, expected: (0.58, 1.55, 3.2, 1.05)),
    SanityCase("6:1 prepared", 6, .prepared, expected: (0.80, 0.85, 4.35, 2.15)),
    SanityCase("3:1 prepared, surprise", 3, .prepared, expected: (0.80, 1.1, 4.9, 2.0)) {
      $0.surprise = 2
    },
    SanityCase("3:1 prepared, air", 3, .prepared, expected: (0.68, 1.2, 3.4, 1.8)) {
      $0.airSuperiority = 1
    },
    SanityCase("3:1 prepared, no tanks", 3, .prepared, expected: (0.54, 1.85, 2.4, 0.7)) {
      $0.attacker.tanks = 0
    },
    SanityCase("3:1 prepared, no guns", 3, .prepared, expected: (0.60, 1.6, 3.2, 1.5)) {
      $0.attacker.guns = 0
    },
    SanityCase("3:1 prepared, quality 2", 3, .prepared, expected: (0.84, 1.1, 4.2, 2.7)) {
      $0.qualityLead = 2
    },
  ]

  /// Two thousand men dug in in a town against an armoured division for four days: the attacker
  /// loses .53 percent a day, the defender 14 percent, and 1.5 km are taken.
  public static let town = EngagementCase(
    id: "town", attacker: .init(men: 15_000, tanks: 250, guns: 72, airSorties: 240),
    defender: .init(men: 2000, guns: 18), frontKilometers: 5, posture: .prepared, relief: .flat,
    cover: .urban, days: 4, hours: 96)
}
