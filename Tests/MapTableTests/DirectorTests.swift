import Screen
import Simulation
import Testing

@testable import MapTable

@Suite struct DirectorTests {
  private static let grid = HexGrid(columns: 200, rows: 200)
  private static let frame = 1.0 / 60
  private static let clear = Rect(230, 50, 760, 520)

  private func event(_ kind: EventKind, _ column: Int, _ row: Int, at tick: Int32) -> Event {
    Event(
      tick: Tick(rawValue: tick), kind: kind,
      hex: Int32(Self.grid.index(of: Hex(column, row))))
  }

  private func start() -> Camera {
    Camera(
      center: GroundPoint(100_000, -90_000), metersPerPixel: 160, size: Size(1280, 720))
  }

  /// Lets some seconds pass in frames; gives every camera.
  private func run(
    _ director: inout Director, _ camera: inout Camera, seconds: Double, isStanding: Bool = false
  ) -> [Camera] {
    (0..<Int(seconds * 60)).map { _ in
      camera = director.camera(
        from: camera, after: Self.frame, clear: Self.clear, limits: 20...300,
        isStanding: isStanding)
      return camera
    }
  }

  private func place(_ column: Int, _ row: Int, _ camera: Camera) -> Point {
    camera.screen(GroundPoint(Self.grid.center(of: Self.grid.index(of: Hex(column, row)))))
  }

  @Test func itGoesToWhatMattersAndRestsThere() {
    var director = Director()
    var camera = start()
    #expect(run(&director, &camera, seconds: 2).allSatisfy { $0 == start() })
    director.note(
      [event(.firefight, 20, 30, at: 5), event(.quarterTaken, 150, 140, at: 5)], at: Tick(5),
      on: Self.grid)
    _ = run(&director, &camera, seconds: 14)
    let place = place(150, 140, camera)
    #expect((place - Self.clear.center).length < 30, "\(place)")
    let rest = run(&director, &camera, seconds: 3)
    #expect(rest.allSatisfy { $0 == camera })
  }

  @Test func aGreaterShockEndsALookEarlyAndASmallOneDoesNot() {
    var director = Director()
    var camera = start()
    director.note([event(.firefight, 150, 140, at: 5)], at: Tick(5), on: Self.grid)
    repeat { _ = run(&director, &camera, seconds: 0.5) } while director.flight != nil
    director.note([event(.firefight, 30, 40, at: 6)], at: Tick(6), on: Self.grid)
    let held = camera
    #expect(run(&director, &camera, seconds: 1).allSatisfy { $0 == held })
    director.note([event(.capitalStruck, 60, 20, at: 7)], at: Tick(7), on: Self.grid)
    director.note([event(.quarterTaken, 60, 20, at: 7)], at: Tick(7), on: Self.grid)
    _ = run(&director, &camera, seconds: 20)
    #expect((place(60, 20, camera) - Self.clear.center).length < 200)
  }

  @Test(arguments: [1, 2, 3, 4]) func noFrameIsAJerk(seed: Int) {
    var director = Director()
    var camera = start()
    var last = camera
    var speed = Point(0, 0)
    for tick in 0..<40 {
      let (column, row) = ((tick * 61 * seed) % 190, (tick * 37 + seed * 11) % 190)
      let kind = [EventKind.firefight, .quarterTaken, .unitRouted, .airStrike][tick % 4]
      director.note(
        [event(kind, column, row, at: Int32(tick))], at: Tick(rawValue: Int32(tick)),
        on: Self.grid)
      for next in run(&director, &camera, seconds: 3.5) {
        let finer = min(last.metersPerPixel, next.metersPerPixel)
        let moved = Point(
          (next.center.x - last.center.x) / finer, (next.center.y - last.center.y) / finer)
        // The sampled bound holds to a tenth between the samples.
        #expect(moved.length <= Director.topSpeed * 720 * Self.frame * 1.1)
        #expect((moved - speed).length <= 2.5, "tick \(tick)")
        let zoom = max(last.metersPerPixel, next.metersPerPixel) / finer
        #expect(zoom <= 1 + (Director.topZoom - 1) * Self.frame * 1.1)
        (last, speed) = (next, moved)
      }
    }
  }

  @Test func itWaitsWhileTheClockStandsAndForgetsWhatIsToCome() {
    var director = Director()
    var camera = start()
    director.note([event(.quarterTaken, 150, 140, at: 50)], at: Tick(50), on: Self.grid)
    #expect(run(&director, &camera, seconds: 5, isStanding: true).allSatisfy { $0 == start() })
    director.note([], at: Tick(10), on: Self.grid)
    #expect(director.spots.isEmpty)
    #expect(run(&director, &camera, seconds: 5).allSatisfy { $0 == start() })
  }
}
