import ArgumentParser
import Platform
import ScenarioFormat
import Session
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
      try FileContent(path: output, text: lines.joined(separator: "\n") + "\n").write()
    }
  }
}
