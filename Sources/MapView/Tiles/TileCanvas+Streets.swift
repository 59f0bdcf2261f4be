import Geography
import Raster
import Screen

extension TileCanvas {
  /// Metres between streets, and their widths in points: lanes and main streets.
  private static let nets = [(spacing: 170.0, points: 0.9), (680, 1.8)]

  /// A quiet net of streets in built-up ground: a sign for streets, not a survey of them.
  mutating func drawStreets(within blocks: Path) {
    var net = Bitmap(width: bitmap.width, height: bitmap.height)
    let color = style[.street].withAlpha(255)
    for (spacing, points) in Self.nets {
      for parallels in parallels(spacing) {
        var path = Path()
        for street in parallels {
          path.move(to: pixel(street.start))
          path.line(to: pixel(street.end))
        }
        painter.stroke(path, LineStyle(width: points * scale), color, on: &net)
      }
    }
    var mask = Bitmap(width: bitmap.width, height: bitmap.height)
    painter.fill(blocks, .white, on: &mask)
    let opacity = UInt32(style[.street].alpha)
    for index in net.pixels.indices where net.pixels[index] != 0 {
      let share = (mask.pixels[index] >> 24) * opacity / 255
      let p = net.pixels[index]
      func thin(_ shift: UInt32) -> UInt32 {
        (((p >> shift & 255) * share + 127) / 255) << shift
      }
      net.pixels[index] = thin(24) | thin(16) | thin(8) | thin(0)
    }
    bitmap.draw(net, x: 0, y: 0)
  }

  /// The same net as lines that end where the built-up ground does.
  mutating func drawStreetLines() {
    let towns = source.footprints.filter { $0.box.intersects(wideBox) }
    for (spacing, points) in Self.nets {
      var path = Path()
      for street in parallels(spacing).joined() {
        for town in towns {
          for part in Self.inside(town, from: street.start, to: street.end) {
            path.move(to: pixel(part.start))
            path.line(to: pixel(part.end))
          }
        }
      }
      stroke(path, width: points * scale, style[.street], cap: .butt)
    }
  }

  /// A straight street.
  private typealias Street = (start: PlanePoint, end: PlanePoint)

  /// Two sets of parallels across the canvas, along (4, 1) and (-1, 4) of length √17.
  private func parallels(_ spacing: Double) -> [[Street]] {
    [PlanePoint(x: 0.970143, y: 0.242536), PlanePoint(x: -0.242536, y: 0.970143)].map { along in
      let across = PlanePoint(x: -along.y, y: along.x)
      let corners = [
        (wideBox.west, wideBox.south), (wideBox.west, wideBox.north),
        (wideBox.east, wideBox.south), (wideBox.east, wideBox.north),
      ]
      let offsets = corners.map { $0.0 * across.x + $0.1 * across.y }
      let ways = corners.map { $0.0 * along.x + $0.1 * along.y }
      guard let low = offsets.min(), let high = offsets.max(), let start = ways.min(),
        let end = ways.max()
      else { return [] }
      return (Int((low / spacing).rounded(.up))...Int((high / spacing).rounded(.up))).map {
        let offset = Double($0) * spacing
        let foot = PlanePoint(x: across.x * offset, y: across.y * offset)
        return (
          PlanePoint(x: foot.x + along.x * start, y: foot.y + along.y * start),
          PlanePoint(x: foot.x + along.x * end, y: foot.y + along.y * end)
        )
      }
    }
  }

  /// The parts of a straight line that lie in an area: between every other crossing of its rings.
  private static func inside(
    _ area: TileArea, from a: PlanePoint, to b: PlanePoint
  ) -> [Street] {
    let d = PlanePoint(x: b.x - a.x, y: b.y - a.y)
    func side(_ p: PlanePoint) -> Double { (p.x - a.x) * d.y - (p.y - a.y) * d.x }
    var crossings: [Double] = []
    for ring in area.rings {
      guard var last = ring.last else { continue }
      for point in ring {
        let (from, to) = (side(last), side(point))
        if (from < 0) != (to < 0) {
          let part = from / (from - to)
          let at = PlanePoint(
            x: last.x + (point.x - last.x) * part, y: last.y + (point.y - last.y) * part)
          crossings.append(
            ((at.x - a.x) * d.x + (at.y - a.y) * d.y) / (d.x * d.x + d.y * d.y))
        }
        last = point
      }
    }
    crossings.sort()
    return stride(from: 0, to: crossings.count - 1, by: 2).map { index in
      let (start, end) = (crossings[index], crossings[index + 1])
      return (
        PlanePoint(x: a.x + d.x * start, y: a.y + d.y * start),
        PlanePoint(x: a.x + d.x * end, y: a.y + d.y * end)
      )
    }
  }
}
