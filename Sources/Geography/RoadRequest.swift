/// What a road on hexes has to join and to follow.
struct RoadRequest {
  /// The hex where it begins.
  var from: Int
  /// The hex where it ends; nil for the first hex with a road.
  var to: Int?
  /// The line that it follows; empty for none.
  var points: [PlanePoint]
  /// Where that line crosses rivers.
  var crossings: [PlanePoint]
  /// Whether it keeps out of neutral countries.
  var avoidsNeutral: Bool
}
