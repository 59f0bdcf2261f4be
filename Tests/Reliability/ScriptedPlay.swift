import Glibc
import Journal
import ScenarioFormat
import Session
import Simulation
import SourceText
import TestKit

/// A person's play without a window: orders at random to one side's units between ticks of a real
/// battle, against a staff.
enum ScriptedPlay {
  /// Begins the battle's journal, or goes on with it, and plays until it is killed.
  static func run(_ path: String, seed: String, folder: String, _ planted: String) throws {
    var chance = RandomNumbers(seed: UInt64(seed) ?? 1)
    let battle = try self.battle(path, DataFolders(roots: [folder]))
    Reliability.tell("ready", to: 1)
    while !battle.isOver {
      for _ in 0..<Int.random(in: 0...3, using: &chance) {
        guard let order = order(battle.world, &chance) else { continue }
        let line = "@\(battle.tick.rawValue) \(order.line(in: battle.source.setup))"
        if planted == "early-ack" { Reliability.tell("ack \(line)", to: 1) }
        let isTaken = try battle.give(order) == nil
        if isTaken, planted != "early-ack" { Reliability.tell("ack \(line)", to: 1) }
      }
      try battle.advance()
    }
  }

  private static func battle(_ path: String, _ folders: DataFolders) throws -> Battle {
    if SourceFile.exists(path) {
      let recorded = try RecordedBattle.load(path, folders: folders, for: .command)
      try recorded.check()
      return try recorded.resume(
        journal: try JournalWriter(continuing: path, recorded.journal))
    }
    let source = try BattleSource.load("Calilabad", folders: folders)
    let commanders = Commanders(persons: [SideID(0)])
    return Battle(
      source: source, seed: 1, staffs: source.staffs(commanders),
      journal: try JournalWriter(
        creating: path, header: source.header(seed: 1, commanders, folders: folders)))
  }

  /// Resumes the journal and looks for every acknowledged order: exit 1 where one is lost.
  static func check(_ path: String, acks: String, folder: String) throws {
    let recorded = try RecordedBattle.load(
      path, folders: DataFolders(roots: [folder]), for: .command)
    try recorded.check()
    let battle = try recorded.resume(journal: nil)
    var held = battle.log.filter { $0.order.side == SideID(0) }
      .map { "@\($0.tick.rawValue) \($0.order.line(in: battle.source.setup))" }[...]
    var count = 0
    let text = String(decoding: try SourceFile.read(acks), as: UTF8.self)
    for line in text.split(separator: "\n") where line.hasPrefix("ack ") {
      guard let index = held.firstIndex(of: String(line.dropFirst(4))) else {
        Reliability.tell("lost: \(line.dropFirst(4))", to: 2)
        exit(1)
      }
      held = held[(index + 1)...]
      count += 1
    }
    if let doubt = battle.doubt {
      Reliability.tell(doubt.message(in: battle.source.setup), to: 2)
      exit(1)
    }
    Reliability.tell("\(count) acknowledged orders held at tick \(battle.tick.rawValue)", to: 1)
  }

  private static func order(_ world: World, _ chance: inout RandomNumbers) -> Order? {
    let setup = world.setup
    let own = setup.units.indices.filter {
      setup.units[$0].side == SideID(0) && world.units.status[$0] == .active
    }
    guard let row = own.randomElement(using: &chance) else { return nil }
    let place = setup.terrain.grid.hex(at: Int(world.units.hex[row]))
    let target = Hex(
      Int(place.column) + Int.random(in: -4...4, using: &chance),
      Int(place.row) + Int.random(in: -4...4, using: &chance))
    guard (0..<setup.terrain.grid.columns).contains(Int(target.column)),
      (0..<setup.terrain.grid.rows).contains(Int(target.row))
    else { return nil }
    return Order(
      side: SideID(0), unit: UnitID(row), kind: Bool.random(using: &chance) ? .move : .hold,
      target: Int32(setup.terrain.grid.index(of: target)))
  }
}
