import Dispatch
import MapTable
import Platform
import Screen

/// A desk in a window: one loop of events, time and frames.
@MainActor
struct DeskWindow: ~Copyable {
  private var window: Window
  private var desk: Desk
  private let positionAtStart: Point

  /// Puts a desk on a window.
  init(_ window: consuming Window, _ desk: consuming Desk) {
    positionAtStart = window.position
    self.window = window
    self.desk = desk
  }

  /// Runs until the person leaves.
  mutating func run() throws {
    var events: [InputEvent] = []
    var last = DispatchTime.now().uptimeNanoseconds
    while !desk.view.wantsQuit {
      events.removeAll(keepingCapacity: true)
      window.pollEvents(into: &events, waitMilliseconds: rest(since: last))
      for (number, event) in events.enumerated() {
        // Each press meets what the one before has brought: a busy machine loses no click.
        if number > 0, desk.isDirty, case .buttonDown = event { desk.layOutAtOnce() }
        let wasFullScreen = desk.view.isFullScreen
        try desk.handle(event)
        if desk.view.isFullScreen != wasFullScreen {
          try window.setFullScreen(desk.view.isFullScreen)
        }
        if let text = desk.clipboard {
          desk.clipboard = nil
          try window.setClipboard(text)
        }
      }
      let now = DispatchTime.now().uptimeNanoseconds
      let seconds = min(0.1, Double(now - last) / 1e9)
      try desk.advance(seconds: seconds)
      desk.direct(seconds: seconds)
      last = now
      desk.collect()
      if desk.isDirty || !desk.view.isPaused {
        desk.compose()
        try window.present(desk.bitmap)
      }
      if desk.view.wantsPicture { try desk.savePicture() }
      if desk.view.wantsMapPicture { try desk.saveMap() }
    }
    desk.leavePicture()
    desk.keepSettings(
      .init(
        scale: window.scale, position: window.position, positionAtStart: positionAtStart))
  }

  /// Shows the first frame and tells when that was.
  mutating func showFirstFrame() throws -> FirstFrame {
    desk.compose()
    try window.present(desk.bitmap)
    guard let first = FirstFrame() else { throw Failure(1, "/proc tells nothing of this process") }
    return first
  }

  /// Milliseconds to wait for events: an idle desk sleeps longer, a busy one keeps sixty frames a
  /// second and no more.
  private func rest(since frame: UInt64) -> Int {
    if desk.view.isPaused && !desk.isDirty && !desk.isBusy { return 50 }
    let spent = Int((DispatchTime.now().uptimeNanoseconds - frame) / 1_000_000)
    return max(1, 16 - spent)
  }
}
