import Screen
import Simulation
import Testing

@testable import MapTable

@Suite struct TextTests {
  @Test func clockTextsCrossMidnightMonthsAndYears() {
    let clock = ClockText(BattleClock(year: 1998, month: 9, day: 12, minuteOfDay: 360))
    #expect(clock.date(Tick(0)) == "Sat 12 Sep 1998")
    #expect(clock.time(Tick(0)) == "06:00")
    #expect(clock.date(Tick(2200)) == "Sun 13 Sep 1998")
    #expect(clock.time(Tick(2200)) == "18:40")
    let eve = ClockText(BattleClock(year: 1999, month: 12, day: 31, minuteOfDay: 1439))
    #expect(eve.date(Tick(0)) == "Fri 31 Dec 1999")
    #expect(eve.date(Tick(1)) == "Sat 1 Jan 2000")
    let leap = ClockText(BattleClock(year: 2000, month: 2, day: 28, minuteOfDay: 0))
    #expect(leap.shortDate(Tick(1440)) == "29 Feb")
    #expect(leap.shortDate(Tick(2880)) == "1 Mar")
    #expect(ClockText.span(minutes: 40) == "40 min")
    #expect(ClockText.span(minutes: 300) == "5 h")
  }

  @Test func placesAreNamedByTheNearestTown() {
    var terrain = Terrain(grid: HexGrid(columns: 80, rows: 40))
    let center = terrain.grid.index(of: Hex(20, 20))
    terrain.towns = [
      Town(id: "a", name: "Alar", population: 900, center: Int32(center), quarters: 0..<1, rank: 5)
    ]
    terrain.quarters = [
      Quarter(id: "center", name: "center", town: TownID(0), hexes: [Int32(center)])
    ]
    terrain.quarter[center] = 0
    let names = PlaceNames(terrain)
    func text(_ column: Int, _ row: Int) -> String {
      names.text(Int32(terrain.grid.index(of: Hex(column, row))))
    }
    #expect(text(20, 20) == "Alar")
    #expect(text(23, 20) == "3 km E of Alar")
    #expect(text(20, 14) == "6 km N of Alar")
    #expect(text(16, 26).hasSuffix("SW of Alar"))
    #expect(text(79, 20) == "open ground")
    #expect(names.text(-1) == "off the map")
    #expect(names.text(9_999_999) == "off the map")
  }

  @Test func theTheatreFrameGoesThereAndBack() {
    let frame = TheatreFrame(HexGrid(columns: 100, rows: 80))
    let place = frame.ground(x: 0.25, y: 0.75)
    let back = frame.fractions(of: place)
    #expect(abs(back.x - 0.25) < 1e-12 && abs(back.y - 0.75) < 1e-12)
    #expect(frame.clamped(GroundPoint(1e9, -1e9)) == GroundPoint(frame.east, frame.south))
  }
}
