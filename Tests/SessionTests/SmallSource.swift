import Foundation
import Press
import Simulation
import SourceText
import Staff
import TestKit

@testable import Geography
@testable import ScenarioFormat
@testable import Session

/// What battles on the small ground are made from, with the shipped phrases and plans of its own.
enum SmallSource {
  /// The source, made once.
  static let source: Result<BattleSource, any Error> = Result { try made() }

  private static func made() throws -> BattleSource {
    let setup = SmallBattle.setup
    let plans = try Places.withFolder { folder in
      try setup.sides.indices.map { side in
        let path = "\(folder)/plan.yaml"
        try SmallBattle.plans[side].write(toFile: path, atomically: true, encoding: .utf8)
        return try StaffPlan.load(path: path, side: SideID(side), setup: setup)
      }
    }
    let voices = PressVoices(
      sides: setup.sides.map {
        .init(source: "\($0.adjective) sources", troops: "our troops", enemies: "the enemy")
      }, reporter: "A reporter", emergencyService: "The ambulance service")
    return BattleSource(
      scenario: LoadedScenario(
        setup: setup, theatre: theatre, folder: "", story: "", notice: "", credit: "",
        briefings: [], planFiles: [:], press: PressFacts(), warnings: []),
      plans: plans,
      press: try PressRoom.load(
        path: "\(Places.package)/Assets/Text/press.yaml", voices: voices),
      beats: [
        Beat(
          id: "S1", title: "Shots", kinds: [.firefight, .bombardment], side: nil, arms: [],
          town: nil, withinHexes: 0, detail: nil, total: 0, notBefore: Tick(0))
      ])
  }

  private static let theatre: Theatre = {
    let frame = RasterFrame(
      covering: PlaneBounds(minX: 0, minY: -1000, maxX: 1000, maxY: 0), cellMeters: 1000)
    let cells = frame.rows * frame.columns
    return Theatre(
      id: "small", name: "Small", box: GeoBox(west: 48, south: 39, east: 48.3, north: 39.2),
      projection: PlaneProjection(zone: 39, originEasting: 240_000, originNorthing: 4_360_000),
      grid: SmallBattle.grid, terrain: SmallBattle.terrain, terrainHash: 7,
      layers: TheatreLayers(
        sea: [], lakes: [], islands: [], countries: [], border: [], rivers: [], roads: [],
        railways: [], settlements: []),
      elevation: ElevationGrid(frame: frame, values: Array(repeating: 0, count: cells)),
      landCover: LandCoverGrid(frame: frame, values: Array(repeating: .cropland, count: cells)),
      credits: [])
  }()

  /// A battle with a staff on every side.
  static func battle(seed: UInt64 = 1, journal: JournalFile? = nil) throws -> Battle {
    let source = try source.get()
    return Battle(
      source: source, seed: seed, staffs: source.staffs(), journal: try journal?.writer(seed: seed))
  }
}
