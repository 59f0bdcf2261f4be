/// What an attack would probably come to, in words, for the card beside the pointer.
public struct AttackOutlook: Sendable, Equatable {
  /// How good it looks, for its colour.
  public enum Tone: Sendable { case pending, poor, even, good }

  /// How good it looks.
  public var tone: Tone
  /// The verdict in a word, or that it is being worked out.
  public var verdict: String
  /// Losses, time and the worst unknown, a line each.
  public var lines: [String]

  /// An outlook.
  public init(_ tone: Tone, verdict: String, lines: [String] = []) {
    self.tone = tone
    self.verdict = verdict
    self.lines = lines
  }
}
