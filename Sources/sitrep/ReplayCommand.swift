import ArgumentParser
import Journal
import ScenarioFormat
import Session
import Simulation

/// `sitrep replay`: checks recorded battles.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Checks a recorded battle, or tells what is in it.",
    subcommands: [Verify.self, Info.self])

  /// `sitrep replay verify`: re-runs a journal and checks every state hash.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Re-runs a journal and checks every state hash in it.")

    @Argument(help: "The journal (.sitlog) or bundle (.sitrep).")
    var journal: String

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      let report = try reporting {
        try Program.withRecording(journal) { recorded in
          try Replay.verify(recorded.journal, setup: recorded.source.setup, path: journal)
        }
      }
      Console.output(json ? document(report).text : words(report))
      if report.firstBad != nil { throw ExitCode(Failure.checkFailed) }
    }

    private func document(_ report: Replay.Report) -> JSON {
      var firstBad = JSON.null
      if let bad = report.firstBad {
        firstBad = [
          "tick_from": .count(bad.tickFrom), "tick_to": .count(bad.tickTo),
          "column": .optional(bad.column), "unit": .optional(bad.unit),
          "expected": .string(bad.expected),
          "actual": .string(bad.actual),
        ]
      }
      let result = report.firstBad != nil ? "diverged" : report.isFinished ? "ok" : "unfinished"
      return [
        "result": .string(result), "rules_version": .count(World.rulesVersion),
        "ticks": .count(report.ticks), "first_bad": firstBad,
      ]
    }

    private func words(_ report: Replay.Report) -> String {
      let torn = report.isTorn ? " The last line is torn and was left out." : ""
      if let bad = report.firstBad {
        let column = bad.column.map { " in column \($0)" } ?? ""
        let unit = bad.unit.map { " of the unit \($0)" } ?? ""
        let moment = bad.valueTick.map { "at tick \($0) " } ?? ""
        return "Diverged between tick \(bad.tickFrom) and tick \(bad.tickTo)\(column)\(unit): "
          + "\(moment)the journal says “\(bad.expected)”, the re-run “\(bad.actual)”.\(torn)"
      }
      let checked = "\(report.ticks) ticks, \(report.hashesCompared) states checked"
      return report.isFinished
        ? "The journal replays exactly: \(checked).\(torn)"
        : "The journal is unfinished and replays exactly as far as it goes: \(checked).\(torn)"
    }
  }

  /// `sitrep replay info`: what a journal says of itself.
  struct Info: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Tells what is in a journal.")

    @Argument(help: "The journal (.sitlog) or bundle (.sitrep).")
    var journal: String

    @Flag(help: "Print one JSON document.")
    var json = false

    func run() throws {
      try reporting {
        let recorded =
          try Program.kind(of: journal) == .bundle
          ? BattleBundle.read(journal).journal : Journal.read(journal)
        let orders = recorded.records.count {
          if case .order = $0 { true } else { false }
        }
        let header = recorded.header
        let document: JSON = [
          "scenario": .string(header.scenario), "seed": .unsigned(header.seed),
          "rules_version": .count(header.rulesVersion), "format": .count(header.format),
          "digest": .string(hexadecimalText(header.sourceDigest)),
          "terrain": .string(hexadecimalText(header.terrainHash)),
          "commanders": .object(
            header.commanders.map { ($0.side, .string($0.commander.rawValue)) }),
          "orders": .count(orders), "ticks": .count(recorded.lastTick.rawValue),
          "finished": .bool(recorded.isFinished), "torn": .bool(recorded.isTorn),
        ]
        if json {
          Console.output(document.text)
          return
        }
        let commanders = header.commanders.map { "\($0.side) \($0.commander.rawValue)" }
        Console.output(
          """
          Scenario \(header.scenario), seed \(header.seed), rules version \(header.rulesVersion)
          Commanders: \(commanders.joined(separator: ", "))
          \(orders) orders up to tick \(recorded.lastTick.rawValue) \
          (\(BattleClock.elapsedText(recorded.lastTick)))
          \(recorded.isFinished ? "Fought to its end." : "Unfinished.")\
          \(recorded.isTorn ? " The last line is torn." : "")
          """)
      }
    }
  }
}
