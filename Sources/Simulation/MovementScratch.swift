/// Buffers of the moving half of a tick.
struct MovementScratch: Sendable {
  /// Who stands where; rebuilt at the start of `stepMovement` and kept up to date through it.
  var occupancy: HexOccupancy
  /// Where the columns are.
  var traffic: RoadTraffic
  /// For planning paths.
  var search: PathSearch
  /// What ground costs.
  let costs: MovementCosts
  /// How light it is in this tick.
  var light: Sky.Light = .day

  /// Buffers for so many units and hexes.
  init(units: Int, hexes: Int, rules: Rules) {
    occupancy = HexOccupancy(units: units, hexes: hexes)
    traffic = RoadTraffic(hexes: hexes)
    search = PathSearch(hexes: hexes)
    costs = MovementCosts(rules)
  }
}
