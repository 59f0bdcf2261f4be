import Geography
import MapTable
import Screen
import Testing

@testable import MapView
@testable import Simulation

/// Zooming through thirty steps at several places never drops a name or a counter that was shown:
/// in view and under no panel; a formation counts as shown if its parts are.
@Suite struct ZoomTests {
  private static let centers = [
    GroundPoint(15_000, -18_000), GroundPoint(11_500, -12_500), GroundPoint(18_500, -21_000),
    GroundPoint(16_200, -26_000),
  ]
  /// One picture, as a window shows it frame after frame.
  private static let picture = SmallWorld.picture()
  private static let panel = Rect(0, 0, 150, 480)

  /// What a frame shows with the place of each on the glass.
  private struct Shown {
    var names: [String: Rect] = [:]
    var units: [UnitID: Point] = [:]
    var contacts: [ContactID: Point] = [:]
  }

  private static func frame(_ center: GroundPoint, _ metersPerPixel: Double) throws -> MapFrame {
    var view = SmallWorld.view(metersPerPixel: metersPerPixel)
    view.camera.center = center
    return MapFrame(
      picture: picture, previous: nil, fraction: 1, view: view,
      styles: try MapStyles.load(SmallWorld.assets + "/Styles"), fonts: FontBook(),
      covered: [panel])
  }

  private static func shown(_ map: inout MapView, _ frame: MapFrame) -> Shown {
    var images = ImageTable()
    let board = map.board(frame, images: &images)
    let placing = board.placing(in: frame)
    var shown = Shown()
    for name in board.names where name.writing >= 0 {
      let writing = board.writings[name.writing]
      let box = writing.box.offset(by: placing(name.at))
      if isClear(box, frame) { shown.names[writing.text] = box }
    }
    for (piece, counter) in zip(board.pieces, board.counters) {
      let center = placing(piece.at) + piece.shift
      guard isClear(piece.frame.offset(by: center), frame) else { continue }
      for item in counter.stack {
        for unit in item.units { shown.units[unit] = frame.screen(item.place) }
        if case .contact(let id) = item.subject { shown.contacts[id] = frame.screen(item.place) }
      }
    }
    return shown
  }

  private static func isClear(_ box: Rect, _ frame: MapFrame) -> Bool {
    box.x > 0 && box.y > 0 && box.maxX < frame.bounds.maxX && box.maxY < frame.bounds.maxY
      && !panel.intersects(box)
  }

  @Test(arguments: [true, false]) func nothingShownIsDropped(closingIn: Bool) throws {
    for center in Self.centers {
      // One map all the way, as in a window: what it keeps must not change what it shows.
      var map = try SmallWorld.map()
      var before: Shown?
      var coarse = Set<String>()
      for step in 0..<30 {
        let scale = (0..<(closingIn ? step : 29 - step)).reduce(400.0) { value, _ in value / 1.13 }
        let frame = try Self.frame(center, scale)
        let now = Self.shown(&map, frame)
        if let before {
          let (far, near) = closingIn ? (before, now) : (now, before)
          for name in far.names.keys where Self.staysInView(name, frame, center, closingIn) {
            #expect(near.names[name] != nil, "\(name) at \(scale) about \(center)")
          }
          check(far, near, scale: scale, closingIn: closingIn)
        }
        coarse.formUnion(now.names.keys)
        before = now
      }
      #expect(!coarse.isEmpty)
    }
  }

  /// Whether a name's place is well inside the nearer of two views that follow each other.
  private static func staysInView(
    _ name: String, _ frame: MapFrame, _ center: GroundPoint, _ closingIn: Bool
  ) -> Bool {
    guard let town = SmallWorld.theatre.layers.settlements.first(where: { $0.name == name }) else {
      return false
    }
    var camera = frame.camera
    if !closingIn { camera.metersPerPixel /= 1.13 }
    let at = camera.screen(GroundPoint(town.point.x, town.point.y))
    return at.x > 260 && at.x < 520 && at.y > 60 && at.y < 420
  }

  private func check(_ far: Shown, _ near: Shown, scale: Double, closingIn: Bool) {
    func isInside(_ p: Point) -> Bool {
      let middle = Point(320, 240)
      // The nearer view holds what lay in the farther one's inner part.
      let q = middle + (p - middle) * 1.13
      return q.x > 240 && q.x < 560 && q.y > 80 && q.y < 400
    }
    for (unit, place) in far.units where isInside(place) {
      #expect(near.units[unit] != nil, "unit \(unit) at \(scale), closing in \(closingIn)")
    }
    for (contact, place) in far.contacts where isInside(place) {
      #expect(near.contacts[contact] != nil, "contact \(contact) at \(scale)")
    }
  }

  /// Panning moves everything by the same pixels, and what is kept gives the same as what is made.
  @Test func panningMovesTheBoardAsOne() throws {
    var map = try SmallWorld.map()
    var images = ImageTable()
    let first = try Self.frame(GroundPoint(15_000, -18_000), 50)
    let second = try Self.frame(GroundPoint(15_000 + 40 * 50, -18_000 + 30 * 50), 50)
    let a = map.board(first, images: &images)
    let b = map.board(second, images: &images)
    #expect(a.left == b.left && a.top == b.top)
    let shift = b.placing(in: second)(Point(0, 0)) - a.placing(in: first)(Point(0, 0))
    #expect(shift == Point(-40, 30))
    var fresh = try SmallWorld.map()
    let made = fresh.board(second, images: &images)
    let placing = made.placing(in: second)
    let kept = b.placing(in: second)
    for piece in made.pieces where second.bounds.contains(placing(piece.at)) {
      let at = placing(piece.at)
      let same = b.pieces.contains {
        (kept($0.at) - at).length < 0.01 && ($0.shift - piece.shift).length < 0.01
      }
      #expect(same)
    }
  }

  /// A board laid out beside the frame: the last one stands in until it comes, and then the frame
  /// is the one that waiting would have given; what the person chooses never waits.
  @Test func boardsBesideTheFrameEndAsThoseThatWereWaitedFor() throws {
    var map = try SmallWorld.map()
    map.laysBoardsBeside = true
    var images = ImageTable()
    let center = GroundPoint(15_000, -18_000)
    let first = map.board(try Self.frame(center, 50), images: &images)
    #expect(map.wish == nil)
    let near = try Self.frame(center, 44)
    let standIn = map.board(near, images: &images)
    #expect(standIn.metersPerPixel == first.metersPerPixel)
    let missing = map.missingBoard()
    let job = try #require(missing)
    // While nothing has come, the wish stands.
    _ = map.board(near, images: &images)
    #expect(map.wish != nil)
    map.accept(job.render(), images: &images)
    let late = map.board(near, images: &images)
    #expect(map.wish == nil)
    var patient = try SmallWorld.map()
    var patientImages = ImageTable()
    let waited = patient.board(near, images: &patientImages)
    #expect(late.metersPerPixel == waited.metersPerPixel)
    #expect(late.pieces.map(\.at) == waited.pieces.map(\.at))
    #expect(late.writings.map(\.text) == waited.writings.map(\.text))
    #expect(late.sprites.allSatisfy { images[$0.image] != nil })
    // A choice is shown at once.
    var view = near.view
    view.selection = [UnitID(0)]
    let chosen = MapFrame(
      picture: Self.picture, previous: nil, fraction: 1, view: view, styles: map.styles,
      fonts: FontBook(), covered: [])
    #expect(map.board(chosen, images: &images).view.selection == [UnitID(0)])
    #expect(map.wish == nil)
  }

  @Test func boardsFollowFromTheScaleAlone() {
    #expect(BoardScale.metersPerPixel(for: 64) == 64)
    for wanted in stride(from: 0.7, to: 900, by: 3.1) {
      let board = BoardScale.metersPerPixel(for: wanted)
      #expect(board >= wanted * 0.999_999 && board < wanted * 1.045)
      #expect(BoardScale.metersPerPixel(for: board) == board)
    }
  }
}
