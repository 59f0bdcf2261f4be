import ScenarioFormat
import Session
import Simulation

/// What many battles make of a scenario's story, as a page of Markdown: outcomes, beats with their
/// times, which came before which, losses, civilians.
struct StoryPage {
  /// Shares that the page holds the battles to, in percent: of a beat, of a pair's order, and the
  /// most and the least of any grade.
  private static let bounds = (beat: 90, pair: 70, most: 60, least: 10)

  private let results: [RunResult]
  private let source: BattleSource
  private let staff: String

  /// A page on runs, of which there is at least one; `staff` names how the commanders thought.
  init(_ results: [RunResult], _ source: BattleSource, staff: String) {
    self.results = results
    self.source = source
    self.staff = staff
  }

  /// The page.
  var text: String {
    let first = results.first?.seed ?? 0
    let last = results.last?.seed ?? 0
    let rules = World.rulesVersion
    var lines = [
      "# \(setup.title), \(results.count) times", "",
      "Seeds \(first) to \(last), both sides under the \(staff) staff, rules version \(rules). A "
        + "beat happens by the rules in `beats.yaml` beside the scenario, from facts of the "
        + "simulation; times are those of its first happening, after the start. Bold is what "
        + "misses its bound.",
      "",
    ]
    lines += outcomes + beats + pairs + losses + civilians
    lines += examples
    return lines.joined(separator: "\n") + "\n"
  }

  private var setup: BattleSetup { source.setup }

  private var outcomes: [String] {
    let ends = results.filter { $0.world.outcome != nil }.map { $0.world.tick.rawValue }.sorted()
    var lines = [
      "## Outcomes", "No grade over \(Self.bounds.most) %, none under \(Self.bounds.least) %.", "",
      "| grade | runs | share |", "|---|--:|--:|",
    ]
    for grade in Outcome.Grade.allCases {
      let count = results.count { $0.world.outcome?.grade == grade }
      let share = percent(count, of: results.count)
      let isSound = (Self.bounds.least...Self.bounds.most).contains(share)
      let name = grade.key.replacing("_", with: " ")
      lines.append("| \(name) | \(count) | \(marked("\(share) %", isSound)) |")
    }
    lines.append("")
    for (index, side) in setup.sides.enumerated() {
      let scores = results.compactMap { $0.world.outcome?.score[index] }
      lines.append("\(side.name): \(spread(scores)) points.")
    }
    if let (low, middle, high) = quantiles(ends) {
      lines.append(
        "The cease-fire came at \(elapsed(middle)) (\(elapsed(low)) to \(elapsed(high))).")
    }
    return lines + [""]
  }

  private var beats: [String] {
    guard !source.beats.isEmpty else { return [] }
    var lines = [
      "## Beats",
      "Each in at least \(Self.bounds.beat) % of the runs. Times: median, and the middle 80 %.",
      "", "| | | share | median | from … to |", "|---|---|--:|--:|---|",
    ]
    for beat in source.beats {
      let ticks = times(of: beat.id).compactMap(\.self).map(\.rawValue).sorted()
      let share = percent(ticks.count, of: results.count)
      let shown = marked("\(share) %", share >= Self.bounds.beat)
      guard let (low, middle, high) = quantiles(ticks) else {
        lines.append("| \(beat.id) | \(beat.title) | \(shown) | – | – |")
        continue
      }
      lines.append(
        "| \(beat.id) | \(beat.title) | \(shown) | \(elapsed(middle)) | "
          + "\(elapsed(low)) … \(elapsed(high)) |")
    }
    return lines + [""]
  }

  private var pairs: [String] {
    guard !source.beatPairs.isEmpty else { return [] }
    var lines = [
      "## Which came first",
      "In at least \(Self.bounds.pair) % of the runs in which both happened; one minute counts.",
      "", "| | both happened | in order |", "|---|--:|--:|",
    ]
    for pair in source.beatPairs {
      let both = zip(times(of: pair.first), times(of: pair.second)).compactMap {
        first, second -> Bool? in
        guard let first, let second else { return nil }
        return first <= second
      }
      let share = percent(both.count { $0 }, of: both.count)
      let shown = both.isEmpty ? "–" : marked("\(share) %", share >= Self.bounds.pair)
      lines.append("| \(pair.first) before \(pair.second) | \(both.count) | \(shown) |")
    }
    return lines + [""]
  }

  private var losses: [String] {
    var lines = [
      "## Losses", "Median, and the middle 80 %.", "",
      "| | " + setup.sides.map(\.name).joined(separator: " | ") + " |",
      "|---" + setup.sides.map { _ in "|--:" }.joined() + "|",
    ]
    let men = setup.sides.indices.map { side in
      results.map { EnsembleReport.lost(by: side, in: $0.world) }
    }
    lines.append("| men | " + men.map(spread).joined(separator: " | ") + " |")
    for kind in VehicleClass.allCases {
      let lost = setup.sides.indices.map { side in
        results.map { vehicles(kind, of: side, in: $0.world) }
      }
      guard lost.joined().contains(where: { $0 > 0 }) else { continue }
      let name = kind.key.replacing("_", with: " ")
      lines.append("| \(name) | " + lost.map(spread).joined(separator: " | ") + " |")
    }
    return lines + [""]
  }

  private var civilians: [String] {
    func sums(_ column: (CivilianColumns) -> [Int32]) -> [Int64] {
      results.map { column($0.world.civilians).reduce(0) { $0 + Int64($1) } }
    }
    let killed = sums(\.killed)
    let injured = sums(\.injured)
    let dead = killed.reduce(0, +)
    let hurt = injured.reduce(0, +)
    var lines = [
      "## Civilians", "| | median, middle 80 % |", "|---|--:|", "| killed | \(spread(killed)) |",
      "| injured | \(spread(injured)) |", "| fled | \(spread(sums(\.displaced))) |",
    ]
    if dead > 0 {
      let tenths = (hurt * 10 + dead / 2) / dead
      lines += ["", "For one killed \(tenths / 10).\(tenths % 10) were injured."]
    }
    return lines + [""]
  }

  /// Two runs to be told in full: the first that each side won, else the first ones.
  private var examples: [String] {
    var seeds: [UInt64] = []
    for side in setup.sides.indices {
      let won = results.first { $0.world.outcome?.winner == SideID(side) }
      if let seed = won?.seed { seeds.append(seed) }
    }
    for result in results where seeds.count < 2 && !seeds.contains(result.seed) {
      seeds.append(result.seed)
    }
    return ["<!-- examples: " + seeds.prefix(2).map(String.init).joined(separator: " ") + " -->"]
  }

  private func times(of beat: String) -> [Tick?] {
    results.map { result in result.beats.first { $0.id == beat }?.tick }
  }

  private func vehicles(_ kind: VehicleClass, of side: Int, in world: World) -> Int64 {
    var sum: Int64 = 0
    for row in setup.units.indices where setup.units[row].side.index == side {
      sum += Int64(world.units.vehiclesLost[row * VehicleClass.count + Int(kind.rawValue)])
    }
    return (sum + 128) / 256
  }

  private func percent(_ part: Int, of whole: Int) -> Int {
    whole == 0 ? 0 : (part * 100 + whole / 2) / whole
  }

  private func marked(_ text: String, _ isSound: Bool) -> String {
    isSound ? text : "**\(text)**"
  }

  private func elapsed(_ minutes: Int32) -> String {
    BattleClock.elapsedText(Tick(rawValue: minutes))
  }

  private func spread(_ values: [Int64]) -> String {
    guard let (low, middle, high) = quantiles(values.sorted()) else { return "–" }
    return low == high ? "\(middle)" : "\(middle) (\(low) … \(high))"
  }

  /// The values at 10, 50 and 90 % of a sorted list; nil of an empty one.
  private func quantiles<Value>(_ sorted: [Value]) -> (Value, Value, Value)? {
    guard !sorted.isEmpty else { return nil }
    func at(_ percent: Int) -> Value { sorted[(sorted.count - 1) * percent / 100] }
    return (at(10), at(50), at(90))
  }
}
