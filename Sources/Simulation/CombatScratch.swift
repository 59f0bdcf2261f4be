/// Buffers of the fighting half of a tick.
struct CombatScratch: Sendable {
  /// Buffers for so many units and hexes.
  init(units: Int, hexes: Int) {}
}
