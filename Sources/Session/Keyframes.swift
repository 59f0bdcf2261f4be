public import Simulation

/// Worlds kept at even intervals, so that any earlier moment can be rebuilt quickly.
///
/// The interval doubles and every other frame goes when there are more than the budget of memory
/// allows, so memory is bounded whatever the battle's length and size.
public struct Keyframes: Sendable {
  /// The memory that all frames together may take, in bytes, were nothing shared between them.
  public static let budgetBytes = 192 << 20

  /// The most worlds that are kept.
  public let capacity: Int
  /// Ticks from one kept world to the next.
  public private(set) var intervalTicks: Int32 = 30
  /// The frames in order of time.
  private var frames: [World]

  /// The worlds that are kept now.
  public var count: Int { frames.count }

  /// The frames of a battle that starts with `world`.
  public init(start world: World, budgetBytes: Int = Self.budgetBytes) {
    frames = [world]
    capacity = min(256, max(8, budgetBytes / max(1, world.approximateBytes)))
  }

  /// Keeps the world if its moment is due.
  public mutating func note(_ world: World) {
    guard world.tick.rawValue % intervalTicks == 0,
      frames.last.map({ $0.tick < world.tick }) ?? true
    else { return }
    frames.append(world)
    while frames.count > capacity {
      intervalTicks *= 2
      frames.removeAll { $0.tick.rawValue % intervalTicks != 0 }
    }
  }

  /// The latest kept world that is not after `tick`.
  public func nearest(to tick: Tick) -> World {
    frames.last { $0.tick <= tick } ?? frames[0]
  }
}
