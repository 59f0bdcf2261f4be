import Foundation
import Journal
import Simulation
import Staff
import TestKit
import Testing

@testable import Session

/// Taking command at a moment of a recorded battle, and the list of what is saved.
@Suite struct BranchTests {
  private func recorded(_ file: JournalFile) throws -> RecordedBattle {
    RecordedBattle(path: file.path, journal: try file.read(), source: try SmallSource.source.get())
  }

  @Test func aBranchBeginsWhereItsRecordStood() throws {
    try Places.withFolder { folder in
      let file = JournalFile(folder)
      let whole = try SmallSource.battle(journal: file)
      var hashes = [whole.world.stateHash]
      while !whole.isOver {
        try whole.advance()
        hashes.append(whole.world.stateHash)
      }
      for moment in [0, 1, 60, 75, 360, 400] {
        let new = JournalFile(folder, "branch-\(moment).sitlog")
        let battle = try recorded(file).branch(
          at: Tick(moment), commanding: [SmallBattle.tk], into: new.path)
        #expect(battle.world.stateHash == hashes[moment])
        #expect(battle.doubt == nil)
        let order = Order(
          side: SmallBattle.tk, unit: SmallBattle.unit("tk.g.tk"), kind: .move,
          target: SmallBattle.hex(17, 8))
        #expect(try battle.give(order) == nil)
        for _ in 0..<130 { try battle.advance() }
        let own = battle.log.filter { $0.tick >= Tick(moment) && $0.order.side == SmallBattle.tk }
        #expect(own.map(\.order) == [order], "only the person commands the branched side")
        let again = try recorded(new)
        #expect(again.persons == [SmallBattle.tk])
        try again.check()
        let resumed = try again.resume(journal: nil)
        #expect(resumed.doubt == nil)
        #expect(resumed.world.tick.rawValue >= Int32(moment))
      }
      #expect(throws: RecordingError.self) {
        try recorded(file).branch(
          at: Tick(hashes.count), commanding: [SmallBattle.az], into: "\(folder)/late.sitlog")
      }
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/late.sitlog"))
    }
  }

  /// Two persons' battle, branched for one: the other side gets a staff.
  @Test func aSideThatAPersonLeftGetsAStaff() throws {
    try Places.withFolder { folder in
      let file = JournalFile(folder)
      let source = try SmallSource.source.get()
      let header = JournalHeader(
        setup: SmallBattle.setup, seed: 3, commanders: [.person, .person])
      let battle = Battle(
        source: source, seed: 3, staffs: [nil, nil],
        journal: try JournalWriter(creating: file.path, header: header))
      for _ in 0..<90 { try battle.advance() }
      let new = JournalFile(folder, "branch.sitlog")
      let branch = try recorded(file).branch(
        at: Tick(55), commanding: [SmallBattle.tk], into: new.path,
        commanders: Commanders(temperament: .bold, handicap: 2))
      for _ in 0..<60 { try branch.advance() }
      #expect(branch.log.contains { $0.order.side == SmallBattle.az && $0.tick >= Tick(55) })
      let lines = try file.text().isEmpty ? "" : new.text()
      #expect(lines.contains("commander az staff bold 2 since=55\n"))
      #expect(lines.contains("commander tk person since=55\n"))
      let resumed = try recorded(new).resume(journal: nil)
      #expect(resumed.doubt == nil)
    }
  }

  /// Where the record's other side thinks, so does the staff that takes over from a person.
  @Test func aBranchKeepsThinking() throws {
    try Places.withFolder { folder in
      let file = JournalFile(folder)
      let source = try SmallSource.source.get()
      var header = JournalHeader(
        setup: SmallBattle.setup, seed: 3, commanders: [.person, .staff])
      header.commanders[1].temperament = "balanced"
      header.commanders[1].isThinking = true
      let battle = Battle(
        source: source, seed: 3, staffs: source.staffs(of: header),
        journal: try JournalWriter(creating: file.path, header: header))
      // The record reaches to its last line, here the hashes of the first hour.
      for _ in 0..<70 { try battle.advance() }
      let both = JournalFile(folder, "both.sitlog")
      _ = try recorded(file).branch(at: Tick(20), commanding: [], into: both.path)
      let text = try both.text()
      #expect(text.contains("commander az staff balanced 0 thinking since=20\n"))
      #expect(text.contains("commander tk staff balanced 0 thinking\n"))
    }
  }

  @Test func aStaffThatThinksOtherwiseNowIsTold() throws {
    try Places.withFolder { folder in
      let file = JournalFile(folder)
      let battle = try SmallSource.battle(journal: file)
      for _ in 0..<200 { try battle.advance() }
      let tick = try #require(
        battle.log.first { $0.tick > Tick(30) && $0.order.side == SmallBattle.az }?.tick)
      try file.rewrite { lines in
        let index = try #require(
          lines.firstIndex { $0.hasPrefix("@\(tick.rawValue) az ") })
        lines.remove(at: index)
      }
      let source = try SmallSource.source.get()
      let resumed = try Battle.resume(
        file.read(), source: source, path: file.path, staffs: source.staffs(), journal: nil)
      let doubt = try #require(resumed.doubt)
      #expect(doubt.tick == tick && doubt.side == SmallBattle.az && doubt.decided != nil)
      #expect(doubt.message(in: SmallBattle.setup).contains("would now order “az "))
    }
  }

  @Test func oneBadFileHidesNoOther() throws {
    try Places.withFolder { folder in
      let battle = try SmallSource.battle(journal: JournalFile(folder, "a.sitlog"))
      for _ in 0..<65 { try battle.advance() }
      let whole = try SmallSource.battle(journal: JournalFile(folder, "b.sitlog"))
      while !whole.isOver { try whole.advance() }
      for (name, text) in [
        ("empty.sitlog", ""), ("noise.sitlog", "\u{0}\u{1}\n"), ("readme.txt", "no journal"),
        (
          "other.sitlog",
          try JournalFile(folder, "a.sitlog").text().replacing(
            "rules \(World.rulesVersion)\n", with: "rules 999\n")
        ),
      ] {
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
      }
      try FileManager.default.createDirectory(
        atPath: "\(folder)/folder.sitlog", withIntermediateDirectories: true)
      try "x".write(toFile: "\(folder)/a.png", atomically: true, encoding: .utf8)
      let list = SavedBattles.list(folder).sorted { $0.path < $1.path }
      #expect(list.count == 6)
      #expect(list[0].state == .unfinished && list[0].scenario == "small")
      #expect(list[0].tick.rawValue >= 60 && list[0].picture == "\(folder)/a.png")
      #expect(list[1].state == .finished && list[1].tick == whole.world.tick)
      for index in 2...4 {
        if case .damaged(let why) = list[index].state {
          #expect(why.contains("error: "))
        } else {
          #expect(index == 5, "\(list[index])")
        }
      }
      #expect(list[5].state == .otherRules(999))
      #expect(SavedBattles.list("\(folder)/none").isEmpty)
    }
  }

  @Test func memoryForThePastIsBounded() throws {
    let battle = try SmallSource.battle()
    var timeline = Timeline(start: battle.world, budgetBytes: battle.world.approximateBytes * 10)
    var hashes: [UInt64] = [battle.world.stateHash]
    for _ in 0..<500 {
      try battle.advance()
      timeline.note(battle.world)
      hashes.append(battle.world.stateHash)
      #expect(timeline.keyframes.count <= 10)
    }
    for tick in [499, 3, 4, 5, 60, 61, 250, 249, 0] {
      #expect(timeline.world(at: Tick(tick), log: battle.log).stateHash == hashes[tick])
    }
  }
}
