import Foundation
import Screen
import TestKit
import Testing

/// What happens to a window: a hand without sense, a display that dies, a place that is kept. Each
/// has a display of its own and none needs a desk in this process, so they run beside others.
@Suite struct RoughHandTests {
  @Test(.enabled(if: WindowTests.canRun, "Xvfb or xdotool is not installed"))
  func aHandWithoutSenseLeavesTheProgramAlive() throws {
    try Places.withFolder { folder in
      let display = try Display(folder)
      defer { display.stop() }
      let (play, window) = try Self.start(display, folder, ["--side", "az", "--size", "1024x640"])
      defer { if play.isRunning { play.terminate() } }
      let seed = UInt64(Date().timeIntervalSince1970)
      var chance = RandomNumbers(seed: seed)
      let keys =
        "a b c d e f g h i j k l m n o p r s t u v w x y 1 2 3 0 plus minus bracketleft slash "
        + "period Tab Return Escape space BackSpace Delete Home End Prior Next F1 F2 F6 F7 F8 F9 "
        + "ctrl+z ctrl+shift+z ctrl+g shift+Return alt+t ctrl+1 alt+1 Left Right Up Down"
      _ = try display.tool(["windowfocus", window.id])
      var sent = 0
      while sent < 100 {
        var words: [String] = []
        for _ in 0..<10 {
          let (x, y) = (chance.below(1024), chance.below(640))
          if chance.below(2) == 0 {
            words += ["key", chance.pick(keys.split(separator: " ").map(String.init))]
          } else {
            words += ["mousemove", "\(Int(window.place.x) + x)", "\(Int(window.place.y) + y)"]
            words += ["click", String(1 + chance.below(5))]
          }
          sent += 1
        }
        _ = try display.tool(words)
        #expect(play.isRunning, "seed \(seed)")
      }
      // The hour that is set now comes after all that was sent.
      let journal = "\(folder)/game.sitlog"
      let isAwake = try Program.wait(seconds: 60) {
        try display.keys(["Escape", "Escape", "End", "Escape", "alt+t"], in: window)
        return Program.wait(seconds: 3) {
          (try? String(contentsOfFile: journal, encoding: .utf8))?.contains(" set_hour ") ?? false
        }
      }
      #expect(isAwake, "seed \(seed)")
      play.terminate()
      #expect(Program.wait(seconds: 30) { !play.isRunning })
      #expect(play.terminationReason == .exit && play.terminationStatus == 0, "seed \(seed)")
      let verified = try Program.run(["replay", "verify", "game.sitlog"], in: folder)
      #expect(verified.status == 0, "seed \(seed): \(verified)")
    }
  }

  @Test(.enabled(if: WindowTests.canRun, "Xvfb or xdotool is not installed"))
  func aDisplayThatDiesLeavesTheJournalWhole() throws {
    try Places.withFolder { folder in
      let display = try Display(folder)
      defer { display.stop() }
      let (play, window) = try Self.start(display, folder, ["--side", "az", "--size", "640x480"])
      defer { if play.isRunning { play.terminate() } }
      let journal = "\(folder)/game.sitlog"
      func text() -> String { (try? String(contentsOfFile: journal, encoding: .utf8)) ?? "" }
      let isOrdered = try Program.wait(seconds: 60) {
        try display.keys(["alt+t"], in: window)
        return Program.wait(seconds: 3) { text().contains(" set_hour ") }
      }
      #expect(isOrdered)
      try display.keys(["5"], in: window)
      #expect(Program.wait(seconds: 60) { text().contains("\n#60 ") })
      display.crash()
      #expect(Program.wait(seconds: 30) { !play.isRunning }, "it ends with its display")
      #expect(play.terminationReason == .exit, "and not by a trap")
      let verified = try Program.run(["replay", "verify", "game.sitlog"], in: folder)
      #expect(verified.status == 0, "\(verified)")
      #expect(verified.output.contains("unfinished"))
      #expect(text().contains(" set_hour "))
    }
  }

  @Test(.enabled(if: WindowTests.canRun, "Xvfb or xdotool is not installed"))
  func aWindowComesBackWhereItWasLeft() throws {
    try Places.withFolder { folder in
      let display = try Display(folder)
      defer { display.stop() }
      let (first, window) = try Self.start(display, folder, ["--side", "az", "--paused"])
      defer { if first.isRunning { first.terminate() } }
      _ = try display.tool(["windowsize", window.id, "700", "500"])
      _ = try display.tool(["windowmove", window.id, "120", "70"])
      // A key that the settings keep tells that the loop has come past the move.
      let settings = "\(folder)/config/sitrep/settings.yaml"
      let isKept = try Program.wait(seconds: 60) {
        try display.keys(["bracketright"], in: window)
        return Program.wait(seconds: 3) { FileManager.default.fileExists(atPath: settings) }
      }
      #expect(isKept)
      usleep(500_000)
      first.terminate()
      #expect(Program.wait(seconds: 30) { !first.isRunning })
      let text = (try? String(contentsOfFile: settings, encoding: .utf8)) ?? ""
      #expect(text.contains("x: 120") && text.contains("y: 70"), "\(text)")
      #expect(text.contains("width: 700") && text.contains("height: 500"), "\(text)")
      let (second, again) = try Self.start(
        display, folder, ["--side", "az", "--paused"], journal: "second.sitlog")
      defer { if second.isRunning { second.terminate() } }
      #expect(again.place == Point(120, 70))
      #expect(again.size == Size(700, 500))
    }
  }

  private static func start(
    _ display: Display, _ folder: String, _ options: [String], journal: String = "game.sitlog"
  ) throws -> (Process, Display.Window) {
    let play = try Program.start(
      ["play", "Calilabad", "--journal", journal] + options, in: folder,
      environment: ["DISPLAY": display.name, "SDL_VIDEODRIVER": "x11"])
    return (play, try display.window(titled: "^Sitrep", of: play))
  }
}
