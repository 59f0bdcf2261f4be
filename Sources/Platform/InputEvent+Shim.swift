import CSDL
import Screen

extension InputEvent {
  /// The event of the shim in the words of the glass; nil for what it has no word for. Resizing
  /// needs the window and is not done here.
  init?(_ event: csdl_event) {
    let place = Point(event.x, event.y)
    let modifiers = Modifiers(event.modifiers)
    switch event.kind {
    case CSDL_EVENT_POINTER_MOVED: self = .pointerMoved(place)
    case CSDL_EVENT_BUTTON_DOWN, CSDL_EVENT_BUTTON_UP:
      guard let button = MouseButton(rawValue: UInt8(clamping: event.button)) else { return nil }
      self =
        event.kind == CSDL_EVENT_BUTTON_UP
        ? .buttonUp(button, place, modifiers)
        : .buttonDown(button, place, modifiers, clicks: Int(event.clicks))
    case CSDL_EVENT_WHEEL: self = .wheel(event.amount, place, modifiers)
    case CSDL_EVENT_PINCH: self = .pinch(event.amount, place)
    case CSDL_EVENT_KEY_DOWN, CSDL_EVENT_KEY_UP:
      guard let key = Key(shim: event.key) else { return nil }
      self =
        event.kind == CSDL_EVENT_KEY_UP
        ? .keyUp(key, modifiers) : .keyDown(key, modifiers, isRepeat: event.is_repeat)
    case CSDL_EVENT_TEXT:
      self = .text(
        withUnsafeBytes(of: event.text) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        })
    case CSDL_EVENT_POINTER_LEFT: self = .pointerLeft
    case CSDL_EVENT_FOCUS_GAINED: self = .focused(true)
    case CSDL_EVENT_FOCUS_LOST: self = .focused(false)
    case CSDL_EVENT_EXPOSED: self = .exposed
    case CSDL_EVENT_QUIT: self = .quit
    default: return nil
    }
  }
}

extension Modifiers {
  init(_ bits: UInt32) {
    self = []
    if bits & UInt32(CSDL_MODIFIER_SHIFT) != 0 { insert(.shift) }
    if bits & UInt32(CSDL_MODIFIER_CONTROL) != 0 { insert(.control) }
    if bits & UInt32(CSDL_MODIFIER_ALT) != 0 { insert(.alt) }
  }
}

extension Key {
  /// The key of a `csdl_key` or a Unicode scalar; nil for none.
  init?(shim value: UInt32) {
    if let named = Self.named(csdl_key(value)) {
      self = named
    } else if value > CSDL_KEY_FUNCTION.rawValue && value <= CSDL_KEY_FUNCTION.rawValue + 12 {
      self = .function(Int(value - CSDL_KEY_FUNCTION.rawValue))
    } else if value > 32, let scalar = Unicode.Scalar(value) {
      self = .character(Character(scalar))
    } else {
      return nil
    }
  }

  private static func named(_ key: csdl_key) -> Key? {
    switch key {
    case CSDL_KEY_ESCAPE: .escape
    case CSDL_KEY_ENTER: .enter
    case CSDL_KEY_SPACE: .space
    case CSDL_KEY_TAB: .tab
    case CSDL_KEY_BACKSPACE: .backspace
    case CSDL_KEY_DELETE: .delete
    case CSDL_KEY_HOME: .home
    case CSDL_KEY_END: .end
    case CSDL_KEY_PAGE_UP: .pageUp
    case CSDL_KEY_PAGE_DOWN: .pageDown
    case CSDL_KEY_LEFT: .left
    case CSDL_KEY_RIGHT: .right
    case CSDL_KEY_UP: .up
    case CSDL_KEY_DOWN: .down
    default: nil
    }
  }
}
