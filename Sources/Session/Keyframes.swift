public import Simulation

/// Worlds kept at even intervals, so that any earlier moment can be rebuilt quickly.
///
/// Copies share what has not changed since; the interval doubles and every other frame goes when
/// there are more than `capacity`, so memory is bounded whatever the battle's length.
public struct Keyframes: Sendable {
  /// The most worlds that are kept.
  public static let capacity = 96

  /// The frames in order of time.
  private var frames: [(world: World, events: Int)]
  private var intervalTicks: Int32 = 60

  /// The frames of a battle that starts with `world`.
  public init(start world: World) { frames = [(world, 0)] }

  /// Keeps the world if its moment is due; `events` is the number of events so far.
  public mutating func note(_ world: World, events: Int) {
    guard world.tick.rawValue % intervalTicks == 0,
      frames.last.map({ $0.world.tick < world.tick }) ?? true
    else { return }
    frames.append((world, events))
    if frames.count > Self.capacity {
      intervalTicks *= 2
      frames.removeAll { $0.world.tick.rawValue % intervalTicks != 0 }
    }
  }

  /// The latest kept world that is not after `tick`, with the number of events before it.
  public func nearest(to tick: Tick) -> (world: World, events: Int) {
    frames.last { $0.world.tick <= tick } ?? frames[0]
  }
}
