import Geography
import MapTable
import Screen
import Simulation

extension MapView {
  /// The ground that a tool tells of, below names and counters.
  mutating func drawDeskGround(_ frame: MapFrame, into list: inout DrawList) {
    deskSheet.update(frame)
    switch frame.view.desk.tool {
    case .sight:
      fill(deskSheet.seen, frame.style[.preview].withAlpha(46), frame, into: &list)
      outline(deskSheet.seen, 1.2, frame.style[.preview].withAlpha(150), frame, into: &list)
    case .reach:
      for ring in deskSheet.rings {
        fill([ring.area], frame.style[.preview].withAlpha(26), frame, into: &list)
        let width = ring.minutes == 0 ? 2.4 : 1.4
        outline([ring.area], width, frame.style[.preview].withAlpha(210), frame, into: &list)
      }
    case .ruler, .ranges, nil: break
    }
  }

  /// The lines and figures of a tool, above all else of the map.
  mutating func drawDeskLines(_ frame: MapFrame, into list: inout DrawList) {
    scratch.occupied.removeAll(keepingCapacity: true)
    drawBoundaries(frame, into: &list)
    switch frame.view.desk.tool {
    case .ruler: drawRuler(frame, into: &list)
    case .sight: drawSightLine(frame, into: &list)
    case .reach: drawRingLabels(frame, into: &list)
    case .ranges, nil: break
    }
  }

  /// How far a formation that is with the staff may be sent: of the one that is being handed over
  /// about what is aimed at, and of those of the selection.
  private mutating func drawBoundaries(_ frame: MapFrame, into list: inout DrawList) {
    let setup = frame.picture.setup
    let chosen = Set(
      frame.view.selection.compactMap {
        setup.units.indices.contains($0.row) ? setup.units[$0.row].formation : nil
      })
    var drafts = frame.view.delegations.filter { draft in
      chosen.contains { setup.isPart($0, of: draft.formation) }
    }
    if var draft = frame.view.delegation, let aim = frame.view.aim(on: setup.terrain.grid) {
      let ground = frame.camera.ground(aim)
      let hex = setup.terrain.grid.index(at: PlanePoint(x: ground.x, y: ground.y).mapPoint)
      draft.place = Int32(hex ?? -1)
      drafts = [draft]
    }
    for draft in drafts where draft.place >= 0 && Int(draft.place) < setup.terrain.grid.count {
      let middle = frame.screen(hex: draft.place)
      let radius = Double(draft.within) * 1000 / frame.metersPerPixel
      let ring = Path(circle: middle, radius: radius)
      list.fill(ring, frame.style[.preview].withAlpha(20))
      list.line(
        ring, LineStyle(width: 2 * frame.scale, dashes: [8, 5].map { $0 * frame.scale }),
        frame.style[.preview].withAlpha(220))
      drawTag(
        "\(draft.task.rawValue), within \(draft.within) km",
        at: middle + Point(0, -20 * frame.scale), frame, counters: [], into: &list)
    }
  }

  private mutating func outline(
    _ areas: [TileArea], _ width: Double, _ color: Color, _ frame: MapFrame,
    into list: inout DrawList
  ) {
    let near = frame.box(grownBy: 8)
    scratch.path.restart()
    for area in areas {
      for ring in area.rings {
        guard let last = ring.last else { continue }
        for piece in Self.visible([last] + ring, frame, near) {
          for (index, point) in piece.enumerated() {
            if index == 0 { scratch.path.move(to: point) } else { scratch.path.line(to: point) }
          }
        }
      }
    }
    guard !scratch.path.verbs.isEmpty else { return }
    list.line(scratch.path, LineStyle(width: width * frame.scale), color)
  }

  // MARK: - Ruler

  private mutating func drawRuler(_ frame: MapFrame, into list: inout DrawList) {
    let stops = deskSheet.stops
    guard let first = stops.first else { return }
    let color = frame.style[.preview]
    if deskSheet.way.count > 1 {
      let way = ways.line(over: deskSheet.way, frame.picture.setup.terrain)
      let path = OrderArrow(way: way.map(frame.screen), tolerance: 1.2 * frame.scale)
      draw(
        path.points, LineStyle(width: 2.4 * frame.scale, dashes: [2, 4].map { $0 * frame.scale }),
        color.withAlpha(200), frame, into: &list)
    }
    draw(
      stops.map { frame.screen(hex: $0) }, LineStyle(width: 2 * frame.scale), color, frame,
      into: &list)
    for stop in stops {
      let at = frame.screen(hex: stop)
      list.fill(Path(circle: at, radius: 4.5 * frame.scale), frame.style[.halo].withAlpha(255))
      list.fill(Path(circle: at, radius: 3 * frame.scale), color)
    }
    guard stops.count > 1, let last = stops.last else { return }
    let at = frame.screen(hex: last)
    var lines = [straightText(stops, first, frame)]
    if let minutes = deskSheet.minutes {
      let way = ways.line(over: deskSheet.way, frame.picture.setup.terrain)
      lines.append(
        "on the ground \(Self.kilometers(Self.length(way))), "
          + "march \(Self.span(minutes)), there \(Self.clock(frame.picture.tick + minutes, frame))")
    }
    for (index, line) in lines.enumerated() {
      drawTag(
        line, at: at + Point(0, (-34 + 18 * Double(index)) * frame.scale), frame, counters: [],
        into: &list)
    }
  }

  /// `12.4 km straight, NE`
  private func straightText(_ stops: [Int32], _ first: Int32, _ frame: MapFrame) -> String {
    let grid = frame.picture.setup.terrain.grid
    let points = stops.map { HexOutline.center(Int($0), grid) }
    var text = "\(Self.kilometers(Self.length(points))) straight"
    if stops.count == 2 {
      text += ", \(PlaceNames.bearing(of: stops[1], from: first, grid))"
    } else {
      text += " over \(stops.count - 1) legs"
    }
    return text
  }

  private static func length(_ points: [PlanePoint]) -> Double {
    zip(points, points.dropFirst()).reduce(0) { sum, pair in
      let (x, y) = (pair.1.x - pair.0.x, pair.1.y - pair.0.y)
      return sum + (x * x + y * y).squareRoot()
    }
  }

  /// `12.4 km`
  private static func kilometers(_ meters: Double) -> String {
    let tenths = Int((meters / 100).rounded())
    return "\(tenths / 10).\(tenths % 10) km"
  }

  /// `1 h 20 min`
  private static func span(_ minutes: Int32) -> String {
    minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }

  private func draw(
    _ points: [Point], _ style: LineStyle, _ color: Color, _ frame: MapFrame,
    into list: inout DrawList
  ) {
    guard points.count > 1 else { return }
    let path = Path(points, closed: false)
    var casing = style
    casing.width += 2.4 * frame.scale
    casing.dashes = []
    list.line(path, casing, frame.style[.halo].withAlpha(170))
    list.line(path, style, color)
  }

  // MARK: - Sight

  private static let clear = Color(46, 160, 86)
  private static let blocked = Color(206, 58, 48)

  private mutating func drawSightLine(_ frame: MapFrame, into list: inout DrawList) {
    let line = deskSheet.line
    guard line.count > 1, let first = line.first, let last = line.last else { return }
    let (near, far) = (frame.screen(hex: first.hex), frame.screen(hex: last.hex))
    func along(_ index: Int) -> Point {
      near + (far - near) * (Double(index) / Double(line.count - 1))
    }
    var from = 0
    for index in line.indices.dropFirst()
    where index == line.count - 1 || line[index + 1].isSeen != line[index].isSeen {
      draw(
        [along(from), along(index)], LineStyle(width: 3 * frame.scale, cap: .butt),
        line[index].isSeen ? Self.clear : Self.blocked, frame, into: &list)
      from = index
    }
    let start = frame.screen(hex: first.hex)
    list.fill(Path(circle: start, radius: 5 * frame.scale), frame.style[.halo].withAlpha(255))
    list.fill(Path(circle: start, radius: 3.6 * frame.scale), Self.clear)
    let at = frame.screen(hex: last.hex)
    let hidden = line.firstIndex { !$0.isSeen }
    let text =
      last.isSeen
      ? "seen over \(line.count - 1) km, \(last.groundMeters) m high"
      : "hidden; the line is broken \(max(1, hidden ?? 1)) km on"
    drawTag(text, at: at + Point(0, -22 * frame.scale), frame, counters: [], into: &list)
    drawProfile(line, below: at, frame, into: &list)
  }

  /// The ground along the line as seen from the side, with the observer's line to its end.
  private func drawProfile(
    _ line: [BattleSetup.SightSample], below at: Point, _ frame: MapFrame,
    into list: inout DrawList
  ) {
    let s = frame.scale
    let size = Size(220 * s, 74 * s)
    var corner = Point(at.x - size.width / 2, at.y + 16 * s)
    corner.x = min(max(corner.x, 4 * s), frame.bounds.width - size.width - 4 * s)
    if corner.y + size.height > frame.bounds.height - 4 * s {
      corner.y = at.y - size.height - 40 * s
    }
    let card = Rect(corner.x.rounded(), corner.y.rounded(), size.width, size.height)
    list.fill(Path(card, radius: 3 * s), frame.style[.tag])
    let room = card.inset(by: 7 * s)
    let low = Double(line.map(\.groundMeters).min() ?? 0)
    // At least 60 m from edge to edge, so that a plain looks like one.
    let span = max(60, Double(line.map(\.topMeters).max() ?? 0) - low + 10)
    func point(_ index: Int, _ meters: Double) -> Point {
      Point(
        room.x + room.width * Double(index) / Double(line.count - 1),
        room.maxY - room.height * (meters - low) / span)
    }
    var tops = line.indices.map { point($0, Double(line[$0].topMeters)) }
    tops += [Point(room.maxX, room.maxY), Point(room.x, room.maxY)]
    list.fill(Path(tops, closed: true), Color(84, 128, 84))
    var ground = line.indices.map { point($0, Double(line[$0].groundMeters)) }
    ground += [Point(room.maxX, room.maxY), Point(room.x, room.maxY)]
    list.fill(Path(ground, closed: true), Color(150, 128, 92))
    let above = Double(frame.picture.setup.rules.spotting[.observerHeight])
    let last = line.count - 1
    let ray = Path(
      [
        point(0, Double(line[0].groundMeters) + above),
        point(last, Double(line[last].groundMeters) + above),
      ], closed: false)
    list.line(
      ray, LineStyle(width: 1.5 * s), line[last].isSeen ? Self.clear : Self.blocked)
  }

  // MARK: - Reach

  /// The point of a ring's outline in view that lies farthest to the right and low, uncovered.
  private static func labelPlace(of area: TileArea, _ frame: MapFrame) -> Point? {
    let room = frame.bounds.inset(by: 40 * frame.scale)
    var best: Point?
    for ring in area.rings {
      for corner in ring {
        let point = frame.screen(corner)
        guard room.contains(point), point.x + point.y > best.map({ $0.x + $0.y }) ?? -.infinity,
          !frame.covered.contains(where: { $0.inset(by: -40 * frame.scale).contains(point) })
        else { continue }
        best = point
      }
    }
    return best
  }

  private mutating func drawRingLabels(_ frame: MapFrame, into list: inout DrawList) {
    for ring in deskSheet.rings.reversed() {
      let time = Self.clock(frame.picture.tick + ring.minutes, frame)
      let text = ring.minutes == 0 ? "by now" : "by \(time)"
      if let place = Self.labelPlace(of: ring.area, frame) {
        drawTag(text, at: place, frame, counters: [], into: &list)
      }
    }
    guard let pace = deskSheet.pace, let inner = deskSheet.rings.last,
      frame.view.selectedContact != nil
    else { return }
    let middle = frame.screen(
      PlanePoint(
        x: (inner.area.box.west + inner.area.box.east) / 2, y: inner.area.box.south))
    drawTag(
      "if it went on, \(pace.title)", at: middle + Point(0, 14 * frame.scale), frame,
      counters: [], into: &list)
  }
}
