import Platform
import Press
import Session
import Simulation

extension ReportPage {
  /// Moments of the story that lie together on one map.
  private struct Station {
    var tick: Tick
    var hex: Int32
    var titles: [String]
  }

  private static let mostMaps = 12
  private static let wideScale = 480_000.0
  private static let nearScale = 250_000.0

  /// Maps of the start, of the moments of the story and of the end.
  mutating func mapsSection(_ progress: (Double) -> Void) throws(PlatformError) -> String {
    let stations = stations()
    let middle = setup.ceaseFire.town.map { setup.terrain.towns[$0.index].center } ?? -1
    let count = Double(stations.count + 2)
    var result = Markup.element("h2", "The battle on the map")
    result += try maps.figure(
      battle.world(at: Tick(0)).picture(for: .umpire, events: []), around: middle,
      scale: Self.wideScale, head: "The start, \(moment(Tick(0))).",
      words: "Every unit where it truly was, as on all maps of this page.")
    for (index, station) in stations.enumerated() {
      progress(Double(index + 1) / count)
      let words = PlaceWords(station.hex, setup.terrain)?.at
      result += try maps.figure(
        battle.world(at: station.tick).picture(for: .umpire, events: []),
        around: station.hex >= 0 ? station.hex : middle, scale: Self.nearScale,
        head: "\(moment(station.tick)).",
        words: station.titles.map { $0 + "." }.joined(separator: " ")
          + (words.map { " The map shows the ground \($0)." } ?? ""))
    }
    let end = world.outcome == nil ? "Where the record ends" : "The end"
    result += try maps.figure(
      world.picture(for: .umpire, events: []), around: middle, scale: Self.wideScale,
      head: "\(end), \(moment(world.tick)).", words: "")
    return result
  }

  private func stations() -> [Station] {
    let happened = facts.beats.filter { $0.tick != nil }.sorted {
      ($0.tick ?? Tick(0)) < ($1.tick ?? Tick(0))
    }
    var stations: [Station] = []
    for beat in happened {
      guard let tick = beat.tick else { continue }
      if let last = stations.lastIndex(where: {
        tick - $0.tick <= 120 && isNear($0.hex, beat.hex)
      }) {
        stations[last].titles.append(Self.caption(beat.title, tick, on: stations[last].tick, clock))
      } else {
        stations.append(Station(tick: tick, hex: beat.hex, titles: [beat.title]))
      }
    }
    return Array(stations.prefix(Self.mostMaps))
  }

  /// A title under a map; what came later than the map shows is given with its time.
  static func caption(_ title: String, _ tick: Tick, on map: Tick, _ clock: BattleClock) -> String {
    tick - map < 5 ? title : "At \(clock.timeOfDayText(at: tick)): \(title)"
  }

  private func isNear(_ a: Int32, _ b: Int32) -> Bool {
    guard a >= 0, b >= 0 else { return true }
    return setup.terrain.grid.distance(Int(a), Int(b)) <= 15
  }

  /// Losses by hour.
  func lossesSection() -> String {
    let men = chart("Men lost in each hour") { $0.men }
    let vehicles = chart("Vehicles and heavy weapons lost in each hour") { $0.vehicles }
    return Markup.element("h2", "Losses by the hour")
      + Markup.element(
        "p",
        "Men are dead, wounded and missing; vehicles and heavy weapons, those that infantry "
          + "carries among them, are lost for good; lorries are not counted. The hours of "
          + "darkness are shaded.", class: "dim")
      + [men, vehicles].map { chart in
        Markup.wrap(
          "figure",
          chart.svg() + Markup.element("figcaption", chart.title + "."))
      }.joined(separator: "\n")
  }

  private func chart(
    _ title: String, _ value: (BattleChronicle.Losses) -> Int64
  ) -> LossChart {
    LossChart(
      title: title,
      rows: setup.sides.enumerated().map { index, side in
        let sums = chronicle.losses.map { value($0[index]) }
        return (side.name, side.color, zip(sums, sums.dropFirst()).map { max(0, $1 - $0) })
      }, clock: clock)
  }

  /// Civilians by town and by cause.
  func civiliansSection() -> String {
    let columns = world.civilians
    let causes = HarmCause.allCases.count
    var rows: [[String]] = []
    // Small places that people only left share a line.
    var elsewhere: Int32 = 0
    for (town, facts) in setup.terrain.towns.enumerated() {
      let harmed = columns.killed[town] + columns.injured[town] + columns.displaced[town]
      guard harmed > 0 else { continue }
      if columns.killed[town] + columns.injured[town] == 0, columns.displaced[town] < 100 {
        elsewhere += columns.displaced[town]
        continue
      }
      let byCause = (0..<causes).map { cause -> String in
        let index = town * causes + cause
        let killed =
          columns.killedByCause.indices.contains(index) ? columns.killedByCause[index] : 0
        let hurt =
          columns.injuredByCause.indices.contains(index) ? columns.injuredByCause[index] : 0
        return killed + hurt == 0 ? "–" : "\(killed) / \(hurt)"
      }
      rows.append(
        [Markup.text(facts.name)] + byCause
          + ["\(columns.killed[town]) / \(columns.injured[town])", "\(columns.displaced[town])"])
    }
    if elsewhere > 0 {
      rows.append(
        ["Other places"] + Array(repeating: "–", count: causes + 1) + ["\(elsewhere)"])
    }
    guard !rows.isEmpty else {
      return Markup.element("h2", "Civilians") + Markup.element("p", "No civilian came to harm.")
    }
    rows.append(
      ["<strong>In all</strong>"] + (0..<causes).map { total($0, columns) }
        + [
          "\(Self.sum(columns.killed)) / \(Self.sum(columns.injured))",
          "\(Self.sum(columns.displaced))",
        ])
    return Markup.element("h2", "Civilians")
      + Markup.element("p", "Killed / injured, by what harmed them.", class: "dim")
      + Markup.table(
        ["Town"] + HarmCause.allCases.map(Self.name) + ["Together", "Fled"], rows,
        class: "numbers")
  }

  private func total(_ cause: Int, _ columns: CivilianColumns) -> String {
    let causes = HarmCause.allCases.count
    func sum(_ values: [Int32]) -> Int64 {
      stride(from: cause, to: values.count, by: causes).reduce(0) { $0 + Int64(values[$1]) }
    }
    return "\(sum(columns.killedByCause)) / \(sum(columns.injuredByCause))"
  }

  private static func sum(_ values: [Int32]) -> Int64 { values.reduce(0) { $0 + Int64($1) } }

  private static func name(_ cause: HarmCause) -> String {
    switch cause {
    case .shelling: "Shelling"
    case .airStrike: "Air strikes"
    case .groundCombat: "Fighting in the streets"
    }
  }
}
