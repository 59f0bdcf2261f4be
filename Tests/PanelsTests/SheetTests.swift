import MapTable
import Screen
import Symbology
import TestKit
import Testing

@testable import Panels

@Suite struct SheetTests {
  private static let sheet: BattleSheet = {
    let names = ["The Battle of Calilabad", "First Morning", "Night Assault", "Road to Baku"]
    var sheet = BattleSheet(
      scenarios: names.map { .init(name: $0, title: $0) },
      saved: (0..<30).map { .init(path: "\($0)", text: "2026-01-31  Calilabad  az  number \($0)") })
    sheet.sides = ["Azerbaijan", "Talysh Popular Front"]
    let words = Array(repeating: "the division comes up by the long road", count: 12)
    sheet.briefing = (0..<6).map { .init("Part \($0)", [words.joined(separator: " ")]) }
    sheet.title = names[0]
    return sheet
  }()

  private func drawn(
    _ sheet: BattleSheet, _ size: Size, _ scale: Double
  ) throws -> (list: DrawList, hits: HitMap) {
    let panels = Panels(
      symbols: try SymbolLibrary.load(folder: PanelsTests.root + "Assets/Symbols"))
    var list = DrawList()
    var hits = HitMap()
    panels.draw(
      sheet, SheetFrame(size: size, scale: scale), fonts: FontBook(), into: &list, hits: &hits)
    return (list, hits)
  }

  private func texts(_ list: DrawList) -> [(text: String, place: Point, size: Int)] {
    list.commands.compactMap {
      guard case .glyphs(let range, let font, _) = $0 else { return nil }
      let glyphs = list.glyphs[Int(range.lowerBound)..<Int(range.upperBound)]
      let text = String(String.UnicodeScalarView(glyphs.compactMap { Unicode.Scalar($0.scalar) }))
      return (text, glyphs.first?.position ?? Point(0, 0), font.pixelSize)
    }
  }

  @Test(
    arguments: [
      (1024.0, 640.0, 1.0), (1024, 640, 1.5), (1024, 640, 2), (1600, 1000, 2), (1920, 1080, 1),
      (3840, 2160, 1), (3840, 2160, 2),
    ])
  func nothingIsClippedAndNothingOverlaps(width: Double, height: Double, scale: Double) throws {
    for page in [BattleSheet.Page.setup, .briefing] {
      var sheet = Self.sheet
      sheet.page = page
      let (list, hits) = try drawn(sheet, Size(width, height), scale)
      let read = PaintedText(
        list, fonts: FontBook(), window: Rect(0, 0, width, height), scale: scale)
      #expect(read.faults.isEmpty, "\(read.faults)")
      let window = Rect(0, 0, width, height)
      let buttons = hits.entries.filter { $0.target != .panel }
      #expect(buttons.count >= 2)
      for (index, one) in buttons.enumerated() {
        #expect(one.rect.union(window) == window)
        for other in buttons[(index + 1)...] {
          #expect(!one.rect.intersects(other.rect), "\(one) \(other)")
        }
      }
      for text in texts(list) {
        let end = text.place.x + FontMetrics.fake(pixelSize: text.size).width(of: text.text)
        #expect(text.place.x >= 0 && end <= width + 1 && text.place.y <= height, "\(text)")
        #expect(!text.text.hasSuffix("…"), "\(text) is cut at \(width)×\(height)@\(scale)")
        #expect(Double(text.size) >= 11 * scale - 0.5)
      }
    }
  }

  @Test func aLongBriefingIsReadToItsEndByScrolling() throws {
    var sheet = Self.sheet
    sheet.page = .briefing
    sheet.briefing.append(.init("The last part", ["It ends here."]))
    sheet.scroll = 10_000
    let size = Size(1024, 640)
    #expect(texts(try drawn(sheet, size, 1).list).contains { $0.text == "It ends here." })
    sheet.scroll = 0
    #expect(texts(try drawn(sheet, size, 1).list).contains { $0.text == "Part 0" })
  }

  @Test func theSavedBattleOfTheKeyboardIsAmongThoseShown() throws {
    var sheet = Self.sheet
    sheet.row = .saved
    sheet.savedAt = 29
    for scale in [1.0, 1.5, 2] {
      let (_, hits) = try drawn(sheet, Size(1024, 640), scale)
      #expect(hits.entries.contains { $0.target == .control(.sheet(.saved(29))) })
    }
  }
}
