import Glibc
import Platform
import Screen
import Testing

/// One window at a time, and the environment belongs to all: these run one after the other.
@Suite(.serialized) @MainActor struct WindowTests {
  @Test func aWindowWithoutADisplayShowsFrames() throws {
    setenv("SDL_VIDEODRIVER", "dummy", 1)
    defer { unsetenv("SDL_VIDEODRIVER") }
    var window = try Window(title: "Test", size: Size(640, 400))
    #expect(window.driver == "dummy")
    #expect(window.pixelSize == Size(640, 400))
    #expect(window.scale >= 1)
    try window.present(Bitmap(width: 640, height: 400, filledWith: 0xFF40_8020))
    try window.present(Bitmap(width: 100, height: 50))
    window.setTitle("Calilabad")
    var events: [InputEvent] = []
    window.pollEvents(into: &events, waitMilliseconds: 1)
    try window.setClipboard("38S")
    #expect(window.clipboardText() == "38S")
  }

  @Test(arguments: [nil, ":987"])
  func noDisplayIsToldAtOnce(display: String?) {
    let names = ["DISPLAY", "WAYLAND_DISPLAY"]
    let before = names.map { getenv($0).map { String(cString: $0) } }
    for name in names { unsetenv(name) }
    if let display { setenv("DISPLAY", display, 1) }
    defer {
      for (name, value) in zip(names, before) {
        if let value { setenv(name, value, 1) } else { unsetenv(name) }
      }
    }
    let error = #expect(throws: PlatformError.self) {
      _ = try Window(title: "Test", size: Size(640, 400))
    }
    #expect(error?.kind == .noDisplay)
    #expect(error?.message.hasPrefix("no display") == true)
  }
}
