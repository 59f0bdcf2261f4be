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

  /// What a click on it means.
  var target: Target {
    if stack.count > 1 {
      for member in stack { if case .unit(let id) = member.subject { return .stack(id) } }
    }
    return item.subject.target
  }
}
