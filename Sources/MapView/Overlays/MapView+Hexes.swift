import Geography
import MapTable
import Screen
import Simulation

extension MapView {
  /// The hex grid about the pointer or everywhere, the chosen hex and the map cursor.
  mutating func drawHexes(_ frame: MapFrame, into list: inout DrawList) {
    let pixels = 1000 / frame.metersPerPixel / frame.scale
    if frame.view.showsGrid && pixels >= 9 {
      drawGrid(frame, around: nil, into: &list)
    } else if pixels >= 12, let pointer = frame.view.pointer,
      !frame.covered.contains(where: { $0.contains(pointer) })
    {
      drawGrid(frame, around: pointer, into: &list)
    }
    let line = LineStyle(width: 2 * frame.scale, join: .miter)
    if let hex = frame.view.selectedHex { outline(hex, line, .hexOutline, frame, into: &list) }
    if let hex = frame.view.cursorHex {
      let dashed = LineStyle(
        width: 2 * frame.scale, join: .miter, dashes: [5 * frame.scale, 3 * frame.scale])
      outline(hex, dashed, .cursor, frame, into: &list)
    }
  }

  private mutating func outline(
    _ hex: Int32, _ line: LineStyle, _ ink: MapStyle.Ink, _ frame: MapFrame,
    into list: inout DrawList
  ) {
    let grid = frame.picture.setup.terrain.grid
    guard hex >= 0, Int(hex) < grid.count else { return }
    scratch.path.restart()
    for corner in 0..<6 {
      let p = frame.screen(HexOutline.corner(Int(hex), corner, grid))
      if corner == 0 { scratch.path.move(to: p) } else { scratch.path.line(to: p) }
    }
    scratch.path.close()
    list.line(scratch.path, line, frame.style[ink])
  }

  /// Three edges of every hex in view, fading with the distance from `middle` where there is one.
  private mutating func drawGrid(
    _ frame: MapFrame, around middle: Point?, into list: inout DrawList
  ) {
    let grid = frame.picture.setup.terrain.grid
    let reach = 150 * frame.scale
    var box = frame.box(grownBy: 2)
    if let middle {
      let ground = frame.camera.ground(middle)
      let radius = reach * frame.metersPerPixel
      box = PlaneBox(
        west: ground.x - radius, south: ground.y - radius, east: ground.x + radius,
        north: ground.y + radius)
    }
    let rows = Self.indices(from: -box.north / 866.025, to: -box.south / 866.025, of: grid.rows)
    let columns = Self.indices(from: box.west / 1000, to: box.east / 1000, of: grid.columns)
    let bands = middle == nil ? 1 : 3
    let color = frame.style[.grid]
    for band in 0..<bands {
      scratch.path.restart()
      for row in rows {
        for column in columns {
          let index = row * grid.columns + column
          if let middle {
            let distance = (frame.screen(HexOutline.center(index, grid)) - middle).length
            guard Int(distance / reach * 3) == band else { continue }
          }
          scratch.path.move(to: frame.screen(HexOutline.corner(index, 5, grid)))
          for corner in [0, 1, 2] {
            scratch.path.line(to: frame.screen(HexOutline.corner(index, corner, grid)))
          }
        }
      }
      guard !scratch.path.verbs.isEmpty else { continue }
      let alpha = UInt8(Int(color.alpha) * (bands - band) / bands)
      list.line(
        scratch.path, LineStyle(width: max(1, frame.scale)),
        color.withAlpha(middle == nil ? color.alpha : alpha))
    }
  }
  /// The rows or columns between two places along the grid and one more on either side; none where
  /// both lie outside, as under a pointer beyond the theatre's edge.
  private static func indices(from low: Double, to high: Double, of count: Int) -> Range<Int> {
    func index(_ place: Double) -> Int { Int(max(-2, min(Double(count) + 2, place))) }
    let first = min(count, max(0, index(low) - 1))
    return first..<max(first, min(count, index(high) + 2))
  }
}
