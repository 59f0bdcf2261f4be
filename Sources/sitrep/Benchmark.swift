import Dispatch
import Geography
import MapTable
import MapView
import Platform
import Publishing
import Raster
import Screen
import ScenarioFormat
import Session
import Simulation
import Symbology

/// The rounds behind `sitrep benchmark`.
struct Benchmark {
  let source: BattleSource
  let scenario: String
  let width: Int
  let height: Int
  let units: Int?
  private let ticksPlayed: Int
  /// Frames with nothing new that follow the flight and are not counted.
  let framesAtRest: Int
  /// Times of opaque copies of a frame, taken among the frames.
  var blits: [Double] = []

  init(
    source: BattleSource, scenario: String, width: Int, height: Int, units: Int?, ticks: Int,
    framesAtRest: Int = 0
  ) {
    self.source = source
    self.scenario = scenario
    self.width = width
    self.height = height
    self.units = units
    ticksPlayed = ticks
    self.framesAtRest = framesAtRest
  }

  mutating func run(_ name: BenchmarkCommand.Name) throws -> Timing {
    switch name {
    case .frames: try frames()
    case .framesLive: try MainActor.assumeIsolated { try framesLive() }
    case .ticks: try ticks()
    case .paths: paths()
    case .load: try load()
    case .tiles: try tiles()
    case .symbols: try symbols()
    case .poster: try poster()
    case .scrub: try Self.scrub(source)
    case .estimate: try Self.estimate(source)
    }
  }

  /// One opaque copy of a whole frame: the unit that frame times are told in. Taken among the
  /// frames where they were timed in this run.
  func frameBlitMilliseconds() -> Double {
    var times = blits
    if times.isEmpty {
      let from = Bitmap(width: width, height: height, filledWith: Color.white.premultiplied)
      var to = Bitmap(width: width, height: height)
      times = (0..<50).map { _ in Self.copyMilliseconds(from, to: &to) }
    }
    return times.sorted()[times.count / 2]
  }

  static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    try body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6
  }

  private func ticks() throws -> Timing {
    let setup = units.map { LargeBattle.setup(like: source.setup, units: $0) } ?? source.setup
    var times: [Double] = []
    if units == nil {
      let battle = Battle(source: source, seed: 1, staffs: source.staffs())
      while !battle.isOver { times.append(try Self.milliseconds { try battle.advance() }) }
    } else {
      var world = World(setup, seed: 1)
      var scratch = World.Scratch(for: world)
      var events: [Event] = []
      for order in LargeBattle.orders(world) {
        world.step([order], scratch: &scratch, events: &events)
      }
      for _ in 0..<ticksPlayed {
        events.removeAll(keepingCapacity: true)
        times.append(Self.milliseconds { world.step([], scratch: &scratch, events: &events) })
      }
    }
    // With made-up units a second's count is one of unit-ticks, as the aim is set.
    return Timing(milliseconds: times, countPerRound: units == nil ? 1 : setup.units.count)
  }

  private func paths() -> Timing {
    let picture = World(source.setup, seed: 1).picture(for: .umpire, events: [])
    let towns = source.setup.terrain.towns.filter {
      source.setup.terrain.neutral[Int($0.center)] == 0
    }
    let movers = picture.units.filter { $0.status == .active && $0.personnel > 100 }
    var finder = RouteFinder()
    var times: [Double] = []
    for (index, unit) in movers.enumerated() {
      for step in 0..<20 {
        let town = towns[(index * 7 + step * 3) % towns.count]
        times.append(
          Self.milliseconds {
            _ = picture.route(for: unit.id, to: town.center, as: .march, with: &finder)
          })
      }
    }
    return Timing(milliseconds: times)
  }

  func mapView() throws -> MapView {
    return MapView(
      theatre: source.scenario.theatre,
      styles: try MapStyles.load(Program.asset("Styles")),
      symbols: try SymbolLibrary.load(folder: Program.asset("Symbols")))
  }

  func view(metersPerPixel: Double) throws -> ViewState {
    let request = PictureRequest(
      width: width, height: height,
      extent: .center(GeoPoint(longitude: 48.6, latitude: 39.3), scale: 400_000))
    var camera = request.camera(on: source.scenario.theatre)
    camera.metersPerPixel = metersPerPixel
    return ViewState(mode: .picture, viewpoint: .umpire, camera: camera)
  }
}
