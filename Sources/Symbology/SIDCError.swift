/// A text is no symbol identification code.
public struct SIDCError: Error, Sendable, Equatable {
  /// The first digit that is wrong, 1…20; one past the end where digits are missing.
  public var digit: Int
  /// What is wrong, without a full stop.
  public var message: String
  /// What would be right.
  public var hint: String

  /// An error.
  public init(digit: Int, message: String, hint: String) {
    self.digit = digit
    self.message = message
    self.hint = hint
  }
}
