import Geography
import Raster
import Screen

extension TileCanvas {
  /// Built-up ground as soft blocks.
  mutating func drawFootprints() {
    guard shows(.footprints) else { return }
    let blocks = path(of: source.footprints)
    guard !blocks.verbs.isEmpty else { return }
    fill(blocks, style[.footprint])
    if shows(.streets) {
      if sheet == nil { drawStreets(within: blocks) } else { drawStreetLines() }
    }
    stroke(blocks, width: width(.footprintEdge), style[.footprintEdge])
  }

  /// Roads: every casing first, then the fillings, the better roads last.
  mutating func drawRoads() {
    let classes: [(rank: Int, stroke: MapStyle.Stroke, ink: MapStyle.Ink)] = [
      (2, .secondary, .secondary), (1, .primary, .primary), (0, .motorway, .motorway),
    ]
    let shown = classes.filter { $0.rank < 2 || shows(.secondaryRoads) }
    let paths = shown.map { kind in path(of: source.roads) { $0.rank == kind.rank } }
    let casing = width(.casing) * 2
    for (kind, path) in zip(shown, paths) {
      stroke(path, width: width(kind.stroke) + casing, style[.roadCasing], cap: .butt)
    }
    for (kind, path) in zip(shown, paths) {
      stroke(path, width: width(kind.stroke), style[kind.ink])
    }
  }

  /// Railways: a thin line with dark ties, which stay where they are from tile to tile.
  mutating func drawRailways() {
    guard shows(.railways) else { return }
    let full = width(.railway)
    stroke(path(of: source.railways), width: max(0.7, full * 0.34), style[.railway])
    let period = max(3.2 * scale, full * 2) * metersPerPixel
    let dashes = dashPath(source.railways, pattern: [(0, 0.5)], period: period)
    stroke(dashes, width: full, style[.railway], cap: .butt)
  }

  /// Borders: a soft band under a line of dashes and dots.
  mutating func drawBorders() {
    stroke(path(of: source.borders), width: width(.borderBand), style[.borderBand])
    let line = width(.border)
    let period = 15 * scale * metersPerPixel
    let pattern = [(0.0, 0.56), (0.73, 0.83)]
    stroke(
      dashPath(source.borders, pattern: pattern, period: period), width: line, style[.border],
      cap: .butt)
  }

  /// Dashes along lines: each period holds the `pattern`'s shares of it. Counted from the line's
  /// start on the ground, so that neighbouring tiles agree.
  private func dashPath(
    _ lines: [TileLine], pattern: [(from: Double, to: Double)], period: Double
  ) -> Path {
    var path = Path()
    for line in lines {
      for stretch in line.stretches(in: wideBox) {
        let first = Int(line.along[stretch.lowerBound] / period)
        let last = Int(line.along[stretch.upperBound] / period)
        for number in first...last {
          for part in pattern {
            let start = (Double(number) + part.from) * period
            let end = min(line.length, (Double(number) + part.to) * period)
            if start < end { appendDash(&path, line, start, end) }
          }
        }
      }
    }
    return path
  }

  private func appendDash(_ path: inout Path, _ line: TileLine, _ start: Double, _ end: Double) {
    let from = line.place(at: start)
    guard wideBox.contains(from) else { return }
    path.move(to: pixel(from))
    var low = 0
    var high = line.points.count - 1
    while low < high {
      let middle = (low + high) / 2
      if line.along[middle] <= start { low = middle + 1 } else { high = middle }
    }
    while low < line.points.count, line.along[low] < end {
      path.line(to: pixel(line.points[low]))
      low += 1
    }
    path.line(to: pixel(line.place(at: end)))
  }

  /// Villages: a dot far out, a handful of houses near by.
  mutating func drawVillages() {
    guard shows(.villageDots) else { return }
    var path = Path()
    let near = shows(.buildings)
    for village in source.villages where wideBox.contains(village.point) {
      if near {
        appendHouses(&path, village)
      } else {
        let p = pixel(village.point)
        let half = 1.1 * scale
        path.append(Path(Rect(p.x - half, p.y - half, 2 * half, 2 * half)))
      }
    }
    fill(path, style[.building])
  }

  /// Houses strewn around a village's middle, always the same ones.
  private func appendHouses(_ path: inout Path, _ village: Settlement) {
    let count = min(40, 7 + Int(village.population) / 220)
    let reach = 130.0 + 7 * Double(min(60, Int(village.population) / 100))
    for index in 0..<count {
      var mix = ImageHash("house")
      mix.add(village.point.x)
      mix.add(village.point.y)
      mix.add(index)
      let u = Double(mix.id.rawValue & 0xFFFF) / 32_768 - 1
      let v = Double(mix.id.rawValue >> 16 & 0xFFFF) / 32_768 - 1
      // Squared offsets crowd the houses towards the middle.
      let place = PlanePoint(
        x: village.point.x + u * abs(u) * reach * 1.4, y: village.point.y + v * abs(v) * reach)
      let size = max(1.3 * scale, (16 + Double(mix.id.rawValue >> 32 & 15)) / metersPerPixel)
      let p = pixel(place)
      path.append(Path(Rect(p.x - size / 2, p.y - size * 0.4, size, size * 0.8)))
    }
  }
}
