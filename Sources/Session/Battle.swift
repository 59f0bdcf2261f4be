public import Journal
public import Press
public import Simulation
public import Staff

/// A running battle: orders in, ticks out; written down before it is played.
///
/// The one place where a world is stepped for people: an order is checked, put into its text line,
/// written and synced to the journal, read back, and only then given to the simulation, in live
/// play as in replay.
public final class Battle {
  /// What the battle is made from.
  public let source: BattleSource
  /// The battle now.
  public private(set) var world: World
  /// Everything that has happened, in order.
  public private(set) var events: [Event] = []
  /// Everything that has been reported, in order of time.
  public private(set) var dispatches: [Dispatch] = []
  /// The accepted orders with the tick at which they were given, in order.
  public private(set) var log: [(tick: Tick, order: Order)] = []
  /// The script's orders that were refused, with why and where they stand in its file; a sound
  /// record has none.
  public private(set) var refusals:
    [(tick: Tick, order: Order, reason: OrderRejection, line: Int, column: Int)] = []
  /// The worlds kept for going back in time.
  public private(set) var keyframes: Keyframes

  private var scratch: World.Scratch
  private var staffs: [(staff: Staff, memory: StaffMemory)?]
  private var pressMemory = PressMemory()
  private var script: OrderScript
  private var journal: JournalWriter?
  private var given: [Order] = []
  // While a record is replayed, staffs think without giving orders.
  private var isReplaying = false
  // The orders of the tick being prepared that were read from a journal: not to be given twice.
  private var resumedOrders: [Order] = []

  /// A battle at its start.
  ///
  /// - Parameters:
  ///   - staffs: the staff that commands each side, nil where a person or a script does.
  ///   - script: orders that are given at their ticks beside them (a recorded battle, a file).
  ///   - journal: where every order is written before it counts; nil for nowhere.
  public init(
    source: BattleSource, seed: UInt64, staffs: [Staff?], script: OrderScript = OrderScript(),
    journal: JournalWriter? = nil
  ) {
    self.source = source
    self.script = script
    self.journal = journal
    world = World(source.setup, seed: seed)
    scratch = World.Scratch(for: world)
    self.staffs = staffs.map { staff in staff.map { ($0, StaffMemory()) } }
    keyframes = Keyframes(start: world)
  }

  /// Goes on with a recorded battle: plays its orders up to where it ends, then hands over.
  ///
  /// The staffs think along without a voice, so that their memories are what they were.
  /// Throws `JournalError.malformed` where an order's text does not fit the scenario.
  public static func resume(
    _ recorded: Journal, source: BattleSource, path: String, staffs: [Staff?],
    journal: JournalWriter?
  ) throws(JournalError) -> Battle {
    let battle = Battle(
      source: source, seed: recorded.header.seed, staffs: staffs,
      script: try OrderScript(recorded, setup: source.setup, path: path))
    battle.isReplaying = true
    let end = recorded.lastTick
    while battle.world.tick < end, !battle.isOver { try battle.advance() }
    // Orders of the last tick are on disk, but the tick itself may never have been played.
    for order in battle.script.orders(at: end) { _ = try battle.accept(order) }
    battle.resumedOrders = battle.given
    battle.script = OrderScript()
    battle.journal = journal
    battle.isReplaying = false
    return battle
  }

  /// Where the record of a battle that was not fought to its end stops; nil where nothing does.
  public var recordEnds: Tick?

  /// Whether the battle is over, or its record.
  public var isOver: Bool {
    world.outcome != nil || recordEnds.map { world.tick >= $0 } ?? false
  }

  /// Gives an order that a person means: nil when it is on disk and will be carried out, else why
  /// not.
  ///
  /// Throws `JournalError` where the disk refuses; the order then does not count.
  public func give(_ order: Order) throws(JournalError) -> OrderRejection? {
    let rejection = try accept(order)
    if rejection == nil { try journal?.sync() }
    return rejection
  }

  /// Plays one tick: the script's and the staffs' orders, then the simulation, the press, the log.
  public func advance() throws(JournalError) {
    guard !isOver else { return }
    for entry in script.entries(at: world.tick) {
      if let rejection = try accept(entry.order) {
        refusals.append(
          (
            world.tick, entry.order, rejection, entry.line, entry.column(of: rejection.reason)
          ))
      }
    }
    try askStaffs()
    try journal?.sync()
    let first = events.count
    world.step(given, scratch: &scratch, events: &events)
    given.removeAll(keepingCapacity: true)
    dispatches += source.press.dispatches(
      for: Array(events[first...]), at: world.tick, setup: source.setup,
      reporters: reporters, memory: &pressMemory)
    keyframes.note(world, events: events.count)
    try record()
  }

  /// Where the reporters are; nil in a battle that has none of its own.
  private var reporters: [Int32]? {
    let teams = source.setup.units.indices.filter { source.setup.units[$0].arm == .press }
    guard !teams.isEmpty else { return nil }
    return teams.filter { world.units.status[$0] == .active }.map { world.units.hex[$0] }
  }

  /// What a viewer knows now; `since` is the number of events that the viewer has seen already.
  public func picture(_ viewpoint: Viewpoint, since: Int = .max) -> Picture {
    world.picture(for: viewpoint, events: Array(events.dropFirst(min(since, events.count))))
  }

  /// The dispatches that a viewer may read, up to a moment.
  public func dispatches(for viewpoint: Viewpoint, until tick: Tick? = nil) -> [Dispatch] {
    dispatches.filter { dispatch in
      if let tick, dispatch.tick > tick { return false }
      guard case .side(let side) = viewpoint, let audience = dispatch.audience else { return true }
      return audience.contains(side)
    }
  }

  /// The battle at an earlier moment, rebuilt from the nearest keyframe; the present if it is
  /// later.
  public func world(at tick: Tick) -> World {
    guard tick < world.tick else { return world }
    var (past, _) = keyframes.nearest(to: tick)
    var unseen: [Event] = []
    var index = log.firstIndex { $0.tick >= past.tick } ?? log.count
    while past.tick < tick {
      var orders: [Order] = []
      while index < log.count, log[index].tick == past.tick {
        orders.append(log[index].order)
        index += 1
      }
      past.step(orders, scratch: &scratch, events: &unseen)
    }
    return past
  }

  /// Writes the end mark; the journal then is whole.
  public func finish() throws(JournalError) {
    guard let journal, isOver else { return }
    journal.append(.end(tick: world.tick, state: world.stateHash))
    try journal.sync()
  }

  // The way of every order: check, text, text read back, journal, simulation.
  private func accept(_ order: Order) throws(JournalError) -> OrderRejection? {
    if let rejection = world.rejection(of: order) { return rejection }
    let line = order.line(in: source.setup)
    guard let decoded = try? Order(line: line, in: source.setup) else {
      preconditionFailure("the order “\(line)” cannot be read back")
    }
    journal?.append(.order(tick: world.tick, text: line))
    given.append(decoded)
    log.append((world.tick, decoded))
    return nil
  }

  private func askStaffs() throws(JournalError) {
    for side in staffs.indices {
      guard let entry = staffs[side] else { continue }
      guard entry.staff.decides(at: world.tick) else { continue }
      let picture = world.picture(for: .side(SideID(side)), events: [])
      let decision = entry.staff.decide(picture, entry.memory)
      staffs[side]?.memory = decision.memory
      guard !isReplaying else { continue }
      for order in decision.orders where !resumedOrders.contains(order) { _ = try accept(order) }
    }
    resumedOrders.removeAll()
  }

  private func record() throws(JournalError) {
    guard let journal else { return }
    let minutes = world.tick.rawValue
    if minutes % JournalRhythm.hashTicks == 0 || isOver {
      let columns = world.columnHashes().map {
        JournalRecord.ColumnHash(name: $0.name, hash: $0.hash)
      }
      journal.append(.hashes(tick: world.tick, state: world.stateHash, columns: columns))
    }
    if minutes % JournalRhythm.checkpointTicks == 0 {
      journal.append(.checkpoint(tick: world.tick, packed: StatePacking.pack(world.encoded())))
    }
    try journal.sync()
    if isOver { try finish() }
  }
}

/// How often a journal holds hashes and whole states.
public enum JournalRhythm {
  /// Ticks from one line of hashes to the next.
  public static let hashTicks: Int32 = 60
  /// Ticks from one whole state to the next.
  public static let checkpointTicks: Int32 = 360
}
