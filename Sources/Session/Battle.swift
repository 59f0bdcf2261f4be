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
  /// The moment: the world's, or of a battle that is only shown, that of its pictures.
  public private(set) var tick = Tick(0)
  /// Everything that has happened, in order.
  public internal(set) var events: [Event] = []
  /// Everything that has been reported, in order of time.
  public internal(set) var dispatches: [Dispatch] = []
  /// The accepted orders with the tick at which they were given, in order.
  public private(set) var log: [(tick: Tick, order: Order)] = []
  /// The script's orders that were refused, with why and where they stand in its file; a sound
  /// record has none.
  public private(set) var refusals:
    [(tick: Tick, order: Order, reason: OrderRejection, line: Int, column: Int)] = []
  /// Where a staff that thinks along with a record first decides otherwise than it says; nil where
  /// none does.
  public internal(set) var doubt: StaffDoubt?
  /// Whether staffs think on threads beside the one that plays the battle. The battle is the same
  /// either way.
  public var thinksBeside = false
  /// The past.
  public private(set) var timeline: Timeline

  private var recording: Recording?
  private var scratch: World.Scratch
  // The staffs that lead sides, by side, and those that lead formations for people.
  var seats: [StaffSeat?]
  var delegated: [StaffSeat] = []
  var newestReasons: [UnitID: StaffReason] = [:]
  private var pressMemory = PressMemory()
  private(set) var script: OrderScript
  private var journal: JournalWriter?
  private(set) var given: [Order] = []
  // While a record is replayed, staffs think without giving orders, and are held to it from the
  // moment of each side on.
  private(set) var recordedSince: [Tick]?
  var isReplaying: Bool { recordedSince != nil }
  // The orders of the tick being prepared that were read from a journal: not to be given twice.
  var resumedOrders: [Order] = []

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
    seats = staffs.enumerated().map { side, staff in
      staff.map { StaffSeat($0, side: SideID(side)) }
    }
    timeline = Timeline(start: world)
  }

  /// Goes on with a recorded battle: plays its orders up to where it ends, then hands over.
  ///
  /// The staffs think along without a voice, so that their memories are what they were; where one
  /// decides otherwise than the record says (its plan has changed, say), `doubt` tells it, and what
  /// is recorded counts.
  /// Throws `JournalError.malformed` where an order's text does not fit the scenario.
  public static func resume(
    _ recorded: Journal, source: BattleSource, path: String, staffs: [Staff?],
    journal: JournalWriter?
  ) throws(JournalError) -> Battle {
    let battle = Battle(
      source: source, seed: recorded.header.seed, staffs: staffs,
      script: try OrderScript(recorded, setup: source.setup, path: path))
    try battle.replay(to: recorded.lastTick, since: recorded.header.commanders.map(\.since))
    battle.commandSince =
      recorded.header.commanders.filter { $0.commander == .person }.map(\.since).max() ?? Tick(0)
    // Orders of the last tick are on disk, but the tick itself may never have been played.
    battle.followRecordedDelegations()
    try battle.giveScripted()
    battle.resumedOrders = battle.given
    battle.journal = journal
    // Killed between the last hour and the end mark: the journal is made whole.
    if battle.world.outcome != nil, !recorded.isFinished { try battle.finish() }
    return battle
  }

  /// Plays the script's orders up to a moment, the staffs thinking along.
  func replay(to end: Tick, since: [Tick]) throws(JournalError) {
    recordedSince = since
    defer { recordedSince = nil }
    while world.tick < end, !isOver { try advance() }
  }

  /// Gives the script's orders of a tick that has not been played yet, and lets go of it.
  func giveScripted() throws(JournalError) {
    for order in script.orders(at: world.tick) { _ = try accept(order) }
    try journal?.sync()
    script = OrderScript()
  }

  /// Lets go of the script: from now on people and staffs decide.
  func takeOver(journal: JournalWriter?) {
    script = OrderScript()
    self.journal = journal
  }

  /// A battle that is only shown, from recorded pictures: its time passes, its world stands.
  public convenience init(watching recording: Recording, source: BattleSource, seed: UInt64) {
    self.init(
      source: source, seed: seed, staffs: Array(repeating: nil, count: source.setup.sides.count))
    self.recording = recording
    recordEnds = recording.lastTick
    showRecorded(from: 0)
  }

  /// When the people of this battle took command: where it branched off another, else its start.
  public internal(set) var commandSince = Tick(0)
  /// The record that it branched off, while that is at hand; nil for none.
  public internal(set) var branchedFrom: RecordedBattle?

  /// The staffs as they command now, nil where a person or a script does.
  var staffsNow: [Staff?] { seats.map { $0?.staff } }

  /// The journal that holds this battle: the one that is written, or the one that it was read from;
  /// nil where none does.
  public var journalFile: String? { journal?.path ?? recordedIn }
  /// The file that it was read from, a journal or a bundle; nil for none.
  public var recordedIn: String?

  /// Where the record of a battle that was not fought to its end stops; nil where nothing does.
  public var recordEnds: Tick?

  /// Whether the battle is over, or its record.
  public var isOver: Bool {
    world.outcome != nil || recordEnds.map { tick >= $0 } ?? false
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

  /// Takes back an order that was given since the last tick, so that nothing has come of it yet; a
  /// record of its own says so. Whether there was one.
  ///
  /// Throws `JournalError` where the disk refuses; the order then stands.
  public func takeBack(_ order: Order) throws(JournalError) -> Bool {
    guard let place = given.lastIndex(of: order),
      let entry = log.lastIndex(where: { $0.tick == world.tick && $0.order == order })
    else { return false }
    journal?.append(.undo(tick: world.tick, text: order.line(in: source.setup)))
    try journal?.sync()
    given.remove(at: place)
    log.remove(at: entry)
    return true
  }

  /// Plays one tick: the script's and the staffs' orders, then the simulation, the press, the log.
  public func advance() throws(JournalError) {
    guard !isOver else { return }
    guard recording == nil else {
      tick = Tick(rawValue: tick.rawValue + 1)
      showRecorded(from: tick.rawValue)
      return
    }
    // A record that is only watched runs no staffs.
    if isReplaying { followRecordedDelegations() }
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
    tick = world.tick
    given.removeAll(keepingCapacity: true)
    dispatches += source.press.dispatches(
      for: Array(events[first...]), at: world.tick, setup: source.setup,
      reporters: reporters, memory: &pressMemory)
    timeline.note(world)
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
    let news = Array(events.dropFirst(min(since, events.count)))
    guard let recording else {
      return addingGiven(world.picture(for: viewpoint, events: news))
    }
    return recording.picture(viewpoint, at: tick) ?? world.picture(for: viewpoint, events: [])
  }

  /// What of the events from a place in `events` on a viewer may read.
  public func news(for viewpoint: Viewpoint, since: Int) -> [Event] {
    let fresh = events.dropFirst(min(max(0, since), events.count))
    return isOnlyShown ? Array(fresh) : world.news(fresh, for: viewpoint)
  }

  /// What a viewer knew at an earlier moment.
  public func picture(_ viewpoint: Viewpoint, at moment: Tick) -> Picture {
    if let recorded = recording?.picture(viewpoint, at: min(moment, tick)) { return recorded }
    return world(at: moment).picture(for: viewpoint, events: [])
  }

  /// The hash of the state now; of a battle that is only shown, of its last recorded moment.
  public var stateHash: UInt64 { recording?.hash(at: tick) ?? world.stateHash }

  /// Whether the battle is only shown, from recorded pictures: its world never moves.
  public var isOnlyShown: Bool { recording != nil }

  /// Takes what was reported and happened from one tick to now.
  private func showRecorded(from first: Int32) {
    guard let recording else { return }
    let due = Tick(rawValue: first)...max(tick, Tick(rawValue: first))
    events += recording.events.filter { due.contains($0.tick) }
    dispatches += recording.dispatches.filter { due.contains($0.tick) }
  }

  /// The dispatches that a viewer may read, up to a moment.
  public func dispatches(for viewpoint: Viewpoint, until tick: Tick? = nil) -> [Dispatch] {
    dispatches.compactMap { dispatch in
      if let tick, dispatch.tick > tick { return nil }
      guard case .side(let side) = viewpoint else { return dispatch }
      if let audience = dispatch.audience, !audience.contains(side) { return nil }
      var known = dispatch
      known.fact = nil
      return known
    }
  }

  /// The battle at an earlier moment, rebuilt from the nearest keyframe; the present if it is
  /// later.
  public func world(at tick: Tick) -> World {
    guard tick < world.tick else { return world }
    return timeline.world(at: tick, log: log)
  }

  /// Writes the end mark; the journal then is whole.
  public func finish() throws(JournalError) {
    guard let journal, isOver else { return }
    journal.append(.end(tick: world.tick, state: world.stateHash))
    try journal.sync()
  }

  // The way of every order: check, text, text read back, journal, simulation.
  func accept(_ order: Order) throws(JournalError) -> OrderRejection? {
    guard recording == nil else {
      return OrderRejection(
        .alreadyOver, "This battle is only shown.", remedy: "It was fought by other rules.")
    }
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

  /// Writes a record that counts at once.
  func write(_ record: JournalRecord) throws(JournalError) {
    journal?.append(record)
    try journal?.sync()
  }

  private func record() throws(JournalError) {
    guard let journal else { return }
    for record in Self.rhythm(of: world) { journal.append(record) }
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
