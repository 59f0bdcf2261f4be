import MapTable
import Screen
import Simulation
import Symbology

extension MapView {
  /// Paints the counters with their bars, marks and names, and notes where they are.
  mutating func drawCounters(
    _ frame: MapFrame, _ counters: [MapCounter], into list: inout DrawList, hits: inout HitMap,
    images: inout ImageTable
  ) {
    drawLeaders(frame, counters, into: &list)
    drawFanGround(frame, counters, into: &list)
    for counter in counters {
      if counter.isSelected {
        list.fill(Self.selectionBox(frame, counter), frame.style[.selection].withAlpha(46))
      }
      drawSymbol(frame, counter, into: &list, images: &images)
      drawBars(frame, counter, into: &list, images: &images)
      drawMarks(frame, counter, into: &list)
      drawSelection(frame, counter, into: &list)
      hits.add(counter.target, counter.frameRect)
    }
    drawCounterNames(frame, counters, into: &list, images: &images)
    for counter in counters { drawBadge(frame, counter, into: &list) }
  }

  /// Lines from counters that were moved aside to their true places.
  private mutating func drawLeaders(
    _ frame: MapFrame, _ counters: [MapCounter], into list: inout DrawList
  ) {
    let far = 7 * frame.scale
    let color = frame.style[.leader]
    let style = LineStyle(width: max(1, frame.scale), cap: .round)
    for counter in counters
    where counter.isFanned || (counter.center - counter.truePoint).length > far {
      guard !counter.frameRect.contains(counter.truePoint) || counter.isFanned else { continue }
      scratch.path.restart()
      scratch.path.move(to: counter.truePoint)
      scratch.path.line(to: counter.center)
      list.line(scratch.path, style, color)
      scratch.path.restart()
      list.fill(Path(circle: counter.truePoint, radius: 2 * frame.scale), color)
    }
  }

  /// A quiet ground under the counters of an opened stack, so that they read as a list.
  private func drawFanGround(
    _ frame: MapFrame, _ counters: [MapCounter], into list: inout DrawList
  ) {
    guard !frame.view.opensStacks else { return }
    var area = Rect(0, 0, 0, 0)
    for counter in counters where counter.isFanned { area = area.union(counter.frameRect) }
    guard !area.isEmpty else { return }
    let height = Double(Self.counterHeight(frame))
    let room = Rect(
      area.x - 10 * frame.scale, area.y - height * 0.55, area.width + height * 3 + 20 * frame.scale,
      area.height + height * 1.0)
    list.fill(
      Path(room, radius: 6 * frame.scale), frame.style[.halo].withAlpha(205))
  }

  private mutating func drawSymbol(
    _ frame: MapFrame, _ counter: MapCounter, into list: inout DrawList,
    images: inout ImageTable
  ) {
    let item = counter.item
    let color = frame.color(of: item.side, styles.palettes, safe: usesSafePalette)
    let picture = art.symbol(
      item.sidc, color: color,
      ink: frame.style[.counterInk], halo: frame.style[.counterHalo],
      height: Self.counterHeight(frame), library: symbols, images: &images)
    let corner = counter.center + picture.offset
    let place = Rect(
      corner.x.rounded(), corner.y.rounded(), picture.size.width, picture.size.height)
    if counter.stack.count > 1 {
      // The stack's depth: two more cards behind the topmost, bare so that echelons stay readable.
      let bare = art.symbol(
        Self.bareFrame(item.sidc), color: color,
        ink: frame.style[.counterInk], halo: .clear, height: Self.counterHeight(frame),
        library: symbols, images: &images)
      let corner = counter.center + bare.offset
      let card = Rect(corner.x.rounded(), corner.y.rounded(), bare.size.width, bare.size.height)
      let step = max(2, (3 * frame.scale).rounded())
      for depth in stride(from: Double(min(2, counter.stack.count - 1)), to: 0, by: -1) {
        list.image(
          bare.image, to: card.offset(by: Point(depth * step, -depth * step)),
          opacity: item.opacity)
      }
    }
    list.image(picture.image, to: place, opacity: item.opacity)
  }

  /// The code of a symbol's frame alone: no staff, echelon or icon.
  private static func bareFrame(_ sidc: String) -> String {
    sidc.utf8.count == 20 ? sidc.prefix(7) + "0000000000000" : sidc
  }

  /// Strength, and cohesion where it is not full, below the frame.
  private mutating func drawBars(
    _ frame: MapFrame, _ counter: MapCounter, into list: inout DrawList, images: inout ImageTable
  ) {
    guard let strength = counter.item.strength else { return }
    let rect = counter.frameRect
    let height = max(4, Int((4.5 * frame.scale).rounded()))
    let width = Int((counter.unitHeight * 1.41).rounded())
    let x = (counter.center.x - Double(width) / 2).rounded()
    var y = (rect.maxY + 2 * frame.scale).rounded()
    let id = art.bar(
      share: strength, width: width, height: height, style: frame.style, images: &images)
    list.image(id, to: Rect(x, y, Double(width), Double(height)))
    if let cohesion = counter.item.cohesion, cohesion < 950 {
      y += Double(height)
      let thin = max(3, Int((3.5 * frame.scale).rounded()))
      let id = art.bar(
        share: cohesion, width: width, height: thin, style: frame.style, images: &images)
      list.image(id, to: Rect(x, y, Double(width), Double(thin)))
    }
  }

  /// Marks left of the frame: suppressed (a diamond), dug in (strokes), out of supply (a ring).
  private mutating func drawMarks(
    _ frame: MapFrame, _ counter: MapCounter, into list: inout DrawList
  ) {
    let item = counter.item
    guard item.strength != nil else { return }
    let unit = 3.2 * frame.scale
    let x = counter.frameRect.x - 5 * frame.scale
    var y = counter.frameRect.y + 3 * frame.scale
    if item.suppression >= 300 {
      let color = frame.style[item.suppression >= 700 ? .poor : .fair]
      let diamond = [
        Point(x, y - unit), Point(x + unit, y), Point(x, y + unit), Point(x - unit, y),
      ]
      list.fill(Path(diamond, closed: true), color)
      y += 3 * unit
    }
    if !item.isSupplied {
      list.line(
        Path(circle: Point(x, y), radius: unit * 0.85), LineStyle(width: 1.6 * frame.scale),
        frame.style[.poor])
    }
    if item.entrenchment > 0 {
      scratch.path.restart()
      for level in 0..<min(4, Int(item.entrenchment)) {
        let up = counter.frameRect.maxY - 1.5 * frame.scale - Double(level) * 3.4 * frame.scale
        scratch.path.move(to: Point(x - unit, up))
        scratch.path.line(to: Point(x + unit * 0.7, up))
      }
      list.line(
        scratch.path, LineStyle(width: 1.8 * frame.scale), frame.style[.counterInk])
    }
  }

  private func drawSelection(
    _ frame: MapFrame, _ counter: MapCounter, into list: inout DrawList
  ) {
    guard counter.isSelected else { return }
    list.line(
      Path(Self.selectionBox(frame, counter)),
      LineStyle(width: max(2, 2 * frame.scale), join: .miter),
      frame.style[.selection])
  }

  private static func selectionBox(_ frame: MapFrame, _ counter: MapCounter) -> Rect {
    let height = counter.frameRect.height
    let box = Rect(
      counter.frameRect.x - 4 * frame.scale, counter.frameRect.y - height * 0.34,
      counter.frameRect.width + 8 * frame.scale, height * 1.34 + 12 * frame.scale)
    return Rect(box.x.rounded(), box.y.rounded(), box.width.rounded(), box.height.rounded())
  }

  /// The number of counters in a stack, on a dark disc at the upper right.
  private func drawBadge(
    _ frame: MapFrame, _ counter: MapCounter, into list: inout DrawList
  ) {
    guard counter.stack.count > 1 else { return }
    let text = "\(counter.stack.count)"
    let metrics = frame.fonts.metrics(of: frame.type.badge)
    let width = metrics.width(of: text)
    let pill = counter.badgeRect(textWidth: width, scale: frame.scale)
    let middle = pill.center
    list.fill(Path(pill, radius: pill.height / 2), frame.style[.badge])
    let pen = Point(
      (middle.x - width / 2).rounded(),
      (middle.y + (metrics.ascent - metrics.descent) * 0.42).rounded())
    list.text(text, at: pen, frame.type.badge, frame.style[.badgeText], fonts: frame.fonts)
  }
}

extension Path {
  /// Empties the path and keeps its storage.
  mutating func restart() {
    verbs.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
  }
}
