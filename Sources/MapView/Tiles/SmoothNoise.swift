import Geography

/// Noise without seams: the same place always gives the same number, near places near ones.
enum SmoothNoise {
  /// A number from -1 to 1 at a place; it swings over about `wavelength` metres.
  static func value(_ p: PlanePoint, wavelength: Double, seed: UInt64) -> Double {
    let (x, y) = (p.x / wavelength, p.y / wavelength)
    let (column, row) = (x.rounded(.down), y.rounded(.down))
    let (u, v) = (eased(x - column), eased(y - row))
    let (i, j) = (Int64(column), Int64(row))
    let top = mixed(corner(i, j, seed), corner(i + 1, j, seed), u)
    let bottom = mixed(corner(i, j + 1, seed), corner(i + 1, j + 1, seed), u)
    return mixed(top, bottom, v)
  }

  /// A place moved by up to about `reach` metres, so that straight edges become natural ones.
  static func moved(_ p: PlanePoint, reach: Double, wavelength: Double) -> PlanePoint {
    PlanePoint(
      x: p.x + reach * value(p, wavelength: wavelength, seed: 1),
      y: p.y + reach * value(p, wavelength: wavelength, seed: 2))
  }

  private static func mixed(_ a: Double, _ b: Double, _ t: Double) -> Double { a + (b - a) * t }

  private static func eased(_ t: Double) -> Double { t * t * (3 - 2 * t) }

  /// A lattice point's number by the mixing steps of SplitMix64 (Steele, Lea and Flood 2014).
  private static func corner(_ i: Int64, _ j: Int64, _ seed: UInt64) -> Double {
    var z = UInt64(bitPattern: i) &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ UInt64(bitPattern: j)) &* 0xBF58_476D_1CE4_E5B9 &+ seed
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 40) / 8_388_608 - 1
  }
}
