import Foundation
import Simulation

/// Where pictures of the screen go: `$XDG_PICTURES_DIR/Sitrep` or `~/Pictures/Sitrep`.
enum PictureFolder {
  /// A file that is not there yet: `Calilabad +06-00.png`, then `… 2.png`.
  static func newFile(named name: String, tick: Tick) throws -> String {
    let environment = ProcessInfo.processInfo.environment
    let base =
      environment["XDG_PICTURES_DIR"] ?? ((environment["HOME"] ?? ".") + "/Pictures")
    let folder = base + "/Sitrep"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(Failure.disk, "\(folder): \(error.localizedDescription)")
    }
    let stem = "\(folder)/\(name) \(BattleClock.elapsedText(tick).replacing(":", with: "-"))"
    var path = stem + ".png"
    var number = 2
    while FileManager.default.fileExists(atPath: path) {
      path = "\(stem) \(number).png"
      number += 1
    }
    return path
  }
}
