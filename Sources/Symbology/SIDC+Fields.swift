extension SIDC {
  /// Where the thing exists: digit 3.
  public enum Context: UInt8, Sendable, Hashable, CaseIterable {
    /// In the real world.
    case reality
    /// In an exercise; the symbol carries an X.
    case exercise
    /// In a simulation; the symbol carries an S.
    case simulation
  }

  /// The standard identity: digit 4.
  public enum Identity: UInt8, Sendable, Hashable, CaseIterable {
    /// Not yet judged.
    case pending
    /// Judged, and still not known.
    case unknown
    /// Thought to be a friend.
    case assumedFriend
    /// A friend.
    case friend
    /// Neither for nor against.
    case neutral
    /// Thought to be an enemy; in exercises a joker.
    case suspect
    /// An enemy; in exercises a faker.
    case hostile
  }

  /// Whether it is there, and in what state: digit 7.
  public enum Status: UInt8, Sendable, Hashable, CaseIterable {
    /// It is there.
    case present
    /// It is planned, anticipated or suspect; the frame is dashed.
    case planned
    /// Present and fully capable; a green bar in colour.
    case fullyCapable
    /// Present and damaged; one slash or a yellow bar.
    case damaged
    /// Present and destroyed; two slashes or a red bar.
    case destroyed
    /// Present and full to capacity; a blue bar.
    case full
  }

  /// Headquarters, task force, feint or dummy, in any combination: digit 8 as bits.
  public struct Mark: OptionSet, Sendable, Hashable {
    /// The digit, 0…7.
    public let rawValue: UInt8
    /// A mark from the digit.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A feint or dummy: a dashed chevron above the frame.
    public static let dummy = Mark(rawValue: 1)
    /// A headquarters: a staff below the frame's left side.
    public static let headquarters = Mark(rawValue: 2)
    /// A task force: a bracket above the frame.
    public static let taskForce = Mark(rawValue: 4)
  }
}
