/// What the machine refused: a display, a font, a picture on disk.
public struct PlatformError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What it was about.
  public enum Kind: Sendable, Equatable {
    /// There is no display to open a window on.
    case noDisplay
    /// A font is not installed or cannot be read.
    case noFont
    /// SDL failed at something else.
    case sdl
    /// A file could not be written or read.
    case disk
  }

  /// What it was about.
  public var kind: Kind
  /// One line that says what failed, on what and why.
  public var message: String

  /// An error from its parts.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
