import Journal
import Simulation
import Staff
import TestKit
import Testing

@testable import Session

/// A formation that a person hands to a staff: led within task and boundary, in his name, until he
/// takes it back.
@Suite struct DelegationTests {
  private static let formation = FormationID(0)
  private static let place = SmallBattle.hex(10, 9)

  /// A battle in which a person commands `az` and nobody orders anything on the other side.
  private func battle(_ file: JournalFile? = nil) throws -> Battle {
    Battle(
      source: try SmallSource.source.get(), seed: 1, staffs: [nil, nil],
      journal: try file.map { file in
        try JournalWriter(
          creating: file.path,
          header: JournalHeader(
            setup: SmallBattle.setup, seed: 1, commanders: [.person, .orders]))
      })
  }

  private func delegate(_ battle: Battle, within: Int = 8) throws {
    #expect(
      try battle.delegate(
        formation: Self.formation, task: .seize, place: Self.place, within: within) == nil)
  }

  @discardableResult
  private func play(_ battle: Battle, upTo end: Int32) throws -> [UInt64] {
    var hashes: [UInt64] = []
    while battle.world.tick.rawValue < end {
      try battle.advance()
      hashes.append(battle.world.stateHash)
    }
    return hashes
  }

  @Test func theStaffOrdersInThePersonsNameAndWithinTheBoundary() throws {
    let battle = try battle()
    try delegate(battle)
    try play(battle, upTo: 90)
    #expect(!battle.log.isEmpty)
    for entry in battle.log {
      #expect(entry.order.side == SmallBattle.az)
      guard entry.order.kind.isTravel, let target = entry.order.target else { continue }
      #expect(SmallBattle.grid.distance(Int(target), Int(Self.place)) <= 8)
    }
    let unit = SmallBattle.unit("az.1.1")
    #expect(battle.delegation(of: unit)?.task == .seize)
    #expect(SmallBattle.grid.distance(Int(battle.world.units.hex[unit.row]), Int(Self.place)) <= 1)
  }

  @Test func whatIsTakenBackIsLeftAlone() throws {
    let battle = try battle()
    try delegate(battle)
    try play(battle, upTo: 40)
    #expect(try battle.takeBack(formation: Self.formation))
    #expect(try !battle.takeBack(formation: Self.formation))
    let before = battle.log.count
    try play(battle, upTo: 120)
    #expect(battle.log.count == before && battle.delegations.isEmpty)
  }

  @Test func aUnitThatThePersonOrdersIsHis() throws {
    let battle = try battle()
    try delegate(battle)
    try play(battle, upTo: 10)
    let unit = SmallBattle.unit("az.1.inf")
    let order = Order(
      side: SmallBattle.az, unit: unit, kind: .move, target: SmallBattle.hex(4, 12))
    #expect(try battle.give(order) == nil)
    try play(battle, upTo: 120)
    let later = battle.log.filter { $0.order.unit == unit && $0.tick.rawValue >= 10 }
    #expect(later.map(\.order) == [order])
    #expect(battle.delegation(of: unit) == nil)
    try delegate(battle)
    #expect(battle.delegation(of: unit) != nil)
  }

  @Test func overlappingFormationsAndSidesOfStaffsAreRefused() throws {
    let source = try SmallSource.source.get()
    let staffed = Battle(source: source, seed: 1, staffs: source.staffs())
    let rejection = try staffed.delegate(
      formation: Self.formation, task: .defend, place: Self.place, within: 5)
    #expect(rejection?.reason == .notYours)
  }

  @Test(arguments: [12, 80])
  func goingOnKeepsWhatWasDelegated(stop: Int32) throws {
    let hand = Order(
      side: SmallBattle.az, unit: SmallBattle.unit("az.1.inf"), kind: .move,
      target: SmallBattle.hex(4, 12))
    func fight(_ battle: Battle, upTo end: Int32) throws -> [UInt64] {
      var hashes: [UInt64] = []
      while battle.world.tick.rawValue < end {
        let now = battle.world.tick.rawValue
        // The tick at which a journal ends is played again; what it holds was given already.
        if now == 5, battle.delegations.isEmpty { try delegate(battle) }
        if now == 30, !battle.log.contains(where: { $0.order == hand }) {
          #expect(try battle.give(hand) == nil)
        }
        try battle.advance()
        hashes.append(battle.world.stateHash)
      }
      return hashes
    }
    try Places.withFolder { folder in
      let whole = try fight(battle(), upTo: 110)
      let file = JournalFile(folder)
      _ = try fight(battle(file), upTo: stop)
      let recorded = try file.read()
      let resumed = try Battle.resume(
        recorded, source: try SmallSource.source.get(), path: file.path, staffs: [nil, nil],
        journal: JournalWriter(continuing: file.path, recorded))
      let from = Int(resumed.world.tick.rawValue)
      #expect(resumed.delegations.count == 1)
      #expect(try fight(resumed, upTo: 110) == Array(whole[from...]))
      let report = try Replay.verify(file.read(), setup: SmallBattle.setup, path: file.path)
      #expect(report.firstBad == nil)
    }
  }

  @Test func thinkingBesideTheBattleChangesNothing() throws {
    let source = try SmallSource.source.get()
    let hashes = try [false, true].map { isBeside in
      let battle = Battle(source: source, seed: 2, staffs: source.staffs(mode: .thinking))
      battle.thinksBeside = isBeside
      return try play(battle, upTo: 60)
    }
    #expect(hashes[0] == hashes[1])
  }

  @Test func aDelegationIsItsLine() throws {
    let delegation = Delegation(
      side: SmallBattle.az, formation: Self.formation, task: .delay, place: Self.place, within: 12)
    let line = delegation.line(in: SmallBattle.setup)
    #expect(line == "az az.1 delay 10.9 within=12")
    #expect(Delegation(line: line, in: SmallBattle.setup) == delegation)
    for bad in [line + " ", "az az.1 delay 10.9", "tk az.1 delay 10.9 within=12", ""] {
      #expect(Delegation(line: bad, in: SmallBattle.setup) == nil)
    }
  }
}
