import Geography
import Screen
import Testing

@testable import MapView

/// Names of rivers along their courses.
@Suite struct CurvedNameTests {
  private static func set(_ points: [PlanePoint], at middle: Double, _ scale: Double = 20)
    -> CurvedText
  {
    CurvedText(
      CurvedText.Setting("Bolqarçay", .fake(pixelSize: 12), spacing: 1),
      along: TileLine(points, rank: 1, smoothed: true), middle: middle, lift: 4,
      metersPerPixel: scale, em: 12)
  }

  @Test func lettersFollowTheCourseAndReadFromTheLeft() throws {
    let rising = [PlanePoint(x: 0, y: 0), PlanePoint(x: 10_000, y: 5000)]
    let text = Self.set(rising, at: 5000)
    #expect(text.fits && text.letters.count == 9)
    for (a, b) in zip(text.letters, text.letters.dropFirst()) {
      #expect(b.pen.x > a.pen.x && b.pen.y < a.pen.y)
      // Two in one: the slope of the river, upwards on the glass.
      #expect(abs(b.along.y / b.along.x + 0.5) < 0.01)
    }
    // The letters stand above the line, 4 pixels off.
    let first = try #require(text.letters.first)
    let off = first.pen.x * 0.4472 + first.pen.y * 0.8944
    #expect(abs(off + 4) < 0.5)
    let back = Self.set(
      rising.reversed(), at: TileLine(rising, rank: 1, smoothed: true).length - 5000)
    #expect(zip(back.letters, text.letters).allSatisfy { ($0.pen - $1.pen).length < 0.5 })
  }

  @Test func sharpBendsAndShortCoursesDoNotFit() {
    let bend = [
      PlanePoint(x: 0, y: 0), PlanePoint(x: 3000, y: 0), PlanePoint(x: 3000, y: -3000),
    ]
    #expect(!Self.set(bend, at: 3000).fits)
    #expect(!Self.set([PlanePoint(x: 0, y: 0), PlanePoint(x: 900, y: 0)], at: 450).fits)
  }

  /// What shows at a scale shows at every closer one, and never meets a straight name.
  @Test func namesOfRiversStayAndKeepClear() throws {
    let styles = try MapStyles.load(SmallWorld.assets + "/Styles")
    let fonts = FontBook()
    let straight = NamePlan(
      NameCandidate.all(SmallWorld.theatre, styles, scale: 1), fonts: fonts, scale: 1)
    let plan = CurvedNamePlan(
      SmallWorld.theatre, styles.day, beside: straight, fonts: fonts, scale: 1)
    #expect(!plan.names.isEmpty)
    for name in plan.names {
      var scale = name.largestMetersPerPixel
      while scale > 4 {
        let setting = CurvedText.Setting(
          name.text, fonts.metrics(of: name.font), spacing: name.spacing)
        let text = CurvedNamePlan.set(
          name, setting, on: plan.lines[name.line], scale, styles.day, scale: 1)
        #expect(text.box.x >= name.box.x - 1 && text.box.maxX <= name.box.maxX + 1)
        let box = text.box.offset(by: Point(name.place.x / scale, -name.place.y / scale))
        for other in straight.names where scale <= other.largestMetersPerPixel {
          let own = other.box.offset(by: Point(other.place.x / scale, -other.place.y / scale))
          #expect(!own.intersects(box), "\(name.text) meets \(other.text) at \(scale)")
        }
        scale /= 1.3
      }
    }
  }
}
