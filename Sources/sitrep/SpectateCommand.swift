import ArgumentParser
import MapTable
import Platform
import Publishing
import Screen
import Session
import Simulation

/// `sitrep spectate`: watch.
struct SpectateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "spectate",
    abstract: "Watches the computer fight both sides, or a recorded battle.")

  @Argument(help: "A scenario's folder or name, or a journal (.sitlog).")
  var battle: String

  @Option(help: "Whose picture: umpire or a side's word.")
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

  func run() throws {
    try reporting {
      let run =
        try battle.hasSuffix(".sitlog")
        ? RecordedBattle.load(battle).battle() : Program.watchedBattle(battle, seed: seed)
      let viewpoint = try Program.viewpoint(view, in: run.source.setup)
      if let from {
        let moment = try Program.tick(from, in: run.source.setup)
        let bar = ProgressBar("Playing up to the moment", total: max(1, Int(moment.rawValue)))
        while run.world.tick < moment, !run.isOver {
          try run.advance()
          bar.show(Int(run.world.tick.rawValue))
        }
        bar.clear()
      }
      if terminal {
        var teller = try TerminalTeller(run, viewpoint: viewpoint, pictures: pictures)
        try teller.run()
        return
      }
      var view = try window.view(mode: .spectate, viewpoint: viewpoint, run.source)
      view.speed = try speedIndex()
      view.isPaused = false
      try MainActor.assumeIsolated {
        var glass = try window.open()
        glass.setTitle("Sitrep – \(run.source.setup.title)")
        var desk = try Desk(
          glass, battle: run, view: view, tileCacheMegabytes: window.tileCache)
        try desk.run()
      }
    }
  }

  private func speedIndex() throws -> Int {
    let known = ViewState.speeds.map { $0.isFinite ? String(Int($0)) : "max" }
    guard let index = known.firstIndex(of: speed) else {
      throw Failure(Failure.usage, "--speed takes one of \(known.joined(separator: ", "))")
    }
    return index
  }
}
