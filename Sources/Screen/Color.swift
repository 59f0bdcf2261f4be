/// A colour in sRGB with straight (not premultiplied) alpha, each component 0…255.
public struct Color: Hashable, Sendable {
  /// Red, 0…255.
  public var red: UInt8
  /// Green, 0…255.
  public var green: UInt8
  /// Blue, 0…255.
  public var blue: UInt8
  /// Opacity, 0 (clear) … 255 (opaque).
  public var alpha: UInt8

  /// A colour from its components.
  @inlinable
  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8, _ alpha: UInt8 = 255) {
    self.red = red
    self.green = green
    self.blue = blue
    self.alpha = alpha
  }

  /// A colour from `#RGB`, `#RRGGBB` or `#RRGGBBAA`; nil for anything else.
  public init?(hex text: String) {
    var digits: [UInt8] = []
    for (index, character) in text.unicodeScalars.enumerated() {
      if index == 0 {
        guard character == "#" else { return nil }
        continue
      }
      guard let value = Character(character).hexDigitValue else { return nil }
      digits.append(UInt8(value))
    }
    switch digits.count {
    case 3: self.init(digits[0] * 17, digits[1] * 17, digits[2] * 17)
    case 6, 8:
      let bytes = stride(from: 0, to: digits.count, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
      self.init(bytes[0], bytes[1], bytes[2], bytes.count == 4 ? bytes[3] : 255)
    default: return nil
    }
  }

  /// The same colour with another opacity, 0…255.
  @inlinable
  public func withAlpha(_ alpha: UInt8) -> Color { Color(red, green, blue, alpha) }

  /// The colour premultiplied and packed as `Bitmap` stores it: `0xAARRGGBB`.
  @inlinable
  public var premultiplied: UInt32 {
    let a = UInt32(alpha)
    func times(_ c: UInt8) -> UInt32 { (UInt32(c) * a + 127) / 255 }
    return a << 24 | times(red) << 16 | times(green) << 8 | times(blue)
  }

  /// The colour of a packed premultiplied pixel, each component rounded to the nearest.
  @inlinable
  public init(premultiplied pixel: UInt32) {
    let a = pixel >> 24
    func straight(_ shift: UInt32) -> UInt8 {
      let c = pixel >> shift & 255
      return a == 0 ? 0 : UInt8(min(255, (c * 255 + a / 2) / a))
    }
    self.init(straight(16), straight(8), straight(0), UInt8(a))
  }

  /// A mix of two colours: `fraction` 0 gives the receiver, 1 the other.
  public func mixed(with other: Color, _ fraction: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      let value = Double(a) + (Double(b) - Double(a)) * min(1, max(0, fraction))
      return UInt8(value + 0.5)
    }
    return Color(
      mix(red, other.red), mix(green, other.green), mix(blue, other.blue), mix(alpha, other.alpha))
  }

  /// Opaque black.
  public static let black = Color(0, 0, 0)
  /// Opaque white.
  public static let white = Color(255, 255, 255)
  /// Fully transparent.
  public static let clear = Color(0, 0, 0, 0)
}
