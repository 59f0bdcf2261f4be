public import Simulation

/// Command that is being taken at a moment of a recorded battle: what its card shows.
public struct CommandDraft: Sendable, Equatable {
  /// The moment.
  public var moment: Tick
  /// The side to command: an index into the battle's sides, their number for all of them.
  public var side: Int
  /// How far the record has been played up to the moment, 0…1; nil before it is decided.
  public var progress: Double?

  /// A draft.
  public init(moment: Tick, side: Int, progress: Double? = nil) {
    self.moment = moment
    self.side = side
    self.progress = progress
  }

  /// Takes the next or the previous side, or all.
  public mutating func turn(by step: Int, sides: Int) {
    side = ((side + step) % (sides + 1) + sides + 1) % (sides + 1)
  }
}
