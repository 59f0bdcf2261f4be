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
    var rows: [UnitID: Int] = [:]
    for (row, unit) in frame.picture.units.enumerated() { rows[unit.id] = row }
    var tags: [(text: String, at: Point)] = []
    for counter in counters {
      // A formation is shown by the unit of it that has most to do.
      let reports = counter.stack.flatMap(\.units).compactMap { id in
        rows[id].map { frame.picture.units[$0] }
      }
      guard let report = reports.max(by: { Self.weight($0, frame) < Self.weight($1, frame) }),
        Self.weight(report, frame) > 0
      else { continue }
      drawOrders(
        of: report, from: counter.isFanned ? counter.truePoint : counter.center, frame,
        isChosen: counter.isSelected, tags: &tags, into: &list)
    }
    drawPreview(frame, into: &list, tags: &tags)
    for tag in tags { drawTag(tag.text, at: tag.at, frame, into: &list) }
  }

  /// How much an arrow for a unit tells: chosen units first, then the longer ways.
  private static func weight(_ report: UnitReport, _ frame: MapFrame) -> Int {
    let way = report.path.count + report.orders.count * 4
    return way == 0 ? 0 : way + (frame.view.selection.contains(report.id) ? 10_000 : 0)
  }

  private mutating func drawOrders(
    of report: UnitReport, from start: Point, _ frame: MapFrame, isChosen: Bool,
    tags: inout [(text: String, at: Point)], into list: inout DrawList
  ) {
    let base = strong(
      frame.color(of: report.side, styles.palettes, safe: usesSafePalette), frame)
    let color = base.withAlpha(isChosen ? 240 : 190)
    let width = (isChosen ? 4.2 : 3.2) * frame.scale
    var end = start
    if !report.path.isEmpty {
      let points = [start] + report.path.map { frame.screen(hex: $0) }
      let way = Self.simplified(points, tolerance: 5 * frame.scale)
      arrow(along: way, width: width, dashes: [], color, frame, into: &list)
      end = way.last ?? start
    }
    for pending in report.orders {
      guard let target = pending.order.target, target >= 0 else { continue }
      let from = pending.order.isQueued ? end : start
      let to = frame.screen(hex: target)
      let dashes = [8 * frame.scale, 5 * frame.scale]
      arrow(along: [from, to], width: width, dashes: dashes, color, frame, into: &list)
      if isChosen || frame.metersPerPoint < 130 {
        tags.append((Self.clock(pending.due, frame), from + (to - from) * 0.5))
      }
      if pending.order.isQueued { end = to }
    }
  }

  /// The way of the armed order to the place under the pointer.
  private mutating func drawPreview(
    _ frame: MapFrame, into list: inout DrawList, tags: inout [(text: String, at: Point)]
  ) {
    preview.update(frame)
    guard !preview.hexes.isEmpty else { return }
    let points = Self.simplified(
      preview.hexes.map { frame.screen(hex: $0) }, tolerance: 3 * frame.scale)
    arrow(
      along: points, width: 3 * frame.scale, dashes: [3 * frame.scale, 3 * frame.scale],
      frame.style[.preview].withAlpha(220), frame, into: &list)
    if let arrival = preview.arrival, let last = points.last {
      tags.append((Self.clock(arrival, frame), last + Point(0, -18 * frame.scale)))
    }
  }

  /// A moment as hours and minutes of local time.
  static func clock(_ tick: Tick, _ frame: MapFrame) -> String {
    let minutes = Int(frame.picture.sky.minuteOfDay) + Int(tick - frame.picture.tick)
    let day = ((minutes % 1440) + 1440) % 1440
    let (hours, rest) = (day / 60, day % 60)
    return "\(hours < 10 ? "0" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)"
  }

  /// A line with a head at its end.
  private mutating func arrow(
    along points: [Point], width: Double, dashes: [Double], _ color: Color, _ frame: MapFrame,
    into list: inout DrawList
  ) {
    guard points.count > 1, let tip = points.last else { return }
    let d = tip - points[points.count - 2]
    let length = d.length
    guard length > 1 else { return }
    let head = min(15 * frame.scale, max(width * 3.4, 9 * frame.scale))
    let unit = d * (1 / length)
    let neck = tip - unit * (head * 0.75)
    scratch.path.restart()
    for (index, point) in points.dropLast().enumerated() {
      if index == 0 { scratch.path.move(to: point) } else { scratch.path.line(to: point) }
    }
    if length > head * 0.75 { scratch.path.line(to: neck) }
    list.line(scratch.path, LineStyle(width: width, dashes: dashes), color)
    let wing = Point(-unit.y, unit.x) * (head * 0.45)
    let back = tip - unit * head
    list.fill(Path([tip, back + wing, neck, back - wing], closed: true), color)
  }

  /// Fewer points within a tolerance (Douglas and Peucker 1973).
  static func simplified(_ points: [Point], tolerance: Double) -> [Point] {
    guard points.count > 2, let first = points.first, let last = points.last else { return points }
    let d = last - first
    let length = d.length
    var worst = (index: 0, distance: tolerance)
    for index in 1..<(points.count - 1) {
      let p = points[index] - first
      let distance = length > 0 ? abs(p.x * d.y - p.y * d.x) / length : p.length
      if distance > worst.distance { worst = (index, distance) }
    }
    guard worst.index > 0 else { return [first, last] }
    let head = simplified(Array(points[...worst.index]), tolerance: tolerance)
    return head.dropLast() + simplified(Array(points[worst.index...]), tolerance: tolerance)
  }

  /// A small dark plate with a time on it.
  private func drawTag(
    _ text: String, at middle: Point, _ frame: MapFrame, into list: inout DrawList
  ) {
    let metrics = frame.fonts.metrics(of: frame.type.tag)
    let width = metrics.width(of: text)
    let height = metrics.ascent + metrics.descent
    let pad = 6 * frame.scale
    let plate = Rect(
      (middle.x - width / 2 - pad).rounded(), (middle.y - height / 2 - 1).rounded(),
      (width + 2 * pad).rounded(), (height + 2).rounded())
    guard plate.intersects(frame.bounds) else { return }
    list.fill(Path(plate, radius: 2 * frame.scale), frame.style[.tag])
    list.text(
      text, at: Point((middle.x - width / 2).rounded(), (plate.y + 1 + metrics.ascent).rounded()),
      frame.type.tag, frame.style[.tagText], fonts: frame.fonts)
  }
}
