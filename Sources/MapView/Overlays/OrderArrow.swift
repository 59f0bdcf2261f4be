import Screen

/// The way of an order on the glass, made calm: a smooth line with a head, free of the counters at
/// its ends.
struct OrderArrow {
  /// From the unit to the target.
  private(set) var points: [Point]

  /// A way as it runs on the ground, freed of points that tell nothing on the glass.
  init(way points: [Point], tolerance: Double) {
    self.points = Self.simplified(points, tolerance: tolerance)
  }

  /// A straight way.
  init(from start: Point, to end: Point) { points = [start, end] }

  var start: Point { points.first ?? Point(0, 0) }
  var end: Point { points.last ?? Point(0, 0) }

  /// The length on the glass.
  var length: Double {
    zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
  }

  /// The place half way along.
  var middle: Point {
    var copy = self
    copy.shorten(fromEnd: length / 2)
    return copy.end
  }

  /// Cuts away what lies within a box around the start, and within one around the end.
  mutating func leave(_ first: Rect?, _ last: Rect?) {
    if let first { shorten(fromStart: Self.lengthInside(points, first)) }
    if let last { shorten(fromEnd: Self.lengthInside(points.reversed(), last)) }
  }

  /// Cuts a length away from the start.
  mutating func shorten(fromStart length: Double) {
    points.reverse()
    shorten(fromEnd: length)
    points.reverse()
  }

  /// Cuts a length away from the end; nothing is left where the way is no longer than that.
  mutating func shorten(fromEnd length: Double) {
    var rest = length
    while rest > 0, let tip = points.popLast() {
      guard let before = points.last else { return }
      let d = tip - before
      let part = d.length
      if part > rest {
        points.append(tip - d * (rest / part))
        return
      }
      rest -= part
    }
  }

  /// The line with its corners rounded off within `radius`.
  func path(radius: Double) -> Path {
    var path = Path()
    for (index, point) in points.enumerated() {
      guard index > 0 else {
        path.move(to: point)
        continue
      }
      guard index + 1 < points.count else {
        path.line(to: point)
        continue
      }
      let back = points[index - 1] - point
      let ahead = points[index + 1] - point
      let near = (min(radius, back.length / 2), min(radius, ahead.length / 2))
      guard near.0 > 0.1, near.1 > 0.1 else {
        path.line(to: point)
        continue
      }
      path.line(to: point + back * (near.0 / back.length))
      path.quadratic(point, to: point + ahead * (near.1 / ahead.length))
    }
    return path
  }

  /// How far a way runs before it leaves a box that it starts in, in steps of two pixels.
  private static func lengthInside(_ points: [Point], _ box: Rect) -> Double {
    guard let first = points.first, box.contains(first) else { return 0 }
    var length = 0.0
    for (a, b) in zip(points, points.dropFirst()) {
      let d = b - a
      let part = d.length
      var walked = 0.0
      while walked < part {
        if !box.contains(a + d * (walked / part)) { return length + walked }
        walked += 2
      }
      length += part
    }
    return length
  }

  /// Every point moved half way to the middle of its neighbours, the ends kept.
  static func averaged(_ points: [Point], rounds: Int) -> [Point] {
    guard points.count > 2 else { return points }
    var now = points
    for _ in 0..<rounds {
      var next = now
      for index in 1..<(now.count - 1) {
        next[index] = now[index] * 0.5 + (now[index - 1] + now[index + 1]) * 0.25
      }
      now = next
    }
    return now
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
}
