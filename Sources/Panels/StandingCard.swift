public import Simulation

/// How a person's result stands among the computer's, as the outcome's card shows it.
public struct StandingCard: Sendable, Hashable {
  /// The person's side.
  public var side: SideID
  /// When the person took command.
  public var moment: Tick
  /// The computer's runs so far.
  public var runs: Int
  /// How many there will be.
  public var wanted: Int
  /// Those that the person did better than.
  public var better: Int
  /// Those that the person did as well as.
  public var equal: Int
  /// The computer's grades, by `Outcome.Grade.rawValue`.
  public var grades: [Int]
  /// How the record ended that the person branched off; nil where there is none.
  public var recorded: Outcome?
  /// The battle's seed.
  public var seed: UInt64
  /// The hash of its last state, in 16 digits.
  public var hash: String

  /// A card's part.
  public init(
    side: SideID, moment: Tick, runs: Int, wanted: Int, better: Int, equal: Int, grades: [Int],
    recorded: Outcome? = nil, seed: UInt64, hash: String
  ) {
    self.side = side
    self.moment = moment
    self.runs = runs
    self.wanted = wanted
    self.better = better
    self.equal = equal
    self.grades = grades
    self.recorded = recorded
    self.seed = seed
    self.hash = hash
  }
}
