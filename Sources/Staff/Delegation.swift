public import Simulation

/// What a commander hands to a staff: one of his formations with a task, a place and the ground
/// that it may not leave. The staff's orders then count as his own.
public struct Delegation: Sendable, Hashable {
  /// What the formation is to bring about.
  public enum Task: String, CaseIterable, Sendable {
    /// Take the place and hold it.
    case seize
    /// Hold the place, dug in.
    case defend
    /// Hold the place and give way before it costs too much.
    case delay
    /// Shell and strike what is known near the place.
    case support
    /// March to the place and rest there, off the road.
    case assemble
  }

  /// The farthest boundary, in hexes around the place.
  public static let farthest = 60

  /// Whose formation it is.
  public var side: SideID
  /// The formation, with all that is under it.
  public var formation: FormationID
  /// What it is to do.
  public var task: Task
  /// Where, as a hex index; a hex of a town stands for its quarter.
  public var place: Int32
  /// How far from the place it may be sent, 1…`farthest` hexes.
  public var within: Int

  /// A delegation from its parts; a boundary out of range is brought into it.
  public init(side: SideID, formation: FormationID, task: Task, place: Int32, within: Int) {
    self.side = side
    self.formation = formation
    self.task = task
    self.place = place
    self.within = min(Self.farthest, max(1, within))
  }

  /// The canonical line: `az az.1ad.1tk seize 112.145 within=12`.
  public func line(in setup: BattleSetup) -> String {
    let hex = setup.terrain.grid.hex(at: Int(place))
    return "\(setup.sides[side.index].id) \(setup.formations[formation.index].id) "
      + "\(task.rawValue) \(hex.column).\(hex.row) within=\(within)"
  }

  /// The delegation of a canonical line; nil where it is none of this battle.
  public init?(line: String, in setup: BattleSetup) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
    guard words.count == 5, words[4].hasPrefix("within="),
      let side = setup.sides.firstIndex(where: { $0.id == words[0] }),
      let formation = setup.formations.firstIndex(where: { $0.id == words[1] }),
      setup.formations[formation].side.index == side, let task = Task(rawValue: words[2]),
      let within = Int(words[4].dropFirst(7)), (1...Self.farthest).contains(within)
    else { return nil }
    let numbers = words[3].split(separator: ".").compactMap { Int($0) }
    let grid = setup.terrain.grid
    guard numbers.count == 2, (0..<grid.columns).contains(numbers[0]),
      (0..<grid.rows).contains(numbers[1])
    else { return nil }
    self.init(
      side: SideID(side), formation: FormationID(formation), task: task,
      place: Int32(grid.index(of: Hex(numbers[0], numbers[1]))), within: within)
    guard self.line(in: setup) == line else { return nil }
  }

  /// The units that it is about, ascending.
  public func units(in setup: BattleSetup) -> [UnitID] {
    Self.units(of: formation, in: setup)
  }

  /// The units of a formation and of all that is under it, ascending.
  public static func units(of formation: FormationID, in setup: BattleSetup) -> [UnitID] {
    var inside = [Bool](repeating: false, count: setup.formations.count)
    inside[formation.index] = true
    // Parents stand before their parts, so one pass finds the whole tree.
    for index in setup.formations.indices {
      if let parent = setup.formations[index].parent, inside[parent.index] { inside[index] = true }
    }
    return setup.units.indices.filter { inside[setup.units[$0].formation.index] }
      .map { UnitID($0) }
  }

  /// The plan of one task that a staff makes of it.
  func plan(in setup: BattleSetup) -> StaffPlan {
    let kind: StaffTask.Kind =
      switch task {
      case .seize: .seize
      case .defend: .defend
      case .delay: .delay
      case .support: .support
      case .assemble: .assemble
      }
    var hexes = [place]
    let quarter = Int(setup.terrain.quarter[Int(place)])
    if quarter >= 0 { hexes += setup.terrain.quarters[quarter].hexes.filter { $0 != place } }
    let task = StaffTask(
      id: "delegated", kind: kind, units: units(in: setup), place: hexes, fallback: nil,
      conditions: [], endings: [], barrage: false, standsUntilHit: true, radius: within)
    return StaffPlan(intent: "", tasks: [task])
  }
}
