import Foundation
import Journal
import MapTable
import Platform
import ScenarioFormat
import Screen
import Session
import Simulation
import TestKit
import Testing

@testable import sitrep

/// Command taken at a moment of a recorded battle, at a desk, by keys and by mouse.
@Suite @MainActor struct DeskCommandTests {
  /// A desk that watches a journal of `ticks` ticks at the moment `shown`.
  private func scene(_ folder: String, ticks: Int, shown: Int) throws -> DeskScene {
    let folders = DataFolders(roots: [Places.package])
    let source = try DeskScene.source.get()
    let path = "\(folder)/record.sitlog"
    let header = source.header(seed: 4, Commanders(), folders: folders)
    let played = Battle(
      source: source, seed: 4, staffs: source.staffs(),
      journal: try JournalWriter(creating: path, header: header))
    for _ in 0..<ticks { try played.advance() }
    let recorded = try RecordedBattle.load(path, folders: folders)
    let battle = try recorded.battle()
    while !battle.isOver { try battle.advance() }
    let scene = try DeskScene(mode: .spectate, folder: folder, battle: battle)
    scene.desk.view.shownTick = Tick(shown)
    scene.desk.view.latestTick = battle.tick
    scene.desk.layOut()
    return scene
  }

  private func press(_ scene: borrowing DeskScene, _ key: Key, _ modifiers: Modifiers = []) throws {
    try scene.desk.handle(.keyDown(key, modifiers, isRepeat: false))
  }

  private func click(_ control: Control, _ desk: Desk) throws {
    desk.layOut()
    let hits = desk.hits
    let place = try #require(hits.entries.last { $0.target == .control(control) }?.rect.center)
    #expect(hits.target(at: place) == .control(control))
    try desk.handle(.buttonDown(.left, place, [], clicks: 1))
    try desk.handle(.buttonUp(.left, place, []))
  }

  private func settle(_ scene: borrowing DeskScene) {
    let desk = scene.desk
    _ = Program.wait(seconds: 120) {
      desk.collect()
      return desk.view.command == nil
    }
  }

  @Test func theKeyboardTakesCommandAndTheBattleGoesOnInAJournalOfItsOwn() throws {
    try Places.withFolder { folder in
      let scene = try scene(folder, ticks: 95, shown: 70)
      scene.desk.journals = "\(folder)/state"
      let there = scene.desk.battle.world(at: Tick(70)).stateHash
      try press(scene, .character("b"), [.control, .shift])
      #expect(scene.desk.view.command?.moment == Tick(70))
      try press(scene, .right)
      try press(scene, .enter)
      settle(scene)
      let desk = scene.desk
      #expect(desk.view.mode == .play(SideID(1)) && desk.view.viewpoint == .side(SideID(1)))
      #expect(desk.view.shownTick == nil && desk.view.isPaused && !desk.view.mayTakeCommand)
      #expect(desk.battle.tick == Tick(70) && desk.battle.stateHash == there)
      let path = try #require(desk.battle.journalFile)
      #expect(path.hasPrefix("\(folder)/state"))
      let before = desk.battle.log.count
      for _ in 0..<10 { try desk.battle.advance() }
      #expect(desk.battle.log[before...].allSatisfy { $0.order.side == SideID(0) })
      let text = try String(contentsOfFile: path, encoding: .utf8)
      #expect(text.contains("commander tal person since=70\n"))
      let again = try RecordedBattle.load(
        path, folders: DataFolders(roots: [Places.package]), for: .command)
      try again.check()
      #expect(again.persons == [SideID(1)])
      // Whoever leaves now finds the battle among the saved ones, with its picture.
      desk.leavePicture()
      let saved = try #require(SavedBattles.list("\(folder)/state").first)
      #expect(saved.path == path && saved.persons == ["tal"])
      let picture = try PNGFile.read(try #require(saved.picture))
      #expect(picture.width >= 320 && picture.width < 640)
    }
  }

  @Test func aMouseAloneFindsTheWayAndMayLeaveIt() throws {
    try Places.withFolder { folder in
      let scene = try scene(folder, ticks: 62, shown: 30)
      let desk = scene.desk
      try click(.command("take_command"), desk)
      try click(.commandSide(2), desk)
      #expect(desk.view.command?.side == 2)
      try click(.takeCommand, desk)
      try press(scene, .escape)
      desk.collect()
      #expect(desk.view.command == nil && desk.view.mode == .spectate)
      #expect(desk.branching == nil && !desk.view.wantsCommand)
      try click(.command("take_command"), desk)
      try click(.commandSide(2), desk)
      try click(.takeCommand, desk)
      settle(scene)
      #expect(desk.view.mode == .playBoth && desk.view.viewpoint == .umpire)
    }
  }

  @Test func aBattleThatIsWatchedAsItIsFoughtIsTakenOverToo() throws {
    try Places.withFolder { folder in
      let folders = DataFolders(roots: [Places.package])
      let source = try DeskScene.source.get()
      let battle = Battle(source: source, seed: 1, staffs: source.staffs())
      for _ in 0..<65 { try battle.advance() }
      let scene = try DeskScene(mode: .spectate, folder: folder, battle: battle)
      scene.desk.journals = folder
      try press(scene, .character("b"), [.control, .shift])
      try press(scene, .enter)
      settle(scene)
      let fresh = scene.desk.battle
      #expect(fresh.tick == Tick(65) && scene.desk.view.mode == .play(SideID(0)))
      #expect(fresh.stateHash == battle.stateHash)
      for _ in 0..<60 { try fresh.advance() }
      let path = try #require(fresh.journalFile)
      let again = try RecordedBattle.load(path, folders: folders, for: .command)
      try again.check()
      #expect(again.persons == [SideID(0)])
      #expect(again.journal.header.commanders[1].isThinking)
    }
  }
}
