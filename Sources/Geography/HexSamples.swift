import Simulation

/// Seven points of every hex, its middle and six at 58 % of the way to its corners, to count how
/// much of it an area covers. The points lie on lines with one distance, three lines a row of
/// hexes.
struct HexSamples {
  /// More than half of a hex.
  static let majority: UInt8 = 4
  /// Metres from one line of points to the next: a third of the rows' distance.
  private static let lineMeters = 288.675
  /// Metres from the middle of the hex to the points on its northern, middle and southern line.
  private static let eastings: [[Double]] = [[-167, 167], [-333, 0, 333], [-167, 167]]

  let grid: HexGrid

  /// The points of a hex; the first is its middle.
  func points(of index: Int) -> [PlanePoint] {
    let middle = PlanePoint(grid.center(of: index))
    var points = [middle]
    for (line, eastings) in Self.eastings.enumerated() {
      for easting in eastings where line != 1 || easting != 0 {
        points.append(
          PlanePoint(
            x: middle.x + easting, y: middle.y + Double(1 - line) * Self.lineMeters))
      }
    }
    return points
  }

  /// How many points of each hex, 0…7, lie in one of some areas that do not overlap.
  func counts(in polygons: [Polygon]) -> [UInt8] {
    let crossings = crossings(of: polygons)
    var counts = [UInt8](repeating: 0, count: grid.count)
    for row in 0..<grid.rows {
      for part in 0..<3 {
        let line = crossings[row * 3 + part]
        if line.isEmpty { continue }
        for column in 0..<grid.columns {
          let middle = Double(column * 1000 + (row & 1) * 500)
          for easting in Self.eastings[part] where isInside(middle + easting, line) {
            counts[row * grid.columns + column] += 1
          }
        }
      }
    }
    return counts
  }

  /// Whether an odd number of edges lies west of a point.
  private func isInside(_ x: Double, _ line: [Double]) -> Bool {
    var low = 0
    var high = line.count
    while low < high {
      let middle = (low + high) / 2
      if line[middle] <= x { low = middle + 1 } else { high = middle }
    }
    return low & 1 == 1
  }

  /// Where the edges of the areas cross each line of points, from west to east.
  private func crossings(of polygons: [Polygon]) -> [[Double]] {
    var lines = [[Double]](repeating: [], count: grid.rows * 3)
    for ring in polygons.lazy.flatMap(\.rings) {
      guard var a = ring.last else { continue }
      for b in ring {
        // Line k lies at y = (1 − k) · lineMeters; an edge owns its northern end, not its southern.
        let first = max((1 - max(a.y, b.y) / Self.lineMeters).rounded(.up), 0)
        let last = min(
          (1 - min(a.y, b.y) / Self.lineMeters).rounded(.up) - 1, Double(lines.count - 1))
        if first <= last {
          for line in Int(first)...Int(last) {
            let y = Double(1 - line) * Self.lineMeters
            lines[line].append(a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y)))
          }
        }
        a = b
      }
    }
    for line in lines.indices { lines[line].sort() }
    return lines
  }
}
