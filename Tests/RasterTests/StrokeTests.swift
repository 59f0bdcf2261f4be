import Screen
import Testing

@testable import Raster

@Suite struct StrokeTests {
  private func area(_ coverage: [UInt8]) -> Double {
    coverage.reduce(0.0) { $0 + Double($1) } / 255
  }

  private func line(_ points: [Point], _ style: LineStyle, closed: Bool = false) -> [UInt8] {
    var painter = Painter()
    return painter.coverage(of: Path(points, closed: closed), style, width: 60, height: 60)
  }

  @Test func capsAddTheirArea() {
    let points = [Point(20, 30), Point(40, 30)]
    #expect(abs(area(line(points, LineStyle(width: 6))) - 120) < 0.1)
    #expect(abs(area(line(points, LineStyle(width: 6, cap: .square))) - 156) < 0.1)
    #expect(abs(area(line(points, LineStyle(width: 6, cap: .round))) - 148.27) < 0.4)
  }

  @Test func joinsFillTheCorner() {
    let corner = [Point(10, 10), Point(40, 10), Point(40, 40)]
    let bevel = area(line(corner, LineStyle(width: 8, join: .bevel)))
    let round = area(line(corner, LineStyle(width: 8, join: .round)))
    let miter = area(line(corner, LineStyle(width: 8, join: .miter)))
    // 464 for both arms without their shared corner, which adds 8 (half), 4π or 16 square pixels.
    #expect(abs(bevel - 472) < 0.2)
    #expect(abs(round - 476.57) < 0.4)
    #expect(abs(miter - 480) < 0.2)
  }

  @Test func sharpCornersAreCutOff() {
    let spike = [Point(5, 30), Point(50, 31), Point(5, 32)]
    let coverage = line(spike, LineStyle(width: 4, join: .miter))
    for y in 0..<60 { #expect(coverage[y * 60 + 56] == 0) }
  }

  /// A ring that runs back along its own side, as rings cut to a box do, is still only its line.
  @Test func ringsThatTurnStraightBackStayLines() {
    let ring = [
      Point(-20, -20), Point(80, -20), Point(80, 80), Point(-20, 80), Point(-20, 20),
      Point(-20, 50), Point(-20, 10),
    ]
    for join in [LineStyle.Join.round, .miter, .bevel] {
      #expect(area(line(ring, LineStyle(width: 1.5, join: join), closed: true)) == 0)
    }
  }

  @Test func crossingsAreNeitherHolesNorDarker() {
    let eight = [
      Point(10, 10), Point(50, 50), Point(50, 10), Point(10, 50), Point(10, 30), Point(50, 30),
    ]
    var bitmap = Bitmap(width: 60, height: 60)
    bitmap.stroke(Path(eight, closed: false), LineStyle(width: 7), Color(255, 0, 0, 128))
    #expect(bitmap[30, 30] == Color(255, 0, 0, 128).premultiplied)
    #expect(bitmap.pixels.allSatisfy { $0 >> 24 <= 128 })
  }

  @Test func tightBendsHaveNoHoles() {
    var path = Path()
    path.move(to: Point(25, 50))
    path.cubic(Point(29, 5), Point(31, 5), to: Point(35, 50))
    var painter = Painter()
    let coverage = painter.coverage(of: path, LineStyle(width: 16), width: 60, height: 60)
    for y in 20..<49 { #expect(coverage[y * 60 + 30] == 255, "row \(y)") }
  }

  @Test func closedLinesHaveNoEnds() {
    let square = [Point(10, 10), Point(50, 10), Point(50, 50), Point(10, 50)]
    let coverage = line(square, LineStyle(width: 4, join: .miter), closed: true)
    #expect(coverage[8 * 60 + 8] == 255)
    #expect(coverage[30 * 60 + 30] == 0)
    #expect(abs(area(coverage) - 640) < 0.1)
  }

  @Test func dashesHaveTheirLengths() {
    let coverage = line([Point(0, 5), Point(60, 5)], LineStyle(width: 2, dashes: [6, 4]))
    let row = (0..<60).map { coverage[5 * 60 + $0] == 255 }
    #expect(row == (0..<60).map { $0 % 10 < 6 })
  }

  @Test func dashesStayWhenTheLineLeavesThePicture() {
    let far = line([Point(-100_000, 5), Point(100_000, 5)], LineStyle(width: 2, dashes: [6, 4]))
    #expect((0..<60).map { far[5 * 60 + $0] == 255 } == (0..<60).map { $0 % 10 < 6 })
    let odd = line([Point(0, 5), Point(60, 5)], LineStyle(width: 2, dashes: [5]))
    #expect((0..<60).map { odd[5 * 60 + $0] == 255 } == (0..<60).map { $0 % 10 < 5 })
    let none = line([Point(0, 5), Point(60, 5)], LineStyle(width: 2, dashes: [0, 0]))
    #expect(none[5 * 60 + 30] == 255)
  }

  @Test func dotsShowTheirCaps() {
    #expect(area(line([Point(30, 30), Point(30, 30)], LineStyle(width: 6))) == 0)
    let round = line([Point(30, 30), Point(30, 30)], LineStyle(width: 6, cap: .round))
    #expect(abs(area(round) - 28.27) < 0.4)
    let square = line([Point(30, 30)], LineStyle(width: 6, cap: .square))
    #expect(abs(area(square) - 36) < 0.1)
  }

  @Test func linesThinnerThanAPixelArePale() {
    let coverage = line([Point(0, 5.5), Point(60, 5.5)], LineStyle(width: 0.5))
    #expect(coverage[5 * 60 + 30] == 128)
    #expect(area(line([Point(0, 5), Point(60, 5)], LineStyle(width: 0))) == 0)
  }
}
