/// Where the parts of a formation go: a line through its goal, across the way from where it stands.
struct FormationLine {
  let target: Int32
  private let grid: HexGrid
  private let center: MapPoint
  /// From the goal to the place where the formation stands, in metres; never 0, 0.
  private let back: MapPoint

  /// A line through a goal for units that stand in some hexes.
  init(_ setup: BattleSetup, toward target: Int32, from hexes: [Int32]) {
    self.target = target
    grid = setup.terrain.grid
    center = grid.center(of: Int(target))
    var (x, y): (Int64, Int64) = (0, 0)
    for hex in hexes {
      let place = setup.terrain.grid.center(of: Int(hex))
      x += Int64(place.x)
      y += Int64(place.y)
    }
    let count = Int64(max(1, hexes.count))
    let away = MapPoint(Int32(x / count) - center.x, Int32(y / count) - center.y)
    let isHere = hexes.isEmpty || max(abs(away.x), abs(away.y)) < HexGrid.spacingMeters / 2
    back = isHere ? MapPoint(0, HexGrid.spacingMeters) : away
  }

  /// A hex for each unit, one apiece as far as they go: the nearest to the line and to the goal,
  /// taken from left to right by units as they stand from left to right.
  func places(for hexes: [Int32], isOpen: (Int) -> Bool) -> [Int32] {
    guard hexes.count > 1 else { return hexes.map { _ in target } }
    var candidates: [(hex: Int32, cost: Int64, side: Int64)] = []
    let reach = 1 + min(12, hexes.count)
    let (row, column) = (Int(target) / grid.columns, Int(target) % grid.columns)
    for r in max(0, row - reach)...min(grid.rows - 1, row + reach) {
      for c in max(0, column - reach)...min(grid.columns - 1, column + reach) {
        let hex = r * grid.columns + c
        guard grid.distance(Int(target), hex) <= reach, hex == Int(target) || isOpen(hex) else {
          continue
        }
        let (depth, side) = offset(Int32(hex))
        // Ahead of the goal is dearer than behind it, depth dearer than width.
        let cost = abs(side) + (depth > 0 ? 2 * depth : -4 * depth)
        candidates.append((Int32(hex), cost, side))
      }
    }
    candidates.sort { ($0.cost, $0.hex) < ($1.cost, $1.hex) }
    guard !candidates.isEmpty else { return hexes.map { _ in target } }
    // Where there is less room than units, they share hexes.
    var slots = hexes.indices.map { candidates[$0 % candidates.count] }
    slots.sort { ($0.side, $0.cost, $0.hex) < ($1.side, $1.cost, $1.hex) }
    let order = hexes.indices.sorted {
      (offset(hexes[$0]).side, $0) < (offset(hexes[$1]).side, $1)
    }
    var places = [Int32](repeating: target, count: hexes.count)
    for (slot, unit) in order.enumerated() { places[unit] = slots[slot].hex }
    return places
  }

  /// The open hex nearest to the point so many hexes behind the goal, on the way that the formation
  /// came; nil where there is none within five hexes.
  func place(behind hexes: Int, isOpen: (Int) -> Bool) -> Int32? {
    let length = max(1, Fixed.isqrt(squared(back)))
    let meters = min(Int64(hexes) * Int64(HexGrid.spacingMeters), length)
    let point = MapPoint(
      center.x + Int32(Fixed.mulDiv(Int64(back.x), meters, length)),
      center.y + Int32(Fixed.mulDiv(Int64(back.y), meters, length)))
    var best: (hex: Int32, distance: Int64)?
    let reach = hexes + 6
    let (row, column) = (Int(target) / grid.columns, Int(target) % grid.columns)
    for r in max(0, row - reach)...min(grid.rows - 1, row + reach) {
      for c in max(0, column - reach)...min(grid.columns - 1, column + reach) {
        let hex = r * grid.columns + c
        let place = grid.center(of: hex)
        let distance = squared(MapPoint(place.x - point.x, place.y - point.y))
        guard best.map({ distance < $0.distance }) ?? true, isOpen(hex) else { continue }
        best = (Int32(hex), distance)
      }
    }
    let farthest = 5 * Int64(HexGrid.spacingMeters)
    return best.flatMap { $0.distance <= farthest * farthest ? $0.hex : nil }
  }

  /// How far a hex lies behind the goal, and how far to the left of the way, in metres.
  private func offset(_ hex: Int32) -> (depth: Int64, side: Int64) {
    let place = grid.center(of: Int(hex))
    let (x, y) = (Int64(place.x - center.x), Int64(place.y - center.y))
    let length = max(1, Fixed.isqrt(squared(back)))
    return (
      (x * Int64(back.x) + y * Int64(back.y)) / length,
      (x * Int64(back.y) - y * Int64(back.x)) / length
    )
  }

  private func squared(_ point: MapPoint) -> Int64 {
    Int64(point.x) * Int64(point.x) + Int64(point.y) * Int64(point.y)
  }
}
