import Journal
import Simulation
import TestKit
import Testing

@testable import Session

/// The game is its order log: what is written down plays again exactly, and what was changed shows.
@Suite struct ReplayTests {
  private func fought(_ ticks: Int, _ folder: String, seed: UInt64 = 1) throws -> JournalFile {
    let file = JournalFile(folder)
    let battle = try SmallSource.battle(seed: seed, journal: file)
    for _ in 0..<ticks { try battle.advance() }
    return file
  }

  private func verified(_ file: JournalFile) throws -> Replay.Report {
    try Replay.verify(file.read(), setup: SmallBattle.setup, path: file.path)
  }

  @Test func aWholeBattleReplaysExactly() throws {
    try Places.withFolder { folder in
      let file = try fought(700, folder)
      let journal = try file.read()
      #expect(journal.isFinished && !journal.isTorn)
      #expect(journal.records.contains { if case .checkpoint = $0 { true } else { false } })
      let report = try verified(file)
      #expect(report.firstBad == nil)
      #expect(report.isFinished)
      #expect((600...660).contains(report.ticks))
      #expect(report.hashesCompared >= 12)
    }
  }

  @Test func anOrderTakenOutIsFoundWithItsTicks() throws {
    try Places.withFolder { folder in
      let file = try fought(400, folder)
      var tick: Int32 = 0
      try file.rewrite { lines in
        // A unit's only order of its hour: nothing later can make up for it at once.
        let index = try #require(lines.firstIndex { $0.contains(" az.1.1 march ") })
        tick = try #require(Int32(lines[index].dropFirst().prefix { $0 != " " }))
        lines.remove(at: index)
      }
      let bad = try #require(try verified(file).firstBad)
      #expect(bad.tickFrom == tick / 60 * 60)
      #expect(bad.tickTo == tick / 60 * 60 + 60)
      #expect(bad.column != nil)
      #expect(bad.expected.count == 16 && bad.actual.count == 16 && bad.expected != bad.actual)
    }
  }

  @Test func aChangedHashIsFound() throws {
    try Places.withFolder { folder in
      let file = try fought(200, folder)
      try file.rewrite { lines in
        let index = try #require(lines.firstIndex { $0.hasPrefix("#120 ") })
        var words = lines[index].split(separator: " ").map(String.init)
        words[1] = "0000000000000000"
        lines[index] = words.joined(separator: " ")
      }
      let bad = try #require(try verified(file).firstBad)
      #expect(bad.tickFrom == 60 && bad.tickTo == 120)
      #expect(bad.expected == "0000000000000000")
    }
  }

  @Test func anOrderThatCannotBeGivenIsTold() throws {
    try Places.withFolder { folder in
      let file = try fought(100, folder)
      try file.rewrite { lines in
        let index = try #require(lines.firstIndex { $0.hasPrefix("#60 ") })
        lines.insert("@60 az tk.g.1 hold", at: index + 1)
      }
      let bad = try #require(try verified(file).firstBad)
      #expect(bad.tickFrom == 60 && bad.tickTo == 60 && bad.column == nil)
      #expect(bad.expected == "az tk.g.1 hold")
      #expect(!bad.actual.isEmpty)
    }
  }

  @Test func anUnfinishedJournalHoldsAsFarAsItGoes() throws {
    try Places.withFolder { folder in
      let report = try verified(try fought(130, folder))
      #expect(report.firstBad == nil && !report.isFinished)
      #expect(report.hashesCompared == 2)
    }
  }

  @Test func orderTextThatDoesNotFitTellsLineAndColumn() throws {
    try Places.withFolder { folder in
      let file = try fought(70, folder)
      var number = 0
      try file.rewrite { lines in
        number = try #require(lines.firstIndex { $0.hasPrefix("#60 ") })
        lines.insert("@60 az az.9 hold", at: number)
      }
      let error = #expect(throws: JournalError.self) { try verified(file) }
      #expect(
        error?.message
          == "\(file.path):\(number + 1):8: error: There is no unit or formation “az.9”; "
          + "did you mean “az.1”?")
    }
  }
}
