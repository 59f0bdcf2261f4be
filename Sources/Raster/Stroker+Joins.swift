import Screen

extension Stroker {
  /// Two stretches that meet.
  struct Meeting {
    /// Where they meet.
    var place: Point
    /// The unit direction of the first.
    var from: Point
    /// The unit direction of the second.
    var to: Point
    /// The length of the shorter one in pixels.
    var shorter: Double
  }

  /// Adds the corners of both sides at a meeting.
  mutating func addJoin(_ meeting: Meeting, _ half: Double, _ kind: LineStyle.Join) {
    let cross = meeting.from.x * meeting.to.y - meeting.from.y * meeting.to.x
    let dot = meeting.from.x * meeting.to.x + meeting.from.y * meeting.to.y
    if abs(cross) < 1e-6 && dot > 0 {
      let offset = Self.normal(meeting.to) * half
      left.append(meeting.place + offset)
      right.append(meeting.place - offset)
      return
    }
    let turnsLeft = cross > 0
    addInner(meeting, half, cross, dot, leftSide: turnsLeft)
    addOuter(meeting, half, dot, kind, leftSide: !turnsLeft)
  }

  /// The side inside a bend: the crossing of the two offset lines where both stretches are long
  /// enough, else a way through the corner itself, which keeps every winding positive.
  private mutating func addInner(
    _ meeting: Meeting, _ half: Double, _ cross: Double, _ dot: Double, leftSide: Bool
  ) {
    let side = leftSide ? half : -half
    let a = Self.normal(meeting.from) * side
    let b = Self.normal(meeting.to) * side
    // Straight back the offset lines never cross.
    if 1 + dot > 1e-9, half * abs(cross) <= (1 + dot) * meeting.shorter / 2 {
      append(meeting.place + (a + b) * (1 / (1 + dot)), leftSide: leftSide)
    } else {
      append(meeting.place + a, leftSide: leftSide)
      append(meeting.place, leftSide: leftSide)
      append(meeting.place + b, leftSide: leftSide)
    }
  }

  private mutating func addOuter(
    _ meeting: Meeting, _ half: Double, _ dot: Double, _ kind: LineStyle.Join, leftSide: Bool
  ) {
    let side = leftSide ? half : -half
    let a = Self.normal(meeting.from) * side
    let b = Self.normal(meeting.to) * side
    // The corner's tip lies half / cos(turn / 2) away, and cos² (turn / 2) = (1 + dot) / 2.
    let limit = Self.miterLimit
    if kind == .miter && (1 + dot) * limit * limit >= 2 {
      append(meeting.place + (a + b) * (1 / (1 + dot)), leftSide: leftSide)
      return
    }
    append(meeting.place + a, leftSide: leftSide)
    if kind == .round {
      arc(around: meeting.place, a, b, through: meeting.from, half, leftSide: leftSide)
    }
    append(meeting.place + b, leftSide: leftSide)
  }

  private mutating func append(_ point: Point, leftSide: Bool) {
    if leftSide { left.append(point) } else { right.append(point) }
  }

  /// Adds points strictly between `center + a` and `center + b` on the arc of at most half a turn,
  /// `through` telling its side where the two are opposite. |a| = |b| = `radius`.
  mutating func arc(
    around center: Point, _ a: Point, _ b: Point, through: Point, _ radius: Double, leftSide: Bool
  ) {
    let sum = a + b
    let length = sum.length
    // |a + b| / 2 is how near the chord comes to the centre.
    if radius - length / 2 <= Outline.tolerance { return }
    let middle =
      length > radius * 1e-3 ? sum * (radius / length) : through * radius
    arc(around: center, a, middle, through: through, radius, leftSide: leftSide)
    append(center + middle, leftSide: leftSide)
    arc(around: center, middle, b, through: through, radius, leftSide: leftSide)
  }
}
