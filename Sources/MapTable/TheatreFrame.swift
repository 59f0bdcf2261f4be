public import Simulation

/// The upright box of ground that a grid covers, in metres, and places in it by fraction.
public struct TheatreFrame: Hashable, Sendable {
  /// The western edge in metres.
  public let west: Double
  /// The southern edge in metres.
  public let south: Double
  /// The eastern edge in metres.
  public let east: Double
  /// The northern edge in metres.
  public let north: Double

  /// The box around a grid, out to the corners of its outermost hexes.
  public init(_ grid: HexGrid) {
    let rowMeters = Double(HexGrid.rowSpacingMillimeters) / 1000
    // A pointy-topped hex reaches 1,000/√3 = 577 m from its centre to the north and south.
    let reach = 577.35
    west = -500
    north = reach
    east = Double(grid.columns) * 1000
    south = -Double(grid.rows - 1) * rowMeters - reach
  }

  /// Metres from west to east, positive.
  public var width: Double { east - west }
  /// Metres from south to north, positive.
  public var height: Double { north - south }
  /// The middle.
  public var center: GroundPoint { GroundPoint((west + east) / 2, (south + north) / 2) }

  /// The place at fractions of the box: `x` from the west, `y` from the north, both 0…1.
  public func ground(x: Double, y: Double) -> GroundPoint {
    GroundPoint(west + x * width, north - y * height)
  }

  /// The fractions of a place: from the west and from the north.
  public func fractions(of p: GroundPoint) -> (x: Double, y: Double) {
    ((p.x - west) / width, (north - p.y) / height)
  }

  /// The nearest place inside the box.
  public func clamped(_ p: GroundPoint) -> GroundPoint {
    GroundPoint(min(east, max(west, p.x)), min(north, max(south, p.y)))
  }
}
