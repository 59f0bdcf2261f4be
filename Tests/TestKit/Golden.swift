import Foundation

/// Text that must stay as it was: files under a test's `Goldens`, recorded anew with
/// `SITREP_RECORD=1` and never by themselves.
public enum Golden {
  /// Whether goldens are recorded in this run.
  public static let isRecording = ProcessInfo.processInfo.environment["SITREP_RECORD"] == "1"

  /// The path of a golden of a test room.
  public static func path(_ room: String, _ name: String) -> String {
    "\(Places.package)/Tests/\(room)/Goldens/\(name)"
  }

  /// How a text differs from its golden; nil where it does not, or where it was recorded just now.
  public static func difference(
    _ text: String, from name: String, of room: String
  ) throws -> String? {
    let path = path(room, name)
    if isRecording {
      try FileManager.default.createDirectory(
        atPath: "\(Places.package)/Tests/\(room)/Goldens", withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return nil
    }
    guard let golden = try? String(contentsOfFile: path, encoding: .utf8) else {
      return "\(path) is not there; SITREP_RECORD=1 records it"
    }
    if text == golden { return nil }
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = golden.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(found.count, wanted.count) {
      let line = index < found.count ? String(found[index]) : "(no line)"
      let old = index < wanted.count ? String(wanted[index]) : "(no line)"
      if line != old {
        return "\(name):\(index + 1): “\(line)”, wanted “\(old)”; SITREP_RECORD=1 records anew"
      }
    }
    return "\(name) differs"
  }
}

/// Where the package lies, and folders for a test's files.
public enum Places {
  /// The folder that holds `Package.swift`.
  public static let package: String = {
    var parts = #filePath.split(separator: "/").map(String.init)
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// Gives a fresh folder to a body and takes it away afterwards.
  public static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = NSTemporaryDirectory() + "sitrep-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
