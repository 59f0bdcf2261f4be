import Journal
import Press
import Simulation
import TestKit
import Testing

@testable import Session

@Suite struct BattleTests {
  @Test func staffsBringTheBattleAbout() throws {
    let battle = try SmallSource.battle()
    while !battle.isOver {
      try battle.advance()
      #expect(battle.world.checkInvariants().isEmpty)
    }
    #expect((600...660).contains(battle.world.tick.rawValue))
    #expect(Set(battle.log.map(\.order.side)) == [SmallBattle.az, SmallBattle.tk])
    #expect(battle.events.contains { $0.kind == .firefight })
    for side in 0..<2 {
      let lost = SmallBattle.setup.units.indices.reduce(0) {
        SmallBattle.setup.units[$1].side.index == side
          ? $0 + battle.world.units.personnelLost[$1] : $0
      }
      #expect(lost > 0, "side \(side) lost nobody")
    }
    let before = battle.world.stateHash
    try battle.advance()
    #expect(battle.world.stateHash == before, "a battle that is over stands still")
  }

  @Test func seedsDifferAndTheSameSeedDoesNot() throws {
    func hash(_ seed: UInt64) throws -> UInt64 {
      let battle = try SmallSource.battle(seed: seed)
      for _ in 0..<120 { try battle.advance() }
      return battle.world.stateHash
    }
    #expect(try hash(5) == hash(5))
    #expect(try Set([hash(5), hash(6), hash(7)]).count == 3)
  }

  @Test func thePastIsWhatItWas() throws {
    let battle = try SmallSource.battle()
    var hashes = [battle.world.stateHash]
    for _ in 0..<240 {
      try battle.advance()
      hashes.append(battle.world.stateHash)
    }
    for tick in [0, 1, 59, 60, 61, 119, 187, 239, 240] {
      #expect(battle.world(at: Tick(tick)).stateHash == hashes[tick], "tick \(tick)")
    }
    #expect(battle.world(at: Tick(9999)).tick == Tick(240))
    #expect(battle.world.stateHash == hashes[240])
  }

  @Test func lookingChangesNothing() throws {
    let battle = try SmallSource.battle()
    for _ in 0..<90 { try battle.advance() }
    let before = battle.world.columnHashes().map(\.hash)
    for viewpoint in [Viewpoint.umpire, .side(SmallBattle.az), .side(SmallBattle.tk)] {
      let picture = battle.picture(viewpoint, since: 0)
      _ = battle.dispatches(for: viewpoint)
      for kind in OrderKind.allCases {
        for row in SmallBattle.setup.units.indices {
          let order = Order(
            side: SmallBattle.setup.units[row].side, unit: UnitID(row), kind: kind,
            target: SmallBattle.hex(12, 9))
          _ = picture.rejection(of: order)
          _ = battle.world.rejection(of: order)
        }
      }
      _ = picture.route(for: UnitID(0), to: SmallBattle.hex(20, 3), as: .march)
    }
    _ = battle.world(at: Tick(30))
    #expect(battle.world.columnHashes().map(\.hash) == before)
  }

  @Test func aRefusedOrderLeavesNoTrace() throws {
    try Places.withFolder { folder in
      let file = JournalFile(folder)
      let battle = try SmallSource.battle(journal: file)
      let text = try file.text()
      let order = Order(
        side: SmallBattle.az, unit: SmallBattle.unit("tk.g.1"), kind: .hold)
      let rejection = try battle.give(order)
      #expect(rejection?.reason == .notYours)
      #expect(rejection?.message.isEmpty == false)
      #expect(battle.log.isEmpty)
      #expect(try file.text() == text)
    }
  }

  @Test func anAcceptedOrderIsOnDiskAtOnce() throws {
    try Places.withFolder { folder in
      let file = JournalFile(folder)
      let battle = try SmallSource.battle(journal: file)
      let order = Order(
        side: SmallBattle.tk, unit: SmallBattle.unit("tk.g.tk"), kind: .move,
        target: SmallBattle.hex(17, 8))
      #expect(try battle.give(order) == nil)
      #expect(try file.text().hasSuffix("begin\n@0 tk tk.g.tk move 17.8\n"))
    }
  }

  @Test func sidesReadTheirOwnDispatches() throws {
    let battle = try SmallSource.battle()
    while battle.world.tick.rawValue < 400 { try battle.advance() }
    let all = battle.dispatches(for: .umpire)
    #expect(!all.isEmpty)
    #expect(all.map(\.tick) == all.map(\.tick).sorted())
    #expect(battle.dispatches(for: .umpire, until: Tick(200)).allSatisfy { $0.tick <= Tick(200) })
  }
}
