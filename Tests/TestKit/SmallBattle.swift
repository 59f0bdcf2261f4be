public import Simulation
import SourceText

/// A made-up battle of a few hours: tanks and guns of `az` come by road from the west for the town
/// of Ada, which `tk` holds.
public enum SmallBattle {
  /// Kinds of weapons by row: 0 tank, 1 carrier, 2 howitzer, 3 lorry.
  static let equipment: [Equipment] = [
    .init(
      id: "t72", name: "T-72", vehicleClass: .tank, directRangeMeters: 2000, killPermille: 600),
    .init(id: "bmp", name: "BMP-2", vehicleClass: .ifv, directRangeMeters: 1500),
    .init(
      id: "d30", name: "D-30", vehicleClass: .gun, indirectRangeMeters: 15_000,
      minimumRangeMeters: 2000, roundsPerMinuteTenths: 20, lethalAreaSquareMeters: 330),
    .init(id: "ural", name: "Ural", vehicleClass: .truck),
  ]

  /// The attacker.
  public static let az = SideID(0)
  /// The defender.
  public static let tk = SideID(1)
  /// The grid.
  public static let grid = HexGrid(columns: 26, rows: 18)

  /// The index of a hex.
  public static func hex(_ column: Int, _ row: Int) -> Int32 {
    Int32(grid.index(of: Hex(column, row)))
  }

  /// The ground: a road along row 9, a wood in the north, a lake in the south, the town.
  public static let terrain: Terrain = {
    var terrain = Terrain(grid: grid, cover: .cropland)
    for column in 1..<24 {
      terrain.setRoad(grid.index(of: Hex(column, 9)), .east, .primary)
    }
    for column in 5..<12 { for row in 3..<6 { terrain.cover[Int(hex(column, row))] = .forest } }
    for column in 8..<11 { for row in 14..<16 { terrain.cover[Int(hex(column, row))] = .lake } }
    let center = [hex(16, 9), hex(16, 8)]
    let south = [hex(16, 10), hex(17, 10)]
    for (quarter, hexes) in [center, south].enumerated() {
      for hex in hexes {
        terrain.cover[Int(hex)] = .urban
        terrain.quarter[Int(hex)] = Int16(quarter)
      }
    }
    terrain.quarters = [
      Quarter(id: "center", name: "Centre", town: TownID(0), hexes: center),
      Quarter(id: "south", name: "South", town: TownID(0), hexes: south),
    ]
    terrain.towns = [
      Town(id: "ada", name: "Ada", population: 9000, center: center[0], quarters: 0..<2, rank: 3),
      Town(id: "bir", name: "Bir", population: 1200, center: hex(3, 9), quarters: 0..<0, rank: 5),
    ]
    return terrain
  }()

  /// The shipped rules with the weapons above.
  public static let rules: Rules = {
    var rules = Rules()
    for group in Rules.groups {
      let path = "\(Places.package)/Assets/Tables/\(group.name).yaml"
      guard let bytes = try? SourceFile.read(path),
        let node = try? SourceReader.yaml(bytes, file: path),
        case .mapping(let pairs) = node["parameters"]?.value
      else { continue }
      for pair in pairs {
        guard case .integer(let value) = pair.value["value"]?.value else { continue }
        _ = rules.set(group: group.name, key: pair.key, to: Int32(value))
      }
    }
    rules.equipment = equipment
    return rules
  }()

  /// The battle.
  public static let setup: BattleSetup = {
    var control = [UInt8](repeating: 1, count: grid.count)
    for index in 0..<grid.count where grid.hex(at: index).column < 9 { control[index] = 0 }
    return BattleSetup(
      scenarioID: "small", title: "Small", sourceDigest: 11, terrain: terrain, terrainHash: 7,
      clock: BattleClock(
        year: 1998, month: 9, day: 12, minuteOfDay: 360, utcOffsetMinutes: 300,
        latitudeMillidegrees: 39_200, longitudeMillidegrees: 48_500),
      rules: rules,
      sides: [
        SideSetup(
          id: "az", name: "Azerbaijan", adjective: "Azeri", identity: 3, color: "#3D6FB4",
          rulesOfEngagement: .free, enemy: 1),
        SideSetup(
          id: "tk", name: "Talysh", adjective: "Talysh", identity: 6, color: "#C0392B",
          rulesOfEngagement: .free, enemy: 0),
      ],
      formations: formations, units: units,
      objectives: [
        ObjectiveSetup(quarter: QuarterID(0), pointsPerHour: [2, 2], pointsAtEnd: [40, 20])
      ],
      initialControl: control,
      ceaseFire: CeaseFireSetup(band: 600...660, holder: tk, town: TownID(0)))
  }()

  private static let formations = [
    FormationSetup(
      id: "az.1", name: "1st Tank Battalion", shortName: "1 Tk", sidc: "10031000161205000000",
      side: az),
    FormationSetup(
      id: "tk.g", name: "Garrison", shortName: "Ada", sidc: "10061000161211000000", side: tk),
  ]

  private static let units: [UnitSetup] = [
    unit("az.1.1", az, .armor, 60, [(0, 11), (3, 3)], hex(3, 9)),
    unit("az.1.2", az, .armor, 60, [(0, 10), (3, 3)], hex(4, 9)),
    unit("az.1.inf", az, .mechanized, 220, [(1, 12)], hex(3, 10)),
    unit("az.1.how", az, .artillery, 80, [(2, 6), (3, 8)], hex(2, 9)),
    unit("tk.g.1", tk, .infantry, 180, [], hex(16, 9)),
    unit("tk.g.2", tk, .infantry, 160, [], hex(16, 10)),
    unit("tk.g.tk", tk, .armor, 40, [(0, 4)], hex(18, 9)),
  ]

  private static func unit(
    _ id: String, _ side: SideID, _ arm: Arm, _ men: Int32, _ vehicles: [(Int16, Int32)],
    _ start: Int32
  ) -> UnitSetup {
    UnitSetup(
      id: id, name: "Unit \(id)", shortName: id,
      sidc: side == az ? "10031000151205000000" : "10061000151211000000", side: side,
      formation: FormationID(side.index), arm: arm, personnel: men,
      vehicles: vehicles.map { VehicleHolding(equipment: $0.0, count: $0.1) },
      qualityBand: -1...1, start: start)
  }

  /// The unit of an id.
  public static func unit(_ id: String) -> UnitID {
    UnitID(setup.units.firstIndex { $0.id == id } ?? 0)
  }

  /// A plan for each side, as files have it.
  public static let plans = [
    """
    format: 1
    side: az
    intent: Take Ada by noon.
    tasks:
      - {id: fires, task: support, force: "1.how", place: {town: ada}, barrage: true}
      - id: go
        task: seize
        force: ["1.1", "1.2", 1.inf]
        place: {town: ada}
        when: {time: "+00:10"}

    """,
    """
    format: 1
    side: tk
    intent: Keep Ada.
    tasks:
      - {id: keep, task: defend, force: g, place: {town: ada}}

    """,
  ]
}
