public import Screen

/// What a hand without sense does with mouse and keyboard: every kind of event, odd numbers among
/// them.
public enum RandomEvents {
  private static let keys: [Key] =
    "abcdefghijklmnopqrstuvwxyz0123456789+-=[].,/?".map { .character($0) }
    + (1...12).map { .function($0) }
    + [
      .escape, .enter, .space, .tab, .backspace, .delete, .home, .end, .pageUp, .pageDown, .left,
      .right, .up, .down,
    ]

  /// The next event; half of all places are in the middle of one of `targets`, the rest anywhere
  /// in and around a window of `size`.
  public static func next(
    _ chance: inout RandomNumbers, size: Size = Size(1280, 720), targets: [Rect] = []
  ) -> InputEvent {
    let point = place(&chance, size, targets)
    let modifiers = Modifiers(rawValue: UInt8(chance.below(8)))
    let button = chance.pick([MouseButton.left, .left, .middle, .right])
    switch chance.below(12) {
    case 0, 1: return .pointerMoved(point)
    case 2, 3: return .buttonDown(button, point, modifiers, clicks: 1 + chance.below(3))
    case 4, 5: return .buttonUp(button, point, modifiers)
    case 6: return .wheel(number(7, &chance) - 3, point, modifiers)
    case 7: return .pinch(number(3, &chance), point)
    case 8 where chance.below(20) == 0:
      return .resized(
        Size(number(1600, &chance), number(1000, &chance)), scale: number(3, &chance))
    case 8 where chance.below(4) == 0: return .text(chance.pick(["g", "ö", "/", "tank", " "]))
    case 9 where chance.below(8) == 0:
      return chance.pick([.pointerLeft, .focused(false), .exposed])
    default:
      return .keyDown(chance.pick(keys), modifiers, isRepeat: chance.below(10) == 0)
    }
  }

  private static func place(_ chance: inout RandomNumbers, _ size: Size, _ targets: [Rect]) -> Point
  {
    if !targets.isEmpty, chance.below(2) == 0 { return chance.pick(targets).center }
    return Point(
      number(Int(size.width) + 20, &chance), number(Int(size.height) + 20, &chance))
  }

  /// A number from 0 to below `limit`, now and then one that is none or far out.
  private static func number(_ limit: Int, _ chance: inout RandomNumbers) -> Double {
    let odd = [Double.nan, .infinity, -.infinity, 1e300, -1e9, 0]
    return chance.below(200) == 0 ? chance.pick(odd) : Double(chance.below(max(1, limit)))
  }
}
