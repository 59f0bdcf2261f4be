import Screen
import Testing

@testable import Raster

/// Coverage as rows of hexadecimal bytes.
func text(_ coverage: [UInt8], width: Int) -> [String] {
  stride(from: 0, to: coverage.count, by: width).map { start in
    coverage[start..<start + width]
      .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined(separator: " ")
  }
}

@Suite struct CoverageTests {
  @Test func partlyCoveredPixelsAreExact() {
    var painter = Painter()
    let coverage = painter.coverage(of: Path(Rect(0.5, 0.25, 2, 1)), width: 4, height: 2)
    #expect(text(coverage, width: 4) == ["60 bf 60 00", "20 40 20 00"])
  }

  /// What reaches beyond an area leaves cells one block further where its width is 7 more than
  /// whole blocks.
  @Test(arguments: 1...33)
  func shapesMayReachBeyondAnyWidth(width: Int) {
    var painter = Painter()
    let shape = Path(Rect(0.5, 0, Double(width) + 3.5, 2))
    let coverage = painter.coverage(of: shape, width: width, height: 2)
    #expect(coverage[0] == 128 && coverage.dropFirst().prefix(width - 1).allSatisfy { $0 == 255 })
    let edge = Path([Point(0, 0), Point(Double(width), 0), Point(Double(width), 2)], closed: true)
    #expect(painter.coverage(of: edge, width: width, height: 2).count == 2 * width)
  }

  @Test func aDiagonalHalvesItsPixels() {
    var painter = Painter()
    let triangle = Path([Point(0, 0), Point(3, 3), Point(0, 3)], closed: true)
    let coverage = painter.coverage(of: triangle, width: 3, height: 3)
    #expect(text(coverage, width: 3) == ["80 00 00", "ff 80 00", "ff ff 80"])
  }

  @Test(arguments: [5.0, 17.3, 40.0, 90.0])
  func circlesHaveTheirArea(radius: Double) {
    var painter = Painter()
    let coverage = painter.coverage(
      of: Path(circle: Point(100.3, 100.7), radius: radius), width: 200, height: 200)
    let area = coverage.reduce(0.0) { $0 + Double($1) } / 255
    let exact = 3.14159265358979 * radius * radius
    // Flat stretches cut a little off small circles; see `Outline.tolerance`.
    #expect(abs(area / exact - 1) < (radius < 30 ? 0.004 : 0.001))
  }

  @Test func windingDecidesWhatIsInside() {
    var painter = Painter()
    var path = Path(Rect(0, 0, 6, 1))
    path.verbs += Path(Rect(2, 0, 2, 1)).verbs
    path.points += Path(Rect(2, 0, 2, 1)).points
    #expect(painter.coverage(of: path, width: 6, height: 1) == [255, 255, 255, 255, 255, 255])
    let hole = Path([Point(2, 0), Point(2, 1), Point(4, 1), Point(4, 0)], closed: true)
    var ring = Path(Rect(0, 0, 6, 1))
    ring.verbs += hole.verbs
    ring.points += hole.points
    #expect(painter.coverage(of: ring, width: 6, height: 1) == [255, 255, 0, 0, 255, 255])
  }

  @Test func whatLiesOutsideCountsWhereItMust() {
    var painter = Painter()
    let wide = painter.coverage(of: Path(Rect(-1e9, -50, 2e9, 51.5)), width: 3, height: 3)
    #expect(text(wide, width: 3) == ["ff ff ff", "80 80 80", "00 00 00"])
    let slanted = Path([Point(-40, -40), Point(60, 60), Point(-40, 60)], closed: true)
    #expect(
      text(painter.coverage(of: slanted, width: 3, height: 3), width: 3)
        == ["80 00 00", "ff 80 00", "ff ff 80"])
    let broken = Path([Point(.nan, 0), Point(2, .infinity), Point(0, 2)], closed: true)
    _ = painter.coverage(of: broken, width: 3, height: 3)
    #expect(painter.coverage(of: Path(), width: 2, height: 1) == [0, 0])
  }

  @Test func unfinishedPathsAreClosed() {
    var painter = Painter()
    let open = Path([Point(0, 0), Point(2, 0), Point(2, 2), Point(0, 2)], closed: false)
    #expect(painter.coverage(of: open, width: 2, height: 2) == [255, 255, 255, 255])
    var short = Path()
    short.verbs = [.move, .cubic]
    short.points = [Point(0, 0)]
    #expect(painter.coverage(of: short, width: 1, height: 1) == [0])
  }
}
