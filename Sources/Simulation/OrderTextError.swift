/// Why a line of text is no order.
public struct OrderTextError: Error, Hashable, Sendable {
  /// What is wrong, for people: one sentence.
  public var message: String
  /// The byte of the line where it was found, 1 for the first.
  public var column: Int

  /// An error from its parts.
  public init(_ message: String, column: Int) {
    self.message = message
    self.column = column
  }
}
