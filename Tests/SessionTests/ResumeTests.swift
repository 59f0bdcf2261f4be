import Foundation
import Journal
import Simulation
import TestKit
import Testing

@testable import Session

/// Going on with a recorded battle gives the battle that a straight run would have given.
@Suite struct ResumeTests {
  private static let end = 330

  /// The hash after every tick of a straight run, with one person's order on the way.
  private func straight(
    _ journal: JournalFile?, upTo end: Int = Self.end, orderAt moment: Tick = Tick(75)
  ) throws -> [UInt64] {
    let battle = try SmallSource.battle(journal: journal)
    return try play(battle, upTo: end, orderAt: moment)
  }

  private func play(
    _ battle: Battle, upTo end: Int, orderAt moment: Tick = Tick(75)
  ) throws -> [UInt64] {
    var hashes: [UInt64] = []
    while battle.world.tick.rawValue < Int32(end) {
      if battle.world.tick == moment, !battle.log.contains(where: { $0.order == Self.order }) {
        #expect(try battle.give(Self.order) == nil)
      }
      try battle.advance()
      hashes.append(battle.world.stateHash)
    }
    return hashes
  }

  // A person's order, later than any staff's plan for the unit.
  private static let order = Order(
    side: SmallBattle.az, unit: SmallBattle.unit("az.1.inf"), kind: .move,
    target: SmallBattle.hex(9, 7), notBefore: Tick(200))

  private func resumed(_ file: JournalFile) throws -> Battle {
    let recorded = try file.read()
    let source = try SmallSource.source.get()
    return try Battle.resume(
      recorded, source: source, path: file.path, staffs: source.staffs(),
      journal: JournalWriter(continuing: file.path, recorded))
  }

  @Test(arguments: [3, 61, 76, 150, 240])
  func goingOnEqualsAStraightRun(stop: Int) throws {
    try Places.withFolder { folder in
      let whole = try straight(nil)
      let file = JournalFile(folder)
      _ = try straight(file, upTo: stop)
      let battle = try resumed(file)
      let from = Int(battle.world.tick.rawValue)
      #expect(from <= stop)
      if from > 0 { #expect(battle.world.stateHash == whole[from - 1]) }
      #expect(try play(battle, upTo: Self.end) == Array(whole[from...]))
      let report = try Replay.verify(file.read(), setup: SmallBattle.setup, path: file.path)
      #expect(report.firstBad == nil)
    }
  }

  /// Killed after a person's order was confirmed and before the tick was played: the staffs still
  /// give theirs for that tick.
  @Test func anOrderOnDiskBeforeItsTickSilencesNoStaff() throws {
    // A moment at which a staff has something to say.
    let plain = try SmallSource.battle()
    while plain.world.tick.rawValue < Int32(Self.end) { try plain.advance() }
    let moment = try #require(plain.log.map(\.tick).first { $0.rawValue > 20 })
    try Places.withFolder { folder in
      let whole = try straight(nil, orderAt: moment)
      let file = JournalFile(folder)
      do {
        let battle = try SmallSource.battle(journal: file)
        while battle.world.tick < moment { try battle.advance() }
        #expect(try battle.give(Self.order) == nil)
      }
      let battle = try resumed(file)
      #expect(battle.world.tick == moment)
      #expect(battle.log.last?.order == Self.order)
      #expect(
        try play(battle, upTo: Self.end, orderAt: moment) == Array(whole[Int(moment.rawValue)...]))
      #expect(battle.log.count { $0.tick == moment } > 1)
    }
  }

  @Test func aTornLastLineIsLeftOutAndTheRestGoesOn() throws {
    try Places.withFolder { folder in
      let whole = try straight(nil)
      let file = JournalFile(folder)
      _ = try straight(file, upTo: 150)
      let bytes = try #require(FileManager.default.contents(atPath: file.path))
      let journal = try file.read()
      #expect(!journal.isTorn)
      try bytes.dropLast(7).write(to: URL(fileURLWithPath: file.path))
      let torn = try file.read()
      #expect(torn.isTorn)
      #expect(torn.records.count == journal.records.count - 1)
      let battle = try resumed(file)
      let from = Int(battle.world.tick.rawValue)
      #expect(try play(battle, upTo: Self.end) == Array(whole[from...]))
      #expect(try !file.read().isTorn)
    }
  }
}
