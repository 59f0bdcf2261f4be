import MapTable
import Screen
import Symbology
import Testing

@testable import Panels
@testable import Simulation

/// The tools above the orders, the search, the outlook and the inspector's words on orders.
@Suite struct CommandPanelsTests {
  private func drawn(
    _ view: ViewState, _ info: PanelInfo = DemoBattle.info
  ) throws -> (texts: [(text: String, place: Point)], hits: HitMap) {
    var panels = try Panels(
      symbols: SymbolLibrary.load(folder: PanelsTests.root + "Assets/Symbols"))
    var list = DrawList()
    var hits = HitMap()
    var images = ImageTable()
    panels.draw(
      DemoBattle.picture(), view, info: info, fonts: FontBook(), into: &list, hits: &hits,
      images: &images)
    let texts = list.commands.compactMap { command -> (text: String, place: Point)? in
      guard case .glyphs(let range, _, _) = command else { return nil }
      let glyphs = list.glyphs[Int(range.lowerBound)..<Int(range.upperBound)]
      let text = String(String.UnicodeScalarView(glyphs.compactMap { Unicode.Scalar($0.scalar) }))
      return (text, glyphs.first?.position ?? Point(0, 0))
    }
    return (texts, hits)
  }

  @Test func theClockAndTheConductShowOnTheBar() throws {
    var view = DemoBattle.view(1920, 1080)
    view.orderTime = .hour(HourTie(.h, offset: 30))
    #expect(try drawn(view).texts.contains { $0.text == "at H+30" })
    view.holdsShift = true
    let tools = Panels.tools(DemoBattle.picture(), view)
    #expect(tools.first?.isOn == true)
    #expect(tools.filter(\.isOn).map(\.control) == [.holdShift, .orderTime])
  }

  @Test(arguments: [(1024.0, 640.0), (1280, 720), (1920, 1080), (3840, 2160)])
  func theSearchLiesInTheClearPart(_ size: (Double, Double)) throws {
    var view = DemoBattle.view(size.0, size.1)
    var finding = Finding()
    finding.text = "goy"
    view.finding = finding
    let (texts, hits) = try drawn(view)
    let clear = PanelLayout(view).clearArea
    #expect(texts.contains { $0.text == "Göytəpə" })
    let results = hits.entries.filter {
      if case .control(.found) = $0.target { true } else { false }
    }
    #expect(!results.isEmpty)
    for entry in results { #expect(clear.union(entry.rect) == clear, "\(entry)") }
  }

  @Test func theOutlookStandsUnderTheHintInsideTheWindow() throws {
    for (width, height) in [(1024.0, 640.0), (1920, 1080), (3840, 2160)] {
      var view = DemoBattle.view(width, height)
      let clear = PanelLayout(view).clearArea
      view.pointer = Point(clear.maxX - 5, clear.maxY - 5)
      var info = DemoBattle.info
      info.hint = "Attack: Cəlilabad, north"
      info.outlook = AttackOutlook(
        .even, verdict: "Even",
        lines: ["taken in 5 of 10 runs (16 so far)", "own losses 3 to 9 %"])
      let texts = try drawn(view, info).texts
      let hint = texts.first { $0.text.hasPrefix("Attack: ") }
      let verdict = texts.first { $0.text == "Even" }
      #expect(verdict != nil && hint != nil)
      #expect(verdict?.place.y ?? 0 > hint?.place.y ?? 0)
      for text in texts where text.text.hasPrefix("own losses") {
        #expect(text.place.y < height && text.place.x > 0)
      }
    }
  }

  @Test func theInspectorTellsConductAndWhatOrdersWaitFor() {
    var picture = DemoBattle.picture()
    let index = picture.units.firstIndex { $0.status == .active } ?? 0
    let unit = picture.units[index].id
    let order = Order(
      side: picture.units[index].side, unit: unit, kind: .hold, hour: HourTie(.h, offset: 30))
    picture.units[index].orders = [PendingOrder(order: order, given: picture.tick, due: nil)]
    picture.units[index].orderDelay = 20
    picture.units[index].vehiclesDamaged = Array(repeating: 0, count: VehicleClass.count)
    picture.units[index].vehiclesDamaged[0] = 3
    var view = DemoBattle.view(1920, 1080)
    view.selection = [unit]
    let rows = InspectorContent(picture: picture, view: view).rows
    #expect(rows.contains(.item("", "waits for H+30, not set yet")))
    #expect(rows.contains(.item("", "orders take about 20 min")))
    #expect(rows.contains(.pair("Damaged", "3 tanks", Ink.amber)))
    #expect(
      rows.contains {
        if case .pair("Conduct", _, _) = $0 { true } else { false }
      })
  }

  @Test func everyCauseTermAndShockHasItsWords() {
    #expect(Set(ChangeCause.allCases.map(\.words)).count == ChangeCause.allCases.count)
    #expect(Set(PowerTerm.allCases.map(\.words)).count == PowerTerm.allCases.count)
    #expect(Set(ShockKind.allCases.map(\.words)).count == ShockKind.allCases.count)
  }
}
