import CSDL
public import Screen

/// A window on the desktop that shows bitmaps and tells what the person does.
///
/// One at a time. SDL is started with it and left when it goes.
@MainActor
public struct Window: ~Copyable {
  private let handle: OpaquePointer

  /// Opens a window of `size` points (at least 320 × 240), or one that fills the screen; its upper
  /// left corner at `position` in points of the desktop, where a display is there.
  ///
  /// `accelerated` shows frames through the graphics card where there is one; the pixels are the
  /// same. Throws `.noDisplay` where no display can be reached, `.sdl` where opening fails.
  public init(
    title: String, size: Size, position: Point? = nil, fullScreen: Bool = false,
    accelerated: Bool = false
  ) throws(PlatformError) {
    var error = csdl_error()
    let desk = -32_768.0...32_768
    let frame = csdl_window_frame(
      x: Int32(position?.x.clamped(to: desk) ?? 0), y: Int32(position?.y.clamped(to: desk) ?? 0),
      width: Int32(size.width.clamped(to: 320...16_384)),
      height: Int32(size.height.clamped(to: 240...16_384)), is_placed: position != nil)
    guard
      let handle = csdl_window_create(title, frame, fullScreen, accelerated, &error)
    else {
      let message = error.message
      let isDisplay = message.hasPrefix("no display")
      throw PlatformError(isDisplay ? .noDisplay : .sdl, message)
    }
    self.handle = handle
  }

  deinit { csdl_window_destroy(handle) }

  /// The drawable area in pixels.
  public var pixelSize: Size {
    var width: Int32 = 0
    var height: Int32 = 0
    csdl_window_pixel_size(handle, &width, &height)
    return Size(Double(width), Double(height))
  }

  /// Where the window's upper left corner is, in points of the desktop.
  public var position: Point {
    let frame = csdl_window_where(handle)
    return Point(Double(frame.x), Double(frame.y))
  }

  /// Pixels a point, 1…4, from the display or the desktop's settings.
  public var scale: Double { csdl_window_scale(handle) }

  /// The video driver in use, such as `x11` or `dummy`.
  public var driver: String { String(cString: csdl_video_driver()) }

  /// Shows a frame, stretched if its size is not that of the drawable area.
  public mutating func present(_ bitmap: Bitmap) throws(PlatformError) {
    var error = csdl_error()
    let isShown = bitmap.pixels.withUnsafeBufferPointer { pixels in
      guard let start = pixels.baseAddress else { return false }
      return csdl_window_present(
        handle, start, Int32(bitmap.width), Int32(bitmap.height), &error)
    }
    try check(isShown, error)
  }

  /// Sets the title.
  public mutating func setTitle(_ title: String) { csdl_window_set_title(handle, title) }

  /// Fills the screen or goes back to a window; the new size comes as an event.
  public mutating func setFullScreen(_ fullScreen: Bool) throws(PlatformError) {
    var error = csdl_error()
    try check(csdl_window_set_full_screen(handle, fullScreen, &error), error)
  }

  /// Puts text on the clipboard.
  public mutating func setClipboard(_ text: String) throws(PlatformError) {
    var error = csdl_error()
    try check(csdl_clipboard_set(handle, text, &error), error)
  }

  /// The text on the clipboard, nil where there is none.
  public func clipboardText() -> String? {
    guard let text = csdl_clipboard_copy(handle) else { return nil }
    defer { csdl_text_free(text) }
    return String(cString: text)
  }

  /// Appends all events that are there, waiting up to `waitMilliseconds` for the first.
  ///
  /// Pointer movements that follow each other directly come as the last of them.
  public mutating func pollEvents(into events: inout [InputEvent], waitMilliseconds: Int = 0) {
    var event = csdl_event()
    var wait = Int32(clamping: max(0, waitMilliseconds))
    while csdl_window_next_event(handle, wait, &event) {
      wait = 0
      guard let translated = translate(event) else { continue }
      if case .pointerMoved = translated, case .pointerMoved = events.last { events.removeLast() }
      events.append(translated)
    }
  }

  private func translate(_ event: csdl_event) -> InputEvent? {
    if event.kind == CSDL_EVENT_RESIZED { return .resized(pixelSize, scale: scale) }
    return InputEvent(event)
  }

  private func check(_ succeeded: Bool, _ error: csdl_error) throws(PlatformError) {
    if !succeeded { throw PlatformError(.sdl, error.message) }
  }
}

extension Double {
  /// The nearest number of a range; its lower bound for what is no number.
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    isNaN ? range.lowerBound : Swift.min(range.upperBound, Swift.max(range.lowerBound, self))
  }
}
