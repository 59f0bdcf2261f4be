public import Simulation

/// A town or village as the map shows it.
public struct Settlement: Sendable {
  /// The id of its town in the terrain: `calilabad`.
  public var id: String
  /// The name in English letters: `Calilabad`.
  public var name: String
  /// The name as the map writes it: `Cəlilabad`; Iranian names in Latin letters.
  public var nameLocal: String
  /// Inhabitants.
  public var population: Int32
  /// Whether the number of inhabitants is our estimate.
  public var isEstimate: Bool
  /// 1 (metropolis) … 5 (village).
  public var rank: UInt8
  /// Its middle.
  public var point: PlanePoint
  /// The country by two letters of ISO 3166.
  public var country: String
  /// The town of the terrain; nil where it had no room on land.
  public var townID: TownID?
}
