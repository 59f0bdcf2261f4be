public import Simulation

/// A battle's past: the state at any tick, rebuilt from the nearest keyframe.
///
/// The moment that was looked at last is kept too, so that going forward from it, tick by tick, as
/// a timeline's handle does, costs a tick and not an hour.
public struct Timeline: Sendable {
  /// The worlds that are kept.
  public private(set) var keyframes: Keyframes
  private var scratch: World.Scratch
  private var shown: World?

  /// The past of a battle that starts with `world`.
  public init(start world: World, budgetBytes: Int = Keyframes.budgetBytes) {
    keyframes = Keyframes(start: world, budgetBytes: budgetBytes)
    scratch = World.Scratch(for: world)
  }

  /// Takes the newest state; it is kept if its moment is due.
  public mutating func note(_ world: World) { keyframes.note(world) }

  /// The state at a tick that has been noted or gone past; `log` holds every accepted order with
  /// its tick, in order.
  public mutating func world(at tick: Tick, log: [(tick: Tick, order: Order)]) -> World {
    var past = keyframes.nearest(to: tick)
    if let shown, shown.tick <= tick, shown.tick > past.tick { past = shown }
    var events: [Event] = []
    var index = Self.firstIndex(of: past.tick, in: log)
    while past.tick < tick {
      var orders: [Order] = []
      while index < log.count, log[index].tick == past.tick {
        orders.append(log[index].order)
        index += 1
      }
      events.removeAll(keepingCapacity: true)
      past.step(orders, scratch: &scratch, events: &events)
    }
    shown = past
    return past
  }

  /// The first order that is not before a tick, by bisection.
  private static func firstIndex(of tick: Tick, in log: [(tick: Tick, order: Order)]) -> Int {
    var (low, high) = (0, log.count)
    while low < high {
      let middle = (low + high) / 2
      if log[middle].tick < tick { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
