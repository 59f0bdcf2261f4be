/// A layer over the ground that can be left away.
public enum MapLayer: String, CaseIterable, Sendable, Hashable {
  /// Who holds which ground, the front, what has not been seen lately.
  case control
  /// The hex grid.
  case grid
  /// Names of towns, waters and regions.
  case names
  /// Shelling and strikes.
  case fires
  /// Arrows of orders.
  case orders
  /// Units and contacts.
  case counters
  /// Those who fled.
  case refugees
  /// Scale bar, north arrow, coordinates.
  case furniture
}
