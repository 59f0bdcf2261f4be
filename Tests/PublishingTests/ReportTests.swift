import Foundation
import Geography
import MapView
import Press
import ScenarioFormat
import Screen
import Session
import Simulation
import Symbology
import TestKit
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Publishing

/// The report of a few hours of a battle, written without letters' pictures so that it is quick.
@Suite struct ReportTests {
  private static let minutes = 150

  private static let page = Result { try html() }

  private static func chronicle() throws -> (BattleChronicle, BattleSource) {
    let source = try BattleSource.load("Calilabad", folders: DataFolders(roots: [Places.package]))
    let battle = Battle(source: source, seed: 1, staffs: source.staffs())
    let book = try PhraseBook.load(path: "\(Places.package)/Assets/Text/report.yaml")
    return (try BattleChronicle(playing: battle, until: Tick(minutes), book: book), source)
  }

  private static func maps(_ source: BattleSource) throws -> ReportMaps {
    ReportMaps(
      theatre: source.scenario.theatre,
      map: MapView(
        theatre: source.scenario.theatre,
        styles: try MapStyles.load("\(Places.package)/Assets/Styles"),
        symbols: try SymbolLibrary.load(folder: "\(Places.package)/Assets/Symbols")),
      fonts: FontBook())
  }

  private static func html() throws -> (text: String, again: String, hash: String) {
    let (chronicle, source) = try chronicle()
    let facts = ReportFacts(
      notice: "Fiction & no more.", story: "Before <it> began.", credits: ["Sources."],
      beats: [.init(title: "Engines start", tick: Tick(20), hex: -1)])
    var page = ReportPage(chronicle, facts: facts, maps: try maps(source))
    var same = ReportPage(chronicle, facts: facts, maps: try maps(source))
    return (
      try page.html(), try same.html(), hexadecimalText(chronicle.battle.world.stateHash)
    )
  }

  @Test func thePageIsWellFormedAndWhole() throws {
    let (text, _, hash) = try Self.page.get()
    let parser = XMLParser(data: Data(text.utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError)) line \(parser.lineNumber)")
    for part in [
      hash, "The Battle of Calilabad", "Fiction &amp; no more.", "&lt;it&gt;", "Engines start",
      "The record ends before the battle did", "Azerbaijan", "Talysh Popular Front",
      "data:image/png;base64,", "<svg",
    ] { #expect(text.contains(part), "no “\(part)”") }
    for outside in ["<script", "src=\"http", "href=\"http", "@import", "url("] {
      #expect(!text.contains(outside), "\(outside)")
    }
  }

  @Test func thePageRepeats() throws {
    let (text, again, _) = try Self.page.get()
    #expect(text == again)
  }

  @Test func captionsSayWhatCameAfterTheirMap() throws {
    let (chronicle, _) = try Self.chronicle()
    let clock = chronicle.battle.source.setup.clock
    #expect(
      ReportPage.caption("A shot", Tick(31), on: Tick(29), clock) == "A shot",
      "two minutes are one moment")
    #expect(
      ReportPage.caption("A town falls", Tick(108), on: Tick(29), clock)
        == "At 07:48: A town falls")
  }

  /// An order's moment is shown where the unit is that has it, not where it is to go.
  @Test func anOrderIsShownWhereItIsGiven() throws {
    let (chronicle, _) = try Self.chronicle()
    let battle = chronicle.battle
    let march = try #require(
      battle.events.first { $0.kind == .orderInForce && $0.unit != nil && $0.tick > Tick(10) })
    let beat = ReportFacts.Beat(title: "Off they go", event: march, in: battle)
    let unit = try #require(march.unit)
    #expect(beat.tick == march.tick)
    #expect(beat.hex == battle.world(at: march.tick).units.hex[unit.row])
    #expect(ReportFacts.Beat(title: "Never", event: nil, in: battle).hex == -1)
  }

  /// Few stories stand side by side under the map instead of leaving a column empty.
  @Test func fewStoriesShareTheColumns() throws {
    let (chronicle, source) = try Self.chronicle()
    var writer = PhraseWriter(PhraseBook([:]))
    let setup = chronicle.battle.source.setup
    let dispatches = (0..<6).map { number in
      Dispatch(
        tick: Tick(number + 1), source: "A reporter", side: nil, badge: .seen,
        text: "hears \(number) shots from where he stands and more from where he does not.",
        hex: -1)
    }
    let day = DayFacts(
      side: SideID(0), start: Tick(0), end: Tick(60), events: [], told: [], quartersBefore: [],
      quartersAfter: [], menLost: 0, vehiclesLost: 0)
    let page = NewspaperPage(
      words: FrontPage(
        day, setup: setup, voices: source.press.voices, dispatches: dispatches, date: "",
        writer: &writer),
      date: "", time: "", notice: "", number: 1, fonts: FontBook(), rect: Rect(0, 0, 1200, 1600))
    var columns = (0..<3).map {
      TextColumn(left: Double($0) * 300, width: 280, bottom: 1500, y: 100)
    }
    page.level(&columns, to: 1500)
    #expect(page.words.stories.count == 6)
    #expect(columns.allSatisfy { $0.bottom < 500 }, "\(columns.map(\.bottom))")
  }

  @Test func newspapersStayInTheirColumns() throws {
    var column = TextColumn(left: 10, width: 200, bottom: 500, y: 0)
    var list = DrawList()
    let font = Font(.regular, 16)
    let text = String(repeating: "words of several lengths, set ragged; ", count: 6)
    let height = column.height(of: text, FontBook().metrics(of: font), leading: 20)
    column.set(text, font, .black, leading: 20, indent: 30, fonts: FontBook(), into: &list)
    #expect(column.y >= height)
    for glyph in list.glyphs { #expect(glyph.position.x >= 10 && glyph.position.x < 210) }
    let first = list.glyphs.first?.position
    #expect(first?.x == 40, "the first line is indented")
    #expect(Double(Set(list.glyphs.map(\.position.y)).count) * 20 == column.y)
  }
}
