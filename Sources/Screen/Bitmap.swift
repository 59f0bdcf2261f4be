/// Pixels with premultiplied alpha, `0xAARRGGBB` each, row by row from the top left.
///
/// `pixels.count == width * height`.
public struct Bitmap: Sendable, Equatable {
  /// Pixels across, at least 1.
  public let width: Int
  /// Pixels down, at least 1.
  public let height: Int
  /// The pixels, `width * height` of them, premultiplied `0xAARRGGBB`.
  public var pixels: [UInt32]

  /// A bitmap filled with one packed pixel. Traps unless both sides are at least 1.
  public init(width: Int, height: Int, filledWith pixel: UInt32 = 0) {
    precondition(width > 0 && height > 0, "a bitmap of \(width)×\(height) pixels")
    self.width = width
    self.height = height
    pixels = [UInt32](repeating: pixel, count: width * height)
  }

  /// The packed pixel at a place inside the bitmap; traps outside.
  @inlinable
  public subscript(x: Int, y: Int) -> UInt32 {
    get { pixels[y * width + x] }
    set { pixels[y * width + x] = newValue }
  }

  /// The same picture with each side divided by `factor`, every pixel the mean of those that it
  /// stands for; what is left over at the right and at the bottom goes.
  public func shrunk(by factor: Int) -> Bitmap {
    let factor = max(1, min(factor, min(width, height)))
    var small = Bitmap(width: width / factor, height: height / factor)
    let count = UInt32(factor * factor)
    for y in 0..<small.height {
      for x in 0..<small.width {
        var sums: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
        for row in (y * factor)..<((y + 1) * factor) {
          for pixel in pixels[(row * width + x * factor)..<(row * width + (x + 1) * factor)] {
            sums.0 += pixel >> 24
            sums.1 += pixel >> 16 & 255
            sums.2 += pixel >> 8 & 255
            sums.3 += pixel & 255
          }
        }
        small[x, y] =
          (sums.0 / count) << 24 | (sums.1 / count) << 16 | (sums.2 / count) << 8 | sums.3 / count
      }
    }
    return small
  }

  /// The whole area.
  public var bounds: Rect { Rect(0, 0, Double(width), Double(height)) }
}

/// The name of a picture, derived from its content, so that equal pictures share it.
public struct ImageID: Hashable, Sendable, RawRepresentable {
  /// The content's 64-bit mix.
  public var rawValue: UInt64
  /// An id from its raw value.
  public init(rawValue: UInt64) { self.rawValue = rawValue }
}

/// The pictures that a draw list may name.
public struct ImageTable: Sendable {
  /// The bitmaps by id.
  public private(set) var bitmaps: [ImageID: Bitmap] = [:]

  /// What some of them were made from, with the origin at their top left corner, so that a picture
  /// of paths can show that instead; empty unless `keepsShapes`.
  public private(set) var shapes: [ImageID: DrawList] = [:]
  /// Whether makers of pictures leave their shapes here too.
  public var keepsShapes = false

  /// An empty table.
  public init() {}

  /// Leaves the shapes of a picture, where they are wanted.
  public mutating func keepShapes(of id: ImageID, _ draw: (inout DrawList) -> Void) {
    guard keepsShapes, shapes[id] == nil else { return }
    var list = DrawList()
    draw(&list)
    shapes[id] = list
  }

  /// What was taken out of the table; empty unless `keepsRemovals`.
  public private(set) var removals: [ImageID] = []
  /// Whether the table notes what is taken out of it, for `apply`.
  public var keepsRemovals = false

  /// The bitmap of an id, nil if it is not (or no longer) there.
  public subscript(id: ImageID) -> Bitmap? {
    get { bitmaps[id] }
    set {
      bitmaps[id] = newValue
      if keepsRemovals, newValue == nil { removals.append(id) }
    }
  }

  /// Takes out what was taken out of another table, then puts in what that holds.
  public mutating func apply(_ other: ImageTable) {
    for id in other.removals { bitmaps[id] = nil }
    bitmaps.merge(other.bitmaps) { _, new in new }
  }
}
