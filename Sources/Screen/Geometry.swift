/// A place or an offset on the glass in pixels: x to the right, y downwards.
public struct Point: Hashable, Sendable {
  /// Pixels to the right.
  public var x: Double
  /// Pixels downwards.
  public var y: Double

  /// A point at (`x`, `y`).
  @inlinable
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// The sum of two offsets.
  @inlinable
  public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  /// The offset from `b` to `a`.
  @inlinable
  public static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  /// The offset scaled by a factor.
  @inlinable
  public static func * (a: Point, factor: Double) -> Point { Point(a.x * factor, a.y * factor) }
  /// The length of the offset in pixels.
  @inlinable
  public var length: Double { (x * x + y * y).squareRoot() }
}

/// A width and a height in pixels.
public struct Size: Hashable, Sendable {
  /// Pixels across.
  public var width: Double
  /// Pixels down.
  public var height: Double

  /// A size of `width` × `height` pixels.
  @inlinable
  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// An upright rectangle in pixels; empty where width or height is not positive.
public struct Rect: Hashable, Sendable {
  /// Left edge.
  public var x: Double
  /// Top edge.
  public var y: Double
  /// Pixels across.
  public var width: Double
  /// Pixels down.
  public var height: Double

  /// A rectangle from its top left corner and its size.
  @inlinable
  public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The rectangle between two corners.
  @inlinable
  public init(_ a: Point, _ b: Point) {
    self.init(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x), abs(a.y - b.y))
  }

  /// The right edge.
  @inlinable
  public var maxX: Double { x + width }
  /// The bottom edge.
  @inlinable
  public var maxY: Double { y + height }
  /// The middle.
  @inlinable
  public var center: Point { Point(x + width / 2, y + height / 2) }
  /// The top left corner.
  @inlinable
  public var origin: Point { Point(x, y) }
  /// Whether it covers no pixel.
  @inlinable
  public var isEmpty: Bool { !(width > 0 && height > 0) }

  /// Whether the point lies inside; left and top edges count, right and bottom do not.
  @inlinable
  public func contains(_ p: Point) -> Bool { p.x >= x && p.x < maxX && p.y >= y && p.y < maxY }
  /// Whether the two share some area.
  @inlinable
  public func intersects(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
  /// The shared area, possibly empty.
  @inlinable
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(left, top, min(maxX, other.maxX) - left, min(maxY, other.maxY) - top)
  }
  /// The smallest rectangle that holds both.
  @inlinable
  public func union(_ other: Rect) -> Rect {
    if isEmpty { return other }
    if other.isEmpty { return self }
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Rect(left, top, max(maxX, other.maxX) - left, max(maxY, other.maxY) - top)
  }
  /// The rectangle with `amount` pixels taken off every side (added where negative).
  @inlinable
  public func inset(by amount: Double) -> Rect {
    Rect(x + amount, y + amount, width - 2 * amount, height - 2 * amount)
  }
  /// The rectangle moved by an offset.
  @inlinable
  public func offset(by d: Point) -> Rect { Rect(x + d.x, y + d.y, width, height) }
}
