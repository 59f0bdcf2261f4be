import MapTable
import Geography
import Screen
import Simulation

extension MapView {
  /// What units are doing (solid arrows) and will do (dashed ones, with the time in force).
  mutating func drawOrders(
    _ frame: MapFrame, counters: [MapCounter], into list: inout DrawList,
    images: inout ImageTable
  ) {
    var tags: [(text: String, at: Point)] = []
    var drawn: [(side: SideID, arrow: OrderArrow)] = []
    // Chosen counters and large formations come first: what repeats their arrows is left out.
    let order = counters.indices.sorted {
      CounterLayout.precedes(counters[$0].item, counters[$1].item)
    }
    for index in order {
      let counter = counters[index]
      guard let row = busiest(of: counter, frame) else { continue }
      let report = frame.picture.units[row]
      for var sketch in sketches(of: report, counter, frame) {
        let from = counter.isFanned ? nil : counter.frameRect.inset(by: -2 * frame.scale)
        let goal = counters.first {
          $0.item.subject != counter.item.subject && $0.frameRect.contains(sketch.arrow.end)
        }
        sketch.arrow.leave(from, goal?.frameRect.inset(by: -4 * frame.scale))
        guard sketch.arrow.length >= 22 * frame.scale else { continue }
        let isKnown = drawn.contains {
          $0.side == report.side && ($0.arrow.end - sketch.arrow.end).length < 34 * frame.scale
            && ($0.arrow.start - sketch.arrow.start).length < 80 * frame.scale
        }
        if isKnown && !counter.isSelected { continue }
        drawn.append((report.side, sketch.arrow))
        draw(sketch, frame, into: &list)
        if let text = sketch.tag { tags.append((text, sketch.arrow.middle)) }
      }
    }
    for tag in tags {
      drawTag(tag.text, at: tag.at, frame, counters: counters, into: &list)
    }
  }

  /// The way of the armed order under the pointer, with its arrival.
  mutating func drawOrderPreview(_ frame: MapFrame, into list: inout DrawList) {
    var tags: [(text: String, at: Point)] = []
    drawPreview(frame, into: &list, tags: &tags)
    scratch.occupied.removeAll(keepingCapacity: true)
    for tag in tags { drawTag(tag.text, at: tag.at, frame, counters: [], into: &list) }
  }

  /// A formation is shown by the unit of it that has most to do: its row in the picture.
  private func busiest(of counter: MapCounter, _ frame: MapFrame) -> Int? {
    var best: (row: Int, weight: Int)?
    for item in counter.stack {
      for id in item.units {
        let row = plan.row(of: id)
        guard row >= 0 else { continue }
        let weight = Self.weight(frame.picture.units[row], frame)
        if weight > best?.weight ?? 0 { best = (row, weight) }
      }
    }
    return best?.row
  }

  /// How much an arrow for a unit tells: chosen units first, then the longer ways.
  private static func weight(_ report: UnitReport, _ frame: MapFrame) -> Int {
    let way = report.path.count + report.orders.count * 4
    return way == 0 ? 0 : way + (frame.view.selection.contains(report.id) ? 10_000 : 0)
  }

  /// An arrow with its look.
  private struct Sketch {
    var arrow: OrderArrow
    var color: Color
    var width: Double
    var isPending = false
    var tag: String?
  }

  /// The arrows of a unit's path and of its orders on their way; only the first of them in a
  /// picture that is to be calm.
  private mutating func sketches(
    of report: UnitReport, _ counter: MapCounter, _ frame: MapFrame
  ) -> [Sketch] {
    let frameColor = frame.color(of: report.side, styles.palettes, safe: usesSafePalette)
    let isChosen = counter.isSelected
    let color = strong(frameColor, frame).mixed(with: frameColor, 0.28)
      .withAlpha(isChosen ? 255 : 225)
    let width = (isChosen ? 3.8 : 2.6) * frame.scale
    let isCalm = !isChosen && (frame.view.mode == .picture || frame.picture.viewpoint == .umpire)
    let start = counter.isFanned ? counter.truePoint : counter.center
    let isTold = isChosen || (!isCalm && frame.metersPerPoint < 130)
    var sketches: [Sketch] = []
    var end = start
    if !report.path.isEmpty {
      let way = ways.path(of: report, frame.picture)
      let arrow = OrderArrow(
        way: [start] + way.map(frame.screen), tolerance: 1.2 * frame.scale)
      let arrival = isTold ? ways.arrival(of: report.id, frame.picture) : nil
      sketches.append(
        Sketch(
          arrow: arrow, color: color, width: width, tag: arrival.map { Self.clock($0, frame) }))
      end = arrow.end
    }
    for pending in report.orders {
      guard let target = pending.order.target, target >= 0 else { continue }
      if isCalm && !sketches.isEmpty { break }
      let arrow = OrderArrow(
        from: pending.order.isQueued ? end : start, to: frame.screen(hex: target))
      sketches.append(
        Sketch(
          arrow: arrow, color: color, width: width, isPending: true,
          tag: isTold
            ? pending.due.map { Self.clock($0, frame) } ?? pending.order.hour?.text : nil))
      if pending.order.isQueued { end = arrow.end }
    }
    return sketches
  }

  /// The way of the armed order to the place under the pointer.
  private mutating func drawPreview(
    _ frame: MapFrame, into list: inout DrawList, tags: inout [(text: String, at: Point)]
  ) {
    preview.update(frame)
    guard !preview.hexes.isEmpty else { return }
    let way = ways.line(over: preview.hexes, frame.picture.setup.terrain)
    let arrow = OrderArrow(way: way.map(frame.screen), tolerance: 1.2 * frame.scale)
    let color = frame.style[.preview].withAlpha(230)
    draw(
      Sketch(arrow: arrow, color: color, width: 3 * frame.scale, isPending: true), frame,
      into: &list)
    if let arrival = preview.arrival {
      tags.append((Self.clock(arrival, frame), arrow.end + Point(0, -18 * frame.scale)))
    }
  }

  /// A moment as hours and minutes of local time.
  static func clock(_ tick: Tick, _ frame: MapFrame) -> String {
    let minutes = Int(frame.picture.sky.minuteOfDay) + Int(tick - frame.picture.tick)
    let day = ((minutes % 1440) + 1440) % 1440
    let (hours, rest) = (day / 60, day % 60)
    return "\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A cased line, dashed while the order is on its way, with a head at its end.
  private func draw(_ sketch: Sketch, _ frame: MapFrame, into list: inout DrawList) {
    var line = sketch.arrow
    let tip = line.end
    let head = min(line.length * 0.6, max(sketch.width * 3.6, 10 * frame.scale))
    line.shorten(fromEnd: head * 0.8)
    let d = tip - line.end
    guard line.points.count > 1, d.length > 0.5 else { return }
    let unit = d * (1 / d.length)
    let wing = Point(-unit.y, unit.x) * (head * 0.42)
    let back = tip - unit * head
    let point = Path([tip, back + wing, line.end, back - wing], closed: true)
    let path = line.path(radius: 14 * frame.scale)
    let dashes = sketch.isPending ? [9 * frame.scale, 5 * frame.scale] : []
    if !sketch.isPending {
      let casing = frame.style[.halo].withAlpha(190)
      list.line(path, LineStyle(width: sketch.width + 2.4 * frame.scale), casing)
      list.line(point, LineStyle(width: 2.4 * frame.scale), casing)
    }
    list.line(path, LineStyle(width: sketch.width, dashes: dashes), sketch.color)
    list.fill(point, sketch.color)
  }

  /// A small dark plate with a time on it, where nothing else stands.
  mutating func drawTag(
    _ text: String, at middle: Point, _ frame: MapFrame, counters: [MapCounter],
    into list: inout DrawList
  ) {
    let metrics = frame.fonts.metrics(of: frame.type.tag)
    let width = metrics.width(of: text)
    let height = metrics.ascent + metrics.descent
    let pad = 6 * frame.scale
    let plate = Rect(
      (middle.x - width / 2 - pad).rounded(), (middle.y - height / 2 - 1).rounded(),
      (width + 2 * pad).rounded(), (height + 2).rounded())
    guard plate.intersects(frame.bounds), !scratch.occupied.contains(where: plate.intersects),
      !counters.contains(where: { $0.occupiedRect.intersects(plate) })
    else { return }
    scratch.occupied.append(plate)
    list.fill(Path(plate, radius: 2 * frame.scale), frame.style[.tag])
    list.text(
      text, at: Point((middle.x - width / 2).rounded(), (plate.y + 1 + metrics.ascent).rounded()),
      frame.type.tag, frame.style[.tagText], fonts: frame.fonts)
  }
}
