/// A way that a unit would take.
public struct Route: Sendable, Hashable {
  /// The hexes from the next to the goal, as indices.
  public var hexes: [Int32]
  /// How long it takes by day without enemies, in minutes.
  public var minutes: Int32
  /// Whether more than half of the steps run along roads.
  public var isMostlyRoad: Bool

  /// A route from its parts.
  public init(hexes: [Int32], minutes: Int32, isMostlyRoad: Bool) {
    self.hexes = hexes
    self.minutes = minutes
    self.isMostlyRoad = isMostlyRoad
  }
}
