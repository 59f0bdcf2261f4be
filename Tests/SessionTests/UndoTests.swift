import Journal
import Simulation
import TestKit
import Testing

@testable import Session

/// What is taken back before time moves leaves a record and nothing else.
@Suite struct UndoTests {
  private static let order = Order(
    side: SmallBattle.az, unit: SmallBattle.unit("az.1.inf"), kind: .move,
    target: SmallBattle.hex(9, 7))

  @Test func whatIsTakenBackNeverHappenedAndTheJournalSaysSo() throws {
    try Places.withFolder { folder in
      let plain = try SmallSource.battle(journal: nil)
      let file = JournalFile(folder)
      let battle = try SmallSource.battle(journal: file)
      var history = OrderHistory()
      for _ in 0..<30 {
        try plain.advance()
        try battle.advance()
      }
      #expect(try battle.give(Self.order) == nil)
      history.note([Self.order], at: battle.tick)
      #expect(try history.undo(in: battle) == [Self.order])
      #expect(try history.undo(in: battle).isEmpty)
      #expect(try history.redo(in: battle) == [Self.order])
      #expect(try history.undo(in: battle) == [Self.order])
      for _ in 0..<60 {
        try plain.advance()
        try battle.advance()
      }
      #expect(battle.stateHash == plain.stateHash)
      let text = try file.text()
      #expect(text.contains("\n@30 az az.1.inf move "))
      #expect(text.contains("\n~30 az az.1.inf move "))
      let report = try Replay.verify(file.read(), setup: SmallBattle.setup, path: file.path)
      #expect(report.firstBad == nil)
    }
  }

  @Test func whatIsGivenShowsAtOnceToItsOwnSideAlone() throws {
    let battle = try SmallSource.battle(journal: nil)
    for _ in 0..<3 { try battle.advance() }
    let unit = Self.order.unit
    let hash = battle.stateHash
    func shown(_ viewpoint: Viewpoint) -> Bool {
      battle.picture(viewpoint).report(unit)?.orders.contains { $0.order == Self.order } ?? false
    }
    #expect(!shown(.side(SmallBattle.az)))
    #expect(try battle.give(Self.order) == nil)
    #expect(shown(.side(SmallBattle.az)) && shown(.umpire) && !shown(.side(SmallBattle.tk)))
    let due = battle.picture(.umpire).report(unit)?.orders.last?.due
    #expect(due.map { $0 > battle.tick } == true)
    #expect(battle.stateHash == hash)
    #expect(try battle.takeBack(Self.order))
    #expect(!shown(.side(SmallBattle.az)))
    #expect(try battle.give(Self.order) == nil)
    try battle.advance()
    let orders = battle.picture(.umpire).report(unit)?.orders ?? []
    #expect(orders.count { $0.order == Self.order } == 1, "the world’s own, once")
  }

  @Test func whatHasLeftIsNotUndone() throws {
    let battle = try SmallSource.battle(journal: nil)
    var history = OrderHistory()
    #expect(try battle.give(Self.order) == nil)
    history.note([Self.order], at: battle.tick)
    try battle.advance()
    #expect(try history.undo(in: battle).isEmpty)
    #expect(try !battle.takeBack(Self.order))
  }

  @Test func anUndoOfNothingIsAMistakeOfTheJournal() throws {
    try Places.withFolder { folder in
      let file = JournalFile(folder)
      let battle = try SmallSource.battle(journal: file)
      for _ in 0..<3 { try battle.advance() }
      try file.rewrite { lines in
        lines.insert("~3 az az.1.inf hold", at: lines.count - 1)
      }
      #expect(throws: JournalError.self) {
        _ = try OrderScript(file.read(), setup: SmallBattle.setup, path: file.path)
      }
    }
  }
}
