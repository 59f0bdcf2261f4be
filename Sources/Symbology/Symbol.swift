public import Screen

/// A military symbol as shapes, in octagon units: origin at the octagon's centre, y downwards, the
/// octagon 100 units high. A friendly land unit's frame spans x −75…75, y −50…50.
public struct Symbol: Sendable, Hashable {
  /// The shapes in paint order.
  public var shapes: [SymbolShape]
  /// The smallest rectangle around everything painted, line widths included.
  public var bounds: Rect
  /// The smallest rectangle around the frame's outline (the line's middle).
  public var frameBounds: Rect

  /// A symbol.
  public init(shapes: [SymbolShape], bounds: Rect, frameBounds: Rect) {
    self.shapes = shapes
    self.bounds = bounds
    self.frameBounds = frameBounds
  }
}
