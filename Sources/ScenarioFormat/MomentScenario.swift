import Geography
public import Simulation
public import SourceText

/// A moment of a battle as a scenario of its own: units where they stand with what is left of them,
/// ground, people and clock as they are.
///
/// What is on its way is left out: orders, what each side knows of the other, fatigue, broken
/// nerves.
public struct MomentScenario {
  /// A file of the scenario's folder.
  public struct File: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// What it holds.
    public var text: String
  }

  private let scenario: LoadedScenario
  private let world: World
  private let ground: Ground

  /// A moment of a battle of a scenario.
  public init(_ scenario: LoadedScenario, _ world: World) {
    self.scenario = scenario
    self.world = world
    ground = Ground(scenario.theatre)
  }

  /// The files; throws where the scenario's own cannot be read any more.
  public func files() throws(SourceFailure) -> [File] {
    let source = try ScenarioSource(path: scenario.folder + "/scenario.yaml")
    var pairs: [(key: String, value: SourceNode)] = [("format", .whole(1))]
    let moment = setup.clock.localText(at: world.tick)
    let title = "\(setup.title.prefix(100)), \(moment.replacing("T", with: " "))"
    pairs.append(("title", .text(title)))
    for key in ["theatre", "notice", "credit", "story"] {
      if let section = source.sections[key] { pairs.append((key, section.node)) }
    }
    pairs.append(("clock", clock))
    if let sides = source.sections["sides"] { pairs.append(("sides", self.sides(sides.node))) }
    pairs.append(("cease_fire", ceaseFire(source.sections["cease_fire"]?.node)))
    for key in ["political_costs", "objectives", "press"] {
      if let section = source.sections[key] { pairs.append((key, section.node)) }
    }
    pairs.append(("civilians", civilians))
    pairs.append(("territory", territory))
    pairs.append(("order_of_battle", MomentForces(world, ground).node))
    var files: [File] = []
    var plans: [(key: String, value: SourceNode?)] = []
    for (side, path) in scenario.planFiles.sorted(by: { $0.key.index < $1.key.index }) {
      let id = setup.sides[side.index].id
      let plan = try SourceReader.yaml(SourceFile.read(path), file: path)
      files.append(
        File(
          name: "plan-\(id).yaml",
          text: YAMLText.of(MomentPlan(world, side: side).pairs(of: plan))))
      plans.append((id, .text("plan-\(id).yaml")))
    }
    if !plans.isEmpty { pairs.append(("plans", .table(plans))) }
    let note = "# \(setup.title) at \(moment), seed \(world.seed), as it was played.\n"
    return [File(name: "scenario.yaml", text: note + YAMLText.of(pairs))] + files
  }

  private var setup: BattleSetup { world.setup }

  private var clock: SourceNode {
    let offset = setup.clock.utcOffsetMinutes
    let sign = offset < 0 ? "-" : "+"
    let minutes = BattleClock.elapsedText(Tick(rawValue: abs(offset))).dropFirst()
    return .table([
      ("start", .text(setup.clock.localText(at: world.tick))),
      ("utc_offset", .text(sign + minutes)),
      (
        "sun_at",
        .list([
          .real(Double(setup.clock.longitudeMillidegrees) / 1000),
          .real(Double(setup.clock.latitudeMillidegrees) / 1000),
        ])
      ),
    ])
  }

  /// The sides under the rules of engagement of now, their release as it was drawn.
  private func sides(_ node: SourceNode) -> SourceNode {
    guard case .sequence(let items) = node.value else { return node }
    return .list(
      items.enumerated().map { index, item in
        guard world.politics.indices.contains(index) else { return item }
        let politics = world.politics[index]
        let wait = politics.releaseTick - world.tick.rawValue
        let release =
          politics.rulesOfEngagement != .free && politics.releaseTick >= 0
          ? SourceNode.text(Self.elapsed(max(0, wait))) : nil
        return item.setting("rules_of_engagement", .text(politics.rulesOfEngagement.key))
          .setting("release", release)
      })
  }

  /// The end comes when it would have come, ten minutes from now at the earliest.
  private func ceaseFire(_ node: SourceNode?) -> SourceNode {
    let band = setup.ceaseFire.band
    let low = max(10, band.lowerBound - world.tick.rawValue)
    let high = max(low, band.upperBound - world.tick.rawValue)
    return (node ?? .table([])).setting(
      "between", .list([.text(Self.elapsed(low)), .text(Self.elapsed(high))]))
  }

  private var civilians: SourceNode {
    .table(
      setup.terrain.towns.enumerated().compactMap { index, town in
        let people = world.civilians.present[index] + world.civilians.sheltered[index]
        return people == town.population ? nil : (town.id, .whole(people))
      })
  }

  /// Who holds the ground, by runs of hexes from west to east.
  private var territory: SourceNode {
    let grid = setup.terrain.grid
    var runs = [[SourceNode]](repeating: [], count: setup.sides.count)
    for row in 0..<grid.rows {
      var open: (side: UInt8, first: Int, last: Int)?
      func close() {
        guard let open, Int(open.side) < runs.count else { return }
        runs[Int(open.side)].append(.list([.whole(row), .whole(open.first), .whole(open.last)]))
      }
      for column in 0..<grid.columns {
        let hex = row * grid.columns + column
        // Water and neutral ground take nobody's part, so that runs go on across them.
        guard ground.isOpen(hex) else { continue }
        let owner = world.ground.control[hex]
        if owner == open?.side {
          open?.last = column
        } else {
          close()
          open = (owner, column, column)
        }
      }
      close()
    }
    return .list(
      setup.sides.enumerated().map { index, side in
        .table([("side", .text(side.id)), ("runs", .list(runs[index]))])
      })
  }

  /// `+HH:MM` of so many minutes.
  static func elapsed(_ minutes: Int32) -> String {
    BattleClock.elapsedText(Tick(rawValue: minutes))
  }
}
