public import ArgumentParser
import Foundation
import Geography
import InputController
import Journal
import MapTable
import Platform
import Publishing
import Screen
import Session
import Simulation
public import Staff

/// `sitrep play`: command a side.
struct PlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Opens the window to command a side of a battle.")

  @Argument(help: "A scenario's folder, or its name under Scenarios/.")
  var scenario = "Calilabad"

  @Option(help: "The side to command, or both.")
  var side: String?

  @Option(help: "How the computer weighs risk.")
  var opponent: Temperament = .balanced

  @Option(help: "How much more seldom the computer decides, 0 to 9.")
  var handicap = 0

  @Option(help: "The seed of all chance.")
  var seed: UInt64 = 1

  @Option(help: "The journal to write; a new one under the state folder unless given.")
  var journal: String?

  @Option(help: "A journal to go on with.")
  var resume: String?

  @Flag(help: "Start with the clock standing.")
  var paused = false

  // For `benchmark load`.
  @Flag(help: .hidden)
  var leaveAtFirstFrame = false

  @Flag(name: .customLong("no-fog"), help: "See everything, not only what your side knows.")
  var noFog = false

  @OptionGroup var window: WindowOptions

  func validate() throws {
    guard (0...9).contains(handicap) else {
      throw ValidationError("--handicap takes a number from 0 to 9.")
    }
    if resume != nil, journal != nil || side != nil {
      throw ValidationError("--resume goes on as its journal says: without --side and --journal.")
    }
  }

  func run() throws {
    try reporting {
      try MainActor.assumeIsolated {
        try window.check()
        let personal = PersonalSettings.load()
        // Files are read before the window opens, and nothing is written before it has.
        guard resume == nil, side == nil else {
          let opening = try resume.map { try resumed($0) } ?? started()
          let warm = try warmUp(opening, personal)
          try play(opening, on: try window.open(personal), personal, warm)
          return
        }
        var front = try FrontDesk(
          scenario: scenario, opponent: Temperament.allCases.firstIndex(of: opponent) ?? 1,
          handicap: handicap, seed: seed,
          personal: personal)
        var glass = try window.open(personal)
        glass.setTitle("Sitrep")
        let opening = try front.run(&glass) { sheet in
          switch sheet.decision {
          case .resume(let path): try resumed(path)
          case .watch(let path): try watched(path)
          default: try chosen(on: sheet).started()
          }
        }
        if let opening { try play(opening, on: glass, personal, warmUp(opening, personal)) }
      }
    }
  }

  /// The command as the sheet has it.
  private func chosen(on sheet: BattleSheet) -> PlayCommand {
    var command = self
    command.scenario = sheet.scenarios[sheet.scenario].name
    command.side =
      sheet.sideWords.indices.contains(sheet.side) ? sheet.sideWords[sheet.side] : "both"
    command.opponent = Temperament.allCases[sheet.opponent]
    command.handicap = sheet.handicap
    command.seed = sheet.seed
    command.noFog = sheet.hasOpponent && !sheet.hasFog
    return command
  }

  /// The first view of a battle.
  private func view(_ opening: Opening, _ personal: PersonalSettings) throws -> ViewState {
    try window.view(
      mode: opening.mode, viewpoint: Self.viewpoint(of: opening.mode), opening.source, personal)
  }

  private func warmUp(_ opening: Opening, _ personal: PersonalSettings) throws -> MapWarmUp {
    MapWarmUp(
      opening.source, try view(opening, personal), tileCacheMegabytes: window.tileCache)
  }

  @MainActor
  private func play(
    _ opening: Opening, on window: consuming Window, _ personal: PersonalSettings,
    _ warm: MapWarmUp
  ) throws {
    var view = try self.view(opening, personal)
    if opening.liftsFog, case .play = opening.mode {
      view.fogIsLifted = true
      view.viewpoint = .umpire
    }
    // Whoever comes from the briefing looks first, and the clock heeds the news for him.
    let isBriefed = side == nil && resume == nil
    view.isPaused = paused || isBriefed
    if isBriefed { view.watch.preset = personal.settings.alerts ?? .usual }
    let (battle, notice) = try opening.begin()
    if opening.mode == .spectate {
      view.shownTick = battle.tick > Tick(0) ? Tick(0) : nil
      view.latestTick = battle.tick
    }
    if let notice { view.message = .init(notice) }
    window.setTitle("Sitrep – \(battle.source.setup.title)")
    let desk = try Desk(
      battle: battle, view: view, pixels: window.pixelSize, displayScale: window.scale,
      personal: personal, warm: warm)
    var deskWindow = DeskWindow(window, desk)
    if leaveAtFirstFrame { return Console.output(try deskWindow.showFirstFrame().text) }
    try deskWindow.run()
  }

  /// A battle whose files have been read and that has not begun.
  private struct Opening {
    var source: BattleSource
    var mode: ViewState.Mode
    var liftsFog = false
    /// Begins it; with what the person should know of that, if anything.
    var begin: () throws -> (battle: Battle, notice: String?)
  }

  private static func viewpoint(of mode: ViewState.Mode) -> Viewpoint {
    if case .play(let side) = mode { .side(side) } else { .umpire }
  }

  private func started() throws -> Opening {
    let source = try BattleSource.load(scenario, folders: Program.folders())
    let setup = source.setup
    let mode: ViewState.Mode =
      switch side {
      case "both": .playBoth
      case .some(let word): .play(try Program.side(word, in: setup))
      case nil: .play(SideID(0))
      }
    let persons: Set<SideID> =
      switch mode {
      case .play(let side): [side]
      default: Set(setup.sides.indices.map { SideID($0) })
      }
    let commanders = Commanders(
      persons: persons, temperament: opponent, handicap: handicap, mode: .thinking)
    let header = source.header(seed: seed, commanders, folders: Program.folders())
    return Opening(source: source, mode: mode, liftsFog: noFog) {
      let path = try journal ?? UserFolder.newJournal(named: setup.scenarioID)
      let writer = try JournalWriter(creating: path, header: header)
      let battle = Battle(
        source: source, seed: seed, staffs: source.staffs(commanders), journal: writer)
      battle.thinksBeside = true
      return (battle, nil)
    }
  }

  /// A saved battle to look at: all of it lies on the timeline, shown from its start.
  private func watched(_ path: String) throws -> Opening {
    let recorded = try RecordedBattle.load(path, folders: Program.folders())
    return Opening(source: recorded.source, mode: .spectate) {
      let battle = try recorded.battle()
      while !battle.isOver { try battle.advance() }
      return (battle, recorded.journal.isTorn ? "The last line was torn: it was left out." : nil)
    }
  }

  private func resumed(_ path: String) throws -> Opening {
    let recorded = try RecordedBattle.load(path, folders: Program.folders(), for: .command)
    try recorded.check()
    let persons = recorded.persons
    let mode: ViewState.Mode =
      if persons.count == 1, let side = persons.first { .play(side) } else { .playBoth }
    return Opening(source: recorded.source, mode: mode, liftsFog: noFog) {
      let writer = try JournalWriter(continuing: path, recorded.journal)
      let battle = try recorded.resume(journal: writer)
      battle.thinksBeside = true
      var notices: [String] = []
      if recorded.journal.isTorn {
        notices.append("the last line of the journal was torn; it has been cut off")
      }
      if let doubt = battle.doubt { notices.append(doubt.message(in: battle.source.setup)) }
      for notice in notices { Console.error("\(path): \(notice)") }
      let notice = notices.first.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }
      return (battle, notice)
    }
  }
}

extension StaffMode: ExpressibleByArgument {}
extension Temperament: ExpressibleByArgument {}
