/// What a person did, as the window reports it. Positions are in pixels of the drawn bitmap.
public enum InputEvent: Sendable, Hashable {
  /// The pointer moved to a place.
  case pointerMoved(Point)
  /// A button went down.
  case buttonDown(MouseButton, Point, Modifiers, clicks: Int)
  /// A button went up.
  case buttonUp(MouseButton, Point, Modifiers)
  /// The wheel turned: notches away from the person are positive.
  case wheel(Double, Point, Modifiers)
  /// Two fingers spread (factor > 1) or closed about a place.
  case pinch(Double, Point)
  /// A key went down.
  case keyDown(Key, Modifiers, isRepeat: Bool)
  /// A key went up.
  case keyUp(Key, Modifiers)
  /// Text was typed (after layout and dead keys).
  case text(String)
  /// The drawable area is now this large, in pixels, at this many pixels a point.
  case resized(Size, scale: Double)
  /// The pointer left the window.
  case pointerLeft
  /// The window gained or lost the keyboard.
  case focused(Bool)
  /// The window was uncovered and must be shown again.
  case exposed
  /// The person asked to close the program.
  case quit
}

/// A mouse button.
public enum MouseButton: UInt8, Sendable, Hashable { case left, middle, right }

/// The keys held beside a key or a click.
public struct Modifiers: OptionSet, Sendable, Hashable {
  /// The set's bits.
  public let rawValue: UInt8
  /// A set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Shift.
  public static let shift = Modifiers(rawValue: 1)
  /// Control.
  public static let control = Modifiers(rawValue: 2)
  /// Alt.
  public static let alt = Modifiers(rawValue: 4)
}

/// A key by what it means on the person's layout: a character key or a named one.
public enum Key: Sendable, Hashable {
  /// A key that writes a character, in lower case: `"a"`, `"1"`, `"["`, `"+"`.
  case character(Character)
  /// A function key, 1…12.
  case function(Int)
  /// The named keys.
  case escape, enter, space, tab, backspace, delete, home, end, pageUp, pageDown
  /// The arrow keys.
  case left, right, up, down
}

extension InputEvent {
  /// Where the pointer is in the event; nil for events without a place.
  public var point: Point? {
    switch self {
    case .pointerMoved(let point), .buttonDown(_, let point, _, _), .buttonUp(_, let point, _),
      .wheel(_, let point, _), .pinch(_, let point):
      point
    case .keyDown, .keyUp, .text, .resized, .pointerLeft, .focused, .exposed, .quit: nil
    }
  }
}
