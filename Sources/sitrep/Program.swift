import Foundation
import Geography
import Publishing
import ScenarioFormat
import Session
import Simulation

/// What the commands share: where the data lies, how times and places are written.
enum Program {
  /// The folders with `Assets` and `Scenarios`.
  static func folders() -> DataFolders {
    DataFolders(
      executable: executablePath(), workingDirectory: FileManager.default.currentDirectoryPath,
      environment: ProcessInfo.processInfo.environment)
  }

  /// The path of a file or folder under `Assets`.
  static func asset(_ name: String) throws -> String {
    guard let path = folders().asset(name) else {
      throw Failure(
        Failure.noInput,
        "Assets/\(name) is not there: set SITREP_DATA to the folder that holds Assets")
    }
    return path
  }

  /// The moment that a person wrote.
  static func tick(_ text: String, in setup: BattleSetup) throws -> Tick {
    // A day that its month has not would be taken for one of the next month.
    guard let tick = setup.clock.tick(ofText: text),
      text.hasPrefix("+") || setup.clock.localText(at: tick) == text
    else {
      throw Failure(
        Failure.usage,
        "“\(text)” is no time of this battle: write YYYY-MM-DDTHH:MM from "
          + "\(setup.clock.localText(at: Tick(0))) on, or +HH:MM after the start")
    }
    return tick
  }

  /// Whether a text can be the time of some battle, for complaints before anything is loaded.
  static func isTime(_ text: String) -> Bool {
    var clock = BattleClock()
    (clock.year, clock.month, clock.day, clock.minuteOfDay) = (1, 1, 1, 0)
    return clock.tick(ofText: text) != nil
  }

  /// `umpire` or a side's word.
  static func viewpoint(_ text: String, in setup: BattleSetup) throws -> Viewpoint {
    if text == "umpire" { return .umpire }
    return .side(try side(text, in: setup))
  }

  /// A side by its word.
  static func side(_ text: String, in setup: BattleSetup) throws -> SideID {
    guard let index = setup.sides.firstIndex(where: { $0.id == text }) else {
      let known = setup.sides.map(\.id).joined(separator: ", ")
      throw Failure(Failure.usage, "there is no side “\(text)”: this battle has \(known)")
    }
    return SideID(index)
  }

  /// The most pixels of a window's frame, which is held in memory whole at four bytes a pixel.
  private static let largestFrame = 150_000_000

  /// `WxH` in pixels; pictures that are `streamed` may be of any size.
  static func size(_ text: String, streamed: Bool = false) throws -> (width: Int, height: Int) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      (16...30_000).contains(width), (16...30_000).contains(height)
    else { throw Failure(Failure.usage, "“\(text)” is no size: write WxH, each 16 to 30000") }
    guard streamed || width * height <= largestFrame else {
      throw Failure(
        Failure.usage,
        "“\(text)” is too large: at most \(largestFrame / 1_000_000) million pixels")
    }
    return (width, height)
  }

  /// Numbers with commas between them; nil unless there are `count` finite ones.
  static func numbers(_ text: String, count: Int) -> [Double]? {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = words.compactMap { Double($0) }.filter(\.isFinite)
    return numbers.count == count && words.count == count ? numbers : nil
  }

  /// `--center LON,LAT` with `--scale 1:N`.
  static func center(_ center: String?, scale: String?) throws -> PictureRequest.Extent {
    guard let center, let place = numbers(center, count: 2), abs(place[0]) <= 180,
      abs(place[1]) <= 85
    else { throw Failure(Failure.usage, "write --center LON,LAT in degrees with --scale 1:N") }
    let text = scale ?? "1:400000"
    guard text.hasPrefix("1:"), let denominator = Double(text.dropFirst(2)),
      (1_000...50_000_000).contains(denominator)
    else { throw Failure(Failure.usage, "--scale \(text): write 1:N with N from 1000 on") }
    return .center(GeoPoint(longitude: place[0], latitude: place[1]), scale: denominator)
  }

  /// The middle of the town that decides the battle; nil where points alone do.
  static func decisivePlace(of source: BattleSource) -> GeoPoint? {
    guard let town = source.setup.ceaseFire.town else { return nil }
    let terrain = source.setup.terrain
    let middle = terrain.grid.center(of: Int(terrain.towns[town.index].center))
    return source.scenario.theatre.geo(PlanePoint(x: Double(middle.x), y: Double(middle.y)))
  }

  /// The program's own file.
  static func executablePath() -> String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
  }
}

/// The machine that the program runs on.
enum Machine {
  /// The processor cores that may be used.
  static let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)

  /// The processor's name as the system gives it.
  static var processorName: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") where line.hasPrefix("model name") {
      return line.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? ""
    }
    return "unknown"
  }
}
