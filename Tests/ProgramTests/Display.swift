import Foundation
import Screen

/// A display without glass, with a mouse and a keyboard.
struct Display {
  /// A window on it.
  struct Window {
    var id: String
    var place: Point
    var size: Size
  }

  /// `:99`.
  let name: String
  private let server: Process
  private let folder: String

  /// Starts a server on a display number that is free.
  init(_ folder: String) throws {
    guard let path = WindowTests.tool("Xvfb") else {
      throw Program.Trouble(description: "Xvfb is not installed")
    }
    self.folder = folder
    let numbers = "\(folder)/display"
    _ = FileManager.default.createFile(atPath: numbers, contents: nil)
    let server = Process()
    server.executableURL = URL(fileURLWithPath: path)
    // The server writes the number that it found to its standard output.
    server.arguments = ["-displayfd", "1", "-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    server.standardOutput = FileHandle(forWritingAtPath: numbers)
    server.standardError = FileHandle.nullDevice
    try server.runHearingSignals()
    self.server = server
    let isReady = Program.wait(seconds: 20) {
      (try? String(contentsOfFile: numbers, encoding: .utf8))?.hasSuffix("\n") ?? false
    }
    let text = (try? String(contentsOfFile: numbers, encoding: .utf8)) ?? ""
    guard isReady, let number = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      server.terminate()
      throw Program.Trouble(description: "Xvfb did not start")
    }
    name = ":\(number)"
  }

  /// Takes the display away.
  func stop() {
    server.terminate()
    if !Program.wait(seconds: 5, until: { !server.isRunning }) { crash() }
  }

  /// Waits for a program's window.
  func window(titled pattern: String, of program: Process) throws -> Window {
    var found: Window?
    _ = try Program.wait(seconds: 60) {
      guard program.isRunning else { return true }
      let ids = try tool(["search", "--onlyvisible", "--name", pattern]).split(separator: "\n")
      guard let id = ids.first else { return false }
      let facts = try tool(["getwindowgeometry", "--shell", String(id)])
      var values: [String: Double] = [:]
      for line in facts.split(separator: "\n") {
        let parts = line.split(separator: "=")
        if parts.count == 2 { values[String(parts[0])] = Double(parts[1]) }
      }
      guard let x = values["X"], let y = values["Y"], let width = values["WIDTH"],
        let height = values["HEIGHT"]
      else { return false }
      found = Window(id: String(id), place: Point(x, y), size: Size(width, height))
      return true
    }
    guard let found else {
      if program.isRunning { program.terminate() }
      let words = (try? String(contentsOfFile: "\(folder)/stderr", encoding: .utf8)) ?? ""
      throw Program.Trouble(description: "no window appeared: \(words)")
    }
    return found
  }

  /// Clicks a button at a place of the screen.
  func click(_ button: Int, _ place: Point) throws {
    let (x, y) = (Int(place.x.rounded()), Int(place.y.rounded()))
    _ = try tool(["mousemove", String(x), String(y)])
    usleep(60_000)
    _ = try tool(["click", String(button)])
    usleep(60_000)
  }

  /// Presses a key in a window.
  func key(_ chord: String, in window: Window) throws {
    try keys([chord], in: window)
  }

  /// Presses keys in a window, one after the other.
  func keys(_ chords: [String], in window: Window) throws {
    _ = try tool(["windowfocus", window.id])
    _ = try tool(["key", "--clearmodifiers"] + chords)
  }

  /// Ends the server at once, as a crash would.
  func crash() {
    kill(server.processIdentifier, SIGKILL)
    _ = Program.wait(seconds: 5) { !server.isRunning }
  }

  /// What `xdotool` answers.
  func tool(_ arguments: [String]) throws -> String {
    guard let path = WindowTests.tool("xdotool") else {
      throw Program.Trouble(description: "xdotool is not installed")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ["DISPLAY": name, "PATH": "/usr/bin:/bin"]
    let answer = "\(folder)/answer"
    _ = FileManager.default.createFile(atPath: answer, contents: nil)
    process.standardOutput = FileHandle(forWritingAtPath: answer)
    process.standardError = FileHandle.nullDevice
    try process.run()
    guard Program.wait(seconds: 15, until: { !process.isRunning }) else {
      process.terminate()
      return ""
    }
    return try String(contentsOfFile: answer, encoding: .utf8)
  }
}
