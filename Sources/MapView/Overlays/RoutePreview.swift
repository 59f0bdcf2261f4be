public import Simulation

/// The way that the armed order would take to the place under the pointer.
public struct RoutePreview: Sendable, Equatable {
  /// The hexes from the unit's on, as indices.
  public var hexes: [Int32]
  /// When it would be there; nil where that is not known.
  public var arrival: Tick?

  /// A preview from its parts.
  public init(hexes: [Int32], arrival: Tick?) {
    self.hexes = hexes
    self.arrival = arrival
  }
}
