import MapTable
import Screen
import Symbology
import Testing

@testable import Panels
@testable import Simulation

@Suite struct PastTests {
  @Test(arguments: [(1024.0, 640.0, 1.0), (1920, 1080, 1), (3840, 2160, 2), (1024, 640, 1.5)])
  func theBannerAndTheJumpsHaveTheirPlace(width: Double, height: Double, scale: Double) throws {
    var view = DemoBattle.view(width, height, scale: scale)
    view.shownTick = Tick(300)
    view.latestTick = Tick(1200)
    let root = PanelsTests.root
    var panels = try Panels(symbols: SymbolLibrary.load(folder: root + "Assets/Symbols"))
    var list = DrawList()
    var hits = HitMap()
    var images = ImageTable()
    panels.draw(
      DemoBattle.picture(), view, info: DemoBattle.info, fonts: FontBook(), into: &list,
      hits: &hits, images: &images)
    let window = Rect(0, 0, width, height)
    let wanted: [Control] = [.now, .event(-1), .event(1), .eventGroup]
    let track = hits.entries.first {
      if case .control(.time) = $0.target { true } else { false }
    }
    for control in wanted {
      let entry = try #require(hits.entries.last { $0.target == .control(control) })
      #expect(entry.rect.union(window) == window, "\(entry)")
      #expect(hits.target(at: entry.rect.center) == .control(control))
      if let track { #expect(!entry.rect.intersects(track.rect)) }
    }
    let area = PanelLayout(view).clearArea
    let banner = try #require(hits.entries.last { $0.target == .control(.now) })
    #expect(banner.rect.union(area) == area)
  }

  @Test func marksAreFoundBothWaysByKind() {
    let marks = [
      TimelineMark(tick: Tick(10), kind: .truceBroken),
      TimelineMark(tick: Tick(20), kind: .quarterTaken),
      TimelineMark(tick: Tick(30), kind: .unitDestroyed),
      TimelineMark(tick: Tick(40), kind: .quarterTaken),
    ]
    #expect(marks.mark(1, from: Tick(10), of: .all)?.tick == Tick(20))
    #expect(marks.mark(-1, from: Tick(30), of: .all)?.tick == Tick(20))
    #expect(marks.mark(1, from: Tick(20), of: .towns)?.tick == Tick(40))
    #expect(marks.mark(1, from: Tick(10), of: .fights)?.tick == Tick(30))
    #expect(marks.mark(-1, from: Tick(10), of: .all) == nil)
    #expect(marks.mark(1, from: Tick(0), of: .people) == nil)
  }
}
