/// A layer over the ground that can be left away.
public enum MapLayer: String, CaseIterable, Sendable, Hashable {
  /// Ground that nobody of the viewer's has seen lately.
  case unseen
  /// The tint of the ground that each side holds.
  case control
  /// The line between the sides.
  case front
  /// The night on the ground.
  case light
  /// The hex grid.
  case grid
  /// Names of towns, waters and regions.
  case names
  /// How far guns and air defence reach: of the selection, or of all.
  case ranges
  /// Lines of supply: of the selection, or of all.
  case supply
  /// Where units came along: of the selection, or of all.
  case trails
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

  /// Layers that tell of the selection alone unless they are asked for by name.
  public static let ofSelection: Set<MapLayer> = [.ranges, .supply, .trails]
}
