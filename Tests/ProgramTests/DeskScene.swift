import Foundation
import Journal
import MapTable
import Publishing
import ScenarioFormat
import Screen
import Session
import Simulation
import TestKit
import Testing

@testable import sitrep

/// A desk without a window over the shipped battle: what the window's loop drives, driven by a
/// test.
@MainActor
struct DeskScene: ~Copyable {
  /// The shipped battle, loaded once.
  nonisolated static let source = Result {
    try BattleSource.load("Calilabad", folders: DataFolders(roots: [Places.package]))
  }

  var desk: Desk
  let battle: Battle
  private let journal: String

  /// A battle at its start, with its journal in `folder`, or the one given.
  init(
    mode: ViewState.Mode, seed: UInt64 = 1, folder: String, size: Size = Size(1024, 640),
    displayScale: Double = 1, extent: PictureRequest.Extent = .theatre,
    battle given: Battle? = nil
  ) throws {
    let source = try Self.source.get()
    let journal = "\(folder)/desk.sitlog"
    if let given {
      try self.init(
        given, mode: mode, folder: folder, size: size, displayScale: displayScale, extent: extent,
        journal: journal)
      return
    }
    var commanders = Commanders(persons: [SideID(0), SideID(1)])
    switch mode {
    case .play(let side): commanders = Commanders(persons: [side])
    case .spectate: commanders = Commanders()
    default: break
    }
    let header = source.header(
      seed: seed, commanders, folders: DataFolders(roots: [Places.package]))
    let battle = Battle(
      source: source, seed: seed, staffs: source.staffs(commanders),
      journal: try JournalWriter(creating: journal, header: header))
    try self.init(
      battle, mode: mode, folder: folder, size: size, displayScale: displayScale, extent: extent,
      journal: journal)
  }

  private init(
    _ battle: Battle, mode: ViewState.Mode, folder: String, size: Size, displayScale: Double,
    extent: PictureRequest.Extent, journal: String
  ) throws {
    let source = battle.source
    let personal = PersonalSettings.load("\(folder)/settings.yaml")
    let request = PictureRequest(
      width: Int(size.width), height: Int(size.height), extent: extent)
    var view = ViewState(
      mode: mode, viewpoint: .umpire, camera: request.camera(on: source.scenario.theatre))
    if case .play(let side) = mode { view.viewpoint = .side(side) }
    personal.apply(to: &view)
    let desk = try Desk(
      battle: battle, view: view, pixels: size, displayScale: displayScale, personal: personal,
      warm: MapWarmUp(source, view, tileCacheMegabytes: 64))
    // Nothing throws from here on.
    self.journal = journal
    self.battle = battle
    self.desk = desk
  }

  /// Composes until no tile is missing any more.
  mutating func settle() {
    desk.compose()
    _ = Program.wait(seconds: 120) {
      desk.collect()
      if desk.isDirty { desk.compose() }
      return !desk.isBusy && !desk.isDirty
    }
  }

  /// Replays the journal as it lies on disk.
  func verifyJournal() throws {
    let report = try Replay.verify(
      try Journal.read(journal), setup: battle.source.setup, path: journal)
    #expect(report.firstBad == nil, "\(String(describing: report.firstBad))")
    #expect(!report.isTorn)
  }
}
