import Simulation

/// The town that people name a place by.
struct NearestTown {
  /// The town.
  let town: TownID
  /// The place as a noun: `Cəlilabad`, `the outskirts of Cəlilabad`, `positions north of Alar`.
  let text: String
  /// The place with its preposition: `in Cəlilabad`, `on the outskirts of Cəlilabad`,
  /// `8 km north of Cəlilabad`.
  let at: String
  /// Whether it lies outside every town and its edge.
  let isAfield: Bool

  /// The nearest town of at least a thousand people within 30 km; nil where there is none.
  init?(_ hex: Int32, _ terrain: Terrain) {
    guard hex >= 0, Int(hex) < terrain.grid.count else { return nil }
    var best: (index: Int, distance: Int)?
    for (index, town) in terrain.towns.enumerated() where town.population >= 1000 {
      let distance = terrain.grid.distance(Int(hex), Int(town.center))
      if distance <= 30, distance < best?.distance ?? .max { best = (index, distance) }
    }
    let quarter = Int(terrain.quarter[Int(hex)])
    if quarter >= 0 {
      town = terrain.quarters[quarter].town
      let name = terrain.towns[town.index].name
      let part = terrain.quarters[quarter].id
      let isWhole = terrain.towns[town.index].quarters.count < 2
      text = isWhole ? name : "the \(part == "center" ? "centre" : part) of \(name)"
      isAfield = false
      at = (part == "outskirts" && !isWhole ? "on " : "in ") + text
      return
    }
    guard let best else { return nil }
    town = TownID(best.index)
    let name = terrain.towns[best.index].name
    isAfield = best.distance > 2
    guard isAfield else {
      text = "the edge of \(name)"
      at = "on the edge of \(name)"
      return
    }
    let direction =
      Self.bearing(hex, terrain.towns[best.index].center, terrain.grid) + " of \(name)"
    at = best.distance < 5 ? direction : "\(best.distance) km \(direction)"
    text = "positions " + at
  }

  private static func bearing(_ hex: Int32, _ origin: Int32, _ grid: HexGrid) -> String {
    let a = grid.center(of: Int(hex))
    let b = grid.center(of: Int(origin))
    let dx = a.x - b.x
    let dy = a.y - b.y
    // Beyond about 22 degrees off an axis (2 to 5) the direction is a mixed one.
    let isEastWest = abs(dx) * 5 > abs(dy) * 2
    let isNorthSouth = abs(dy) * 5 > abs(dx) * 2
    let vertical = dy > 0 ? "north" : "south"
    let horizontal = dx > 0 ? "east" : "west"
    if isEastWest && isNorthSouth { return vertical + "-" + horizontal }
    return isNorthSouth ? vertical : horizontal
  }
}
