public import Screen

/// Two maps side by side on one glass: what a side knows on the left, what is so on the right, both
/// looking at the same ground.
public struct SplitGlass: Sendable, Equatable {
  /// One of the two.
  public enum Half: Sendable, CaseIterable { case known, truth }

  /// The camera that both are tied to: its middle is the middle of either half.
  public let camera: Camera

  /// The glass of a view.
  public init(_ camera: Camera) { self.camera = camera }

  /// The pixel at which the right half begins.
  public var seam: Double { (camera.size.width / 2).rounded() }

  /// The half at a place.
  public func half(at point: Point) -> Half { point.x < seam ? .known : .truth }

  /// The place of a half.
  public func rect(of half: Half) -> Rect {
    half == .known
      ? Rect(0, 0, seam, camera.size.height)
      : Rect(seam, 0, camera.size.width - seam, camera.size.height)
  }

  /// The camera of a half: of the whole window, and such that the tied ground lies in the half's
  /// middle.
  public func camera(of half: Half) -> Camera {
    var camera = camera
    camera.center.x += shiftMeters(half)
    return camera
  }

  /// The tied camera again from that of a half.
  public func tied(_ camera: Camera, of half: Half) -> Camera {
    var camera = camera
    camera.center.x -= SplitGlass(camera).shiftMeters(half)
    return camera
  }

  /// Where a place of one half lies in the other: the same ground.
  public func twin(_ point: Point) -> Point {
    Point(point.x + (half(at: point) == .known ? seam : -seam), point.y)
  }

  private func shiftMeters(_ half: Half) -> Double {
    // Half of the window apart, a quarter to either side.
    (half == .known ? 0.5 : -0.5) * seam * camera.metersPerPixel
  }
}
