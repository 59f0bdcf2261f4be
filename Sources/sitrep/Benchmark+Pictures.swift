import Foundation
import MapTable
import MapView
import Publishing
import Raster
import Screen
import Session
import Simulation
import Symbology

/// The rounds that draw pictures.
extension Benchmark {
  /// Tiles with relief at three scales, one at a time on one core.
  func tiles() throws -> Timing {
    var map = try mapView()
    let picture = World(source.setup, seed: 1).picture(for: .umpire, events: [])
    var times: [Double] = []
    var figures: [(key: String, value: Double)] = []
    for metersPerPixel in [400.0, 100, 25] {
      var view = try self.view(metersPerPixel: metersPerPixel)
      var list = DrawList()
      var hits = HitMap()
      var images = ImageTable()
      view.dimsAtNight = false
      map.draw(
        picture, previous: nil, fraction: 1, view, fonts: FontBook(), covered: [], into: &list,
        hits: &hits, images: &images)
      let own = map.missingTiles().map { job in Self.milliseconds { _ = job.render() } }
      figures.append(("p50_ms_at_\(Int(metersPerPixel))_m", Timing(milliseconds: own).median))
      times += own
    }
    return Timing(milliseconds: times, figures: figures)
  }

  /// Every entity of land units for every identity, from the code to pixels on a canvas of 48 by
  /// 48, on one core.
  func symbols() throws -> Timing {
    let library = try SymbolLibrary.load(folder: Program.asset("Symbols"))
    let codes = SIDC.Identity.allCases.flatMap { identity in
      library.entityCodes(in: SIDC.landUnit).map {
        SIDC(landUnit: $0, identity: identity, echelon: 16).text
      }
    }
    var painter = Painter()
    var times: [Double] = []
    for _ in 0..<5 {
      for start in stride(from: 0, to: codes.count - 100, by: 100) {
        times.append(
          try Self.milliseconds {
            for code in codes[start..<start + 100] {
              _ = SymbolPicture.bitmap(
                library.symbol(try SIDC(code)), size: 48, background: .clear, painter: &painter)
            }
          } / 100)
      }
    }
    return Timing(milliseconds: times)
  }

  /// The whole theatre as a picture of 4100 by 4930 with relief, names and counters, by a program
  /// of its own, so that its wall time and its peak of memory are its own.
  func poster() throws -> Timing {
    let path =
      FileManager.default.temporaryDirectory.path
      + "/sitrep-poster-\(ProcessInfo.processInfo.processIdentifier).png"
    defer { try? FileManager.default.removeItem(atPath: path) }
    var times: [Double] = []
    var peak = 0.0
    for _ in 0..<5 {
      let child = Process()
      child.executableURL = URL(fileURLWithPath: Program.executablePath())
      child.arguments = ["screenshot", scenario, "--size", "4100x4930", "-o", path]
      child.standardError = FileHandle.nullDevice
      times.append(
        try Self.milliseconds {
          try child.run()
          // The mark only rises while the child runs: the last one read is its peak.
          var mark = 0.0
          while child.isRunning {
            mark = FirstFrame.peakMegabytes(of: String(child.processIdentifier)) ?? mark
            usleep(2000)
          }
          child.waitUntilExit()
          peak = max(peak, mark)
        })
      guard child.terminationStatus == 0 else {
        throw Failure(child.terminationStatus, "the poster could not be drawn")
      }
    }
    return Timing(milliseconds: times, figures: [("peak_mb", peak)])
  }
}
