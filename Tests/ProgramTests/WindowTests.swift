import Foundation
import Geography
import MapTable
import Publishing
import ScenarioFormat
import Screen
import Session
import Simulation
import TestKit
import Testing

/// The window as a person uses it: a display of its own, a mouse, a keyboard, and the journal as
/// the witness.
@Suite struct WindowTests {
  private static let tools = ["Xvfb", "xdotool"]
  /// A machine without the tools may pass these tests by; continuous integration may not.
  static let canRun =
    ProcessInfo.processInfo.environment["CI"] != nil || tools.allSatisfy { tool($0) != nil }

  private static let size = Size(1280, 720)
  private static let scale = 50_000.0

  static func tool(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  @Test(.enabled(if: canRun, "Xvfb or xdotool is not installed"))
  func aClickAndARightClickOrderAUnit() throws {
    try Places.withFolder { folder in
      let scene = try Scene.find()
      let display = try Display(folder)
      defer { display.stop() }
      let play = try Program.start(
        [
          "play", "Calilabad", "--side", "tal", "--paused", "--journal", "game.sitlog", "--size",
          "1280x720", "--center", scene.center, "--scale", "1:50000",
        ], in: folder, environment: ["DISPLAY": display.name, "SDL_VIDEODRIVER": "x11"])
      defer { if play.isRunning { play.terminate() } }
      let window = try display.window(titled: "^Sitrep", of: play)
      #expect(window.size == Self.size)

      // Events before the first frame find nothing under them: the person clicks until it works.
      let journal = "\(folder)/game.sitlog"
      let pattern = try Regex("@0 tal \(scene.unitID) (move|march) [0-9]+\\.[0-9]+")
      let isOrdered = try Program.wait(seconds: 90) {
        try display.click(1, window.place + scene.unitPlace)
        try display.click(3, window.place + scene.destination)
        return Program.wait(seconds: 5) {
          (try? String(contentsOfFile: journal, encoding: .utf8))?.contains(pattern) ?? false
        }
      }
      let text = (try? String(contentsOfFile: journal, encoding: .utf8)) ?? "no journal"
      #expect(isOrdered, "\(text.suffix(400))")
      let orders = text.split(separator: "\n").filter { $0.hasPrefix("@") }
      #expect(orders.first?.contains(" \(scene.unitID) ") == true, "\(orders)")

      let hasLeft = try Program.wait(seconds: 30) {
        guard play.isRunning else { return true }
        try display.key("ctrl+q", in: window)
        usleep(400_000)
        return !play.isRunning
      }
      #expect(hasLeft, "Ctrl+Q leaves")
      if hasLeft {
        #expect(play.terminationReason == .exit && play.terminationStatus == 0)
        let verified = try Program.run(["replay", "verify", "game.sitlog"], in: folder)
        #expect(verified.status == 0, "\(verified)")
      }
    }
  }

  /// A unit that stands alone in the middle of the view, and where it may go.
  private struct Scene {
    var unitID: String
    var center: String
    var unitPlace: Point
    var destination: Point

    static func find() throws -> Scene {
      let folders = DataFolders(roots: [Places.package])
      let scenario = try ScenarioLoader.load("Calilabad", folders: folders)
      let setup = scenario.setup
      let side = try #require(setup.sides.firstIndex { $0.id == "tal" })
      let world = World(setup, seed: 1)
      let picture = world.picture(for: .side(SideID(side)), events: [])
      let known =
        picture.units.filter { $0.status == .active }.map(\.position)
        + picture.contacts.map(\.position)
      // Whoever is farthest from everyone else.
      let alone = picture.units.filter {
        $0.status == .active && setup.units[$0.id.row].arm != .partisans
          && picture.rejection(
            of: Order(side: SideID(side), unit: $0.id, kind: .move, target: $0.hex)) == nil
      }.max { a, b in clearance(a.position, known) < clearance(b.position, known) }
      let unit = try #require(alone)
      try #require(clearance(unit.position, known) > 3_000)
      let theatre = scenario.theatre
      let geo = theatre.geo(PlanePoint(x: Double(unit.position.x), y: Double(unit.position.y)))
      let center = "\(rounded(geo.longitude)),\(rounded(geo.latitude))"
      let request = PictureRequest(
        width: Int(WindowTests.size.width), height: Int(WindowTests.size.height),
        extent: .center(
          GeoPoint(longitude: rounded(geo.longitude), latitude: rounded(geo.latitude)),
          scale: WindowTests.scale))
      let camera = request.camera(on: theatre)
      let grid = setup.terrain.grid
      let target = try #require(
        (0..<grid.count).first { hex in
          grid.distance(hex, Int(unit.hex)) == 2
            && picture.rejection(
              of: Order(side: SideID(side), unit: unit.id, kind: .move, target: Int32(hex))) == nil
        })
      return Scene(
        unitID: setup.units[unit.id.row].id, center: center,
        unitPlace: camera.screen(GroundPoint(unit.position)),
        destination: camera.screen(GroundPoint(grid.center(of: target))))
    }

    private static func rounded(_ degrees: Double) -> Double {
      (degrees * 100_000).rounded() / 100_000
    }

    /// Metres to the nearest other.
    private static func clearance(_ place: MapPoint, _ all: [MapPoint]) -> Double {
      let distances = all.map { other in
        let (x, y) = (Double(other.x - place.x), Double(other.y - place.y))
        return (x * x + y * y).squareRoot()
      }.sorted()
      return distances.count > 1 ? distances[1] : .infinity
    }
  }
}
