import Geography
import MapTable
import Screen
import Simulation

extension MapView {
  /// The units that a layer of the selection tells of: the chosen ones, else all where the layer is
  /// wanted for all.
  private func subjects(_ layer: MapLayer, _ frame: MapFrame, all: Bool = false) -> [UnitReport] {
    let chosen = frame.view.selection
    let isForAll =
      frame.view.layersForAll.contains(layer)
      || (layer == .ranges && frame.view.desk.tool == .ranges)
    if !chosen.isEmpty, !isForAll {
      return chosen.compactMap { frame.picture.report($0) }
    }
    return all || isForAll ? frame.picture.units : []
  }

  /// Where units came along in the last hours: a dotted line in their side's colour, fainter the
  /// longer ago.
  mutating func drawTrails(_ frame: MapFrame, into list: inout DrawList) {
    guard frame.view.showsTrails || frame.view.layersForAll.contains(.trails) else { return }
    let near = frame.box(grownBy: 40)
    for report in subjects(.trails, frame, all: true) where report.status == .active {
      let way = ways.trail(of: report.id, frame.picture)
      guard way.count > 1 else { continue }
      let color = strong(
        frame.color(of: report.side, styles.palettes, safe: usesSafePalette), frame)
      for piece in Self.visible(way, frame, near) {
        // Thirds of what is seen, the oldest the faintest.
        for (third, alpha) in zip(Self.thirds(of: piece), [90, 150, 220]) {
          list.line(
            Path(third, closed: false),
            LineStyle(width: 2.8 * frame.scale, cap: .round, dashes: [0.1, 5.5 * frame.scale]),
            color.withAlpha(UInt8(alpha)))
        }
      }
    }
  }

  /// A line cut into three parts of the same length.
  private static func thirds(of points: [Point]) -> [[Point]] {
    var parts: [[Point]] = []
    var rest = OrderArrow(way: points, tolerance: 0)
    let length = rest.length
    for _ in 0..<2 {
      var part = rest
      part.shorten(fromEnd: rest.length - length / 3)
      rest.shorten(fromStart: length / 3)
      parts.append(part.points)
    }
    return parts + [rest.points]
  }

  /// Lines of supply from their sources to the chosen units, with arrowheads along the way.
  mutating func drawSupply(_ frame: MapFrame, into list: inout DrawList) {
    let near = frame.box(grownBy: 40)
    let color = frame.style[.supply]
    var known: Set<Int32> = []
    for report in subjects(.supply, frame)
    where report.status == .active && known.insert(report.hex).inserted && known.count <= 24 {
      let way = ways.supplyLine(of: report.id, frame.picture)
      for piece in Self.visible(way, frame, near) {
        let path = Path(piece, closed: false)
        list.line(
          path, LineStyle(width: 5 * frame.scale), frame.style[.halo].withAlpha(120))
        list.line(
          path, LineStyle(width: 2 * frame.scale, dashes: [7 * frame.scale, 4 * frame.scale]),
          color.withAlpha(230))
        let heads = Self.heads(along: piece, every: 70 * frame.scale, size: 5 * frame.scale)
        if !heads.verbs.isEmpty { list.fill(heads, color) }
      }
      if let source = way.first {
        let at = frame.screen(source)
        if frame.bounds.contains(at) {
          list.fill(Path(circle: at, radius: 5 * frame.scale), frame.style[.halo].withAlpha(255))
          list.fill(Path(circle: at, radius: 3.6 * frame.scale), color)
        }
      }
    }
  }

  /// The parts of a line on the ground that are in view, on the glass and freed of points that
  /// tell nothing there.
  static func visible(_ way: [PlanePoint], _ frame: MapFrame, _ near: PlaneBox) -> [[Point]] {
    var pieces: [[Point]] = []
    var current: [Point] = []
    for (a, b) in zip(way, way.dropFirst()) {
      let box = PlaneBox(
        west: min(a.x, b.x), south: min(a.y, b.y), east: max(a.x, b.x), north: max(a.y, b.y))
      guard box.intersects(near) else {
        if current.count > 1 { pieces.append(current) }
        current.removeAll()
        continue
      }
      if current.isEmpty { current.append(frame.screen(a)) }
      current.append(frame.screen(b))
    }
    if current.count > 1 { pieces.append(current) }
    return pieces.map { OrderArrow.simplified($0, tolerance: 0.6 * frame.scale) }
  }

  /// Small arrowheads along a line, pointing the way it runs.
  static func heads(along points: [Point], every step: Double, size: Double) -> Path {
    var path = Path()
    var walked = step * 0.6
    for (a, b) in zip(points, points.dropFirst()) {
      let d = b - a
      let length = d.length
      guard length > 0 else { continue }
      let unit = d * (1 / length)
      let wing = Point(-unit.y, unit.x) * (size * 0.75)
      while walked < length {
        let tip = a + unit * (walked + size)
        let back = a + unit * (walked - size)
        path.move(to: tip)
        path.line(to: back + wing)
        path.line(to: a + unit * (walked - size * 0.45))
        path.line(to: back - wing)
        path.close()
        walked += step
      }
      walked -= length
    }
    return path
  }

  /// How far the chosen units' guns and air defence reach, a ring for every place and reach.
  mutating func drawRanges(
    _ frame: MapFrame, into list: inout DrawList, images: inout ImageTable
  ) {
    var rings: [Ring] = []
    for report in subjects(.ranges, frame)
    where report.status == .active && report.hex >= 0 && rings.count < 64 {
      guard let reach = frame.picture.reach(of: report.id) else { continue }
      let middle = PlanePoint(report.position)
      func add(_ hexes: Int, _ kind: Ring.Kind) {
        let ring = Ring(middle: middle, hexes: hexes, kind: kind)
        // Batteries that stand together make one ring.
        if hexes > 0, !rings.contains(where: { $0.isAlike(ring) }) { rings.append(ring) }
      }
      add(reach.indirectHexes, .guns)
      add(reach.airDefenceHexes, .airDefence)
      if reach.indirectHexes > 0 { add(reach.minimumHexes, .least) }
    }
    // Many rings filled would hide the ground.
    let isFilled = rings.count <= 6
    for ring in rings { draw(ring, isFilled: isFilled, frame, into: &list, images: &images) }
  }

  /// A circle about a unit within which it reaches.
  private struct Ring {
    enum Kind { case guns, airDefence, least }
    var middle: PlanePoint
    var hexes: Int
    var kind: Kind

    func isAlike(_ other: Ring) -> Bool {
      kind == other.kind && hexes == other.hexes
        && TileLine.distance(middle, other.middle) < 1800
    }
  }

  private mutating func draw(
    _ ring: Ring, isFilled: Bool, _ frame: MapFrame, into list: inout DrawList,
    images: inout ImageTable
  ) {
    let at = frame.screen(ring.middle)
    let radius = Double(ring.hexes) * 1000 / frame.metersPerPixel
    // A ring all around the view shows nothing of itself.
    let far =
      [
        Point(0, 0), Point(frame.bounds.maxX, 0), Point(0, frame.bounds.maxY),
        Point(frame.bounds.maxX, frame.bounds.maxY),
      ].map { ($0 - at).length }.max() ?? 0
    guard radius > 6 * frame.scale, radius < far,
      frame.bounds.inset(by: -radius).contains(at)
    else { return }
    let color = frame.style[ring.kind == .airDefence ? .airRange : .range]
    let s = frame.scale
    let dashes: [Double] =
      switch ring.kind {
      case .guns: []
      case .airDefence: [8 * s, 4 * s]
      case .least: [2 * s, 3 * s]
      }
    let circle = Path(circle: at, radius: radius)
    if isFilled, ring.kind != .least { list.fill(circle, color.withAlpha(14)) }
    list.line(
      circle, LineStyle(width: (ring.kind == .least ? 1 : 1.6) * s, dashes: dashes),
      color.withAlpha(220))
    guard ring.kind != .least else { return }
    let text = "\(ring.hexes) km"
    let metrics = frame.fonts.metrics(of: frame.type.tag)
    let width = metrics.width(of: text)
    let pen = Point((at.x - width / 2).rounded(), (at.y - radius - 4 * s).rounded())
    let box = Rect(pen.x, pen.y - metrics.ascent, width, metrics.ascent + metrics.descent)
    guard frame.bounds.contains(box.center), !scratch.occupied.contains(where: box.intersects)
    else { return }
    scratch.occupied.append(box)
    write(text, at: pen, frame.type.tag, color, frame, into: &list, images: &images)
  }
}
