import Geography
import MapTable
import Screen
import Simulation
import Testing

@testable import MapView

@Suite struct NameTests {
  private static func plan(scale: Double = 1) throws -> NamePlan {
    let styles = try MapStyles.load(SmallWorld.assets + "/Styles")
    let candidates = NameCandidate.all(SmallWorld.theatre, styles, scale: scale)
    return NamePlan(candidates, fonts: FontBook(), scale: scale)
  }

  @Test func shownStaysShownAndNothingOverlaps() throws {
    let plan = try Self.plan()
    var metersPerPixel = 900.0
    var shown: Set<Int> = []
    for _ in 0..<30 {
      let now = plan.names.indices.filter {
        plan.names[$0].largestMetersPerPixel >= metersPerPixel
      }
      #expect(shown.isSubset(of: now))
      shown = Set(now)
      let boxes = now.map { index -> Rect in
        let name = plan.names[index]
        let at = Point(name.place.x / metersPerPixel, -name.place.y / metersPerPixel)
        return name.box.offset(by: at)
      }
      for (index, box) in boxes.enumerated() {
        for other in boxes[..<index] {
          let shared = box.intersection(other)
          #expect(shared.width < 0.01 || shared.height < 0.01)
        }
      }
      metersPerPixel /= 1.2
    }
    #expect(shown.count >= 10)
  }

  @Test func planIsTheSameEachTime() throws {
    #expect(try Self.plan() == Self.plan())
  }

  @Test func capitalsFollowAzerbaijani() {
    #expect(NameCandidate.capitals("Şirvan düzü ılıq") == "ŞİRVAN DÜZÜ ILIQ")
  }

  @Test func noNameUnderPanels() throws {
    var map = try SmallWorld.map()
    let panel = Rect(0, 0, 640, 480)
    let (list, hits, _) = SmallWorld.draw(
      &map, SmallWorld.picture(), SmallWorld.view(), covered: [panel])
    let names = MapFonts(scale: 1).town(rank: 2)
    #expect(
      !list.commands.contains {
        if case .glyphs(_, let font, _) = $0 { font == names } else { false }
      })
    #expect(!hits.entries.contains { $0.target == .town(TownID(0)) && $0.rect.width > 20 })
  }
}
