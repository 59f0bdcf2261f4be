import Screen

/// Turns lines with a width into outlines to fill.
///
/// All contours it makes wind the same way, so that a line that crosses itself shows neither holes
/// nor darker places under the nonzero rule. Arcs are made by halving, with square roots only.
struct Stroker {
  private var flat = Outline()
  private var dashed = Outline()
  private var dasher = Dasher()
  private var corners: [Point] = []
  private var directions: [Point] = []
  private var lengths: [Double] = []
  var left: [Point] = []
  var right: [Point] = []

  /// A corner sharper than this many half widths is cut off (the usual limit of PDF and SVG is 10
  /// and 4; symbols look best with 4).
  static let miterLimit = 4.0
  /// Corners nearer than this are one.
  private static let nearest = 1.0 / 1024

  /// Adds the outline of a line along a path. What lies outside `clip` may be left out.
  mutating func stroke(
    _ verbs: UnsafeBufferPointer<Path.Verb>, _ points: UnsafeBufferPointer<Point>,
    _ style: LineStyle, clip: Rect, into result: inout Outline
  ) {
    guard style.width > 0 && style.width.isFinite else { return }
    flat.removeAll()
    flat.add(verbs, points)
    if !style.dashes.isEmpty && dasher.prepare(style.dashes) {
      dashed.removeAll()
      let margin = style.width * Self.miterLimit + 2
      dasher.cut(flat, clip: clip.inset(by: -margin), into: &dashed)
      swap(&flat, &dashed)
    }
    for contour in 0..<flat.count {
      strokeContour(contour, style, &result)
    }
  }

  private mutating func strokeContour(
    _ contour: Int, _ style: LineStyle, _ result: inout Outline
  ) {
    let isClosed = collectCorners(contour)
    guard let first = corners.first else { return }
    let half = style.width / 2
    if corners.count == 1 { return dot(first, half, style.cap, &result) }
    left.removeAll(keepingCapacity: true)
    right.removeAll(keepingCapacity: true)
    if isClosed {
      for index in corners.indices {
        join(before: index > 0 ? index - 1 : corners.count - 1, at: index, half, style.join)
      }
      emit(left, &result)
      emitReversed(right, &result)
    } else {
      strokeOpen(half, style, &result)
    }
  }

  private mutating func strokeOpen(_ half: Double, _ style: LineStyle, _ result: inout Outline) {
    let last = corners.count - 1
    addEnds(corners[0], directions[0], half, extendedBy: style.cap == .square ? -half : 0)
    for index in 1..<last { join(before: index - 1, at: index, half, style.join) }
    addEnds(corners[last], directions[last - 1], half, extendedBy: style.cap == .square ? half : 0)
    if style.cap == .round {
      // Out along the left side, round the end, back along the right side, round the start.
      let forward = directions[last - 1]
      let normal = Self.normal(forward) * half
      arc(around: corners[last], normal, normal * -1, through: forward, half, leftSide: true)
    }
    result.begin()
    for point in left { result.append(point) }
    for point in right.reversed() { result.append(point) }
    if style.cap == .round {
      let backward = directions[0] * -1
      let normal = Self.normal(directions[0]) * half
      left.removeAll(keepingCapacity: true)
      arc(around: corners[0], normal * -1, normal, through: backward, half, leftSide: true)
      for point in left { result.append(point) }
    }
    result.close()
  }

  private mutating func addEnds(
    _ corner: Point, _ direction: Point, _ half: Double, extendedBy extension: Double
  ) {
    let end = corner + direction * `extension`
    let normal = Self.normal(direction) * half
    left.append(end + normal)
    right.append(end - normal)
  }

  /// Takes a contour's corners without repetitions, with the direction and length of the stretch
  /// after each; true where it is closed and encloses something.
  private mutating func collectCorners(_ contour: Int) -> Bool {
    corners.removeAll(keepingCapacity: true)
    directions.removeAll(keepingCapacity: true)
    lengths.removeAll(keepingCapacity: true)
    for index in flat.range(of: contour) {
      let point = flat.points[index]
      guard point.x.isFinite && point.y.isFinite else { continue }
      if let last = corners.last, (point - last).length < Self.nearest { continue }
      corners.append(point)
    }
    var isClosed = flat.isClosed(contour)
    while isClosed, corners.count > 1,
      (corners[0] - corners[corners.count - 1]).length < Self.nearest
    {
      corners.removeLast()
    }
    if corners.count < 2 { isClosed = false }
    for index in corners.indices {
      let next = corners[index + 1 < corners.count ? index + 1 : 0]
      let way = next - corners[index]
      let length = way.length
      directions.append(length > 0 ? way * (1 / length) : Point(1, 0))
      lengths.append(length)
    }
    return isClosed
  }

  /// A line without length: a dot where its ends have a shape.
  private mutating func dot(
    _ center: Point, _ half: Double, _ cap: LineStyle.Cap, _ result: inout Outline
  ) {
    switch cap {
    case .butt: return
    case .square:
      emit(
        [
          center + Point(-half, half), center + Point(half, half), center + Point(half, -half),
          center + Point(-half, -half),
        ], &result)
    case .round:
      left.removeAll(keepingCapacity: true)
      let up = Point(0, half)
      left.append(center + up)
      arc(around: center, up, up * -1, through: Point(1, 0), half, leftSide: true)
      left.append(center - up)
      arc(around: center, up * -1, up, through: Point(-1, 0), half, leftSide: true)
      emit(left, &result)
    }
  }

  private func emit(_ points: [Point], _ result: inout Outline) {
    result.begin()
    for point in points { result.append(point) }
    result.close()
  }

  private func emitReversed(_ points: [Point], _ result: inout Outline) {
    result.begin()
    for point in points.reversed() { result.append(point) }
    result.close()
  }

  /// Joins the stretch that begins at corner `before` with the one that begins at corner `index`.
  private mutating func join(
    before: Int, at index: Int, _ half: Double, _ kind: LineStyle.Join
  ) {
    let meeting = Meeting(
      place: corners[index], from: directions[before], to: directions[index],
      shorter: min(lengths[before], lengths[index]))
    addJoin(meeting, half, kind)
  }

  /// The direction turned by a quarter, towards the left side.
  static func normal(_ direction: Point) -> Point { Point(-direction.y, direction.x) }
}
