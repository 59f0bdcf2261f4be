/// What a side said, held against what was true when it said it.
public struct ClaimCheck: Sendable {
  /// How far it was true.
  public enum Verdict: String, Sendable, CaseIterable {
    /// It was.
    case confirmed
    /// Something was, something was not.
    case partly
    /// It was not.
    case struck
  }

  /// The words.
  public var dispatch: Dispatch
  /// How far they were true.
  public var verdict: Verdict
  /// What was true, in a sentence; empty where the same was told of an earlier claim.
  public var truth: String
}
