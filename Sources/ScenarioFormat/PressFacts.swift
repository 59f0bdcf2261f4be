public import Simulation

/// How the press names the sides and what it is told, from a scenario's `press`.
public struct PressFacts: Sendable, Hashable {
  /// Words for one side.
  public struct SideWords: Sendable, Hashable {
    /// Who speaks for it: `Azeri sources`.
    public var source: String
    /// What it calls its own: `Azeri troops`.
    public var troops: String
    /// What it calls the other side: `Talysh militants`.
    public var enemies: String
  }

  /// A figure that a side claims, whatever the truth.
  public struct Claim: Sendable, Hashable {
    /// Who claims it.
    public var side: SideID
    /// Men in a town: `garrison`.
    public var subject: String
    /// The town, if it is about one.
    public var town: TownID?
    /// The figure.
    public var number: Int32
  }

  /// Words by side index.
  public var sides: [SideWords] = []
  /// Who counts the hurt: `the emergency service`.
  public var emergencyService = "the emergency service"
  /// Who saw it: `a reporter`.
  public var reporter = "a reporter"
  /// Figures that are claimed.
  public var claims: [Claim] = []
}
