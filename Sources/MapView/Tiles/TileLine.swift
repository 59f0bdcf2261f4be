import Geography

/// A line on the ground, cut into short chunks with boxes, so that a tile draws only what it needs.
struct TileLine: Sendable {
  /// Segments a chunk.
  static let chunkLength = 16

  /// The line's points; `along.count == points.count`.
  let points: [PlanePoint]
  /// Metres from the start of the line to each point.
  let along: [Double]
  /// The box of each chunk of `chunkLength` segments.
  let boxes: [PlaneBox]
  /// 0 for what matters most; falls with rank.
  let rank: Int

  init(_ source: [PlanePoint], rank: Int, smoothed: Bool) {
    let points = smoothed ? Self.smoothed(source) : source
    self.points = points
    self.rank = rank
    var along = [0.0]
    along.reserveCapacity(points.count)
    for (a, b) in zip(points, points.dropFirst()) {
      let (dx, dy) = (b.x - a.x, b.y - a.y)
      along.append((along.last ?? 0) + (dx * dx + dy * dy).squareRoot())
    }
    self.along = along
    boxes = stride(from: 0, to: max(0, points.count - 1), by: Self.chunkLength).compactMap {
      PlaneBox(around: Array(points[$0...min($0 + Self.chunkLength, points.count - 1)]))
    }
  }

  /// Metres from end to end.
  var length: Double { along.last ?? 0 }

  /// The stretches of points whose chunks touch a box, neighbours joined.
  func stretches(in box: PlaneBox) -> [ClosedRange<Int>] {
    var result: [ClosedRange<Int>] = []
    for (index, own) in boxes.enumerated() where own.intersects(box) {
      let start = index * Self.chunkLength
      let end = min(start + Self.chunkLength, points.count - 1)
      if let last = result.last, last.upperBound == start {
        result[result.count - 1] = last.lowerBound...end
      } else {
        result.append(start...end)
      }
    }
    return result
  }

  /// The place `meters` from the start.
  func place(at meters: Double) -> PlanePoint {
    var low = 0
    var high = points.count - 1
    while low + 1 < high {
      let middle = (low + high) / 2
      if along[middle] <= meters { low = middle } else { high = middle }
    }
    let span = along[high] - along[low]
    let part = span > 0 ? min(1, max(0, (meters - along[low]) / span)) : 0
    return PlanePoint(
      x: points[low].x + (points[high].x - points[low].x) * part,
      y: points[low].y + (points[high].y - points[low].y) * part)
  }

  /// The place of the line nearest to a point as metres from its start, with the gap between; nil
  /// where the line keeps further away than `reach`.
  func nearest(to p: PlanePoint, within reach: Double) -> (along: Double, gap: Double)? {
    var best = (along: -1.0, gap: reach)
    for (number, own) in boxes.enumerated() where own.grown(by: best.gap).contains(p) {
      let start = number * Self.chunkLength
      for index in start..<min(start + Self.chunkLength, points.count - 1) {
        let (a, b) = (points[index], points[index + 1])
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        let t = square > 0 ? min(1, max(0, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square)) : 0
        let gap = Self.distance(p, PlanePoint(x: a.x + dx * t, y: a.y + dy * t))
        if gap < best.gap { best = (along[index] + square.squareRoot() * t, gap) }
      }
    }
    return best.along >= 0 ? best : nil
  }

  /// The points of the line from one place to another, both in metres from the start, in that
  /// order.
  func stretch(_ from: Double, _ to: Double) -> [PlanePoint] {
    let (low, high) = (min(from, to), max(from, to))
    var result = [place(at: low)]
    var first = 0
    var last = along.count
    while first < last {
      let middle = (first + last) / 2
      if along[middle] <= low { first = middle + 1 } else { last = middle }
    }
    while first < along.count, along[first] < high {
      result.append(points[first])
      first += 1
    }
    result.append(place(at: high))
    return from <= to ? result : result.reversed()
  }

  /// Metres from place to place.
  static func distance(_ a: PlanePoint, _ b: PlanePoint) -> Double {
    let (dx, dy) = (a.x - b.x, a.y - b.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// A Catmull-Rom curve through the points (Catmull and Rom 1974), so that lines which were
  /// digitised coarsely bend instead of breaking; the points themselves stay where they are.
  static func smoothed(_ p: [PlanePoint]) -> [PlanePoint] {
    guard p.count > 2 else { return p }
    var result = [p[0]]
    for index in 0..<(p.count - 1) {
      let (a, b) = (p[max(0, index - 1)], p[index])
      let (c, d) = (p[index + 1], p[min(p.count - 1, index + 2)])
      let length = ((c.x - b.x) * (c.x - b.x) + (c.y - b.y) * (c.y - b.y)).squareRoot()
      let before = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
      let after = ((d.x - c.x) * (d.x - c.x) + (d.y - c.y) * (d.y - c.y)).squareRoot()
      let steps = min(12, max(1, Int(length / 250)))
      // Tangents are scaled to this segment, so that a short neighbour makes no loop.
      let inScale = before + length > 0 ? length / (before + length) : 0
      let outScale = after + length > 0 ? length / (after + length) : 0
      for step in 1..<max(2, steps) where steps > 1 {
        let t = Double(step) / Double(steps)
        let (t2, t3) = (t * t, t * t * t)
        let h00 = 2 * t3 - 3 * t2 + 1
        let (h10, h01, h11) = (t3 - 2 * t2 + t, 3 * t2 - 2 * t3, t3 - t2)
        result.append(
          PlanePoint(
            x: h00 * b.x + h10 * (c.x - a.x) * inScale + h01 * c.x + h11 * (d.x - b.x) * outScale,
            y: h00 * b.y + h10 * (c.y - a.y) * inScale + h01 * c.y + h11 * (d.y - b.y) * outScale))
      }
      result.append(c)
    }
    return result
  }
}
