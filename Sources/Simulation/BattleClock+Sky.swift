extension BattleClock {
  /// Date, sun and moon at a moment.
  public func sky(at tick: Tick) -> Sky {
    let date = date(at: tick)
    let minutes = minutesSinceJ2000(at: tick)
    let sun = Self.sun(minutes)
    let moon = Self.moon(minutes)
    let sunAltitude = seenAltitude(of: sun, minutes)
    let moonAltitude = moonAltitude(moon, minutes)
    let lit = Self.illumination(moon, sun)
    let midnight = minutes - Int64(date.minute)
    return Sky(
      year: date.year, month: date.month, day: date.day, minuteOfDay: date.minute,
      weekday: date.weekday, sunAltitudeCentidegrees: sunAltitude,
      moonAltitudeCentidegrees: moonAltitude, moonIlluminationPermille: lit,
      sunriseMinute: sunCrossing(midnight, sign: -1), sunsetMinute: sunCrossing(midnight, sign: 1),
      light: Self.light(sunAltitude, moonAltitude, lit))
  }

  /// How light it is at a moment; cheaper than the whole sky.
  func light(at tick: Tick) -> Sky.Light {
    let minutes = minutesSinceJ2000(at: tick)
    let sun = Self.sun(minutes)
    let sunAltitude = seenAltitude(of: sun, minutes)
    guard sunAltitude < -1200 else { return Self.light(sunAltitude, 0, 0) }
    let moon = Self.moon(minutes)
    return Self.light(
      sunAltitude, moonAltitude(moon, minutes), Self.illumination(moon, sun))
  }

  private static func light(_ sun: Int32, _ moon: Int32, _ lit: Int32) -> Sky.Light {
    // The sun's upper limb shows while its middle is a quarter of a degree below.
    if sun >= -27 { return .day }
    if sun >= -600 { return .civilTwilight }
    if sun >= -1200 { return .nauticalTwilight }
    return moon > 0 && lit > 250 ? .moonlitNight : .darkNight
  }

  /// The sun's altitude with refraction, in 1/100 degree.
  private func seenAltitude(of sun: SkyPlace, _ minutes: Int64) -> Int32 {
    let altitude = Self.centidegrees(trueAltitude(of: sun, minutes))
    return altitude + Self.refraction(altitude)
  }

  /// The moon's altitude from where we stand, 1/100 degree: less its parallax of 0.95°.
  private func moonAltitude(_ moon: SkyPlace, _ minutes: Int64) -> Int32 {
    let geocentric = trueAltitude(of: moon, minutes)
    let parallax = (95 * Fixed.cosQ30(UInt32(bitPattern: geocentric))) >> 30
    let altitude = Self.centidegrees(geocentric) - Int32(parallax)
    return altitude + Self.refraction(altitude)
  }

  /// Altitude above the true horizon, in 2^32 a turn.
  private func trueAltitude(of place: SkyPlace, _ minutes: Int64) -> Int32 {
    let latitude = Self.turns(millidegrees: latitudeMillidegrees)
    let hour = hourAngle(of: place, minutes)
    let vertical = (Fixed.sinQ30(latitude) * place.declinationSine) >> 30
    let side = (Fixed.cosQ30(latitude) * place.declinationCosine) >> 30
    return Fixed.asin(vertical + (side * Fixed.cosQ30(hour)) >> 30)
  }

  /// The angle by which a body has passed the meridian, in 2^32 a turn.
  private func hourAngle(of place: SkyPlace, _ minutes: Int64) -> UInt32 {
    let sidereal = SkySeries.angle(219_285_129_118_767, 196_003_909_503, minutes)
    return sidereal &+ Self.turns(millidegrees: longitudeMillidegrees) &- place.rightAscension
  }

  /// When the sun's upper limb crosses the horizon on the day that starts at `midnight` (minutes
  /// since J2000), in minutes after local midnight; -1 where it does not. `sign` -1 for rise, 1 for
  /// set.
  private func sunCrossing(_ midnight: Int64, sign: Int64) -> Int32 {
    let latitude = Self.turns(millidegrees: latitudeMillidegrees)
    var minute: Int64 = 720
    for _ in 0..<4 {
      let sun = Self.sun(midnight + minute)
      // cos H = (sin h - sin φ sin δ) / (cos φ cos δ) with h = -0.833° (Meeus, Astronomical
      // Algorithms, 2nd ed. 1998, chapter 15).
      let across = (Fixed.cosQ30(latitude) * sun.declinationCosine) >> 30
      let up = (Fixed.sinQ30(latitude) * sun.declinationSine) >> 30
      let sine = Fixed.sinQ30(UInt32(bitPattern: -9_938_077)) - up
      guard across > 0, abs(sine) <= across else { return -1 }
      let half = 1 << 30 - Int64(Fixed.asin((sine << 30) / across))
      let hour = Int64(Int32(bitPattern: hourAngle(of: sun, midnight + minute)))
      // Full turns of the sun: 2^32 a day of 1,440 minutes.
      minute += Fixed.mulDiv(sign * half - hour, 1440, 1 << 32)
    }
    return (0..<1440).contains(minute) ? Int32(minute) : -1
  }

  private static func turns(millidegrees: Int32) -> UInt32 {
    UInt32(truncatingIfNeeded: Fixed.mulDiv(Int64(millidegrees), 1 << 32, 360_000))
  }

  private static func centidegrees(_ turns: Int32) -> Int32 {
    Int32(Fixed.mulDiv(Int64(turns), 36_000, 1 << 32))
  }

  /// Refraction at a true altitude, both in 1/100 degree: a table after Sæmundsson's formula (Sky
  /// and Telescope 72, 1986, p. 70), falling to nothing at 6° below, where it does not matter.
  private static func refraction(_ altitude: Int32) -> Int32 {
    let table: [(altitude: Int32, lift: Int32)] = [
      (-600, 0), (-100, 64), (-57, 57), (0, 48), (100, 36), (200, 28), (500, 16), (1000, 9),
      (2000, 4), (4500, 2), (9000, 0),
    ]
    guard altitude > -600, altitude < 9000 else { return 0 }
    var index = 0
    while table[index + 1].altitude <= altitude { index += 1 }
    let (low, high) = (table[index], table[index + 1])
    return low.lift
      + (high.lift - low.lift) * (altitude - low.altitude) / (high.altitude - low.altitude)
  }

  /// The lit share of the moon, permille: (1 - cos elongation) / 2 (Meeus, chapter 48, shortened).
  private static func illumination(_ moon: SkyPlace, _ sun: SkyPlace) -> Int32 {
    let apart = moon.longitude &- sun.longitude
    let cosine = (Fixed.cosQ30(moon.latitude) * Fixed.cosQ30(apart)) >> 30
    return Int32(Fixed.mulDiv(1 << 30 - cosine, 500, 1 << 30))
  }
}
