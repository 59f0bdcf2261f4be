public import Simulation

/// A battle that is the same from both sides: a town in the middle, and to the west and the east of
/// it forces that mirror each other. Whoever wins it, wins it by what he does.
public enum MirrorBattle {
  /// The side in the west.
  public static let west = SideID(0)
  /// The side in the east.
  public static let east = SideID(1)
  /// The grid: an odd number of rows, so that half a turn maps rows onto rows of their kind.
  public static let grid = HexGrid(columns: 33, rows: 21)

  /// The index of a hex, or of the one it is turned onto.
  public static func hex(_ column: Int, _ row: Int, turned: Bool = false) -> Int32 {
    guard turned else { return Int32(grid.index(of: Hex(column, row))) }
    return Int32(grid.index(of: Hex(32 - column - (row & 1), 20 - row)))
  }

  /// The ground: a town of seven hexes in three quarters, a road through it, two woods.
  public static let terrain: Terrain = {
    var terrain = Terrain(grid: grid, cover: .cropland)
    for column in 1..<31 { terrain.setRoad(grid.index(of: Hex(column, 10)), .east, .primary) }
    for turned in [false, true] {
      for column in 8..<12 {
        for row in 4..<7 { terrain.cover[Int(hex(column, row, turned: turned))] = .forest }
      }
    }
    let center = Int(hex(16, 10))
    let ring = HexSide.allCases.map { Int32(grid.neighbor(of: center, $0)) }.sorted()
    let westerly = ring.filter { grid.hex(at: Int($0)).column < 16 || $0 == hex(16, 9) }
    let quarters = [[Int32(center)], westerly.sorted(), ring.filter { !westerly.contains($0) }]
    for (quarter, hexes) in quarters.enumerated() {
      for hex in hexes {
        terrain.cover[Int(hex)] = .urban
        terrain.quarter[Int(hex)] = Int16(quarter)
      }
    }
    let names = ["center", "west", "east"]
    terrain.quarters = quarters.indices.map {
      Quarter(id: names[$0], name: names[$0], town: TownID(0), hexes: quarters[$0])
    }
    terrain.towns = [
      Town(
        id: "mid", name: "Mid", population: 9000, center: Int32(center), quarters: 0..<3, rank: 3)
    ]
    return terrain
  }()

  /// The battle: the town counts by the hour and at the end, the same for both.
  public static let setup: BattleSetup = {
    var control = [UInt8](repeating: 255, count: grid.count)
    for index in 0..<grid.count {
      let column = grid.hex(at: index).column
      if column < 12 { control[index] = 0 }
      if column > 20 { control[index] = 1 }
    }
    return BattleSetup(
      scenarioID: "mirror", title: "Mirror", sourceDigest: 12, terrain: terrain, terrainHash: 8,
      clock: SmallBattle.setup.clock, rules: SmallBattle.rules,
      sides: [
        SideSetup(
          id: "we", name: "West", adjective: "Western", identity: 3, color: "#3D6FB4", enemy: 1),
        SideSetup(
          id: "ea", name: "East", adjective: "Eastern", identity: 6, color: "#C0392B", enemy: 0),
      ],
      formations: [
        FormationSetup(
          id: "we.b", name: "Western Brigade", shortName: "West", sidc: "10031000181205000000",
          side: west),
        FormationSetup(
          id: "ea.b", name: "Eastern Brigade", shortName: "East", sidc: "10061000181205000000",
          side: east),
      ],
      units: units("we.b", west) + units("ea.b", east),
      objectives: (0..<3).map {
        ObjectiveSetup(quarter: QuarterID($0), pointsPerHour: [2, 2], pointsAtEnd: [60, 60])
      },
      initialControl: control,
      ceaseFire: CeaseFireSetup(band: 2160...2160, holder: west, town: TownID(0)),
      civilians: [0])
  }()

  private static func units(_ formation: String, _ side: SideID) -> [UnitSetup] {
    let turned = side == east
    let parts: [(String, Arm, Int32, [(Int16, Int32)], Int, Int)] = [
      ("1", .infantry, 400, [], 7, 9), ("2", .infantry, 400, [], 7, 11),
      ("3", .mechanized, 350, [(1, 20)], 6, 8), ("4", .mechanized, 350, [(1, 20)], 6, 12),
      ("5", .armor, 120, [(0, 20), (3, 5)], 5, 9), ("6", .armor, 120, [(0, 20), (3, 5)], 5, 11),
      ("g1", .artillery, 120, [(2, 12), (3, 16)], 3, 9),
      ("g2", .artillery, 120, [(2, 12), (3, 16)], 3, 11),
      ("hq", .headquarters, 60, [(3, 6)], 2, 10),
    ]
    return parts.map { id, arm, men, vehicles, column, row in
      UnitSetup(
        id: "\(formation).\(id)", name: "\(id) of \(formation)", shortName: id,
        sidc: side == west ? "10031000161205000000" : "10061000161205000000", side: side,
        formation: FormationID(side.index), arm: arm, personnel: men,
        vehicles: vehicles.map { VehicleHolding(equipment: $0.0, count: $0.1) },
        start: hex(column, row, turned: turned))
    }
  }

  /// One plan for either side: take the town, keep it, with the guns behind.
  public static func plan(_ side: SideID) -> String {
    """
    format: 1
    side: \(side == west ? "we" : "ea")
    intent: Take Mid and keep it.
    tasks:
      - {id: fires, task: support, force: [b.g1, b.g2], place: {town: mid}}
      - {id: take, task: seize, force: [b.1, b.2, b.3, b.4, b.5, b.6], place: {town: mid}}
      - id: keep
        task: defend
        force: [b.1, b.2, b.3, b.4, b.5, b.6]
        place: {town: mid}
        when: {holds: {town: mid, quarters: 3}}

    """
  }
}
