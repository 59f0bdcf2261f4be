import Dispatch
import Foundation
import Session
import Simulation

extension Benchmark {
  /// Reading a scenario with its theatre and tables; where there is a display also the way from the
  /// program's start to its window's first frame, and the memory held by then.
  func load() throws -> Timing {
    let folders = Program.folders()
    var times: [Double] = []
    for _ in 0..<8 {
      times.append(
        try Self.milliseconds { _ = try BattleSource.load(scenario, folders: folders) })
    }
    return Timing(milliseconds: times, figures: firstFrames())
  }

  /// Medians over a few starts of a program of its own; nothing where no window opens.
  private func firstFrames() -> [(key: String, value: Double)] {
    var milliseconds: [Double] = []
    var megabytes: [Double] = []
    for _ in 0..<5 {
      let start = DispatchTime.now().uptimeNanoseconds
      guard let first = firstFrame(), first.uptimeNanoseconds > start else { return [] }
      milliseconds.append(Double(first.uptimeNanoseconds - start) / 1e6)
      megabytes.append(first.peakMegabytes)
    }
    return [
      ("first_frame_p50_ms", Timing(milliseconds: milliseconds).median),
      ("first_frame_peak_mb", Timing(milliseconds: megabytes).median),
    ]
  }

  /// One start, with settings and journals in a folder of its own.
  private func firstFrame() -> FirstFrame? {
    guard let side = source.setup.sides.first?.id else { return nil }
    let folder =
      FileManager.default.temporaryDirectory.path
      + "/sitrep-first-frame-\(ProcessInfo.processInfo.processIdentifier)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let child = Process()
    let pipe = Pipe()
    child.executableURL = URL(fileURLWithPath: Program.executablePath())
    child.arguments = [
      "play", scenario, "--side", side, "--paused", "--size", "\(width)x\(height)",
      "--leave-at-first-frame",
    ]
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_CONFIG_HOME"] = folder
    environment["XDG_STATE_HOME"] = folder
    child.environment = environment
    child.standardOutput = pipe
    child.standardError = FileHandle.nullDevice
    guard (try? child.run()) != nil else { return nil }
    let data = (try? pipe.fileHandleForReading.readToEnd()) ?? nil
    child.waitUntilExit()
    guard child.terminationStatus == 0, let data else { return nil }
    return FirstFrame(String(decoding: data, as: UTF8.self))
  }
}
