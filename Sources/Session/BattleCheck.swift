import Simulation

/// Looks over a running battle: what must hold after every tick, and in heavy mode that a state
/// which is written down and read back goes on exactly as the battle does.
public struct BattleCheck: Sendable {
  /// How much is looked at.
  public enum Depth: String, CaseIterable, Sendable {
    /// The invariants, every tick.
    case invariants
    /// Beside them the state is written, read, written again and played on until the next time.
    case heavy
  }

  /// How many states were written and read back so far.
  public private(set) var roundTrips = 0

  private let depth: Depth
  private let every: Int32
  // The state that was read back, which plays along.
  private var shadow: (world: World, scratch: World.Scratch)?

  /// A check; in heavy mode a state is written down every so many ticks, 1 or more.
  public init(_ depth: Depth, every: Int32 = 1) {
    precondition(every >= 1, "a state written down every \(every) ticks")
    self.depth = depth
    self.every = every
  }

  /// Looks at a battle after each of its ticks. Returns what is unsound, a sentence each; empty
  /// when all is well.
  public mutating func note(_ battle: Battle) -> [String] {
    let world = battle.world
    var found = world.checkInvariants().map { "tick \(world.tick.rawValue): \($0)" }
    guard depth == .heavy else { return found }
    if var follower = shadow {
      let orders = Self.orders(of: battle, at: follower.world.tick)
      var events: [Event] = []
      follower.world.step(orders, scratch: &follower.scratch, events: &events)
      shadow = follower
    }
    guard world.tick.rawValue % every == 0 || world.outcome != nil else { return found }
    if let shadow { found += Self.differences(shadow.world, world) }
    found += writeAndRead(world)
    return found
  }

  /// The orders given at a tick; few ticks back, so looked for from the end.
  private static func orders(of battle: Battle, at tick: Tick) -> [Order] {
    var orders: [Order] = []
    for entry in battle.log.reversed() {
      guard entry.tick >= tick else { break }
      if entry.tick == tick { orders.append(entry.order) }
    }
    return orders.reversed()
  }

  /// The columns in which a state read back has come to differ from the battle.
  private static func differences(_ restored: World, _ world: World) -> [String] {
    guard restored.stateHash != world.stateHash else { return [] }
    let place = "tick \(world.tick.rawValue)"
    guard restored.tick == world.tick else {
      return ["\(place): the state read back is at tick \(restored.tick.rawValue)"]
    }
    let columns = zip(restored.columnHashes(), world.columnHashes()).filter { $0.hash != $1.hash }
    return columns.map { "\(place): the state read back went on differently in \($0.0.name)" }
  }

  private mutating func writeAndRead(_ world: World) -> [String] {
    let bytes = world.encoded()
    let place = "tick \(world.tick.rawValue)"
    do throws(StateError) {
      let restored = try World(world.setup, encoded: bytes)
      roundTrips += 1
      shadow = (restored, World.Scratch(for: restored))
      if restored.stateHash != world.stateHash { return ["\(place): read back with another hash"] }
      return restored.encoded() == bytes ? [] : ["\(place): written again it is not the same"]
    } catch {
      return ["\(place): cannot be read back: \(error.message)"]
    }
  }
}
