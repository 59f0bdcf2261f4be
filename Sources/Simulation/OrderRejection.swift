/// Why an order was not taken, and what would work instead.
public struct OrderRejection: Sendable, Hashable {
  /// The reasons, for programs.
  public enum Reason: UInt8, CaseIterable, Sendable {
    case notYours, unitNotPresent, unitOutOfHand, cannotDoThat, targetMissing, targetOffMap
    case targetWater, targetNeutral, noPath, outOfRange, noAmmunition, underTruce, notDark
    case nothingToCancel, tooManyOrders, alreadyOver
    case nothingToRecall, noPart, momentPassed, signalCannotCome, badWaypoint, noConduct
    case noSuchCommand

    /// The name in files: snake_case.
    public var key: String { snakeCased("\(self)") }
  }

  /// The reason, for programs.
  public var reason: Reason
  /// What is wrong, for people: one sentence.
  public var message: String
  /// What to do instead, for people: one sentence, or empty.
  public var remedy: String
  /// A hex where the order would work, if one is known.
  public var betterTarget: Int32?

  /// A rejection from its parts.
  public init(
    _ reason: Reason, _ message: String, remedy: String = "", betterTarget: Int32? = nil
  ) {
    self.reason = reason
    self.message = message
    self.remedy = remedy
    self.betterTarget = betterTarget
  }
}
