import MapTable
import Screen
import Simulation

extension MapView {
  /// The stacks that lie open in a frame, under the pointer or by the person's wish.
  struct Fans {
    /// Rows of the board's pieces that are spread.
    var rows: [Int] = []
    /// Their counters.
    var counters: [MapCounter] = []
  }

  /// Finds what lies open.
  mutating func fans(
    _ board: MapBoard, _ placing: MapBoard.Placing, _ frame: MapFrame
  ) -> Fans {
    var fans = Fans()
    let view = frame.view
    var isOpenSeen = false
    let bounds = frame.bounds.inset(by: -Double(Self.counterHeight(frame)))
    guard view.pointer != nil || view.opensStacks || view.openedStack != nil else { return fans }
    for row in board.pieces.indices where board.pieces[row].isStack {
      let piece = board.pieces[row]
      let center = Self.snapped(placing(piece.at) + piece.shift, frame)
      guard bounds.contains(center) else { continue }
      let frameRect = piece.frame.offset(by: center)
      let isHovered = view.pointer.map { frameRect.inset(by: -3).contains($0) } ?? false
      let subject = board.counters[row].item.subject
      let wasOpen = openStack == subject
      let isWanted = view.opensStacks || Self.isOpened(board.counters[row], frame)
      guard isHovered || wasOpen || isWanted else { continue }
      var counter = board.counters[row]
      (counter.center, counter.frameRect) = (center, frameRect)
      counter.truePoint = placing(piece.at)
      let fan = fan(of: counter, frame)
      let area = fan.reduce(frameRect) { $0.union($1.frameRect) }.inset(by: -6)
      let stays = wasOpen && (view.pointer.map { area.contains($0) } ?? false)
      let opens = (isHovered || stays) && !isOpenSeen
      if opens {
        isOpenSeen = true
        openStack = subject
      }
      guard opens || isWanted else { continue }
      fans.rows.append(row)
      fans.counters += fan
    }
    if !isOpenSeen { openStack = nil }
    return fans
  }

  /// Shows the counters of open stacks as a list beside their places.
  mutating func drawFans(
    _ fans: Fans, _ frame: MapFrame, into list: inout DrawList, hits: inout HitMap,
    images: inout ImageTable
  ) {
    guard !fans.counters.isEmpty else { return }
    let color = frame.style[.leader]
    let line = LineStyle(width: max(1, frame.scale), cap: .round)
    for counter in fans.counters {
      list.line(Path([counter.truePoint, counter.center], closed: false), line, color)
      list.fill(Path(circle: counter.truePoint, radius: 2 * frame.scale), color)
    }
    var labels: [(writing: MapBoard.Writing, at: Point)] = []
    for counter in fans.counters {
      guard let (writing, size) = writing(beside: counter, frame, images: &images) else {
        continue
      }
      let place = Self.namePlaces(counter, size, frame)[0]
      labels.append(
        (writing.placed(place.offset(by: Point(0, 0) - counter.center)), counter.center))
    }
    drawFanGround(frame, fans.counters, labels, into: &list)
    for counter in fans.counters {
      var sprites: [MapBoard.Sprite] = []
      let piece = piece(of: counter, frame, sprites: &sprites, images: &images)
      for sprite in sprites { list.add(sprite, at: counter.center) }
      if counter.isSelected {
        list.line(
          Path(Self.selectionBox(counter.frameRect, scale: frame.scale)),
          LineStyle(width: max(2, 2 * frame.scale), join: .miter), frame.style[.selection])
      }
      hits.add(piece.target, counter.frameRect)
    }
    for label in labels { draw(label.writing, at: label.at, frame, into: &list) }
  }

  /// A quiet ground under the counters of an opened stack and their names, so that they read as a
  /// list.
  private func drawFanGround(
    _ frame: MapFrame, _ counters: [MapCounter],
    _ labels: [(writing: MapBoard.Writing, at: Point)], into list: inout DrawList
  ) {
    guard !frame.view.opensStacks else { return }
    var area = Rect(0, 0, 0, 0)
    for counter in counters { area = area.union(counter.occupiedRect) }
    for label in labels { area = area.union(label.writing.box.offset(by: label.at)) }
    guard !area.isEmpty else { return }
    list.fill(
      Path(area.inset(by: -7 * frame.scale), radius: 6 * frame.scale),
      frame.style[.halo].withAlpha(205))
  }

  /// Whether the person has opened this stack.
  private static func isOpened(_ counter: MapCounter, _ frame: MapFrame) -> Bool {
    guard let opened = frame.view.openedStack else { return false }
    return counter.stack.contains { $0.subject == .unit(opened) || $0.units.contains(opened) }
  }

  /// The counters of an opened stack: columns of up to eight to the right of the place, or to the
  /// left where the view ends.
  private func fan(of counter: MapCounter, _ frame: MapFrame) -> [MapCounter] {
    let size = Self.footprint(frame)
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
