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
