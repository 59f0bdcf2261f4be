import Dispatch
import Foundation
import InputController
import Journal
import MapTable
import Screen
import Session
import Simulation

extension Benchmark {
  /// When the flights begin: in the middle of the fight for the town.
  private static let liveStart = Tick(36 * 60 + 30)
  /// Nanoseconds from one frame to the next.
  private static let framePeriod: UInt64 = 16_666_667

  /// Frames of a desk as the window's loop makes them, composed but not shown: a flight while the
  /// clock stands, and the same flight while the battle runs at ×1800, journal and all.
  ///
  /// Both are paced at sixty frames a second, so that tiles come from the workers beside the frame
  /// as they do on a desktop. A first flight, which counts for nothing, fills the caches.
  @MainActor
  func framesLive() throws -> Timing {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("sitrep-live-\(ProcessInfo.processInfo.processIdentifier)").path
    try UserFolder.make(folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let battle = try liveBattle("\(folder)/live.sitlog")
    var view = try self.view(metersPerPixel: 130)
    view.mode = .play(SideID(0))
    view.viewpoint = .side(SideID(0))
    view.speed = ViewState.speeds.firstIndex(of: 1800) ?? 3
    let flight = FrameFlight(from: view.camera).cameras
    let desk = try Desk(
      battle: battle, view: view, pixels: view.camera.size, displayScale: 1,
      personal: PersonalSettings.load("\(folder)/settings.yaml"),
      warm: MapWarmUp(source, view, tileCacheMegabytes: 256))
    // Somebody is chosen and the pointer lies on the map, so that panels and hint have work to do.
    try desk.handle(.keyDown(.tab, [], isRepeat: false))
    try desk.handle(.pointerMoved(Point(Double(width) / 2, Double(height) / 2)))
    _ = try Self.fly(desk, flight)
    let paused = Timing(milliseconds: try Self.fly(desk, flight))
    desk.view.isPaused = false
    let before = battle.tick
    let start = DispatchTime.now().uptimeNanoseconds
    let live = try Self.fly(desk, flight)
    let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
    let timing = Timing(milliseconds: live)
    return Timing(
      milliseconds: live,
      figures: [
        ("p50_ms_paused", paused.at(0.5)), ("p99_ms_paused", paused.at(0.99)),
        ("max_ms_paused", paused.at(1)), ("p50_ratio", timing.at(0.5) / paused.at(0.5)),
        ("p99_ratio", timing.at(0.99) / paused.at(0.99)),
        ("ticks_per_second", Double(battle.tick - before) / seconds),
      ])
  }

  /// A battle that staffs fight, with a journal on disk, played up to where the flights begin.
  private func liveBattle(_ path: String) throws -> Battle {
    let commanders = Commanders()
    let header = source.header(seed: 1, commanders, folders: Program.folders())
    let battle = Battle(
      source: source, seed: 1, staffs: source.staffs(commanders),
      journal: try JournalWriter(creating: path, header: header))
    while battle.tick < Self.liveStart, !battle.isOver { try battle.advance() }
    return battle
  }

  /// One flight: the milliseconds that each frame's work took.
  @MainActor
  private static func fly(_ desk: Desk, _ cameras: [Camera]) throws -> [Double] {
    var times: [Double] = []
    var last = DispatchTime.now().uptimeNanoseconds
    for camera in cameras {
      let now = DispatchTime.now().uptimeNanoseconds
      let seconds = min(0.1, Double(now - last) / 1e9)
      last = now
      desk.view.camera = camera
      times.append(
        try milliseconds {
          try desk.advance(seconds: seconds)
          desk.collect()
          desk.compose()
        })
      let spent = DispatchTime.now().uptimeNanoseconds - now
      if spent < framePeriod { usleep(UInt32((framePeriod - spent) / 1000)) }
    }
    return times
  }
}
