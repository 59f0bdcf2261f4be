import MapTable
import Screen
import Symbology

extension MapView {
  /// The height of a symbol's frame in pixels.
  static func counterHeight(_ frame: MapFrame) -> Int {
    min(256, max(8, Int((frame.view.counterSize * frame.scale).rounded())))
  }

  /// What a counter takes on the glass: the frame, the echelon over it and the bars below.
  private static func footprint(_ frame: MapFrame) -> Size {
    let height = Double(counterHeight(frame))
    return Size(height * 1.5 + 4 * frame.scale, height * 1.62)
  }

  /// The counters in view, in paint order: the fanned and the chosen last.
  mutating func layoutCounters(_ frame: MapFrame) -> [MapCounter] {
    let size = Self.footprint(frame)
    let metersPerPixel = frame.metersPerPixel
    let items = counterItems(frame, gap: size.width * 1.1)
    let near = frame.box(grownBy: 3 * size.width)
    let wanted = items.count > 600 ? items.filter { near.contains($0.place) } : items
    let groups = CounterLayout(size: size).groups(wanted, metersPerPixel: metersPerPixel)
    let view = frame.bounds.inset(by: -size.width)
    var counters: [MapCounter] = []
    for group in groups {
      let shift = Point(Double(frame.left), Double(frame.top))
      let center = Self.snapped(group.center - shift, frame)
      guard view.contains(center) else { continue }
      counters.append(
        MapCounter(
          item: group.items[0], stack: group.items, truePoint: group.anchor - shift, center: center,
          frameRect: Self.frameRect(group.items[0], center, frame),
          isSelected: group.items.contains { $0.isSelected }))
    }
    // North to south, so that what stands lower lies on top; chosen ones above all.
    counters.sort {
      if $0.isSelected != $1.isSelected { return !$0.isSelected }
      if $0.center.y != $1.center.y { return $0.center.y < $1.center.y }
      return $0.item.subject.order < $1.item.subject.order
    }
    return fanned(counters, frame, size)
  }

  /// The middle of a symbol on whole pixels, so that its frame is crisp.
  private static func snapped(_ p: Point, _ frame: MapFrame) -> Point {
    let half = counterHeight(frame) % 2 == 1 ? 0.5 : 0
    return Point(p.x.rounded(.down) + half, p.y.rounded(.down) + half)
  }

  static func frameRect(_ item: CounterItem, _ center: Point, _ frame: MapFrame) -> Rect {
    let unit = Double(counterHeight(frame))
    let (width, height) = (unit * item.frame.width, unit * item.frame.height)
    return Rect(center.x - width / 2, center.y - height / 2, width, height)
  }

  /// Spreads the stack under the pointer, or all of them, into columns beside their place.
  private mutating func fanned(
    _ counters: [MapCounter], _ frame: MapFrame, _ size: Size
  ) -> [MapCounter] {
    var kept: [MapCounter] = []
    var spread: [MapCounter] = []
    var isOpenSeen = false
    for counter in counters {
      guard counter.stack.count > 1 else {
        kept.append(counter)
        continue
      }
      let fan = fan(of: counter, frame, size)
      let area = fan.reduce(counter.frameRect) { $0.union($1.frameRect) }.inset(by: -6)
      let pointer = frame.view.pointer
      let isHovered = pointer.map { counter.frameRect.inset(by: -3).contains($0) } ?? false
      let staysOpen =
        openStack == counter.item.subject && (pointer.map { area.contains($0) } ?? false)
      let opens = (isHovered || staysOpen) && !isOpenSeen
      if opens {
        isOpenSeen = true
        openStack = counter.item.subject
      }
      if opens || frame.view.opensStacks || Self.isOpened(counter, frame) {
        spread += fan
      } else {
        kept.append(counter)
      }
    }
    if !isOpenSeen { openStack = nil }
    return kept + spread
  }

  /// Whether the person has opened this stack.
  private static func isOpened(_ counter: MapCounter, _ frame: MapFrame) -> Bool {
    guard let opened = frame.view.openedStack else { return false }
    return counter.stack.contains { $0.subject == .unit(opened) || $0.units.contains(opened) }
  }

  /// The counters of an opened stack: columns of up to eight to the right of the place, or to the
  /// left where the view ends.
  private func fan(of counter: MapCounter, _ frame: MapFrame, _ size: Size) -> [MapCounter] {
    let rows = min(8, counter.stack.count)
    let columns = (counter.stack.count + rows - 1) / rows
    let step = Point(size.width * 3.1, size.height * 1.08)
    let toRight =
      counter.center.x + step.x * Double(columns) + size.width < frame.bounds.maxX
    let height = Double(rows - 1) * step.y
    let top = min(
      max(counter.center.y - height / 2, size.height),
      max(size.height, frame.bounds.maxY - size.height - height))
    return counter.stack.enumerated().map { index, item in
      let column = Double(index / rows) * step.x + size.width * 1.5
      let center = Self.snapped(
        Point(
          counter.center.x + (toRight ? column : -column - size.width),
          top + Double(index % rows) * step.y), frame)
      return MapCounter(
        item: item, stack: [item],
        truePoint: frame.screen(item.place), center: center,
        frameRect: Self.frameRect(item, center, frame), isSelected: item.isSelected, isFanned: true)
    }
  }
}
