import Testing

@testable import ScenarioFormat

@Suite("Clock texts")
struct ClockTextTests {
  @Test("Times are +HH:MM")
  func minutes() {
    #expect(ClockText.minutes("+00:00") == 0)
    #expect(ClockText.minutes("+72:05") == 4325)
    #expect(ClockText.minutes("-05:30") == -330)
    #expect(ClockText.minutes("+720:00") == 43_200)
    for bad in ["06:00", "+6:00", "+06:60", "+06:0", "+06", "+a6:00", "+06:00:00", "", "+٠٦:00"] {
      #expect(ClockText.minutes(bad) == nil, "\(bad)")
    }
  }

  @Test("Moments are YYYY-MM-DDTHH:MM of the calendar")
  func moments() throws {
    let start = try #require(ClockText.moment("1998-09-12T06:00"))
    #expect(start == (1998, 9, 12, 360))
    #expect(ClockText.moment("2000-02-29T23:59") != nil)
    for bad in [
      "1998-09-31T06:00", "1900-02-29T00:00", "1998-13-01T00:00", "1998-09-12 06:00",
      "1998-09-12T24:00", "1998-09-12T06:60", "0098-09-12T06:00", "1998-9-12T06:00", "",
    ] {
      #expect(ClockText.moment(bad) == nil, "\(bad)")
    }
  }
}
