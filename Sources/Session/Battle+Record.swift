public import Journal
import Simulation

extension Battle {
  /// The battle so far as a record in memory, as its journal would be had it one from the start: of
  /// a battle that staffs or orders alone have fought, without delegations.
  ///
  /// Plays the battle through again for its hashes. Nil where the battle is only shown.
  public func record(_ header: JournalHeader) throws(JournalError) -> RecordedBattle? {
    guard !isOnlyShown else { return nil }
    var past = World(source.setup, seed: world.seed)
    var scratch = World.Scratch(for: past)
    var events: [Event] = []
    var text = header.text
    var next = 0
    while true {
      var orders: [Order] = []
      while next < log.count, log[next].tick == past.tick {
        orders.append(log[next].order)
        let line = log[next].order.line(in: source.setup)
        text += JournalRecord.order(tick: past.tick, text: line).line
        next += 1
      }
      guard past.tick < world.tick else { break }
      events.removeAll(keepingCapacity: true)
      past.step(orders, scratch: &scratch, events: &events)
      for record in Self.rhythm(of: past) { text += record.line }
    }
    if past.outcome != nil {
      text += JournalRecord.end(tick: past.tick, state: past.stateHash).line
    }
    let journal = try Journal.parse(Array(text.utf8), path: "this battle")
    return RecordedBattle(path: "this battle", journal: journal, source: source)
  }

  /// What a journal holds of a state, where its moment is one of those.
  static func rhythm(of world: World) -> [JournalRecord] {
    let minutes = world.tick.rawValue
    var records: [JournalRecord] = []
    if minutes % JournalRhythm.hashTicks == 0 || world.outcome != nil {
      let columns = world.columnHashes().map {
        JournalRecord.ColumnHash(name: $0.name, hash: $0.hash)
      }
      records.append(.hashes(tick: world.tick, state: world.stateHash, columns: columns))
    }
    if minutes % JournalRhythm.checkpointTicks == 0 {
      records.append(.checkpoint(tick: world.tick, packed: StatePacking.pack(world.encoded())))
    }
    return records
  }
}
