/// Where a body stands in the sky, whatever the place on Earth. Angles are 2^32 a turn, sines Q30.
struct SkyPlace: Sendable, Hashable {
  /// Along the ecliptic.
  var longitude: UInt32
  /// From the ecliptic.
  var latitude: UInt32
  /// Along the equator.
  var rightAscension: UInt32
  /// The sine of the angle from the equator.
  var declinationSine: Int64
  /// Its cosine, 0 or more.
  var declinationCosine: Int64

  /// The place of ecliptic coordinates, turned by the obliquity of 2000 (23.439°).
  init(longitude: UInt32, latitude: UInt32) {
    self.longitude = longitude
    self.latitude = latitude
    let obliquity: UInt32 = 279_638_162
    let (sine, cosine) = (Fixed.sinQ30(obliquity), Fixed.cosQ30(obliquity))
    let x = (Fixed.cosQ30(latitude) * Fixed.cosQ30(longitude)) >> 30
    let flat = (Fixed.cosQ30(latitude) * Fixed.sinQ30(longitude)) >> 30
    let up = Fixed.sinQ30(latitude)
    let y = (flat * cosine - up * sine) >> 30
    let z = (flat * sine + up * cosine) >> 30
    rightAscension = Fixed.atan2(y, x)
    declinationSine = min(max(z, -(1 << 30)), 1 << 30)
    declinationCosine = Fixed.isqrt(1 << 60 - declinationSine * declinationSine)
  }
}

/// Sums of sines of angles that grow evenly with time.
enum SkySeries {
  /// An angle at so many minutes since J2000: `offset` and `rate` a minute are 2^48 a turn, so that
  /// a century adds no error worth the name; the result is 2^32 a turn.
  static func angle(_ offset: Int64, _ rate: Int64, _ minutes: Int64) -> UInt32 {
    UInt32(truncatingIfNeeded: (offset &+ rate &* minutes) >> 16)
  }

  /// `amplitude` (2^32 a turn) times the sine of an angle.
  static func term(_ amplitude: Int64, _ angle: UInt32) -> Int64 {
    (amplitude * Fixed.sinQ30(angle)) >> 30
  }

  /// A sum of terms added to an angle.
  static func sum(_ base: UInt32, _ terms: Int64...) -> UInt32 {
    base &+ UInt32(truncatingIfNeeded: terms.reduce(0, +))
  }
}

extension BattleClock {
  /// The sun, within 0.02° for the century around 2000.
  ///
  /// The low-precision formulas of The Astronomical Almanac (page C24 of any year).
  static func sun(_ minutes: Int64) -> SkyPlace {
    let mean = SkySeries.angle(219_284_644_356_307, 535_175_692, minutes)
    let anomaly = SkySeries.angle(279_542_181_870_576, 535_150_119, minutes)
    let longitude = SkySeries.sum(
      mean, SkySeries.term(22_846_840, anomaly), SkySeries.term(238_609, 2 &* anomaly))
    return SkyPlace(longitude: longitude, latitude: 0)
  }

  /// The moon, within about 0.4°: the largest terms of its theory (Meeus, Astronomical Algorithms,
  /// 2nd ed. 1998, tables 47.A and 47.B).
  static func moon(_ minutes: Int64) -> SkyPlace {
    let mean = SkySeries.angle(170_695_808_376_566, 7_154_370_674, minutes)
    let anomaly = SkySeries.angle(105_524_186_893_890, 7_093_882_331, minutes)
    let node = SkySeries.angle(72_927_038_965_990, 7_183_123_038, minutes)
    let apart = SkySeries.angle(232_881_449_481_302, 6_619_195_198, minutes)
    let sun = SkySeries.angle(279_542_181_870_576, 535_150_119, minutes)
    let longitude = SkySeries.sum(
      mean, SkySeries.term(75_030_693, anomaly),
      SkySeries.term(15_199_412, 2 &* apart &- anomaly), SkySeries.term(7_850_246, 2 &* apart),
      SkySeries.term(2_553_119, 2 &* anomaly), SkySeries.term(-2_219_066, sun),
      SkySeries.term(-1_360_073, 2 &* node))
    let latitude = SkySeries.sum(
      0, SkySeries.term(61_179_423, node), SkySeries.term(3_352_461, anomaly &+ node),
      SkySeries.term(3_316_669, anomaly &- node),
      SkySeries.term(2_063_970, 2 &* apart &- node))
    return SkyPlace(longitude: longitude, latitude: latitude)
  }
}
