import Foundation
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
      #expect(!bad.expected.isEmpty && bad.expected != bad.actual)
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

  @Test func aChangedWholeStateIsFoundWithItsUnitAndValues() throws {
    try Places.withFolder { folder in
      let file = try fought(400, folder)
      try file.rewrite { lines in
        let index = try #require(lines.firstIndex { $0.hasPrefix("!360 ") })
        var world = try #require(
          StatePacking.unpack(String(lines[index].dropFirst(5))).map {
            try World(SmallBattle.setup, encoded: $0)
          })
        var scratch = World.Scratch(for: world)
        var events: [Event] = []
        world.step([], scratch: &scratch, events: &events)
        lines[index] = "!360 " + StatePacking.pack(world.encoded())
      }
      let bad = try #require(try verified(file).firstBad)
      #expect(bad.tickFrom == 360 && bad.tickTo == 360 && bad.valueTick == 360)
      #expect(bad.unit != nil && Int64(bad.expected) != nil && bad.expected != bad.actual)
    }
  }

  @Test func aMissingOrderIsTracedToAUnitByTheNextWholeState() throws {
    try Places.withFolder { folder in
      let file = try fought(400, folder)
      try file.rewrite { lines in
        lines.removeAll { $0.hasPrefix("@") && $0.contains(" az az.1.1 ") }
      }
      let bad = try #require(try verified(file).firstBad)
      #expect(bad.valueTick == 360)
      #expect(bad.unit?.hasPrefix("az.") == true, "\(bad)")
      #expect(Int64(bad.expected) != nil && Int64(bad.actual) != nil && bad.expected != bad.actual)
    }
  }

  @Test func aColumnsHashCountsEvenWhereTheTotalAgrees() throws {
    try Places.withFolder { folder in
      let file = try fought(130, folder)
      for old in [#/ units\.hex=[0-9a-f]+/#, #/ units\.posture=[0-9a-f]+/#] {
        let text = try file.text()
        try file.rewrite { lines in
          let index = try #require(lines.firstIndex { $0.hasPrefix("#120 ") })
          lines[index] = lines[index].replacing(old, with: " units.hex=0000000000000000")
        }
        let bad = try #require(try verified(file).firstBad)
        #expect(bad.tickFrom == 60 && bad.tickTo == 120)
        #expect(bad.column == "units.hex" || bad.column == "units.posture")
        try text.write(toFile: file.path, atomically: true, encoding: .utf8)
      }
    }
  }

  @Test func whatCannotBeAJournalOfThisBattleIsRefused() throws {
    try Places.withFolder { folder in
      let file = try fought(700, folder)
      let text = try file.text()
      let ended = try #require(text.split(separator: "\n").last?.dropFirst().prefix { $0 != " " })
      for (name, change) in [
        (
          "a hash left out",
          { (lines: inout [String]) in lines.removeAll { $0.hasPrefix("#120 ") } }
        ),
        ("a state that is none", { $0 = $0.map { $0.hasPrefix("!360 ") ? "!360 AAAA" : $0 } }),
        (
          "an order at the end",
          {
            let last = $0.count - 2
            $0[last] = "@\(ended) az az.1.1 hold"
          }
        ),
        (
          "an order after the end",
          {
            let last = $0.count - 2
            $0[last] = "@700 az az.1.1 hold"
          }
        ),
      ] {
        try file.rewrite(change)
        #expect(throws: JournalError.self, "\(name)") { try verified(file) }
        try text.write(toFile: file.path, atomically: true, encoding: .utf8)
      }
      #expect(try verified(file).firstBad == nil)
    }
  }

  @Test func anEndThatIsNoneIsFound() throws {
    try Places.withFolder { folder in
      let file = try fought(100, folder)
      let hash = try SmallSource.battle().world.stateHash
      try file.rewrite { lines in
        lines.insert("=90 \(hexadecimalText(hash))", at: lines.count - 1)
      }
      // Orders of later ticks would be refused before; only those of the past stay.
      try file.rewrite { lines in
        lines.removeAll { $0.hasPrefix("@9") }
      }
      let bad = try #require(try verified(file).firstBad)
      #expect(bad.column == "world.outcome" && bad.tickTo == 90)
    }
  }

  @Test func aTornLineIsTold() throws {
    try Places.withFolder { folder in
      let file = try fought(130, folder)
      try (try file.text() + "@130 az az.1").write(
        toFile: file.path, atomically: true, encoding: .utf8)
      let report = try verified(file)
      #expect(report.isTorn && report.firstBad == nil && !report.isFinished)
    }
  }
}
