import Simulation

/// The ground as the scenario's places need it: hexes, and the way between degrees and metres.
struct Ground {
  /// A pair of degrees.
  struct Degrees: Equatable {
    /// East positive.
    var longitude: Double
    /// North positive.
    var latitude: Double
  }

  /// The hexes and towns.
  var terrain: Terrain
  /// Degrees to metres of the grid.
  var plane: (Degrees) -> MapPoint
  /// Metres of the grid to degrees.
  var degrees: (MapPoint) -> Degrees

  /// The hex at a place, nil off the map.
  func hex(at place: Degrees) -> Int? { terrain.grid.index(at: plane(place)) }

  /// Whether a unit may stand on a hex: neither water nor neutral ground.
  func isOpen(_ hex: Int) -> Bool { !terrain.isWater(hex) && terrain.neutral[hex] == 0 }

  /// The open hex nearest to a place; among equals the one with the lowest index.
  func nearestOpenHex(to point: MapPoint) -> Int? {
    var best: (hex: Int, distance: Int64)?
    for hex in 0..<terrain.grid.count where isOpen(hex) {
      let center = terrain.grid.center(of: hex)
      let dx = Int64(center.x) - Int64(point.x)
      let dy = Int64(center.y) - Int64(point.y)
      let distance = dx * dx + dy * dy
      if distance < best?.distance ?? .max { best = (hex, distance) }
    }
    return best?.hex
  }

  /// A hex as authors may write it: `[48.4919, 39.2096]`.
  func text(of hex: Int) -> String {
    let place = degrees(terrain.grid.center(of: hex))
    return "[\(Self.fourDecimals(place.longitude)), \(Self.fourDecimals(place.latitude))]"
  }

  /// The middle hex of a quarter: the one nearest to the mean of all.
  func middle(of quarter: Quarter) -> Int {
    var x: Int64 = 0
    var y: Int64 = 0
    let count = Int64(max(quarter.hexes.count, 1))
    for hex in quarter.hexes {
      let center = terrain.grid.center(of: Int(hex))
      x += Int64(center.x)
      y += Int64(center.y)
    }
    var best: (hex: Int, distance: Int64) = (Int(quarter.hexes.first ?? 0), .max)
    for hex in quarter.hexes {
      let center = terrain.grid.center(of: Int(hex))
      let dx = Int64(center.x) - x / count
      let dy = Int64(center.y) - y / count
      if dx * dx + dy * dy < best.distance { best = (Int(hex), dx * dx + dy * dy) }
    }
    return best.hex
  }

  private static func fourDecimals(_ value: Double) -> String {
    let scaled = Int((value * 10_000).rounded())
    let digits = "\(abs(scaled) % 10_000)"
    let padding = String(repeating: "0", count: 4 - digits.count)
    return "\(scaled < 0 ? "-" : "")\(abs(scaled) / 10_000).\(padding)\(digits)"
  }
}
