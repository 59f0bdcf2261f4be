import MapTable
import Press
import Screen

@testable import Panels
@testable import Simulation

/// A small battle for looking at panels: 120 × 110 km, a town in five quarters, a coast.
enum DemoBattle {
  static let azeri = SideID(0)
  static let talysh = SideID(1)

  static let terrain: Terrain = {
    var terrain = Terrain(grid: HexGrid(columns: 120, rows: 127), cover: .cropland)
    for index in 0..<terrain.grid.count {
      let hex = terrain.grid.hex(at: index)
      let column = Int(hex.column)
      let row = Int(hex.row)
      if column + row / 4 > 118 { terrain.cover[index] = .sea }
      if column < 22 - row / 6 { terrain.cover[index] = .forest }
      terrain.heightMeters[index] = Int16(max(-28, (40 - column) * 30))
      if column < 14, row > 40 { terrain.neutral[index] = 1 }
    }
    for row in 10..<110 {
      let index = terrain.grid.index(of: Hex(58, row))
      terrain.setRoad(index, .southEast, .primary)
      terrain.setRoad(index, .southWest, .primary)
    }
    let names = ["center", "north", "east", "south", "west"]
    let sides: [HexSide?] = [nil, .northEast, .east, .southEast, .west]
    let center = terrain.grid.index(of: Hex(58, 64))
    for (index, name) in names.enumerated() {
      let hex = sides[index].map { terrain.grid.neighbor(of: center, $0) } ?? center
      terrain.quarters.append(
        Quarter(id: name, name: name, town: TownID(0), hexes: [Int32(hex)]))
      terrain.quarter[hex] = Int16(index)
      terrain.cover[hex] = .urban
    }
    terrain.towns.append(
      Town(
        id: "calilabad", name: "Cəlilabad", population: 34_000, center: Int32(center),
        quarters: 0..<5, rank: 3))
    let villages = [("Ocaqlı", 52, 55), ("Alar", 61, 53), ("Üçtəpə", 66, 58), ("Göytəpə", 60, 86)]
    for (index, village) in villages.enumerated() {
      let hex = terrain.grid.index(of: Hex(village.1, village.2))
      terrain.quarters.append(
        Quarter(id: "center", name: village.0, town: TownID(index + 1), hexes: [Int32(hex)]))
      terrain.quarter[hex] = Int16(5 + index)
      terrain.towns.append(
        Town(
          id: "v\(index)", name: village.0, population: 2400, center: Int32(hex),
          quarters: (5 + index)..<(6 + index), rank: 5))
    }
    return terrain
  }()

  static let setup: BattleSetup = {
    var rules = Rules()
    rules.equipment = [
      Equipment(id: "t72", name: "T-72", vehicleClass: .tank),
      Equipment(id: "bmp", name: "BMP", vehicleClass: .ifv),
      Equipment(id: "d30", name: "D-30", vehicleClass: .gun, indirectRangeMeters: 15_000),
      Equipment(id: "su25", name: "Su-25", vehicleClass: .aircraft),
    ]
    let (formations, units) = orderOfBattle()
    return BattleSetup(
      scenarioID: "Demo", title: "Calilabad", terrain: terrain, terrainHash: 77,
      clock: BattleClock(
        year: 1998, month: 9, day: 12, minuteOfDay: 360, utcOffsetMinutes: 300,
        latitudeMillidegrees: 39_200, longitudeMillidegrees: 48_500), rules: rules,
      sides: [
        SideSetup(
          id: "az", name: "Azerbaijan", adjective: "Azeri", identity: 3, color: "#7CC4F4",
          enemy: 1),
        SideSetup(
          id: "tal", name: "Talysh Popular Front", adjective: "Talysh", identity: 6,
          color: "#F28B82", enemy: 0),
      ], formations: formations, units: units,
      objectives: (0..<9).map {
        ObjectiveSetup(quarter: QuarterID($0), pointsPerHour: [1, 1], pointsAtEnd: [9, 9])
      },
      ceaseFire: CeaseFireSetup(band: 3240...4320, holder: talysh, town: TownID(0)))
  }()

  private static func orderOfBattle() -> ([FormationSetup], [UnitSetup]) {
    var formations: [FormationSetup] = []
    var units: [UnitSetup] = []
    func formation(_ id: String, _ name: String, _ sidc: String, _ side: SideID, _ parent: Int?)
      -> Int
    {
      formations.append(
        FormationSetup(
          id: id, name: name, shortName: name, sidc: sidc, side: side,
          parent: parent.map { FormationID($0) }))
      return formations.count - 1
    }
    func unit(
      _ name: String, _ arm: Arm, _ side: SideID, _ parent: Int, _ column: Int, _ row: Int,
      _ sidc: String, _ vehicles: [VehicleHolding]
    ) {
      units.append(
        UnitSetup(
          id: "u\(units.count)", name: name, shortName: name, sidc: sidc, side: side,
          formation: FormationID(parent), arm: arm, personnel: 380, vehicles: vehicles,
          start: Int32(terrain.grid.index(of: Hex(column, row)))))
    }
    let division = formation("az.1ad", "1 Armoured Division", "10031000211205000000", azeri, nil)
    for regiment in 1...3 {
      let node = formation(
        "az.1ad.\(regiment)", "\(regiment) Tank Regiment", "10031000171205000000", azeri, division)
      for battalion in 1...3 {
        unit(
          "\(battalion) Tk Bn", .armor, azeri, node, 50 + regiment * 5 + battalion,
          24 + regiment * 4 + battalion, "10031000161205000000",
          [VehicleHolding(equipment: 0, count: 31), VehicleHolding(equipment: 1, count: 10)])
      }
    }
    let guns = formation("az.art", "Artillery Regiment", "10031000171303000000", azeri, division)
    unit(
      "1 Arty Bn", .artillery, azeri, guns, 59, 50, "10031000161303000000",
      [VehicleHolding(equipment: 2, count: 18)])
    let screen = formation("az.scr", "Screen Brigade", "10031000181211020000", azeri, nil)
    unit(
      "1 MR Bn", .mechanized, azeri, screen, 52, 55, "10031000161211020000",
      [VehicleHolding(equipment: 1, count: 28)])
    unit(
      "2 MR Bn", .mechanized, azeri, screen, 61, 53, "10031000161211020000",
      [VehicleHolding(equipment: 1, count: 28)])
    let wing = formation("az.air", "Aviation", "10030100000000000000", azeri, nil)
    unit(
      "Su-25 Sqn", .attackAircraft, azeri, wing, 60, 12, "10030100001101020000",
      [VehicleHolding(equipment: 3, count: 8)])
    let front = formation("tal", "Calilabad garrison", "10061000171211000000", talysh, nil)
    unit("1 Inf Bn", .infantry, talysh, front, 58, 64, "10061000161211000000", [])
    return (formations, units)
  }

  static func report(_ row: Int) -> UnitReport {
    let cold = setup.units[row]
    var vehicles = [Int32](repeating: 0, count: VehicleClass.count)
    var atStart = vehicles
    for holding in cold.vehicles {
      let index = Int(setup.rules.equipment[Int(holding.equipment)].vehicleClass.rawValue)
      atStart[index] = holding.count
      vehicles[index] = holding.count - Int32(row % 4)
    }
    let isBroken = cold.name == "1 MR Bn" || cold.name == "2 MR Bn"
    let town = setup.terrain.towns[0].center
    return UnitReport(
      id: UnitID(row), side: cold.side, status: isBroken ? .broken : .active,
      posture: row % 2 == 0 ? .column : .holding, hex: cold.start,
      position: setup.terrain.grid.center(of: Int(cold.start)), personnel: 380 - Int32(row) * 4,
      personnelAtStart: 380, vehicles: vehicles, vehiclesAtStart: atStart,
      strengthPermille: isBroken ? 410 : 1000 - Int32(row) * 12,
      cohesion: 830, suppression: 120, fatigue: 400, ammunition: 710, fuel: 640, entrenchment: 1,
      isSupplied: true, isInCommand: row != 1, isHidden: false,
      task: row % 2 == 0 ? .march : .hold, taskTarget: row % 2 == 0 ? town : nil, path: [],
      orders: row == 0
        ? [
          PendingOrder(
            order: Order(side: azeri, unit: UnitID(0), kind: .attack, target: town),
            given: Tick(2190), due: Tick(2295)),
          PendingOrder(
            order: Order(side: azeri, unit: UnitID(0), kind: .digIn, isQueued: true),
            given: Tick(2190), due: Tick(2300)),
        ] : [], arrival: nil, sinceFired: 40, sinceHit: 90, sortiesLeft: 2)
  }

  static func picture(_ viewpoint: Viewpoint = .side(azeri), outcome: Outcome? = nil) -> Picture {
    let grid = terrain.grid
    var control = [UInt8](repeating: 0, count: grid.count)
    let town = Int(terrain.towns[0].center)
    for index in control.indices where grid.distance(index, town) < 14 { control[index] = 1 }
    let sidcs = ["10061000001205000000", "10061000001211000000", "10061000000000000000"]
    let contacts = (0..<3).map { index in
      let hex = Int32(grid.index(of: Hex(57 + index * 3, 62 + index * 4)))
      return Contact(
        id: ContactID(rawValue: Int32(index + 1)), side: talysh, hex: hex,
        position: grid.center(of: Int(hex)), lastSeen: Tick(rawValue: 2200 - Int32(index) * 70),
        isInSight: index == 0, arm: [.armor, .infantry, nil][index], sidc: sidcs[index], name: "",
        personnelBand: index == 1 ? 400...700 : nil, vehicleBand: index == 0 ? 8...12 : nil)
    }
    let towns = terrain.towns.count
    func column(_ value: Int32) -> [Int32] { Array(repeating: value, count: towns) }
    let rows = setup.units.indices.filter {
      viewpoint == .umpire || viewpoint == .side(setup.units[$0].side)
    }
    return Picture(
      viewpoint: viewpoint, tick: Tick(2200),
      sky: Sky(
        year: 1998, month: 9, day: 13, minuteOfDay: 1120, weekday: 0,
        sunAltitudeCentidegrees: 900, moonAltitudeCentidegrees: -400,
        moonIlluminationPermille: 480, sunriseMinute: 443, sunsetMinute: 1200, light: .day),
      setup: setup, units: rows.map(report), contacts: viewpoint == .umpire ? [] : contacts,
      control: control, seenHex: Array(repeating: 2100, count: grid.count),
      quarterControl: [1, 1, 1, 1, 1, 0, 0, 0, 1],
      civilians: CivilianColumns(
        present: column(21_400), displaced: column(2040), sheltered: column(0), killed: column(3),
        injured: column(29), shellingMinutes: column(0),
        cordon: Array(repeating: 255, count: towns),
        remainder: column(0)), rulesOfEngagement: [.returnFire, .free], truceHolds: false,
      score: [120, 0], fireMissions: [], events: [], outcome: outcome)
  }

  static let info = PanelInfo(
    dispatches: [
      Dispatch(
        tick: Tick(2165), source: "Reporter in Calilabad", badge: .seen,
        text:
          "counts a dozen tanks in the centre; civilians leave by the north road, none may enter.",
        hex: terrain.towns[0].center),
      Dispatch(
        tick: Tick(2181), source: "Talysh Popular Front", side: talysh, badge: .claim,
        text: "says 2,000 men defend the town and “for now hold their ground”."),
      Dispatch(
        tick: Tick(2192), source: "Azeri sources", side: azeri, badge: .confirmed,
        text: "say ground troops are using heavy gunfire on the outskirts of Calilabad."),
      Dispatch(
        tick: Tick(2192), source: "Secret", side: talysh, badge: .claim, text: "not for Baku",
        audience: [talysh]),
    ],
    timeline: [90, 390, 610, 1340, 1430, 1780, 2040, 2170].map {
      TimelineMark(tick: Tick($0), kind: .firefight)
    } + [TimelineMark(tick: Tick(2300), kind: .orderInForce, label: "H 20:15")],
    battleLength: Tick(4320), hint: "Attack: Cəlilabad, north · 42 min, there 19:22",
    help: helpRows)

  static let helpRows: [HelpRow] =
    zip(
      OrderRefusals.bar, ["M", "R", "A", "H", "D", "W", "B", "X", "V", "C", "E", "U", "Y"]
    ).map { HelpRow(section: "Orders", keys: $0.1, name: $0.0.title, order: $0.0) }
    + (0..<40).map {
      HelpRow(
        section: ["Mouse", "Looking", "Time", "Window"][$0 / 10], keys: "Ctrl+\($0)",
        name: "Line \($0)")
    }

  static func view(
    _ width: Double, _ height: Double, scale: Double = 1, mode: ViewState.Mode = .play(azeri)
  ) -> ViewState {
    var view = ViewState(
      mode: mode, viewpoint: .side(azeri),
      camera: Camera(
        center: GroundPoint(58_000, -50_000), metersPerPixel: 60, size: Size(width, height)),
      scale: scale)
    view.selection = [UnitID(0)]
    view.latestTick = Tick(2200)
    view.isPaused = false
    return view
  }
}
