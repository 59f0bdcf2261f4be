import ArgumentParser
import ScenarioFormat
import Session
import Simulation

/// `sitrep benchmark`: times the program on this machine.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Times the program on this machine.")

  /// What can be timed.
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case frames
    case framesLive = "frames-live"
    case ticks, paths, load, tiles, symbols, poster, scrub, estimate
  }

  @Argument(help: "What to time; everything unless given.")
  var names: [Name] = []

  @Option(help: "Units in the order of battle; the scenario's own unless given.")
  var units: Int?

  @Option(help: "Ticks to time with --units.")
  var ticks = 240

  @Option(help: "The frame's size, WxH.")
  var size = "1920x1080"

  @Option(help: "The scenario to time with.")
  var scenario = "Calilabad"

  // For the check that a frame at rest allocates nothing.
  @Option(help: .hidden)
  var framesAtRest = 0

  @Flag(help: "Print one JSON document.")
  var json = false

  func validate() throws {
    if let units, !(1...20_000).contains(units) {
      throw ValidationError("--units takes a number from 1 to 20000.")
    }
    guard (1...100_000).contains(ticks) else {
      throw ValidationError("--ticks takes a number from 1 to 100000.")
    }
  }

  func run() throws {
    try reporting {
      let (width, height) = try Program.size(size)
      let chosen = names.isEmpty ? Name.allCases : names
      var bench = Benchmark(
        source: try BattleSource.load(scenario, folders: Program.folders()), scenario: scenario,
        width: width, height: height, units: units, ticks: ticks,
        framesAtRest: framesAtRest)
      var results: [(key: String, value: JSON)] = []
      var lines: [String] = []
      for name in chosen {
        Console.error("Timing \(name.rawValue)…")
        let timing = try bench.run(name)
        results.append((name.rawValue, timing.json))
        lines.append("\(name.rawValue): \(timing.text)")
      }
      let blit = bench.frameBlitMilliseconds()
      let document: JSON = [
        "results": .object(results),
        "machine": ["cores": .count(Machine.cores), "cpu": .string(Machine.processorName)],
        "baseline": ["frame_blit_ms": .number(blit)],
      ]
      lines.append("one opaque frame copy: \(JSON.decimal(blit)) ms")
      Console.output(json ? document.text : lines.joined(separator: "\n"))
    }
  }
}

/// The times of one benchmark.
struct Timing {
  /// Milliseconds of each round, ascending.
  private let milliseconds: [Double]
  /// What one round counts for: ticks, tiles, paths.
  private let countPerRound: Int
  /// Figures of this benchmark alone, in snake case.
  private let figures: [(key: String, value: Double)]

  init(
    milliseconds: [Double], countPerRound: Int = 1, figures: [(key: String, value: Double)] = []
  ) {
    self.milliseconds = milliseconds.sorted()
    self.countPerRound = countPerRound
    self.figures = figures
  }

  /// The time that half of the rounds keep within.
  var median: Double { at(0.5) }

  /// The time that this share of the rounds keeps within.
  func at(_ share: Double) -> Double {
    guard !milliseconds.isEmpty else { return 0 }
    return milliseconds[Int((Double(milliseconds.count - 1) * share).rounded())]
  }

  private var perSecond: Double {
    let total = milliseconds.reduce(0, +)
    return total > 0 ? Double(milliseconds.count * countPerRound) * 1000 / total : 0
  }

  var json: JSON {
    .object(
      [
        ("p50_ms", .number(at(0.5))), ("p99_ms", .number(at(0.99))), ("max_ms", .number(at(1))),
        ("count", .count(milliseconds.count * countPerRound)), ("per_second", .number(perSecond)),
      ] + figures.map { ($0.key, .number($0.value)) })
  }

  var text: String {
    "p50 \(JSON.decimal(at(0.5))) ms, p99 \(JSON.decimal(at(0.99))) ms, "
      + "max \(JSON.decimal(at(1))) ms, \(JSON.decimal(perSecond.rounded())) a second"
      + figures.map { ", \($0.key) \(JSON.decimal($0.value))" }.joined()
  }
}
