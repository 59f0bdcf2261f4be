import MapTable
import Screen

/// A counter on the glass: a single one, or the topmost of a stack.
struct MapCounter: Sendable {
  /// What it shows.
  var item: CounterItem
  /// Everything in the stack, this one included, the topmost first.
  var stack: [CounterItem]
  /// Where its true place lies on the glass.
  var truePoint: Point
  /// Where its symbol's middle is drawn.
  var center: Point
  /// The symbol's frame on the glass.
  var frameRect: Rect
  /// Whether it is chosen, or one in its stack is.
  var isSelected: Bool
  /// Whether it belongs to an opened stack and is tied to its place by a leader line.
  var isFanned = false

  /// The frame with the echelon over it and the bars below.
  var occupiedRect: Rect {
    Rect(
      frameRect.x - 2, frameRect.y - frameRect.height * 0.3, frameRect.width + 4,
      frameRect.height * 1.6)
  }

  /// The disc with the number of a stack at the upper right, on a display of `scale` pixels a
  /// point.
  func badgeRect(textWidth: Double, scale: Double) -> Rect {
    let radius = 8.5 * scale
    let middle = Point(
      frameRect.maxX + 6 * scale, frameRect.center.y - unitHeight / 2 - 5 * scale)
    let half = max(radius, textWidth / 2 + 4 * scale)
    return Rect(middle.x - half, middle.y - radius, 2 * half, 2 * radius)
  }

  /// The height that a friend's frame would have.
  var unitHeight: Double { frameRect.height / item.frame.height }

  /// What stands beside the frame: marks of the unit's state, and a headquarters' staff.
  func sideRects(scale: Double) -> [Rect] {
    var rects: [Rect] = []
    if item.strength != nil,
      item.suppression >= 300 || !item.isSupplied || item.entrenchment > 0
    {
      rects.append(Rect(frameRect.x - 9 * scale, frameRect.y, 9 * scale, frameRect.height))
    }
    if item.hasStaff {
      rects.append(Rect(frameRect.x - 2, frameRect.maxY, 5 * scale, unitHeight))
    }
    return rects
  }

  /// What a click on it means.
  var target: Target {
    if stack.count > 1 {
      for member in stack { if case .unit(let id) = member.subject { return .stack(id) } }
    }
    return item.subject.target
  }
}
