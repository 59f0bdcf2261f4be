/// Buffers for finding routes, made by the first search and used again, so that the next ones are
/// quicker. Holds nothing that changes an answer.
public struct RouteFinder: Sendable {
  /// The search; over no hex until it is prepared.
  var search = PathSearch(hexes: 0)
  private var costs: MovementCosts?
  private var battle: (source: UInt64, terrain: UInt64, hexes: Int)?

  /// No buffers yet.
  public init() {}

  /// Makes the buffers fit a battle, with no penalties; returns what its ground costs.
  mutating func prepare(_ setup: borrowing BattleSetup) -> MovementCosts {
    let hexes = setup.terrain.grid.count
    if let costs, let battle, battle == (setup.sourceDigest, setup.terrainHash, hexes) {
      search.clearPenalties()
      return costs
    }
    let made = MovementCosts(setup.rules)
    search = PathSearch(hexes: hexes)
    costs = made
    battle = (setup.sourceDigest, setup.terrainHash, hexes)
    return made
  }
}
