public import Screen
public import Simulation

/// A place on the map in metres with fractions: east and north of the grid's origin (`MapPoint`).
public struct GroundPoint: Hashable, Sendable {
  /// Metres east.
  public var x: Double
  /// Metres north.
  public var y: Double
  /// A place from its metres.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
  /// A place from whole metres.
  public init(_ p: MapPoint) {
    x = Double(p.x)
    y = Double(p.y)
  }
}

/// Where the viewer looks from: the ground at the middle of the view and the scale.
public struct Camera: Hashable, Sendable {
  /// The ground at the middle of the view.
  public var center: GroundPoint
  /// Metres of ground a pixel, positive.
  public var metersPerPixel: Double
  /// The view in pixels.
  public var size: Size

  /// A camera.
  public init(center: GroundPoint, metersPerPixel: Double, size: Size) {
    self.center = center
    self.metersPerPixel = metersPerPixel
    self.size = size
  }

  /// Where a place on the ground lies on the glass.
  public func screen(_ p: GroundPoint) -> Point {
    Point(
      size.width / 2 + (p.x - center.x) / metersPerPixel,
      size.height / 2 - (p.y - center.y) / metersPerPixel)
  }

  /// The ground under a place on the glass.
  public func ground(_ p: Point) -> GroundPoint {
    GroundPoint(
      center.x + (p.x - size.width / 2) * metersPerPixel,
      center.y - (p.y - size.height / 2) * metersPerPixel)
  }

  /// The camera moved so that the ground under `anchor` stays there while the scale changes.
  public func zoomed(by factor: Double, about anchor: Point) -> Camera {
    let fixed = ground(anchor)
    var result = self
    result.metersPerPixel /= factor
    result.center = GroundPoint(
      fixed.x - (anchor.x - size.width / 2) * result.metersPerPixel,
      fixed.y + (anchor.y - size.height / 2) * result.metersPerPixel)
    return result
  }

  /// The N of the scale 1:N at 96 pixels an inch.
  public var scaleDenominator: Double { metersPerPixel * 96 / 0.0254 }
}
