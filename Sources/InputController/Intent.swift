import Simulation

/// What a unit would be told: an order's kind and its place.
struct Intent: Hashable {
  /// What to do.
  var kind: OrderKind
  /// Where, nil for where it stands.
  var target: Int32?
}
