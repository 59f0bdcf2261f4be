import ArgumentParser
import Platform
import ScenarioFormat
import Session
import Simulation
import SourceText

/// `sitrep engage`: recorded battles as abstract engagements, to hold the model against history.
struct EngageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engage",
    abstract: "Plays each row of a table of battles as an abstract engagement.",
    discussion: """
      Only facts known before the battle are used: sizes, weapons, posture, ground, weather, \
      front, surprise, rule of the air, season; with --quality the judged columns too. The \
      results have the columns \(EngagementResult.header.replacing(",", with: ", ")).
      """)

  @Argument(help: "A table of battles as comma-separated values.")
  var battles: String

  @Option(name: [.short, .long], help: "Write the results to this file.")
  var output: String

  @Option(help: "How many times each battle is played, with the seeds from --seed on.")
  var runs: Int = 20

  @Option(help: "The first seed of all chance.")
  var seed: UInt64 = 1

  @Flag(help: "Also use the historians' judgement of quality.")
  var quality = false

  @Option(
    help:
      "Also write Fidelity.md and its pictures into this folder: the core rows against the records."
  )
  var report: String?

  @Option(help: "How many battles at once.")
  var jobs: Int = Machine.cores

  func validate() throws {
    guard (1...10_000).contains(runs) else {
      throw ValidationError("--runs takes a number from 1 to 10000.")
    }
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
  }

  func run() throws {
    try reporting {
      let cases = try EngagementReader.read(battles, usesQuality: quality)
      let rules = try TableFile.rules(folder: try Program.asset("Tables"))
      let bar = ProgressBar("Fighting", total: cases.count * runs)
      let results = Engagements.run(
        cases, rules: rules, firstSeed: seed, runs: runs, jobs: jobs, progress: { bar.show($0) })
      bar.clear()
      let lines = [EngagementResult.header] + results.map(\.line)
      try write(lines.joined(separator: "\n") + "\n", to: output)
      if let report { try writeReport(into: report, rules: rules) }
    }
  }

  private func write(_ text: String, to path: String) throws {
    try FileContent(path: path, text: text).write()
  }

  private func writeReport(into folder: String, rules: Rules) throws {
    let all = try BattleRecord.read(battles)
    let core = all.indices.filter { all[$0].isCore }
    let records = core.map { all[$0] }
    guard !records.isEmpty else {
      throw Failure(Failure.badData, "\(battles):1:1: error: no row has core = 1")
    }
    let plain = try EngagementReader.read(battles, usesQuality: false)
    let judged = try EngagementReader.read(battles, usesQuality: true)
    let cases = core.map { plain[$0] }
    let bar = ProgressBar("Reporting", total: 3 + CrossValidation.mostSettings)
    let one = play(cases, rules)
    bar.show(1)
    let two = play(core.map { judged[$0] }, rules)
    bar.show(2)
    let made = Engagements.run(
      SanityCase.all.map(\.item) + [SanityCase.town], rules: rules, firstSeed: seed, runs: 20,
      jobs: jobs)
    bar.show(3)
    let validation = CrossValidation(
      cases, records, rules: rules, firstSeed: seed, runs: min(runs, 2), jobs: jobs,
      progress: { bar.show(3 + min($0, CrossValidation.mostSettings)) })
    bar.clear()
    let page = FidelityReport(
      records: records, material: .init(one, records), judged: .init(two, records),
      validation: validation, sanity: Array(made.dropLast()), town: made[made.count - 1],
      runs: runs)
    try write(page.markdown, to: folder + "/Fidelity.md")
    for plot in page.plots { try write(plot.svg, to: folder + "/" + plot.name) }
  }

  private func play(_ cases: [EngagementCase], _ rules: Rules) -> [EngagementResult] {
    Engagements.run(cases, rules: rules, firstSeed: seed, runs: runs, jobs: jobs)
  }
}
