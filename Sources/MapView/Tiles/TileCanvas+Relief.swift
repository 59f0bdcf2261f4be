import Geography
import Raster
import Screen

extension TileCanvas {
  /// Pixels between two places at which heights are looked up for contours.
  private static let contourStep = 8

  /// Contours, every fifth stronger; denser the nearer one looks.
  mutating func drawContours() {
    guard shows(.contours) else { return }
    let interval = metersPerPoint <= 12 ? 20.0 : metersPerPoint <= 28 ? 50.0 : 100.0
    let (thin, strong) = contours(interval)
    let line = width(.contour)
    stroke(thin, width: line, style[.contour])
    stroke(strong, width: line * 1.7, style[.contour])
  }

  /// The contours in the tile by marching squares (Lorensen and Cline 1987, in the plane) on a
  /// lattice that neighbouring tiles share.
  private func contours(_ interval: Double) -> (thin: Path, strong: Path) {
    let step = Self.contourStep
    let count = TileKey.size / step + 3
    var heights: [Double] = []
    heights.reserveCapacity(count * count)
    for row in 0..<count {
      for column in 0..<count {
        let x = (Double(left + (column - 1) * step)) * metersPerPixel
        let y = -(Double(top + (row - 1) * step)) * metersPerPixel
        heights.append(source.raster.height(x: x, y: y))
      }
    }
    var paths = (thin: Path(), strong: Path())
    for row in 0..<(count - 1) {
      for column in 0..<(count - 1) {
        let at = row * count + column
        let corners = [heights[at], heights[at + 1], heights[at + count + 1], heights[at + count]]
        guard let low = corners.min(), let high = corners.max(), high - low > 0 else { continue }
        // Below the level of the ocean lies the Caspian's shore, where the water draws the line.
        var level = max(interval, ((low / interval).rounded(.down) + 1) * interval)
        while level <= high {
          let isStrong = (level / interval / 5).rounded() * 5 * interval == level
          if isStrong {
            Self.append(&paths.strong, corners, level, column - 1, row - 1)
          } else {
            Self.append(&paths.thin, corners, level, column - 1, row - 1)
          }
          level += interval
        }
      }
    }
    return paths
  }

  /// Adds a level's way through one square of the lattice; corners run clockwise from the upper
  /// left.
  private static func append(
    _ path: inout Path, _ corners: [Double], _ level: Double, _ column: Int, _ row: Int
  ) {
    let offsets = [Point(0, 0), Point(1, 0), Point(1, 1), Point(0, 1)]
    var crossings: [Point] = []
    for side in 0..<4 {
      let (a, b) = (corners[side], corners[(side + 1) % 4])
      guard (a < level) != (b < level) else { continue }
      let part = (level - a) / (b - a)
      let at = offsets[side] + (offsets[(side + 1) % 4] - offsets[side]) * part
      crossings.append(
        Point(
          (Double(column) + at.x) * Double(contourStep), (Double(row) + at.y) * Double(contourStep))
      )
    }
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      path.move(to: crossings[pair])
      path.line(to: crossings[pair + 1])
    }
  }

  /// Bridges: two lines beside the road with their ends turned out.
  mutating func drawBridges() {
    guard shows(.bridges) else { return }
    var path = Path()
    for bridge in source.bridges where wideBox.contains(bridge.place) {
      let stroke: MapStyle.Stroke =
        switch bridge.road {
        case nil: .railway
        case 0: .motorway
        case 1: .primary
        default: .secondary
        }
      if bridge.road == 2, !shows(.secondaryRoads) { continue }
      let river = width(
        bridge.river <= 1 ? .riverGreat : bridge.river == 2 ? .riverMiddle : .riverSmall)
      let at = pixel(bridge.place)
      let along = Point(bridge.along.x, -bridge.along.y)
      let across = Point(-along.y, along.x)
      let half = river / 2 + 4 * scale
      let off = width(stroke) / 2 + width(.casing) + 1.4 * scale
      let end = 2.2 * scale
      for side in [-1.0, 1] {
        let base = at + across * (off * side)
        path.move(to: base - along * (half + end) + across * (end * side))
        path.line(to: base - along * half)
        path.line(to: base + along * half)
        path.line(to: base + along * (half + end) + across * (end * side))
      }
    }
    stroke(path, width: 1.3 * scale, style[.villageName])
  }
}
