/// What was known of a recorded battle before it began: all that an engagement is built from.
///
/// There is no outcome here, no name and no date beyond the season.
public struct EngagementCase: Sendable, Equatable {
  /// One side's strength.
  public struct Force: Sendable, Equatable {
    /// All men, those who never fire included.
    public var men: Double
    /// Tanks.
    public var tanks: Double
    /// Guns.
    public var guns: Double
    /// Close-air-support sorties in the whole battle.
    public var airSorties: Double

    /// A force.
    public init(men: Double, tanks: Double = 0, guns: Double = 0, airSorties: Double = 0) {
      self.men = men
      self.tanks = tanks
      self.guns = guns
      self.airSorties = airSorties
    }
  }

  /// How the defender stands.
  public enum Posture: Sendable, Equatable, CaseIterable {
    case hasty, prepared, fortified, delay, withdrawal
  }

  /// The lie of the land.
  public enum Relief: Sendable, Equatable, CaseIterable { case flat, rolling, rugged }

  /// What covers it.
  public enum Cover: Sendable, Equatable, CaseIterable { case bare, desert, mixed, wooded, urban }

  /// The seasons, for the sun.
  public enum Season: Int32, Sendable, Equatable, CaseIterable {
    case winter = 1
    case spring = 4
    case summer = 7
    case fall = 10
  }

  /// The row's word in tables.
  public var id: String
  /// Who attacks.
  public var attacker: Force
  /// Who defends.
  public var defender: Force
  /// Width of the front, kilometres.
  public var frontKilometers: Double
  /// How the defender stands.
  public var posture: Posture
  /// How half of the defenders stand, where it is recorded.
  public var secondPosture: Posture?
  /// The lie of the land.
  public var relief: Relief
  /// What covers it.
  public var cover: Cover
  /// Whether it rains or snows.
  public var isWet: Bool
  /// The season.
  public var season: Season
  /// Surprise achieved by the attacker, -3…3; negative is the defender's.
  public var surprise: Int
  /// Who rules the air: 1 the attacker, -1 the defender.
  public var airSuperiority: Int
  /// Battle days by which rates are reckoned.
  public var days: Int
  /// Hours from the first shot to the last.
  public var hours: Int
  /// Minutes after midnight of the start.
  public var startMinute: Int
  /// Whether the attacker has to cross a river first.
  public var crossesRiver: Bool
  /// Whether the defender means to strike back.
  public var defenderStrikesBack: Bool
  /// Steps of quality by which the attacker leads, -3…3; 0 unless judged columns may be used.
  public var qualityLead: Int

  /// A case; what is not given is the plainest there is: two days from 06:00 in summer on rolling
  /// fields against a hasty defence on 8 km.
  public init(
    id: String, attacker: Force, defender: Force, frontKilometers: Double = 8,
    posture: Posture = .hasty, secondPosture: Posture? = nil, relief: Relief = .rolling,
    cover: Cover = .mixed, isWet: Bool = false, season: Season = .summer, surprise: Int = 0,
    airSuperiority: Int = 0, days: Int = 2, hours: Int = 48, startMinute: Int = 360,
    crossesRiver: Bool = false, defenderStrikesBack: Bool = false, qualityLead: Int = 0
  ) {
    self.id = id
    self.attacker = attacker
    self.defender = defender
    self.frontKilometers = frontKilometers
    self.posture = posture
    self.secondPosture = secondPosture
    self.relief = relief
    self.cover = cover
    self.isWet = isWet
    self.season = season
    self.surprise = surprise
    self.airSuperiority = airSuperiority
    self.days = days
    self.hours = hours
    self.startMinute = startMinute
    self.crossesRiver = crossesRiver
    self.defenderStrikesBack = defenderStrikesBack
    self.qualityLead = qualityLead
  }
}
