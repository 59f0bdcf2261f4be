import Foundation
import Journal
import ScenarioFormat
import Simulation
import SourceText
import TestKit
import Testing

@testable import Session

/// What authors do: save a scenario while they play it, and keep a moment as a scenario.
@Suite struct AuthorTests {
  /// A folder with a copy of a shipped scenario, beside the shipped assets.
  private func withCopy(
    of name: String, _ body: (DataFolders, String) throws -> Void
  ) throws {
    try Places.withFolder { folder in
      let manager = FileManager.default
      try manager.createDirectory(
        atPath: "\(folder)/Scenarios", withIntermediateDirectories: true)
      try manager.createSymbolicLink(
        atPath: "\(folder)/Assets", withDestinationPath: "\(Places.package)/Assets")
      try manager.copyItem(
        atPath: "\(Places.package)/Scenarios/\(name)", toPath: "\(folder)/Scenarios/\(name)")
      try body(DataFolders(roots: [folder]), folder)
    }
  }

  private func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.contains(old))
    try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
  }

  private func order(_ line: String, _ setup: BattleSetup) throws -> Order {
    try Order(line: line, in: setup)
  }

  @Test func aSavedScenarioIsFoughtAnewToTheSameMoment() throws {
    try withCopy(of: "FirstOrders") { folders, folder in
      let source = try BattleSource.load("FirstOrders", folders: folders)
      let battle = Battle(source: source, seed: 5, staffs: [nil, nil])
      #expect(try battle.give(order("az az.tf.rec move 90.209", source.setup)) == nil)
      for _ in 0..<30 { try battle.advance() }
      #expect(try battle.give(order("az az.tf.hq move 90.205", source.setup)) == nil)
      #expect(try battle.give(order("tal tal.post.mor hold", source.setup)) == nil)
      for _ in 0..<15 { try battle.advance() }
      // Given in the tick that has not been played: it stands in the new battle too.
      #expect(try battle.give(order("az az.tf.tk move 90.207", source.setup)) == nil)

      let file = "\(folder)/Scenarios/FirstOrders/scenario.yaml"
      try edit(file, "id: mor\n", "id: mortars\n")
      try edit(file, "personnel: 28\n          vehicles: { brdm2: 4 }", "personnel: 28")
      try edit("\(folder)/Scenarios/FirstOrders/plan-tal.yaml", "post.mor", "post.mortars")
      let fresh = try BattleSource.load(file, folders: folders)
      let header = fresh.header(
        seed: 5, Commanders(persons: [SideID(0), SideID(1)]), folders: folders)
      let journal = "\(folder)/new.sitlog"
      let (again, lost) = try Battle.replayed(battle, on: fresh, journal: journal, header: header)
      #expect(again.tick == battle.tick && again.world.seed == 5)
      #expect(lost == 1, "the mortars’ order fits no more")
      try expectResumed(journal, folders, equals: again)
      #expect(again.log.map(\.tick) == [Tick(0), Tick(30), Tick(45)])
      let patrol = try #require(fresh.setup.units.firstIndex { $0.id == "az.tf.rec" })
      #expect(fresh.setup.units[patrol].vehicles.isEmpty)
      #expect(again.world.units.hex[patrol] != fresh.setup.units[patrol].start)
      try again.advance()
      #expect(again.log.count == 3)
      while again.tick < Tick(180) { try again.advance() }
      try expectResumed(journal, folders, equals: again)
    }
  }

  /// The journal is sound, and going on with it stands where the battle stands that writes it.
  private func expectResumed(
    _ journal: String, _ folders: DataFolders, equals battle: Battle
  ) throws {
    let recorded = try RecordedBattle.load(journal, folders: folders, for: .command)
    try recorded.check()
    let resumed = try recorded.resume(journal: nil)
    while resumed.tick < battle.tick { try resumed.advance() }
    #expect(resumed.tick == battle.tick && resumed.doubt == nil)
    #expect(resumed.world.stateHash == battle.world.stateHash)
    for (now, then) in zip(resumed.world.columnHashes(), battle.world.columnHashes()) {
      #expect(now == then, "\(now.name)")
    }
  }

  @Test func theSameScenarioFoughtAnewIsTheSameBattle() throws {
    try Places.withFolder { folder in
      let folders = DataFolders(roots: [Places.package])
      let source = try BattleSource.load("FirstOrders", folders: folders)
      let battle = Battle(source: source, seed: 9, staffs: [nil, nil])
      #expect(try battle.give(order("az az.tf.rec move 90.209", source.setup)) == nil)
      for _ in 0..<70 { try battle.advance() }
      let (again, lost) = try Battle.replayed(
        battle, on: source, journal: "\(folder)/a.sitlog",
        header: source.header(seed: 9, Commanders(persons: [SideID(0)]), folders: folders))
      #expect(lost == 0 && again.world.stateHash == battle.world.stateHash)
    }
  }

  @Test(arguments: [("FirstOrders", 100), ("NightAssault", 45)])
  func aMomentAsAScenarioValidatesAndHoldsWhatWas(name: String, minutes: Int) throws {
    try Places.withFolder { folder in
      let folders = DataFolders(roots: [Places.package])
      let source = try BattleSource.load(name, folders: folders)
      let battle = Battle(source: source, seed: 4, staffs: source.staffs())
      while battle.tick < Tick(minutes) { try battle.advance() }
      let world = battle.world
      let place = "\(folder)/Moment"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      for file in try MomentScenario(source.scenario, world).files() {
        try file.text.write(toFile: "\(place)/\(file.name)", atomically: true, encoding: .utf8)
      }
      let told = Validation.check([place], folders: folders).diagnostics
      #expect(told.map(\.text) == [])
      let moment = try BattleSource.load(place, folders: folders)
      let setup = moment.setup
      #expect(setup.clock.localText(at: Tick(0)) == source.setup.clock.localText(at: world.tick))
      let there = source.setup.units.indices.filter { row in
        world.units.status[row] != .gone && world.units.status[row] != .departed
      }
      #expect(setup.units.map(\.id).sorted() == there.map { source.setup.units[$0].id }.sorted())
      let fresh = World(setup, seed: 1)
      for (row, unit) in setup.units.enumerated() {
        let old = try #require(source.setup.units.firstIndex { $0.id == unit.id })
        if world.units.status[old] == .active {
          #expect(fresh.units.hex[row] == world.units.hex[old], "\(unit.id)")
        }
        let men = world.units.personnel[old] / 256
        let off = abs(fresh.units.personnel[row] / 256 - men)
        #expect(off <= 1 + unit.personnel / 100, "\(unit.id): \(off) of \(men)")
      }
      for hex in 0..<setup.terrain.grid.count where source.setup.initialControl[hex] != 255 {
        #expect(setup.initialControl[hex] == world.ground.control[hex])
      }
      // It can be fought on.
      let again = Battle(source: moment, seed: 2, staffs: moment.staffs())
      for _ in 0..<30 { try again.advance() }
      #expect(again.world.checkInvariants().isEmpty)
      if !source.plans.isEmpty { #expect(moment.staffs().compactMap(\.self).count == 2) }
    }
  }
}
