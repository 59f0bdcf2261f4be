import ArgumentParser
import Journal
import Platform
import ScenarioFormat
import Session
import Simulation
import SourceText
import Staff

/// `sitrep simulate`: battles without a screen.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Plays battles without a screen and reports how they went.")

  @Argument(help: "A scenario's folder, or its name under Scenarios/.")
  var scenario: String

  @Option(help: "The seed of all chance; the first of several runs.")
  var seed: UInt64 = 1

  @Option(help: "How the staffs think: thinking (with play-outs) or plain.")
  var staff: StaffMode = .plain

  @Option(help: "How many battles, with the seeds from --seed on.")
  var runs: Int = 1

  @Option(help: "Stop at this time: YYYY-MM-DDTHH:MM or +HH:MM after the start.")
  var until: String?

  @Option(help: "Order lines to give; the staff plays every side that has none.")
  var orders: String?

  @Option(help: "Write the battle's journal to this file.")
  var journal: String?

  @Option(
    help: "Look over every tick: invariants, or heavy to write, read and compare the state too.")
  var check: CheckDepth?

  @Option(help: "With --check heavy: ticks from one written state to the next.")
  var checkEvery: Int32 = 60

  @Option(help: "With --runs: also write what they make of the story to this page (.md).")
  var story: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  @Option(help: "How many battles at once.")
  var jobs: Int = Machine.cores

  /// How much of a battle is looked over while it runs.
  enum CheckDepth: String, ExpressibleByArgument, CaseIterable {
    case invariants, heavy

    var depth: BattleCheck.Depth { self == .heavy ? .heavy : .invariants }
  }

  func validate() throws {
    guard (1...100_000).contains(runs) else {
      throw ValidationError("--runs takes a number from 1 to 100000.")
    }
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
    guard checkEvery >= 1 else { throw ValidationError("--check-every takes a number from 1.") }
    if runs == 1, story != nil { throw ValidationError("--story goes with several runs.") }
    if runs > 1, check != nil { throw ValidationError("--check goes with a single run.") }
    if runs > 1, journal != nil || orders != nil {
      throw ValidationError("--journal and --orders go with a single run.")
    }
    if let until, !Program.isTime(until) {
      throw ValidationError(
        "--until takes a time: YYYY-MM-DDTHH:MM, or +HH:MM after the start.")
    }
  }

  func run() throws {
    try reporting {
      let source = try BattleSource.load(scenario, folders: Program.folders())
      let end = try until.map { try Program.tick($0, in: source.setup) }
      if runs == 1 {
        let result = try playOne(source, until: end)
        Console.output(
          json ? BattleReport.json(result, source).text : BattleReport.text(result, source))
      } else {
        let bar = ProgressBar("Simulating", total: runs)
        let results = Ensemble.run(
          source, firstSeed: seed, runs: runs, jobs: jobs, until: end, mode: staff,
          progress: { bar.show($0) })
        bar.clear()
        if let story {
          let page = StoryPage(results, source, staff: staff.rawValue)
          try FileContent(path: story, text: page.text).write()
        }
        Console.output(
          json
            ? EnsembleReport.json(results, source).text : EnsembleReport.text(results, source))
      }
    }
  }

  private func playOne(_ source: BattleSource, until end: Tick?) throws -> RunResult {
    var script = OrderScript()
    if let orders {
      let bytes = try SourceFile.read(orders)
      script = try OrderScript(
        text: String(decoding: bytes, as: UTF8.self), setup: source.setup, path: orders)
    }
    let commanders = Commanders(scripted: script.sides, mode: staff)
    let writer = try journal.map { path in
      try JournalWriter(
        creating: path, header: source.header(seed: seed, commanders, folders: Program.folders()))
    }
    let battle = Battle(
      source: source, seed: seed, staffs: source.staffs(commanders), script: script,
      journal: writer)
    var checks = check.map { BattleCheck($0.depth, every: checkEvery) }
    let length = source.setup.ceaseFire.band.upperBound
    let bar = ProgressBar("Simulating", total: Int(end?.rawValue ?? length))
    while !battle.isOver, end.map({ battle.world.tick < $0 }) ?? true {
      try battle.advance()
      try look(at: battle, with: &checks)
      if battle.world.tick.rawValue % 60 == 0 { bar.show(Int(battle.world.tick.rawValue)) }
    }
    bar.clear()
    if let checks { Console.error("\(checks.roundTrips) states written and read back.") }
    if let orders, let refused = battle.refusals.first {
      let line = refused.order.line(in: source.setup)
      throw Failure(
        Failure.badData,
        "\(orders):\(refused.line):\(refused.column): error: the order "
          + "“@\(refused.tick.rawValue) \(line)” is refused: "
          + "\(refused.reason.message) \(refused.reason.remedy)")
    }
    return RunResult(battle)
  }

  private func look(at battle: Battle, with checks: inout BattleCheck?) throws {
    let unsound = checks?.note(battle) ?? []
    guard unsound.isEmpty else {
      throw Failure(Failure.checkFailed, unsound.prefix(20).joined(separator: "\n"))
    }
  }
}
