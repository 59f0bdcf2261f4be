extension BattleSetup {
  /// Whether neither ground nor what grows and stands on it breaks the line between two hexes.
  /// The line is sampled once a hex; neighbours always see each other.
  func hasLineOfSight(_ from: Int, _ to: Int) -> Bool {
    let grid = terrain.grid
    let steps = Int64(grid.distance(from, to))
    guard steps > 1 else { return true }
    let table = rules.spotting
    let above = Int64(table[.observerHeight])
    let start = Int64(terrain.heightMeters[from]) + above
    let end = Int64(terrain.heightMeters[to]) + above
    let a = grid.center(of: from)
    let b = grid.center(of: to)
    for step in 1..<steps {
      let x = Int64(a.x) + (Int64(b.x) - Int64(a.x)) * step / steps
      let y = Int64(a.y) + (Int64(b.y) - Int64(a.y)) * step / steps
      guard let hex = grid.index(at: MapPoint(Int32(x), Int32(y))) else { continue }
      let line = start + (end - start) * step / steps
      if obstacleHeight(hex) > line + Int64(table[.heightMargin]) { return false }
    }
    return true
  }

  /// How high what stands in a hex reaches, in metres above the sea.
  private func obstacleHeight(_ hex: Int) -> Int64 {
    let ground = Int64(terrain.heightMeters[hex])
    return switch terrain.cover[hex] {
    case .forest: ground + Int64(rules.spotting[.forestHeight])
    case .urban: ground + Int64(rules.spotting[.urbanHeight])
    default: ground
    }
  }

  /// A hex on the line from an observer to a place.
  public struct SightSample: Sendable, Hashable {
    /// The hex.
    public var hex: Int32
    /// How high the ground lies, in metres above the sea.
    public var groundMeters: Int32
    /// How high what stands on it reaches.
    public var topMeters: Int32
    /// Whether the observer's line to this hex is clear.
    public var isSeen: Bool
  }

  /// The hexes on the line between two, both ends among them, as the battle's own lines of sight
  /// run; empty where one of them is off the map.
  public func sightLine(from: Int32, to: Int32) -> [SightSample] {
    let grid = terrain.grid
    guard (0..<grid.count).contains(Int(from)), (0..<grid.count).contains(Int(to)) else {
      return []
    }
    let steps = Int64(grid.distance(Int(from), Int(to)))
    let a = grid.center(of: Int(from))
    let b = grid.center(of: Int(to))
    return (0...steps).compactMap { step in
      let share = max(1, steps)
      let x = Int64(a.x) + (Int64(b.x) - Int64(a.x)) * step / share
      let y = Int64(a.y) + (Int64(b.y) - Int64(a.y)) * step / share
      guard let hex = grid.index(at: MapPoint(Int32(x), Int32(y))) else { return nil }
      return SightSample(
        hex: Int32(hex), groundMeters: Int32(terrain.heightMeters[hex]),
        topMeters: Int32(obstacleHeight(hex)), isSeen: hasLineOfSight(Int(from), hex))
    }
  }

  /// The hexes within some kilometres that an observer's line reaches, ascending.
  public func hexesInSight(of from: Int32, within kilometers: Int) -> [Int32] {
    let grid = terrain.grid
    guard (0..<grid.count).contains(Int(from)) else { return [] }
    let center = grid.hex(at: Int(from))
    let reach = max(0, min(60, kilometers))
    var seen: [Int32] = []
    for row in max(0, Int(center.row) - reach)...min(grid.rows - 1, Int(center.row) + reach) {
      let first = max(0, Int(center.column) - reach)
      for column in first...min(grid.columns - 1, Int(center.column) + reach) {
        let hex = row * grid.columns + column
        guard grid.distance(Int(from), hex) <= reach, hasLineOfSight(Int(from), hex) else {
          continue
        }
        seen.append(Int32(hex))
      }
    }
    return seen
  }
}
