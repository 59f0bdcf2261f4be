import Screen

/// The panels' colours: dark and translucent in both themes, so that the map stays the light thing.
enum Ink {
  static let ground = Color(22, 26, 36, 240)
  /// Of cards that lie over counters and names.
  static let card = Color(22, 26, 36, 252)
  static let bar = Color(20, 24, 34, 250)
  static let edge = Color(255, 255, 255, 18)
  /// Around buttons that lie on the map: it may be as dark as they.
  static let buttonEdge = Color(255, 255, 255, 34)
  static let text = Color(236, 238, 242)
  static let dim = Color(150, 159, 176)
  static let faint = Color(104, 113, 130)
  static let amber = Color(255, 203, 84)
  static let red = Color(255, 100, 88)
  static let green = Color(111, 207, 126)
  static let blue = Color(61, 124, 203)
  static let track = Color(58, 64, 80)
  static let night = Color(58, 54, 128)
  static let mark = Color(240, 154, 60)
  static let button = Color(41, 47, 61)
  static let buttonHover = Color(58, 66, 85)
  static let selected = Color(255, 203, 84, 46)
  static let hover = Color(255, 255, 255, 16)
  static let chip = Color(66, 76, 96)
  static let reporter = Color(247, 225, 138)
  /// Over the minimap's ground beside a map in night colours.
  static let dusk = Color(16, 20, 30, 140)
  static let plate = Color(222, 226, 233)
  static let shade = Color(8, 10, 16, 185)

  /// A side's colour, light enough to be read on the panels' ground.
  static func side(_ hex: String) -> Color {
    guard let color = Color(hex: hex) else { return text }
    let light = 0.299 * Double(color.red) + 0.587 * Double(color.green) + 0.114 * Double(color.blue)
    return light < 150 ? color.mixed(with: .white, 0.45) : color
  }
}
