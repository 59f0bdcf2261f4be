/// How much a thinking staff plays out before it chooses.
struct PlayOuts: Sendable, Equatable {
  /// Minutes from one comparison of courses for a task to the next.
  var reviewMinutes: Int32 = 60
  /// Minutes that a course is played out.
  var playMinutes: Int32 = 120
  /// On how many of the possible battles each course is tried.
  var samples = 4
  /// Unit-ticks that one decision may spend; what does not fit is thought about at the next.
  var budget: Int64 = 120_000
}
