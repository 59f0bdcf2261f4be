import ArgumentParser
import Foundation
import Geography
import MapTable
import Platform
import Publishing
import ScenarioFormat
import Session
import Simulation

/// `sitrep screenshot`: the map as a picture, no display needed.
struct ScreenshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screenshot", abstract: "Writes the map of a battle as a picture, PNG or SVG.")

  @Argument(help: "A scenario's folder or name, a journal (.sitlog) or a bundle (.sitrep).")
  var battle: String

  @Option(
    name: .shortAndLong, help: "The picture file (.png); with --every a pattern like %04d.png.")
  var output: String

  @Option(
    help: """
      The moment: YYYY-MM-DDTHH:MM or +HH:MM after the start; the start unless given, with --every
      the battle's end.
      """)
  var at: String?

  @Option(help: "The seed of all chance.")
  var seed: UInt64 = 1

  @Option(help: "Whose picture: umpire or a side's word.")
  var view = "umpire"

  @Option(help: "The picture's size in pixels, WxH.")
  var size = "1920x1080"

  @Option(help: "Dots an inch for print: text, counters and scale grow with it.")
  var dpi: Int?

  @Option(help: "The ground to show: W,S,E,N in degrees.")
  var bbox: String?

  @Option(help: "The place in the middle: LON,LAT in degrees.")
  var center: String?

  @Option(help: "The scale, 1:N.")
  var scale: String?

  @Option(
    help: "The layers over the ground to show, with commas: \(LayerList.help).")
  var layers: String?

  @Option(help: "One picture every HH:MM (or 15m, 2h) of battle from the start, and one at --at.")
  var every: String?

  @Flag(help: "Draw a legend of the symbols used.")
  var legend = false

  @Flag(help: "Leave title, credit line and frame away.")
  var noFrame = false

  @Option(help: "The map's colours.")
  var theme: ThemeOption = .day

  @Flag(help: "Also write FILE.pgw and FILE.prj (EPSG:32639); goes without a frame.")
  var worldFile = false

  func run() throws {
    try reporting {
      try PictureName.check(output)
      let request = try self.request()
      let step = try every.map(Self.minutes)
      if step != nil {
        // A time-lapse makes the folder of its pictures, as it numbers them.
        let first = try Self.numbered(output, 0)
        if let slash = first.lastIndex(of: "/"), slash > first.startIndex {
          try UserFolder.make(String(first[..<slash]))
        }
      }
      let run = try Program.watchedBattle(battle, seed: seed)
      let source = run.source
      let viewpoint = try Program.viewpoint(view, in: source.setup)
      let moment = try at.map { try Program.tick($0, in: source.setup) }
      var studio = try Studio(source: source, request)
      guard let step else {
        try play(run, until: moment ?? Tick(0))
        guard run.tick == moment ?? Tick(0) else { throw Self.endedBefore(run) }
        return try studio.write(run.picture(viewpoint), run, to: output)
      }
      try lapse(run, every: step, until: moment, viewpoint, &studio)
    }
  }

  /// One picture each step of battle, and one at the end: the moment asked for, or the battle's
  /// own.
  private func lapse(
    _ run: Battle, every step: Int32, until moment: Tick?, _ viewpoint: Viewpoint,
    _ studio: inout Studio
  ) throws {
    var index = 0
    while true {
      try studio.write(run.picture(viewpoint), run, to: Self.numbered(output, index))
      index += 1
      let tick = run.tick
      guard !run.isOver, moment.map({ tick < $0 }) ?? true else { break }
      let next = Tick(rawValue: (tick.rawValue / step + 1) * step)
      try play(run, until: moment.map { min($0, next) } ?? next)
      // A battle that ends on the way has its last picture at its end.
      if run.tick == tick { break }
    }
    if let moment, run.tick < moment {
      Console.error(Self.endedBefore(run).message + ": the last picture shows its end")
    }
  }

  private func play(_ run: Battle, until moment: Tick) throws {
    let start = Int(run.tick.rawValue)
    let bar = ProgressBar("Playing", total: max(1, Int(moment.rawValue) - start))
    defer { bar.clear() }
    while run.tick < moment, !run.isOver {
      try run.advance()
      bar.show(Int(run.tick.rawValue) - start)
    }
  }

  private static func endedBefore(_ run: Battle) -> Failure {
    let what = run.world.outcome == nil ? "record" : "battle"
    return Failure(
      Failure.usage,
      "the \(what) ended at \(run.source.setup.clock.localText(at: run.tick)), before --at")
  }

  private func request() throws -> PictureRequest {
    let (width, height) = try Program.size(size, streamed: true)
    let factor = dpi.map { Double($0) / 96 } ?? 1
    guard (0.5...8).contains(factor) else {
      throw Failure(Failure.usage, "--dpi takes a number from 48 to 768")
    }
    if output.hasSuffix(".svg"), worldFile {
      throw Failure(Failure.usage, "--world-file goes with a PNG picture, not with SVG")
    }
    let shown = try layers.map { try LayerList.layers($0) }
    return PictureRequest(
      width: width, height: height, extent: try extent(), theme: theme.theme, scale: factor,
      hasFrame: !noFrame && !worldFile, hasLegend: legend,
      hasWorldFile: worldFile, showsGrid: shown?.contains(.grid) ?? false,
      hiddenLayers: shown.map { Set(MapLayer.allCases).subtracting($0) } ?? [],
      layersForAll: shown?.intersection(MapLayer.ofSelection) ?? [])
  }

  private func extent() throws -> PictureRequest.Extent {
    if let bbox {
      guard center == nil, scale == nil else {
        throw Failure(Failure.usage, "give --bbox or --center with --scale, not both")
      }
      guard let n = Program.numbers(bbox, count: 4), n[0] < n[2], n[1] < n[3],
        abs(n[0]) <= 180, abs(n[2]) <= 180, abs(n[1]) <= 85, abs(n[3]) <= 85,
        n[2] - n[0] > 0.0001, n[3] - n[1] > 0.0001
      else {
        throw Failure(
          Failure.usage, "--bbox \(bbox): write W,S,E,N in degrees with W < E and S < N")
      }
      return .box(west: n[0], south: n[1], east: n[2], north: n[3])
    }
    guard center != nil || scale != nil else { return .theatre }
    return try Program.center(center, scale: scale)
  }

  private static func minutes(_ text: String) throws -> Int32 {
    if text.hasSuffix("m"), let value = Int32(text.dropLast()), value > 0 { return value }
    if text.hasSuffix("h"), let value = Int32(text.dropLast()), (1...1000).contains(value) {
      return value * 60
    }
    let parts = text.split(separator: ":")
    if parts.count == 2, let hours = Int32(parts[0]), let minutes = Int32(parts[1]),
      (0...1000).contains(hours), (0..<60).contains(minutes), hours * 60 + minutes > 0
    {
      return hours * 60 + minutes
    }
    throw Failure(Failure.usage, "--every \(text): write 15m, 2h or HH:MM")
  }

  /// The pattern with its `%d` or `%0Nd` replaced by a number.
  private static func numbered(_ pattern: String, _ number: Int) throws -> String {
    guard let percent = pattern.firstIndex(of: "%"),
      let end = pattern[percent...].firstIndex(of: "d"),
      let width = Int("0" + pattern[pattern.index(after: percent)..<end]), width <= 12
    else {
      throw Failure(Failure.usage, "with --every the file is a pattern like frames/%04d.png")
    }
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
    return String(pattern[..<percent]) + padded + pattern[pattern.index(after: end)...]
  }
}

/// `day` or `night` on the command line.
enum ThemeOption: String, ExpressibleByArgument, CaseIterable {
  case day, night
  var theme: ViewState.Theme { self == .day ? .day : .night }
}
