/// Buffers of the moving half of a tick.
struct MovementScratch: Sendable {
  /// Who stands where; rebuilt at the start of `stepMovement` and kept up to date through it.
  var occupancy: HexOccupancy

  /// Buffers for so many units and hexes.
  init(units: Int, hexes: Int) {
    occupancy = HexOccupancy(units: units, hexes: hexes)
  }
}
