import Simulation
import Testing

@Suite struct SkyTests {
  private let calilabad = BattleClock(
    year: 1998, month: 9, day: 12, minuteOfDay: 360, utcOffsetMinutes: 300,
    latitudeMillidegrees: 39_200, longitudeMillidegrees: 48_500)

  @Test func theSunOverCalilabad() {
    let sky = calilabad.sky(at: Tick(0))
    #expect(abs(sky.sunriseMinute - (7 * 60 + 23)) <= 4, "\(sky.sunriseMinute)")
    #expect(abs(sky.sunsetMinute - 20 * 60) <= 4, "\(sky.sunsetMinute)")
    #expect(sky.weekday == 6 && sky.year == 1998 && sky.month == 9 && sky.day == 12)
    #expect(sky.light == .nauticalTwilight || sky.light == .moonlitNight)
    #expect(calilabad.sky(at: Tick(420)).light == .day)
    let tomorrow = calilabad.sky(at: Tick(1440))
    #expect(tomorrow.day == 13 && tomorrow.weekday == 0 && tomorrow.minuteOfDay == 360)
  }

  @Test func theHalfMoonRisesAboutMidnight() {
    var rise: Int32 = -1
    for minute in Int32(14 * 60)..<Int32(22 * 60) {
      let now = calilabad.sky(at: Tick(rawValue: minute))
      let next = calilabad.sky(at: Tick(rawValue: minute + 1))
      if now.moonAltitudeCentidegrees <= 0, next.moonAltitudeCentidegrees > 0 {
        rise = next.minuteOfDay
      }
    }
    #expect(rise > 23 * 60 || (0..<60).contains(rise), "\(rise)")
    let lit = calilabad.sky(at: Tick(18 * 60)).moonIlluminationPermille
    #expect((400...650).contains(lit), "\(lit)")
  }

  /// Greenwich and Sydney on solstices: almanac times; Tromsø has no night in June.
  @Test func otherPlaces() {
    let greenwich = BattleClock(
      year: 2000, month: 6, day: 21, minuteOfDay: 720, utcOffsetMinutes: 60,
      latitudeMillidegrees: 51_480, longitudeMillidegrees: 0
    ).sky(at: Tick(0))
    #expect(abs(greenwich.sunriseMinute - (4 * 60 + 43)) <= 3, "\(greenwich.sunriseMinute)")
    #expect(abs(greenwich.sunsetMinute - (21 * 60 + 21)) <= 3, "\(greenwich.sunsetMinute)")
    let sydney = BattleClock(
      year: 2020, month: 12, day: 21, minuteOfDay: 720, utcOffsetMinutes: 660,
      latitudeMillidegrees: -33_870, longitudeMillidegrees: 151_210
    ).sky(at: Tick(0))
    #expect(abs(sydney.sunriseMinute - (5 * 60 + 41)) <= 3, "\(sydney.sunriseMinute)")
    #expect(abs(sydney.sunsetMinute - (20 * 60 + 5)) <= 3, "\(sydney.sunsetMinute)")
    let tromso = BattleClock(
      year: 2020, month: 6, day: 21, minuteOfDay: 0, utcOffsetMinutes: 120,
      latitudeMillidegrees: 69_650, longitudeMillidegrees: 18_950
    ).sky(at: Tick(0))
    #expect(tromso.sunriseMinute == -1 && tromso.light == .day)
  }

  /// The full moon of 21 January 2000, 04:40 UTC, and the new moon of 6 January 2000, 18:14 UTC.
  @Test func fullAndNewMoon() {
    let clock = BattleClock(year: 2000, month: 1, day: 6, minuteOfDay: 18 * 60 + 14)
    #expect(clock.sky(at: Tick(0)).moonIlluminationPermille < 6)
    let full = BattleClock(year: 2000, month: 1, day: 21, minuteOfDay: 4 * 60 + 40)
    #expect(full.sky(at: Tick(0)).moonIlluminationPermille > 994)
  }
}
