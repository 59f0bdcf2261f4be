import Foundation
import Simulation
import SourceText
import TestKit
import Testing

@testable import Press

/// Claims held against the truth, communiqués and front pages.
@Suite struct ReportWordsTests {
  private static let voices = PressVoices(
    sides: [
      .init(source: "Azeri sources", troops: "Azeri troops", enemies: "militants"),
      .init(source: "the Front", troops: "our soldiers", enemies: "the invaders"),
    ], reporter: "a reporter", emergencyService: "the service")

  private func book() throws -> PhraseBook {
    try PhraseBook.load(path: "\(Places.package)/Assets/Text/report.yaml")
  }

  private func dispatch(_ event: Event, _ side: SideID, told: Int64 = 0) -> Dispatch {
    Dispatch(
      tick: event.tick + 10, source: "Azeri sources", side: side, badge: .claim, text: "say so.",
      hex: event.hex, fact: .init(event: event, told: told, claimedTroops: nil, text: 0))
  }

  private func check(_ event: Event, _ side: SideID, told: Int64 = 0) throws -> ClaimCheck {
    var writer = PhraseWriter(try book())
    let check = ClaimJudge(SmallBattle.setup).check(
      dispatch(event, side, told: told), World(SmallBattle.setup, seed: 1), events: [event],
      writer: &writer)
    return try #require(check)
  }

  @Test func inflatedVehiclesAreStruckOut() throws {
    let unit = SmallBattle.unit("tk.g.tk")
    let event = Event(
      tick: Tick(30), kind: .vehicleLosses, side: SmallBattle.az, unit: unit,
      hex: SmallBattle.hex(16, 9), amount: 2)
    let inflated = try check(event, SmallBattle.az, told: 4)
    #expect(inflated.verdict == .struck)
    #expect(inflated.truth.contains("two tanks"), "\(inflated.truth)")
    #expect(try check(event, SmallBattle.az, told: 2).verdict == .confirmed)
  }

  @Test func aQuarterOfTheEnemysIsNoConquest() throws {
    let event = Event(
      tick: Tick(30), kind: .quarterTaken, side: SmallBattle.az, hex: SmallBattle.hex(16, 9),
      amount: 0, detail: 0)
    // At the start the garrison holds the town.
    let check = try check(event, SmallBattle.az)
    #expect(check.verdict == .struck && !check.truth.isEmpty)
  }

  @Test func aReporterClaimsNothing() throws {
    var line = dispatch(Event(tick: Tick(1), kind: .firefight), SmallBattle.az)
    line.side = nil
    var writer = PhraseWriter(try book())
    #expect(
      ClaimJudge(SmallBattle.setup).check(
        line, World(SmallBattle.setup, seed: 1), events: [], writer: &writer) == nil)
  }

  private func day(_ side: SideID, _ number: Int) -> DayFacts {
    let hex = SmallBattle.hex(16, 9)
    let start = Tick(number * 1440)
    let kinds: [EventKind] = [.airStrike, .bombardment, .civiliansHurt, .quarterTaken]
    let events = kinds.flatMap { kind in
      [SmallBattle.az, SmallBattle.tk].map {
        Event(tick: start + 100, kind: kind, side: $0, hex: hex, amount: Int32(number + 2))
      }
    }
    return DayFacts(
      side: side, start: start, end: start + 1440, events: events, told: [],
      quartersBefore: [1, 1], quartersAfter: [0, 1], menLost: Int64(30 + 9 * number),
      vehiclesLost: 3)
  }

  @Test func communiquesNeverRepeatASentence() throws {
    var writer = PhraseWriter(try book())
    var sentences: [String] = []
    for number in 0..<3 {
      for side in [SmallBattle.az, SmallBattle.tk] {
        let communique = Communique(
          day(side, number), setup: SmallBattle.setup, voices: Self.voices,
          date: "day \(number)", writer: &writer)
        #expect(communique.paragraphs.count >= 2)
        for text in communique.paragraphs {
          #expect(!text.contains("{") && !text.contains("}"), "\(text)")
          sentences += text.components(separatedBy: ". ").map {
            $0.trimmingCharacters(in: ["."])
          }
        }
      }
    }
    #expect(Set(sentences).count == sentences.count, "\(sentences.sorted())")
  }

  @Test func rivalsSeeTheSameHourDifferently() throws {
    var writer = PhraseWriter(try book())
    let pages = [SmallBattle.az, SmallBattle.tk].map {
      FrontPage(
        day($0, 0), setup: SmallBattle.setup, voices: Self.voices, dispatches: [],
        date: "Sunday", writer: &writer)
    }
    #expect(pages[0].masthead != pages[1].masthead)
    #expect(pages[0].headline != pages[1].headline)
    #expect(pages.allSatisfy { !$0.headline.isEmpty && !$0.lead.isEmpty })
  }

  @Test func aFactThatIsNoneIsTold() throws {
    try Places.withFolder { folder in
      let path = "\(folder)/report.yaml"
      try "format: 1\nphrases:\n  a: [\"{plaice}.\"]\n".write(
        toFile: path, atomically: true, encoding: .utf8)
      do throws(SourceFailure) {
        _ = try PhraseBook.load(path: path)
        Issue.record("not refused")
      } catch {
        #expect(error.diagnostics.map(\.position?.line) == [3])
      }
    }
  }
}
