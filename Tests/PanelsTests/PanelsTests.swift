import Foundation
import MapTable
import Press
import Screen
import Symbology
import TestKit
import Testing

@testable import Panels
@testable import Simulation

@Suite struct PanelsTests {
  private func drawn(
    _ view: ViewState, _ picture: Picture, _ info: PanelInfo = DemoBattle.info
  ) throws -> (list: DrawList, hits: HitMap) {
    var panels = try Panels(symbols: SymbolLibrary.load(folder: Self.root + "Assets/Symbols"))
    var list = DrawList()
    var hits = HitMap()
    var images = ImageTable()
    panels.draw(
      picture, view, info: info, fonts: FontBook(), into: &list, hits: &hits, images: &images)
    return (list, hits)
  }

  static let root = String(#filePath.dropLast("Tests/PanelsTests/PanelsTests.swift".count))

  /// Every text as (words, place of its pen, font size).
  private func texts(_ list: DrawList) -> [(text: String, place: Point, size: Int)] {
    list.commands.compactMap {
      guard case .glyphs(let range, let font, _) = $0 else { return nil }
      let glyphs = list.glyphs[Int(range.lowerBound)..<Int(range.upperBound)]
      let text = String(String.UnicodeScalarView(glyphs.compactMap { Unicode.Scalar($0.scalar) }))
      return (text, glyphs.first?.position ?? Point(0, 0), font.pixelSize)
    }
  }

  @Test(arguments: ["play", "umpire"]) func goldens(name: String) throws {
    var view = DemoBattle.view(
      1280, 720, mode: name == "play" ? .play(DemoBattle.azeri) : .spectate)
    view.armed = name == "play" ? .attack : nil
    let picture = DemoBattle.picture(name == "play" ? .side(DemoBattle.azeri) : .umpire)
    let (list, hits) = try drawn(view, picture)
    let text = DrawListText.text(list, hits)
    let path = Self.root + "Tests/PanelsTests/Goldens/\(name).txt"
    if ProcessInfo.processInfo.environment["SITREP_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        atPath: Self.root + "Tests/PanelsTests/Goldens", withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return
    }
    let golden = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    for (line, wanted) in zip(text.split(separator: "\n"), golden) where line != wanted {
      Issue.record("\(line)\nwanted: \(wanted)\nSITREP_RECORD=1 records anew")
      return
    }
    #expect(text.split(separator: "\n").count == golden.count)
  }

  @Test func controlsStayInTheWindowAndTextIsNeverTooSmall() throws {
    let picture = DemoBattle.picture()
    for (width, height) in [(1024.0, 640.0), (1280, 720), (1920, 1080), (2560, 1440), (3840, 2160)]
    {
      for scale in [1.0, 1.5, 2] {
        let view = DemoBattle.view(width, height, scale: scale)
        let (list, hits) = try drawn(view, picture)
        let window = Rect(0, 0, width, height)
        for entry in hits.entries {
          #expect(entry.rect.union(window) == window, "\(entry) at \(width)×\(height)@\(scale)")
        }
        for text in texts(list) {
          #expect(Double(text.size) >= 11 * scale - 0.5, "\(text)")
          let font = FontMetrics.fake(pixelSize: text.size)
          let end = text.place.x + font.width(of: text.text)
          #expect(
            text.place.x >= 0 && end <= width + 1 && text.place.y <= height,
            "\(text) at \(width)×\(height)@\(scale)")
        }
      }
    }
  }

  @Test func buttonsDoNotOverlapEachOther() throws {
    for (width, height) in [(1024.0, 640.0), (1366, 768), (1920, 1080), (3840, 2160)] {
      let (_, hits) = try drawn(DemoBattle.view(width, height), DemoBattle.picture())
      let buttons = hits.entries.filter {
        switch $0.target {
        case .control(.order), .control(.speed), .control(.pause), .control(.help),
          .control(.holdShift), .control(.holdControl), .control(.orderTime),
          .control(.shiftTime), .control(.setHour), .control(.conduct), .control(.giveConduct),
          .control(.undo), .control(.redo), .control(.find):
          true
        default: false
        }
      }
      #expect(buttons.count == 13 + 5 + 2 + 15)
      for (index, one) in buttons.enumerated() {
        for other in buttons[(index + 1)...] { #expect(!one.rect.intersects(other.rect)) }
      }
    }
  }

  @Test func theSameFrameTwiceIsTheSame() throws {
    var panels = try Panels(symbols: SymbolLibrary.load(folder: Self.root + "Assets/Symbols"))
    var images = ImageTable()
    var lists: [DrawList] = []
    for _ in 0..<2 {
      var list = DrawList()
      var hits = HitMap()
      panels.draw(
        DemoBattle.picture(), DemoBattle.view(1920, 1080), info: DemoBattle.info, fonts: FontBook(),
        into: &list, hits: &hits, images: &images)
      lists.append(list)
    }
    #expect(lists[0] == lists[1])
    #expect(images.bitmaps.count == 1)
  }

  @Test func aSideReadsOnlyWhatIsForIt() throws {
    let view = DemoBattle.view(1920, 1080)
    let own = texts(try drawn(view, DemoBattle.picture()).list).map(\.text)
    #expect(!own.contains("not for Baku"))
    #expect(own.contains("Cəlilabad 0 of 5 quarters"))
    #expect(own.contains("villages 3 of 4"))
    #expect(own.contains("no cease-fire before Mon 12:00"))
    #expect(own.contains("Sun 13 Sep 1998"))
    // Names of enemy units stand in the setup, but not in this side's picture.
    #expect(!own.contains("Calilabad garrison"))
    // The umpire's order of battle is longer: it needs a higher window to show both sides.
    let high = DemoBattle.view(1920, 1440)
    let all = texts(try drawn(high, DemoBattle.picture(.umpire)).list).map(\.text)
    #expect(all.contains("not for Baku"))
    #expect(all.contains("Calilabad garrison"))
  }

  @Test func foldedPanelsLeaveATabThatOpensThem() throws {
    var view = DemoBattle.view(1920, 1080)
    view.folded = [.roster, .inspector, .minimap, .dispatches, .timeline, .orderBar]
    let (list, hits) = try drawn(view, DemoBattle.picture())
    for panel in view.folded {
      #expect(hits.entries.contains { $0.target == .control(.fold(panel)) }, "\(panel)")
    }
    #expect(texts(list).contains { $0.text == "+ Order of battle" })
  }

  @Test func aStillPictureHasNoPanels() throws {
    let (list, hits) = try drawn(DemoBattle.view(1920, 1080, mode: .picture), DemoBattle.picture())
    #expect(list.commands.isEmpty && hits.entries.isEmpty)
  }

  @Test func theHelpListsEveryKeyAndAnyClickClosesIt() throws {
    var view = DemoBattle.view(1280, 720)
    view.showsHelp = true
    let (list, hits) = try drawn(view, DemoBattle.picture())
    let words = texts(list).map(\.text)
    for row in DemoBattle.helpRows { #expect(words.contains(row.name), "\(row)") }
    #expect(hits.target(at: Point(640, 360)) == .control(.dismiss))
  }

  @Test func aDispatchThatIsCutShortShowsWholeUnderThePointer() throws {
    var view = DemoBattle.view(1024, 640)
    var info = DemoBattle.info
    let text = "says " + Array(repeating: "men in green", count: 16).joined(separator: " ")
    info.dispatches = [Dispatch(tick: Tick(0), source: "A reporter", badge: .seen, text: text)]
    func words() throws -> [String] {
      texts(try drawn(view, DemoBattle.picture(), info).list).map(\.text)
    }
    #expect(try !words().contains { $0.hasSuffix("men in green") })
    let slot = try #require(PanelLayout(view).slots[.dispatches])
    view.pointer = slot.center
    #expect(try words().filter { $0.contains("men in green") }.count >= 3)
  }

  @Test func theInspectorScrollsWholeRowsAndNeverPastTheLast() {
    let rows: [InspectorRow] = [
      .head(sidc: "", frame: nil, name: "1st Battalion", detail: ""), .pair("Men", "1"),
      .pair("Fuel", "2"), .heading("Orders"), .item("now", "Hold"), .item("then", "Camp"),
    ]
    let heights = [40.0, 17, 17, 29, 17, 17]
    func shown(_ room: Double, _ scroll: Double) -> Range<Int> {
      Panels.shownRows(rows, heights, from: 1, room: room, scroll: scroll)
    }
    #expect(shown(97, 0) == 1..<6)
    #expect(shown(50, 0) == 1..<3)
    // A heading without its first line is left away.
    #expect(shown(64, 0) == 1..<3)
    #expect(shown(64, 2) == 3..<6)
    #expect(shown(64, 1000) == 3..<6)
    #expect(shown(5, 0).isEmpty)
  }

  @Test func textsAreShortenedToFit() {
    let metrics = FontMetrics.fake(pixelSize: 20)
    #expect(Canvas.shortened("Göytəpə", to: 77, metrics) == "Göytəpə")
    #expect(Canvas.shortened("Göytəpə", to: 70, metrics) == "Göytə…")
    #expect(Canvas.shortened("Göytəpə", to: 5, metrics).isEmpty)
    #expect(Figures.grouped(Int32(1034)) == "1\u{2009}034")
    #expect(Figures.grouped(Int64(-1_234_567)) == "−1\u{2009}234\u{2009}567")
    #expect(Figures.percent(884) == "88\u{2009}%")
  }

  @Test func theOutcomeIsToldInTheSidesWords() {
    let picture = DemoBattle.picture()
    func title(_ grade: Outcome.Grade) -> String {
      Panels.title(of: Outcome(grade: grade, winner: nil, score: []), picture)
    }
    #expect(title(.holdDecisive) == "Talysh hold, decisively")
    #expect(title(.takeMarginal) == "Azeri victory, just")
    #expect(title(.contested) == "Contested")
  }
}
