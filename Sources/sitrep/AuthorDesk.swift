import Foundation
import Geography
import Glibc
import Journal
import MapTable
import Platform
import ScenarioFormat
import Session
import Simulation
import SourceText

/// The files of a scenario whose author plays it: looked at now and then for changes.
struct AuthorDesk {
  /// What tells one state of a file from another.
  private struct Stamp: Equatable {
    var seconds = 0
    var nanoseconds = 0
    var bytes: off_t = -1
    var node: ino_t = 0

    init(_ path: String) {
      var facts = stat()
      guard stat(path, &facts) == 0 else { return }
      seconds = facts.st_mtim.tv_sec
      nanoseconds = facts.st_mtim.tv_nsec
      bytes = facts.st_size
      node = facts.st_ino
    }
  }

  private var files: [String]
  private var stamps: [Stamp]
  private var looked: UInt64 = 0
  private var waits = false

  /// Watches the files that a battle's scenario was read from; none where the person is no author.
  init(_ source: BattleSource, mode: ViewState.Mode) {
    files = mode == .playBoth ? Self.files(of: source) : []
    stamps = files.map { Stamp($0) }
  }

  /// Whether a file has been written since it was looked at, and no more is being written: looked
  /// for twice a second.
  mutating func hasChanged(now: UInt64) -> Bool {
    guard !files.isEmpty, now - looked > 500_000_000 else { return false }
    looked = now
    let fresh = files.map { Stamp($0) }
    // Editors write in pieces, or put a new file in the old one's place: the next look must agree.
    guard fresh == stamps else {
      stamps = fresh
      waits = true
      return false
    }
    defer { waits = false }
    return waits
  }

  private static func files(of source: BattleSource) -> [String] {
    let scenario = source.scenario
    return scenario.files + scenario.planFiles.values.sorted()
      + [scenario.lessonFile, scenario.folder + "/beats.yaml"].compactMap(\.self)
  }
}

extension Desk {
  /// Reads the scenario again where its author has saved it, and fights the battle anew to where it
  /// was; a scenario with mistakes changes nothing but the message.
  func followAuthor(now: UInt64) {
    guard author.hasChanged(now: now) else { return }
    do {
      let folders = Program.folders()
      let file = battle.source.scenarioFile
      let source = try BattleSource.load(file, folders: folders)
      let persons = Set(source.setup.sides.indices.map { SideID($0) })
      let (fresh, lost) = try Battle.replayed(
        battle, on: source, journal: try UserFolder.newJournal(named: source.setup.scenarioID),
        header: source.header(
          seed: battle.world.seed, Commanders(persons: persons), folders: folders))
      replace(with: fresh)
      let clock = ClockText(source.setup.clock)
      let orders =
        lost == 0 ? "" : lost == 1 ? "; one order fits no more" : "; \(lost) orders fit no more"
      view.message = .init(
        "The scenario was read again and fought anew to \(clock.time(fresh.tick))\(orders).",
        isRefusal: lost > 0)
    } catch {
      view.message = .init(Failure.line(of: error), isRefusal: true)
    }
    isDirty = true
  }

  /// The place at the pointer, else at the map cursor, as a line of a scenario.
  func copyPlace() {
    view.wantsPlaceCopy = false
    let grid = battle.source.setup.terrain.grid
    let place: GroundPoint
    if let pointer = view.pointer {
      place = view.camera.ground(pointer)
    } else if let hex = view.cursorHex {
      place = GroundPoint(grid.center(of: Int(hex)))
    } else {
      view.message = .init("Point at a place first, or go there with I J K L.", isRefusal: true)
      return
    }
    guard abs(place.x) < 1e7, abs(place.y) < 1e7,
      let hex = grid.index(at: MapPoint(Int32(place.x.rounded()), Int32(place.y.rounded())))
    else {
      view.message = .init("That lies outside the theatre.", isRefusal: true)
      return
    }
    let degrees = battle.source.scenario.theatre.geo(PlanePoint(x: place.x, y: place.y))
    let name = PlaceNames(battle.source.setup.terrain).text(Int32(hex))
    let line = String(
      format: "start: [%.5f, %.5f] # %@", degrees.longitude, degrees.latitude, name)
    clipboard = line
    view.message = .init("Copied: \(line)")
  }

  /// Writes the moment that is shown as a scenario of its own.
  func saveMoment() {
    view.wantsMoment = false
    if case .play = view.mode, battle.world.outcome == nil {
      view.message = .init(
        "A scenario tells all: while a battle runs only who commands both sides may write it down.",
        isRefusal: true)
      return
    }
    guard !battle.isOnlyShown else {
      view.message = .init(
        "This battle is only shown: its pictures are no scenario.", isRefusal: true)
      return
    }
    do {
      let tick = view.shownTick ?? battle.tick
      let moment = MomentScenario(battle.source.scenario, battle.world(at: tick))
      let files = try moment.files()
      let folder = try UserFolder.newScenario(
        named: battle.source.setup.scenarioID, tick: tick, in: scenarios)
      for file in files {
        try FileContent(path: "\(folder)/\(file.name)", text: file.text).write()
      }
      view.message = .init("This moment is a scenario now: \(folder)")
    } catch {
      view.message = .init(Failure.line(of: error), isRefusal: true)
    }
  }
}
