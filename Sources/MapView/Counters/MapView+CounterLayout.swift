import MapTable
import Screen
import Symbology

extension MapView {
  /// The height of a symbol's frame in pixels.
  static func counterHeight(_ frame: MapFrame) -> Int {
    min(256, max(8, Int((frame.view.counterSize * frame.scale).rounded())))
  }

  /// What a counter takes on the glass: the frame, the echelon over it and the bars below.
  static func footprint(_ frame: MapFrame) -> Size {
    let height = Double(counterHeight(frame))
    return Size(height * 1.5 + 4 * frame.scale, height * 1.62)
  }

  /// The counters in view, in paint order: the chosen last.
  mutating func layoutCounters(_ frame: MapFrame) -> [MapCounter] {
    let size = Self.footprint(frame)
    let near = frame.box(grownBy: 3 * size.width)
    let items = counterItems(frame, gap: size.width * 1.1, within: near)
    let groups = CounterLayout(size: size).groups(items, metersPerPixel: frame.metersPerPixel)
    let view = frame.bounds.inset(by: -size.width)
    let shift = Point(Double(frame.left), Double(frame.top))
    var counters: [MapCounter] = []
    counters.reserveCapacity(groups.count)
    for group in groups {
      let center = Self.snapped(group.center - shift, frame)
      guard view.contains(center) else { continue }
      counters.append(
        MapCounter(
          item: group.items[0], stack: group.items, truePoint: group.anchor - shift, center: center,
          frameRect: Self.frameRect(group.items[0], center, frame),
          isSelected: group.items.contains { $0.isSelected }))
    }
    // North to south, so that what stands lower lies on top; chosen ones above all.
    let order = counters.indices.sorted { a, b in
      if counters[a].isSelected != counters[b].isSelected { return !counters[a].isSelected }
      if counters[a].center.y != counters[b].center.y {
        return counters[a].center.y < counters[b].center.y
      }
      return counters[a].item.subject.order < counters[b].item.subject.order
    }
    return order.map { counters[$0] }
  }

  /// The middle of a symbol on whole pixels, so that its frame is crisp.
  static func snapped(_ p: Point, _ frame: MapFrame) -> Point {
    let half = counterHeight(frame) % 2 == 1 ? 0.5 : 0
    return Point(p.x.rounded(.down) + half, p.y.rounded(.down) + half)
  }

  static func frameRect(_ item: CounterItem, _ center: Point, _ frame: MapFrame) -> Rect {
    let unit = Double(counterHeight(frame))
    let (width, height) = (unit * item.frame.width, unit * item.frame.height)
    return Rect(center.x - width / 2, center.y - height / 2, width, height)
  }
}
