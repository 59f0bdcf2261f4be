import Geography
import MapTable
import Screen
import Testing

@testable import MapView
@testable import Simulation

/// Each layer over the ground by its name: what it draws, and that it can be left away.
@Suite struct LayerTests {
  /// A picture in which every layer has something to draw.
  private static func picture() -> Picture {
    var picture = SmallWorld.picture()
    let grid = SmallWorld.grid
    func hex(_ column: Int, _ row: Int) -> Int32 { Int32(grid.index(of: Hex(column, row))) }
    picture.tick = Tick(500)
    picture.sky.sunAltitudeCentidegrees = -2000
    picture.setup.rules.equipment = [
      Equipment(id: "d30", name: "D-30", vehicleClass: .gun, indirectRangeMeters: 9000)
    ]
    picture.setup.units[3].vehicles = [VehicleHolding(equipment: 0, count: 6)]
    picture.units[3].vehicles[Int(VehicleClass.gun.rawValue)] = 6
    picture.units[0].path = (13...20).map { hex($0, 14) }
    for column in 4...12 { picture.traces.note(0, at: hex(column, 14), 400 + Int32(column)) }
    // A road of hexes from the south to the first unit's place, and its source of supply.
    for row in 10..<20 {
      let index = Int(hex(12, row))
      for side in HexSide.allCases where grid.neighbor(of: index, side) == Int(hex(12, row + 1)) {
        picture.setup.terrain.setRoad(index, side, .primary)
      }
    }
    picture.setup.sides[0].capital = TownID(0)
    picture.setup.terrain.towns[0].center = hex(12, 20)
    picture.traces.noteFlight(from: TownID(0), to: hex(12, 11), 5000, Tick(480))
    picture.civilians.displaced = [9000]
    picture.seenHex = Array(repeating: -1, count: grid.count)
    picture.fireMissions = [
      FireMission(
        unit: UnitID(3), target: hex(15, 24), start: Tick(490), minutesLeft: 20, isObserved: true)
    ]
    return picture
  }

  private static func view() -> ViewState {
    var view = SmallWorld.view(metersPerPixel: 60)
    view.dimsAtNight = true
    view.showsGrid = true
    view.layersForAll = MapLayer.ofSelection
    return view
  }

  @Test func everyLayerDrawsAndCanBeLeftAway() throws {
    let picture = Self.picture()
    var map = try SmallWorld.map()
    var view = Self.view()
    for layer in MapLayer.allCases where layer != .light {
      view.hiddenLayers = Set(MapLayer.allCases).subtracting([layer])
      let alone = SmallWorld.draw(&map, picture, view).list
      view.hiddenLayers.insert(layer)
      let without = SmallWorld.draw(&map, picture, view).list
      #expect(alone.commands.count > without.commands.count, "\(layer)")
    }
    // The night is in the tiles: other pictures, no further commands.
    #expect(map.missingTiles().first?.key.level.light == 0)
    view.hiddenLayers.remove(.light)
    _ = SmallWorld.draw(&map, picture, view)
    #expect(map.missingTiles().first?.key.level.light ?? 0 > 4)
  }

  @Test func layersOfTheSelectionTellOfItAlone() throws {
    let picture = Self.picture()
    var map = try SmallWorld.map()
    var view = Self.view()
    view.layersForAll = []
    view.hiddenLayers = Set(MapLayer.allCases).subtracting([.ranges])
    let none = SmallWorld.draw(&map, picture, view).list.commands.count
    view.selection = [UnitID(0)]
    #expect(SmallWorld.draw(&map, picture, view).list.commands.count == none)
    view.selection = [UnitID(3)]
    #expect(SmallWorld.draw(&map, picture, view).list.commands.count > none)
  }

  @Test func ringsHaveTheReachOfTheGuns() throws {
    let picture = Self.picture()
    var map = try SmallWorld.map()
    var view = Self.view()
    view.hiddenLayers = Set(MapLayer.allCases).subtracting([.ranges])
    let list = SmallWorld.draw(&map, picture, view).list
    let radii = list.commands.compactMap { command -> Double? in
      guard case .line(let range, _, _) = command else { return nil }
      return list.path(range).bounds.width / 2
    }
    #expect(radii.contains { abs($0 - 9000 / 60) < 1 })
  }

  @Test func trailsAreDrawnOnDemand() throws {
    let picture = Self.picture()
    var map = try SmallWorld.map()
    var view = Self.view()
    view.layersForAll = []
    view.hiddenLayers = Set(MapLayer.allCases).subtracting([.trails])
    let none = SmallWorld.draw(&map, picture, view).list.commands.count
    view.showsTrails = true
    let trails = SmallWorld.draw(&map, picture, view).list
    #expect(trails.commands.count == none + 3)
    // Dots are dashes of next to no length with round ends: with flat ones nothing would show.
    #expect(trails.styles.contains { !$0.dashes.isEmpty })
    #expect(trails.styles.allSatisfy { $0.dashes.isEmpty || $0.cap == .round })
    view.selection = [UnitID(4)]
    #expect(SmallWorld.draw(&map, picture, view).list.commands.count == none)
  }

  /// The way of a unit over hexes that a road joins lies on the road as it is drawn.
  @Test func waysFollowTheDrawnRoad() throws {
    var terrain = SmallWorld.theatre.terrain
    let grid = SmallWorld.grid
    let line = TileLine(
      SmallWorld.theatre.layers.roads[0].points, rank: 0, smoothed: true)
    // The hexes that the road runs through, joined as the ground's builder does.
    var hexes: [Int] = []
    for meters in stride(from: 4000.0, to: line.length - 6000, by: 100) {
      guard let hex = grid.index(at: line.place(at: meters).mapPoint), hex != hexes.last else {
        continue
      }
      hexes.append(hex)
    }
    for (a, b) in zip(hexes, hexes.dropFirst()) {
      for side in HexSide.allCases where grid.neighbor(of: a, side) == b {
        terrain.setRoad(a, side, .primary)
      }
    }
    var roads = RoadWays(SmallWorld.theatre)
    let way = roads.way(hexes.map { Int32($0) }, terrain)
    #expect(way.count > 20)
    for point in way { #expect(line.nearest(to: point, within: 1) != nil) }
    for (a, b) in zip(way, way.dropFirst()) { #expect(TileLine.distance(a, b) < 1500) }
  }
}
