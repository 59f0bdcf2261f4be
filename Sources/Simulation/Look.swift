/// What a look for a unit with the eyes of a side showed.
struct Look: Sendable {
  /// The clearness of what is not there or hidden: below that of anything out of range.
  static let nothing = Int64.min

  /// The unit that was looked for.
  var target: Int32
  /// The side that looked.
  var viewer: Int32
  /// How well its best observer sees the unit (1,000 at half the range and nearer, 0 at the range).
  var clearness: Int64
}
