public import Screen

/// Builds picture names from what a picture shows, so that equal content has equal names.
///
/// The mix is that of MurmurHash3's 64-bit finaliser (A. Appleby, 2011) over a running state; it
/// gives the same on every machine.
public struct ImageHash: Sendable {
  private var state: UInt64

  /// A hash for one kind of picture (`"tile"`, `"counter"`), so that kinds never share names.
  public init(_ kind: String) {
    state = 0x9E37_79B9_7F4A_7C15
    add(kind)
  }

  /// Adds a number.
  public mutating func add(_ value: UInt64) {
    var mixed = state ^ value
    mixed ^= mixed >> 33
    mixed &*= 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 33
    mixed &*= 0xC4CE_B9FE_1A85_EC53
    mixed ^= mixed >> 33
    state = mixed &+ 0x9E37_79B9_7F4A_7C15
  }

  /// Adds a whole number.
  public mutating func add(_ value: Int) { add(UInt64(bitPattern: Int64(value))) }

  /// Adds a number; both zeros count as one.
  public mutating func add(_ value: Double) { add((value == 0 ? 0 : value).bitPattern) }

  /// Adds a text with its length, so that neighbours cannot run into each other.
  public mutating func add(_ text: String) {
    var word: UInt64 = 0
    var count = 0
    for byte in text.utf8 {
      word = word << 8 | UInt64(byte)
      count += 1
      if count % 8 == 0 {
        add(word)
        word = 0
      }
    }
    add(word)
    add(count)
  }

  /// Adds a colour.
  public mutating func add(_ color: Color) {
    add(
      UInt64(color.red) << 24 | UInt64(color.green) << 16 | UInt64(color.blue) << 8
        | UInt64(color.alpha))
  }

  /// The name so far.
  public var id: ImageID { ImageID(rawValue: state) }

  /// The name of a picture of a kind that numbers and a text tell apart.
  public static func id(_ kind: String, _ numbers: [Int], text: String = "") -> ImageID {
    var hash = ImageHash(kind)
    for number in numbers { hash.add(number) }
    hash.add(text)
    return hash.id
  }
}

/// A bitmap's content as one number, to compare pictures by.
public enum BitmapHash {
  /// The 64-bit hash of size and pixels; the same on every machine.
  public static func hash(_ bitmap: Bitmap) -> UInt64 {
    var hash = ImageHash("bitmap")
    hash.add(bitmap.width)
    hash.add(bitmap.height)
    bitmap.pixels.withUnsafeBufferPointer { pixels in
      var index = 0
      while index + 1 < pixels.count {
        hash.add(UInt64(pixels[index]) << 32 | UInt64(pixels[index + 1]))
        index += 2
      }
      if index < pixels.count { hash.add(UInt64(pixels[index])) }
    }
    return hash.id.rawValue
  }
}
