import Simulation

/// Who speaks in a battle, by name.
public struct PressVoices: Sendable, Hashable {
  /// The words of one side.
  public struct Side: Sendable, Hashable {
    /// Who speaks for it: `Azeri sources`.
    public var source: String
    /// What it calls its own: `government forces`.
    public var troops: String
    /// What it calls the enemy: `militants`.
    public var enemies: String
    /// The number of its troops that it claims, nil where it claims none.
    public var claimedTroops: Int32?

    /// Whether the source takes a plural verb: `Azeri sources say`, `the Front says`.
    var isPlural: Bool { source.hasSuffix("s") && !source.hasSuffix("ss") }

    /// A side's words.
    public init(source: String, troops: String, enemies: String, claimedTroops: Int32? = nil) {
      self.source = source
      self.troops = troops
      self.enemies = enemies
      self.claimedTroops = claimedTroops
    }
  }

  /// The words of each side, by side index.
  public var sides: [Side]
  /// The reporters on the spot.
  public var reporter: String
  /// The service that counts the hurt.
  public var emergencyService: String

  /// Voices from their names.
  public init(sides: [Side], reporter: String, emergencyService: String) {
    self.sides = sides
    self.reporter = reporter
    self.emergencyService = emergencyService
  }
}
