import Simulation

/// One way in which a kind of event is told: who tells it, when, how, and how often.
struct Telling: Sendable {
  /// Who tells.
  enum Voice: String, CaseIterable, Sendable {
    /// The side whose doing it was.
    case actor
    /// The side that it was done to.
    case victim
    /// A reporter on the spot.
    case reporter
    /// The emergency service.
    case service
  }

  /// The kind of event.
  var kind: EventKind
  /// Who tells.
  var voice: Voice
  /// Minutes from the event to the telling.
  var delay: ClosedRange<Int32>
  /// Minutes before the same voice tells the same kind of event again, of the same town.
  var every: Int32
  /// Only events of at least this amount.
  var atLeast: Int32
  /// Whether amounts of a town add up from one telling to the next.
  var sums: Bool
  /// What the voice makes of the amount, in percent: interest and ignorance.
  var percent: Int32
  /// How near a reporter must be to the event, in hexes.
  var within: Int
  /// Only events about units of these arms; empty for any.
  var arms: [Arm]
  /// The ways to say it, told in turn.
  var texts: [String]
}
