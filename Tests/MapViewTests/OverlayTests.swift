import Geography
import MapTable
import Screen
import Simulation
import Testing

@testable import MapView

@Suite struct OverlayTests {
  @Test func loopsGoRoundOneHexAndRoundARing() {
    let grid = HexGrid(columns: 7, rows: 7)
    let middle = grid.index(of: Hex(3, 3))
    let single = HexOutline.edges(grid) { $0 == middle }
    #expect(single.count == 1 && single[0].count == 6)
    let ring = HexOutline.edges(grid) { grid.distance($0, middle) == 1 }
    #expect(ring.map(\.count).sorted() == [6, 18])
  }

  /// Every point where a loop goes on lies where the last edge ended.
  @Test func loopsAreChains() {
    let grid = HexGrid(columns: 12, rows: 12)
    let loops = HexOutline.edges(grid) { ($0 * 7 + $0 / 12 * 5) % 3 != 0 }
    for loop in loops {
      for (edge, next) in zip(loop, loop.dropFirst() + loop.prefix(1)) {
        let end = HexOutline.corner(edge.inside, HexOutline.cornerPair(edge.side).second, grid)
        let start = HexOutline.corner(next.inside, HexOutline.cornerPair(next.side).first, grid)
        #expect(abs(end.x - start.x) < 0.01 && abs(end.y - start.y) < 0.01)
      }
    }
  }

  @Test func frontRunsBetweenTheSides() {
    let picture = SmallWorld.picture()
    var ground = GroundOverlay()
    ground.update(picture, edges: NaturalEdges(SmallWorld.theatre))
    #expect(ground.fronts.count == 1)
    #expect(ground.fronts.allSatisfy { $0.side == 1 })
    // Two edges a hex along the whole row from the west to the coast.
    #expect((64...68).contains(ground.fronts.reduce(0) { $0 + $1.points.count - 1 }))
    #expect(ground.held.count == 1)
  }

  @Test func tracksAndStrayHexesMakeNoFront() {
    var picture = SmallWorld.picture()
    // A column of the south has gone up a road, and a patrol stands alone in the north.
    for row in 6...26 {
      picture.control[SmallWorld.grid.index(of: Hex(10, row))] = 1
    }
    picture.control[SmallWorld.grid.index(of: Hex(25, 8))] = 1
    for grain in [HeldGround.Grain.fine, .coarse] {
      var ground = GroundOverlay()
      ground.update(picture, edges: NaturalEdges(SmallWorld.theatre), grain: grain)
      #expect(ground.fronts.count == 1)
      #expect(ground.fronts.reduce(0) { $0 + $1.points.count - 1 } < 84)
    }
  }

  @Test func heldGroundEndsAtTheShore() throws {
    let picture = SmallWorld.picture()
    var ground = GroundOverlay()
    ground.update(picture, edges: NaturalEdges(SmallWorld.theatre))
    let area = try #require(ground.held.first?.areas.first)
    // The coast's corner of the made-up sea belongs to the outline; no hex reaches beyond it.
    #expect(area.box.east < 34_100)
  }

  @Test func simplerWaysKeepTheirEnds() {
    let points = [Point(0, 0), Point(10, 0.5), Point(20, -0.5), Point(30, 0), Point(30, 30)]
    let way = OrderArrow.simplified(points, tolerance: 2)
    #expect(way == [Point(0, 0), Point(30, 0), Point(30, 30)])
  }

  @Test func waysOverHexesLoseTheirZigzag() {
    // Two steps east, one south-east, again and again, with no road near.
    var roads = RoadWays(SmallWorld.theatre)
    let hexes = (0..<24).map { Int32(SmallWorld.grid.index(of: Hex(2 + $0 / 2, 30 + $0 / 2))) }
    let way = roads.way(hexes, SmallWorld.theatre.terrain)
    let arrow = OrderArrow(way: way.map { Point($0.x / 60, -$0.y / 60) }, tolerance: 1.6)
    #expect(arrow.points.count <= 6)
    var cut = arrow
    let (start, end) = (arrow.start, arrow.end)
    cut.leave(Rect(start.x - 10, start.y - 10, 20, 20), Rect(end.x - 20, end.y - 20, 40, 40))
    #expect((cut.start - start).length >= 9 && (cut.end - end).length >= 19)
    #expect(cut.length < arrow.length)
  }

  @Test func scaleBarsAreRound() {
    #expect(MapView.niceLength(9400) == 5000)
    #expect(MapView.niceLength(2300) == 2000)
    #expect(MapView.niceLength(1100) == 1000)
  }

  /// What one small frame holds, in words; whoever changes the look changes this knowingly.
  @Test func smallFrameInWords() throws {
    var map = try SmallWorld.map()
    let (list, hits, _) = SmallWorld.draw(
      &map, SmallWorld.picture(), SmallWorld.view(metersPerPixel: 60))
    #expect(Self.lines(list) == SmallFrame.lines)
    #expect(hits.entries.map { "\($0.target)" } == SmallFrame.targets)
    var again = try SmallWorld.map()
    let second = SmallWorld.draw(
      &again, SmallWorld.picture(), SmallWorld.view(metersPerPixel: 60))
    #expect(second.list == list && second.hits == hits)
  }

  /// A frame as lines: runs of equal commands counted, texts with their pens' places.
  private static func lines(_ list: DrawList) -> [String] {
    var lines: [String] = []
    var run = (kind: "", count: 0)
    func note(_ kind: String) {
      if kind != run.kind {
        if run.count > 0 { lines.append("\(run.count) \(run.kind)") }
        run = (kind, 0)
      }
      run.count += 1
    }
    for command in list.commands {
      switch command {
      case .image: note("image")
      case .fill: note("fill")
      case .line: note("line")
      case .triangles: note("triangles")
      case .pushClip: note("pushClip")
      case .popClip: note("popClip")
      case .glyphs(let range, let font, _):
        var text = ""
        let glyphs = list.glyphs[Int(range.lowerBound)..<Int(range.upperBound)]
        for glyph in glyphs {
          if let scalar = Unicode.Scalar(glyph.scalar) { text.unicodeScalars.append(scalar) }
        }
        let pen = glyphs.first?.position ?? Point(0, 0)
        note("'\(text)' at \(Int(pen.x)),\(Int(pen.y)) in \(font.face) \(font.pixelSize)")
      }
    }
    note("")
    return lines
  }
}

private enum SmallFrame {
  static let lines: [String] = [
    "1 pushClip", "2 fill", "1 pushClip", "1 image", "1 popClip", "1 fill", "1 pushClip",
    "1 image", "1 popClip", "1 fill", "1 pushClip", "1 image", "1 popClip", "2 fill",
    "1 pushClip", "1 image", "1 popClip", "1 pushClip", "1 image", "1 popClip", "1 fill",
    "1 pushClip", "1 image", "1 popClip", "2 fill", "1 pushClip", "1 image", "1 popClip",
    "1 fill", "1 pushClip", "1 image", "1 popClip", "1 fill", "1 pushClip", "1 image",
    "1 popClip", "2 fill", "2 line", "1 fill", "1 line", "1 image",
    "1 'Ada' at 228,79 in semibold 15", "1 image", "1 'Bir' at 360,147 in semibold 15", "1 image",
    "1 'Cəm' at 241,224 in medium 13", "1 image", "1 'Dağ' at 408,283 in medium 13", "1 image",
    "1 'Enişli' at 255,351 in medium 12", "1 image", "1 'Füz' at 387,94 in medium 12",
    "1 'Gül' at 253,182 in regular 11", "1 'Hil' at 401,239 in regular 11",
    "1 'İki' at 283,307 in regular 11", "1 'Jal' at 415,375 in regular 11", "1 line",
    "1 'S' at 363,370 in italic 12", "1 'e' at 371,368 in italic 12",
    "1 'l' at 379,367 in italic 12", "7 image", "1 'A Bn' at 303,150 in medium 11",
    "1 '1 Rgt' at 403,304 in medium 11", "1 '16–24 tanks' at 366,396 in medium 11",
    "1 image", "3 fill",
    "1 '0' at 456,437 in medium 11", "1 '10 km' at 596,437 in medium 11",
    "1 '5' at 539,437 in medium 11",
    "1 '39STD 549 419 · 39.193 N 48.163 E · 1:227 000' at 354,460 in medium 11", "1 line",
    "1 fill", "1 'N' at 434,426 in medium 11", "1 popClip",
  ]
  static let targets: [String] = [
    "town(Simulation.TownID(rawValue: 0))",
    "town(Simulation.TownID(rawValue: 0))",
    "formation(Simulation.FormationID(rawValue: 1))",
    "formation(Simulation.FormationID(rawValue: 0))",
    "contact(Simulation.ContactID(rawValue: 1))",
    "contact(Simulation.ContactID(rawValue: 3))",
  ]
}
