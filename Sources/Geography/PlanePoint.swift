public import Simulation

/// A place on the theatre's plane: metres east and north of the grid's origin, the centre of
/// hex (0, 0). The same frame as `MapPoint`, in fractions of a metre.
public struct PlanePoint: Hashable, Sendable {
  /// Metres east.
  public var x: Double
  /// Metres north; 0 or less inside the grid.
  public var y: Double
  /// A place from its metres.
  @inlinable
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
  /// A place from whole metres.
  @inlinable
  public init(_ point: MapPoint) {
    x = Double(point.x)
    y = Double(point.y)
  }
  /// The place in whole metres, rounded; beyond ±1,000 km it is held there.
  public var mapPoint: MapPoint { MapPoint(Self.rounded(x), Self.rounded(y)) }

  private static func rounded(_ value: Double) -> Int32 {
    guard value > -1e6 else { return -1_000_000 }
    guard value < 1e6 else { return 1_000_000 }
    return Int32(value.rounded())
  }
}
