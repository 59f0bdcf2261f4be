import ArgumentParser
import MapTable
import Platform
import Publishing
import Screen
import Session
import Simulation
import Staff

/// `sitrep spectate`: watch.
struct SpectateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spectate",
    abstract: "Watches the computer fight both sides, or a recorded battle.")

  @Argument(help: "A scenario's folder or name, a journal (.sitlog) or a bundle (.sitrep).")
  var battle: String

  @Option(help: "Whose picture: umpire, a side's word, or split for known beside true.")
  var view = "umpire"

  @Option(help: "Simulated seconds a real second: 60, 300, 900, 1800 or max.")
  var speed = "300"

  @Option(help: "Start watching at this time.")
  var from: String?

  @Option(help: "The seed of all chance.")
  var seed: UInt64 = 1

  @Flag(help: "Tell the dispatches as text, without a window.")
  var terminal = false

  @Option(help: "With --terminal: also write maps of the key moments to this folder.")
  var pictures: String?

  @OptionGroup var window: WindowOptions

  /// The speed as an index into `ViewState.speeds`; nil where it is none of them.
  private var speedIndex: Int? {
    ViewState.speeds.map { $0.isFinite ? String(Int($0)) : "max" }.firstIndex(of: speed)
  }

  func validate() throws {
    guard speedIndex != nil else {
      throw ValidationError("--speed takes 60, 300, 900, 1800 or max.")
    }
    if let from, !Program.isTime(from) {
      throw ValidationError(
        "--from takes a time: YYYY-MM-DDTHH:MM, or +HH:MM after the start.")
    }
    if pictures != nil, !terminal {
      throw ValidationError("--pictures goes with --terminal.")
    }
  }

  /// Ticks to play up to a moment, or to the record's end or the battle's longest.
  private func length(of run: Battle, to moment: Tick) -> Int {
    let longest = run.recordEnds?.rawValue ?? run.source.setup.ceaseFire.band.upperBound
    return Int(min(moment.rawValue, longest))
  }

  func run() throws {
    try reporting {
      try window.check()
      let run = try Program.watchedBattle(battle, seed: seed, staff: .thinking)
      let isSplit = view == "split" && !terminal
      let viewpoint =
        isSplit ? .side(SideID(0)) : try Program.viewpoint(view, in: run.source.setup)
      let isRecorded = Program.kind(of: battle) != .scenario
      let start = try from.map { try Program.tick($0, in: run.source.setup) }
      // What is recorded lies on the timeline whole; what is not is played as far as it is told.
      let moment = isRecorded && !terminal ? Tick(rawValue: .max) : start
      if let moment {
        let bar = ProgressBar(
          "Playing up to the moment", total: max(1, length(of: run, to: moment)))
        while run.tick < moment, !run.isOver {
          try run.advance()
          bar.show(Int(run.tick.rawValue))
        }
        bar.clear()
      }
      if terminal {
        var teller = try TerminalTeller(run, viewpoint: viewpoint, pictures: pictures)
        try teller.run()
        return
      }
      let personal = PersonalSettings.load()
      var view = try window.view(mode: .spectate, viewpoint: viewpoint, run.source, personal)
      view.speed = speedIndex ?? 1
      view.isPaused = false
      view.isSplit = isSplit
      // Whoever names no place to look at is shown what matters.
      view.isDirected = window.center == nil && window.scale == nil
      if isRecorded {
        let shown = start ?? Tick(0)
        view.shownTick = shown < run.tick ? shown : nil
        view.latestTick = run.tick
      }
      let warm = MapWarmUp(run.source, view, tileCacheMegabytes: window.tileCache)
      try MainActor.assumeIsolated {
        var glass = try window.open(personal)
        glass.setTitle("Sitrep – \(run.source.setup.title)")
        let desk = try Desk(
          battle: run, view: view, pixels: glass.pixelSize, displayScale: glass.scale,
          personal: personal, warm: warm)
        var deskWindow = DeskWindow(glass, desk)
        try deskWindow.run()
      }
    }
  }
}
