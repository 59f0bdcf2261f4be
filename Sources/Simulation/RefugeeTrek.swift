/// People from one town who are on the road to a refuge.
public struct RefugeeTrek: Sendable, Hashable {
  /// Where they fled from.
  public var town: TownID
  /// Where they go, as a hex index: the middle of a town, or ground of a neutral country.
  public var destination: Int32
  /// How many they are.
  public var people: Int32
  /// When they left.
  public var left: Tick
  /// When they arrive.
  public var due: Tick
}

extension RefugeeTrek: NumberedRecord {
  static let width = 5

  func append(to column: inout [Int32]) {
    column.append(Int32(town.index))
    column.append(destination)
    column.append(people)
    column.append(left.rawValue)
    column.append(due.rawValue)
  }

  init?(_ numbers: ArraySlice<Int32>, _ setup: BattleSetup) {
    let n = Array(numbers)
    guard n.count == Self.width, setup.terrain.towns.indices.contains(Int(n[0])), n[1] >= 0,
      n[1] < setup.terrain.grid.count, n[2] > 0, (0...World.lastTick).contains(n[3]),
      (0...2 * World.lastTick).contains(n[4])
    else { return nil }
    self.init(
      town: TownID(Int(n[0])), destination: n[1], people: n[2], left: Tick(rawValue: n[3]),
      due: Tick(rawValue: n[4]))
  }
}

/// What hurts people who do not fight.
public enum HarmCause: UInt8, CaseIterable, Sendable {
  case shelling, airStrike, groundCombat

  /// The name in JSON: snake_case.
  public var key: String { snakeCased("\(self)") }
}
