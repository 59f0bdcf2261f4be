import MapTable
import Screen

@testable import InputController
@testable import Simulation

/// A map of 60 × 60 hexes with four Azeri units and one contact, and a hand to play it with.
struct Table {
  static let own = SideID(0)
  static let enemy = SideID(1)
  static let grid = HexGrid(columns: 60, rows: 60)

  var view: ViewState
  var picture: Picture
  var hits = HitMap()
  var orders: [Order] = []
  var controller = InputController()

  init(mode: ViewState.Mode = .play(own)) {
    picture = Self.picture
    view = ViewState(
      mode: mode, viewpoint: .side(Self.own),
      camera: Camera(
        center: GroundPoint(30_000, -26_000), metersPerPixel: 40, size: Size(1280, 720)))
    refreshHits()
  }

  /// Notes the counters where the camera shows them, as the map view would.
  mutating func refreshHits() {
    hits = HitMap()
    for unit in picture.units {
      let place = view.camera.screen(GroundPoint(unit.position))
      hits.add(.unit(unit.id), Rect(place.x - 12, place.y - 9, 24, 18))
    }
    for contact in picture.contacts {
      let place = view.camera.screen(GroundPoint(contact.position))
      hits.add(.contact(contact.id), Rect(place.x - 12, place.y - 9, 24, 18))
    }
  }

  mutating func send(_ event: InputEvent) {
    let (next, given) = controller.handle(event, view, picture, hits)
    view = next
    orders += given
    if view.drag == nil { refreshHits() }
  }

  mutating func click(
    _ point: Point, _ modifiers: Modifiers = [], button: MouseButton = .left, clicks: Int = 1
  ) {
    send(.buttonDown(button, point, modifiers, clicks: clicks))
    send(.buttonUp(button, point, modifiers))
  }

  mutating func press(_ key: Key, _ modifiers: Modifiers = []) {
    send(.keyDown(key, modifiers, isRepeat: false))
    send(.keyUp(key, modifiers))
  }

  mutating func press(_ character: Character, _ modifiers: Modifiers = []) {
    press(.character(character), modifiers)
  }

  func place(of unit: Int) -> Point {
    view.camera.screen(GroundPoint(picture.units[unit].position))
  }

  func place(column: Int, row: Int) -> Point {
    view.camera.screen(GroundPoint(Self.grid.center(of: Self.grid.index(of: Hex(column, row)))))
  }

  var contactPlace: Point {
    view.camera.screen(GroundPoint(picture.contacts[0].position))
  }

  static func hex(_ column: Int, _ row: Int) -> Int32 { Int32(grid.index(of: Hex(column, row))) }

  private static let setup: BattleSetup = {
    var terrain = Terrain(grid: grid)
    for column in 0..<58 {
      terrain.setRoad(grid.index(of: Hex(column, 40)), .east, .primary)
    }
    for row in 0..<60 { terrain.cover[grid.index(of: Hex(59, row))] = .sea }
    terrain.towns = [
      Town(
        id: "goytapa", name: "Göytəpə", population: 9000, center: hex(50, 40), quarters: 0..<1,
        rank: 4)
    ]
    terrain.quarters = [
      Quarter(id: "center", name: "center", town: TownID(0), hexes: [hex(50, 40)])
    ]
    terrain.quarter[Int(hex(50, 40))] = 0
    var rules = Rules()
    rules.equipment = [
      Equipment(id: "d30", name: "D-30", vehicleClass: .gun, indirectRangeMeters: 15_000)
    ]
    rules.conducts = [
      ConductPreset(
        id: "usual", name: "Usual", consequence: "As always.", conduct: Conduct()),
      ConductPreset(
        id: "hold_fast", name: "Hold fast", consequence: "It stays.",
        conduct: Conduct(giveGround: .never)),
    ]
    func unit(_ id: String, _ formation: Int, _ arm: Arm, _ column: Int, _ row: Int) -> UnitSetup {
      UnitSetup(
        id: id, name: id, shortName: id, sidc: "10031000161205000000", side: own,
        formation: FormationID(formation), arm: arm, personnel: 300,
        vehicles: arm == .artillery ? [VehicleHolding(equipment: 0, count: 12)] : [],
        start: hex(column, row))
    }
    return BattleSetup(
      scenarioID: "Table", title: "Table", terrain: terrain, rules: rules,
      sides: [
        SideSetup(
          id: "az", name: "Azerbaijan", adjective: "Azeri", identity: 3, color: "#00F", enemy: 1),
        SideSetup(
          id: "ta", name: "Talysh", adjective: "Talysh", identity: 6, color: "#F00", enemy: 0),
      ],
      formations: [
        FormationSetup(id: "d", name: "Division", shortName: "D", sidc: "", side: own),
        FormationSetup(
          id: "r", name: "Regiment", shortName: "R", sidc: "", side: own, parent: FormationID(0)),
      ],
      units: [
        unit("tanks", 1, .armor, 28, 28), unit("rifles", 1, .mechanized, 32, 28),
        unit("guns", 0, .artillery, 30, 24), unit("staff", 0, .headquarters, 25, 24),
      ])
  }()

  private static let picture: Picture = {
    let units = setup.units.enumerated().map { row, cold in
      UnitReport(
        id: UnitID(row), side: own, status: .active, posture: .holding, hex: cold.start,
        position: grid.center(of: Int(cold.start)), personnel: 300, personnelAtStart: 300,
        vehicles: Array(repeating: 12, count: VehicleClass.count),
        vehiclesAtStart: Array(repeating: 12, count: VehicleClass.count), strengthPermille: 1000,
        cohesion: 1000, suppression: 0, fatigue: 0, ammunition: 1000, fuel: 1000,
        entrenchment: 0, isSupplied: true, isInCommand: true, isHidden: false,
        task: row == 1 ? .attack : .hold, taskTarget: nil, path: [], orders: [], arrival: nil,
        sinceFired: 1000, sinceHit: 1000, sortiesLeft: 0)
    }
    let seen = hex(30, 34)
    return Picture(
      viewpoint: .side(own), tick: Tick(600),
      sky: Sky(
        year: 2000, month: 1, day: 1, minuteOfDay: 0, weekday: 0, sunAltitudeCentidegrees: 0,
        moonAltitudeCentidegrees: 0, moonIlluminationPermille: 0, sunriseMinute: 400,
        sunsetMinute: 1100, light: .day),
      setup: setup, units: units,
      contacts: [
        Contact(
          id: ContactID(rawValue: 1), side: enemy, hex: seen, position: grid.center(of: Int(seen)),
          lastSeen: Tick(600), isInSight: true, arm: .infantry, sidc: "", name: "",
          personnelBand: nil, vehicleBand: nil)
      ], control: Array(repeating: 255, count: grid.count),
      seenHex: Array(repeating: 0, count: grid.count), quarterControl: [255],
      civilians: CivilianColumns(
        present: [0], displaced: [0], sheltered: [0], killed: [0], injured: [0],
        shellingMinutes: [0], cordon: [255], remainder: [0]),
      rulesOfEngagement: [.free, .free], truceHolds: false, score: [0, 0], fireMissions: [],
      events: [], outcome: nil)
  }()
}
