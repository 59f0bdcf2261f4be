public import Simulation

/// How the press names a place.
public struct PlaceWords: Sendable {
  /// As a noun: `the centre of Cəlilabad`.
  public var place: String
  /// With its preposition: `8 km north of Cəlilabad`.
  public var at: String
  /// The town it goes by.
  public var town: TownID

  /// The words of a hex; nil far from any town.
  public init?(_ hex: Int32, _ terrain: Terrain) {
    guard let nearest = NearestTown(hex, terrain) else { return nil }
    place = nearest.text
    at = nearest.at
    town = nearest.town
  }
}
