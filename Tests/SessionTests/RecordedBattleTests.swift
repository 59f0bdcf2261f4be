import Foundation
import Journal
import ScenarioFormat
import Simulation
import Staff
import TestKit
import Testing

@testable import Session

/// A journal finds its scenario again, whoever wrote it and wherever it lies, and tells what is
/// wrong with it.
@Suite struct RecordedBattleTests {
  private static let folders = DataFolders(roots: [Places.package])

  /// A copy of the shipped scenario in a folder of its own, with one battle of two minutes.
  private func withCopy(
    _ name: String, change: (inout String) -> Void = { _ in },
    _ body: (_ folder: String, _ journal: String) throws -> Void
  ) throws {
    try Places.withFolder { folder in
      let own = "\(folder)/\(name)"
      try FileManager.default.copyItem(
        atPath: "\(Places.package)/Scenarios/Calilabad", toPath: own)
      var text = try String(contentsOfFile: "\(own)/scenario.yaml", encoding: .utf8)
      change(&text)
      try text.write(toFile: "\(own)/scenario.yaml", atomically: true, encoding: .utf8)
      let source = try BattleSource.load(own, folders: Self.folders)
      let commanders = Commanders(temperament: .bold, handicap: 3)
      let journal = "\(folder)/battle.sitlog"
      let battle = Battle(
        source: source, seed: 1, staffs: source.staffs(commanders),
        journal: try JournalWriter(
          creating: journal, header: source.header(seed: 1, commanders, folders: Self.folders)))
      for _ in 0..<2 { try battle.advance() }
      try body(folder, journal)
    }
  }

  @Test func aScenarioGivenByItsPathIsFoundAgain() throws {
    try withCopy("My battle") { folder, path in
      let header = try Journal.read(path).header
      #expect(header.scenario == "My battle")
      #expect(header.scenarioFile.hasSuffix("/My battle/scenario.yaml"))
      #expect(header.commanders.map(\.temperament) == ["bold", "bold"])
      #expect(header.commanders.map(\.handicap) == [3, 3])
      let recorded = try RecordedBattle.load(path, folders: Self.folders, for: .command)
      let battle = try recorded.resume(journal: nil)
      #expect(battle.doubt == nil)
      #expect(battle.source.staffs(of: header).count { $0 != nil } == 2)
      // Moved together to another place.
      try FileManager.default.moveItem(atPath: folder, toPath: "\(folder)-moved")
      defer { try? FileManager.default.removeItem(atPath: "\(folder)-moved") }
      _ = try RecordedBattle.load("\(folder)-moved/battle.sitlog", folders: Self.folders)
    }
  }

  /// A changed scenario that has the shipped one's name must not be taken for it, nor the other way
  /// round.
  @Test func theDigestDecidesAmongScenariosOfOneName() throws {
    try withCopy("Calilabad", change: { $0 = $0.replacing("title: ", with: "title: Another ") }) {
      folder, path in
      let recorded = try RecordedBattle.load(path, folders: Self.folders)
      #expect(recorded.source.setup.title.hasPrefix("Another "))
      try FileManager.default.removeItem(atPath: "\(folder)/Calilabad")
      let error = #expect(throws: RecordingError.self) {
        try RecordedBattle.load(path, folders: Self.folders)
      }
      guard case .journal(let why)? = error else { return }
      #expect(why.message.hasPrefix("\(path):5:8: error: the scenario Calilabad or its tables"))
    }
  }

  @Test func aMistakeInAPlanBlocksNoReplay() throws {
    try withCopy("Planned") { folder, path in
      try "nonsense: [".write(
        toFile: "\(folder)/Planned/plan-az.yaml", atomically: true, encoding: .utf8)
      try RecordedBattle.load(path, folders: Self.folders).check()
      #expect(throws: RecordingError.self) {
        try RecordedBattle.load(path, folders: Self.folders, for: .command)
      }
    }
  }

  @Test func aMissingScenarioIsTheJournalsMistake() throws {
    try withCopy("Gone") { folder, path in
      try FileManager.default.removeItem(atPath: "\(folder)/Gone")
      let error = #expect(throws: RecordingError.self) {
        try RecordedBattle.load(path, folders: Self.folders)
      }
      guard case .journal(let why)? = error else { return }
      #expect(why.message.hasPrefix("\(path):3:10: error: its scenario “Gone” is not there"))
    }
  }

  @Test(arguments: [
    ("scenario small", "scenario /etc"), ("scenario small", "scenario .."),
    ("scenario small", "scenario a/b"), ("scenario small", "scenario small\nfile relative"),
    ("commander az staff", "commander az staff bold 12"),
    ("commander az staff", "commander tk staff"), ("sitrep-journal 2", "sitrep-journal 9"),
  ])
  func badHeadersAreRefused(old: String, new: String) throws {
    try Places.withFolder { folder in
      let file = JournalFile(folder)
      _ = try SmallSource.battle(journal: file)
      let text = try file.text()
      #expect(text.contains(old))
      try text.replacing(old, with: new).write(
        toFile: file.path, atomically: true, encoding: .utf8)
      #expect(throws: JournalError.self) { try file.read() }
    }
  }

  @Test func everySideNeedsItsCommander() throws {
    try withCopy("Headless") { _, path in
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing(/commander tal [^\n]*\n/, with: "").write(
        toFile: path, atomically: true, encoding: .utf8)
      let error = #expect(throws: RecordingError.self) {
        try RecordedBattle.load(path, folders: Self.folders)
      }
      guard case .journal(let why)? = error else { return }
      #expect(why.message.contains("the header names the commanders of “az”"))
    }
  }

  @Test func namesOfAnyKindSurviveTheHeader() throws {
    for name in ["a b", "100 %", "line\nbreak", "Cəlilabad", "tab\tand %0a"] {
      try Places.withFolder { folder in
        var header = JournalHeader(
          setup: SmallBattle.setup, seed: 1, commanders: [.staff, .staff])
        (header.scenario, header.scenarioFile) = (name, "/somewhere/\(name)/scenario.yaml")
        _ = try JournalWriter(creating: "\(folder)/a.sitlog", header: header)
        #expect(try Journal.read("\(folder)/a.sitlog").header == header)
        #expect(try JournalSummary.read("\(folder)/a.sitlog").header == header)
      }
    }
  }
}
