/// Turns real time into ticks at the chosen speed, keeping what is left over.
public struct BattlePace: Sendable {
  /// How far the clock has come into the next tick, 0…1: counters glide by it.
  public private(set) var fraction = 1.0

  /// A clock that stands between two ticks.
  public init() {}

  /// The ticks due after some real seconds; `speed` is simulated seconds a real second.
  public mutating func ticks(after seconds: Double, isPaused: Bool, speed: Double) -> Int {
    guard !isPaused else { return 0 }
    guard speed.isFinite else {
      fraction = 1
      // As fast as it goes: the frame's budget is the bound.
      return 1_000_000
    }
    let total = (fraction >= 1 ? 0 : fraction) + seconds * speed / 60
    let whole = total.rounded(.down)
    fraction = total - whole
    return Int(whole)
  }
}
