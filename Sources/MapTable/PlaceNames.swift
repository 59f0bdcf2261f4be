public import Simulation

/// Names places as people would: by quarter, by town, or by the way from the nearest town.
public struct PlaceNames: Sendable {
  /// The ground.
  public let terrain: Terrain

  /// Names on a ground.
  public init(_ terrain: Terrain) { self.terrain = terrain }

  /// `Cəlilabad, north`, `Göytəpə`, `4 km NW of Göytəpə`; `open ground` where no town is near.
  public func text(_ hex: Int32) -> String {
    guard hex >= 0, Int(hex) < terrain.grid.count else { return "off the map" }
    if let quarter = quarter(at: hex) {
      let town = terrain.towns[quarter.town.index]
      return town.quarters.count > 1 ? "\(town.name), \(quarter.name)" : town.name
    }
    guard let (town, kilometers) = nearestTown(to: hex) else { return "open ground" }
    if kilometers == 0 { return town.name }
    return
      "\(kilometers) km \(Self.bearing(of: hex, from: town.center, terrain.grid)) of \(town.name)"
  }

  /// The quarter that a hex belongs to.
  public func quarter(at hex: Int32) -> Quarter? {
    guard hex >= 0, Int(hex) < terrain.quarter.count else { return nil }
    let index = Int(terrain.quarter[Int(hex)])
    return index >= 0 && index < terrain.quarters.count ? terrain.quarters[index] : nil
  }

  /// The town nearest to a hex with the way to its middle in kilometres, within 40 km.
  public func nearestTown(to hex: Int32) -> (town: Town, kilometers: Int)? {
    var best: (town: Town, kilometers: Int)?
    for town in terrain.towns {
      let kilometers = terrain.grid.distance(Int(hex), Int(town.center))
      if kilometers <= 40, kilometers < best?.kilometers ?? .max { best = (town, kilometers) }
    }
    return best
  }

  /// One of the eight compass points: where `hex` lies as seen from `origin`.
  public static func bearing(of hex: Int32, from origin: Int32, _ grid: HexGrid) -> String {
    let a = grid.center(of: Int(origin))
    let b = grid.center(of: Int(hex))
    let x = Double(b.x - a.x)
    let y = Double(b.y - a.y)
    // tan 22.5° parts a cardinal sector from a diagonal one.
    let slant = 0.41421356
    let northSouth = abs(y) * slant >= abs(x) ? "" : x > 0 ? "E" : "W"
    let eastWest = abs(x) * slant >= abs(y) ? "" : y > 0 ? "N" : "S"
    return eastWest + northSouth
  }
}
