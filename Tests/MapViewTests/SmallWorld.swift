import MapTable
import Screen
import SourceText
import Symbology

@testable import Geography
@testable import MapView
@testable import Simulation

/// A made-up theatre of 40 × 40 km with a coast, a road and a few towns, and a battle on it.
enum SmallWorld {
  static let box = GeoBox(west: 48, south: 39, east: 48.45, north: 39.35)
  static let grid = HexGrid(columns: 42, rows: 48)
  static let projection = PlaneProjection(
    zone: 39, originEasting: 240_000, originNorthing: 4_360_000)

  static let theatre: Theatre = {
    let bounds = PlaneBounds(minX: -1000, minY: -43_000, maxX: 43_000, maxY: 1000)
    let frame = RasterFrame(covering: bounds, cellMeters: 1000)
    var heights: [Float] = []
    var covers: [Cover] = []
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        heights.append(Float((column * column + row * 37) % 400))
        covers.append(column > 32 ? .sea : (column / 5 + row / 7) % 2 == 0 ? .forest : .cropland)
      }
    }
    var terrain = Terrain(grid: grid, cover: .cropland)
    for index in 0..<grid.count where grid.hex(at: index).column > 32 {
      terrain.cover[index] = .sea
    }
    let middle = Int32(grid.index(of: Hex(16, 20)))
    terrain.cover[Int(middle)] = .urban
    terrain.quarter[Int(middle)] = 0
    terrain.quarters = [Quarter(id: "center", name: "center", town: TownID(0), hexes: [middle])]
    terrain.towns = [
      Town(id: "ada", name: "Ada", population: 9000, center: middle, quarters: 0..<1, rank: 3)
    ]
    return Theatre(
      id: "small", name: "Small", box: box, projection: projection, grid: grid, terrain: terrain,
      terrainHash: 7, layers: layers(middle),
      elevation: ElevationGrid(frame: frame, values: heights),
      landCover: LandCoverGrid(frame: frame, values: covers), credits: [])
  }()

  private static func layers(_ middle: Int32) -> TheatreLayers {
    func p(_ x: Double, _ y: Double) -> PlanePoint { PlanePoint(x: x, y: y) }
    let sea = Polygon(rings: [
      [
        p(33_000, 5000), p(60_000, 5000), p(60_000, -60_000), p(34_000, -60_000),
        p(31_000, -20_000),
      ]
    ])
    let road = Road(
      line: Polyline(points: [p(0, -2000), p(14_000, -15_000), p(17_000, -38_000)]),
      roadClass: .primary, ref: "", name: "", isAccess: false)
    let river = River(
      line: Polyline(points: [p(2000, -30_000), p(18_000, -26_000), p(32_000, -24_000)]),
      name: "Sel", rank: 2, isCanal: false)
    let railway = Railway(
      line: Polyline(points: [p(25_000, 0), p(22_000, -40_000)]), name: "", isMain: true)
    let names = ["Ada", "Bir", "Cəm", "Dağ", "Enişli", "Füz", "Gül", "Hil", "İki", "Jal"]
    let settlements = names.enumerated().map { index, name in
      Settlement(
        id: name, name: name, nameLocal: name, population: Int32(9000 - index * 700),
        isEstimate: false, rank: UInt8(min(5, 2 + index / 2)),
        point: p(9000 + Double(index * 7919 % 15_000), -8000 - Double(index * 4099 % 19_000)),
        country: "AZ", townID: index == 0 ? TownID(0) : nil)
    }
    return TheatreLayers(
      sea: [sea], lakes: [], islands: [], countries: [],
      border: [Polyline(points: [p(1000, -1000), p(3000, -40_000)])], rivers: [river],
      roads: [road], railways: [railway], settlements: settlements)
  }

  static let setup: BattleSetup = {
    let formations = [
      FormationSetup(
        id: "az.1", name: "1st Regiment", shortName: "1 Rgt", sidc: "13031000171205000000",
        side: SideID(0)),
      FormationSetup(
        id: "az.1.a", name: "A Battalion", shortName: "A Bn", sidc: "13031000161205000000",
        side: SideID(0), parent: FormationID(0)),
    ]
    let hexes = [(12, 14), (13, 14), (12, 15), (18, 24), (19, 24)]
    let units = hexes.enumerated().map { index, hex in
      UnitSetup(
        id: "u\(index)", name: "Unit \(index)", shortName: "U\(index)",
        sidc: "13031000151205000000", side: SideID(0), formation: FormationID(index < 3 ? 1 : 0),
        arm: .armor, personnel: 100, start: Int32(grid.index(of: Hex(hex.0, hex.1))))
    }
    return BattleSetup(
      scenarioID: "small", title: "Small", terrain: theatre.terrain,
      sides: [
        SideSetup(id: "az", name: "A", adjective: "A", identity: 3, color: "#7DBDE8"),
        SideSetup(id: "tl", name: "B", adjective: "B", identity: 6, color: "#EC7F7F"),
      ], formations: formations, units: units)
  }()

  /// The picture of the first side with two contacts in one place and one apart.
  static func picture() -> Picture {
    var world = World(setup, seed: 1)
    world.ground.control = (0..<grid.count).map { index in
      theatre.terrain.isWater(index) ? 255 : grid.hex(at: index).row > 26 ? 1 : 0
    }
    var picture = world.picture(for: .side(SideID(0)), events: [])
    picture.control = world.ground.control
    picture.contacts = [(16, 30), (16, 30), (9, 33)].enumerated().map { index, hex in
      let hex = grid.index(of: Hex(hex.0, hex.1))
      return Contact(
        id: ContactID(rawValue: Int32(index + 1)), side: SideID(1), hex: Int32(hex),
        position: grid.center(of: hex), lastSeen: Tick(0), isInSight: index < 2,
        arm: index < 2 ? .armor : nil, sidc: "13061000151205000000", name: "",
        personnelBand: nil, vehicleBand: index < 2 ? 8...12 : nil)
    }
    return picture
  }

  static func view(metersPerPixel: Double = 50, size: Size = Size(640, 480)) -> ViewState {
    var view = ViewState(
      mode: .play(SideID(0)), viewpoint: .side(SideID(0)),
      camera: Camera(
        center: GroundPoint(15_000, -18_000), metersPerPixel: metersPerPixel, size: size))
    view.dimsAtNight = false
    return view
  }

  static let assets: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/") + "/Assets"
  }()

  static func map() throws -> MapView {
    MapView(
      theatre: theatre, styles: try MapStyles.load(assets + "/Styles"),
      symbols: try SymbolLibrary.load(folder: assets + "/Symbols"))
  }

  /// Draws with made-up metrics.
  static func draw(
    _ map: inout MapView, _ picture: Picture, _ view: ViewState, covered: [Rect] = []
  ) -> (list: DrawList, hits: HitMap, images: ImageTable) {
    var list = DrawList()
    var hits = HitMap()
    var images = ImageTable()
    map.draw(
      picture, previous: nil, fraction: 1, view, fonts: FontBook(), covered: covered, into: &list,
      hits: &hits, images: &images)
    return (list, hits, images)
  }
}
