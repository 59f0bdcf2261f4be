/// Why bytes are not a state of this battle.
public struct StateError: Error, Hashable, Sendable {
  /// The kinds of trouble.
  public enum Kind: UInt8, Sendable {
    /// The bytes do not start as a state does.
    case notAState
    /// Written by other rules.
    case otherVersion
    /// Written for another scenario, other tables or other ground.
    case otherBattle
    /// The bytes end too early, go on too long, or their check sum is wrong.
    case damaged
    /// A number lies outside its range.
    case outOfRange
  }

  /// The kind of trouble.
  public var kind: Kind
  /// What is wrong, for people.
  public var message: String
  /// The byte at which it was found.
  public var offset: Int

  /// An error from its parts.
  public init(_ kind: Kind, _ message: String, at offset: Int) {
    self.kind = kind
    self.message = message
    self.offset = offset
  }
}
