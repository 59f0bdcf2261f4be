public import Journal
public import Simulation

/// Re-runs a journal and checks every hash in it.
public struct Replay {
  /// Where a re-run first differs from the journal.
  public struct Divergence: Sendable, Equatable {
    /// The last tick at which both agreed.
    public var tickFrom: Int32
    /// The first tick at which they did not.
    public var tickTo: Int32
    /// The first column that differs, nil where an order could not be given again.
    public var column: String?
    /// What the journal says: a hash, or the order's text.
    public var expected: String
    /// What the re-run gave: a hash, or why the order was refused.
    public var actual: String
  }

  /// How a check ended.
  public struct Report: Sendable, Equatable {
    /// Ticks that were played.
    public var ticks: Int32
    /// The first difference; nil where there is none.
    public var firstBad: Divergence?
    /// Whether the journal has its end mark.
    public var isFinished: Bool
    /// Hashes that were compared.
    public var hashesCompared: Int
  }

  /// Plays the journal against its setup and compares every hash.
  public static func verify(
    _ journal: Journal, setup: BattleSetup, path: String
  ) throws(JournalError) -> Report {
    let script = try OrderScript(journal, setup: setup, path: path)
    var world = World(setup, seed: journal.header.seed)
    var scratch = World.Scratch(for: world)
    var report = Report(
      ticks: 0, firstBad: nil, isFinished: journal.isFinished, hashesCompared: 0)
    var agreed: Int32 = 0
    var events: [Event] = []
    for record in journal.records {
      while world.tick < record.tick, world.outcome == nil {
        let orders = script.orders(at: world.tick)
        if let bad = refused(orders, world, since: agreed) {
          report.firstBad = bad
          return report
        }
        events.removeAll(keepingCapacity: true)
        world.step(orders, scratch: &scratch, events: &events)
        report.ticks = world.tick.rawValue
      }
      if let bad = difference(record, world, since: agreed) {
        report.firstBad = bad
        return report
      }
      if case .order = record { continue }
      agreed = record.tick.rawValue
      report.hashesCompared += 1
    }
    return report
  }

  private static func refused(
    _ orders: [Order], _ world: World, since agreed: Int32
  ) -> Divergence? {
    for order in orders {
      if let rejection = world.rejection(of: order) {
        return Divergence(
          tickFrom: agreed, tickTo: world.tick.rawValue, column: nil,
          expected: order.line(in: world.setup), actual: rejection.message)
      }
    }
    return nil
  }

  private static func difference(
    _ record: JournalRecord, _ world: World, since agreed: Int32
  ) -> Divergence? {
    func bad(_ column: String?, _ expected: UInt64, _ actual: UInt64) -> Divergence {
      Divergence(
        tickFrom: agreed, tickTo: record.tick.rawValue, column: column,
        expected: hexadecimalText(expected), actual: hexadecimalText(actual))
    }
    switch record {
    case .order, .checkpoint: return nil
    case .end(_, let state):
      return state == world.stateHash && world.tick == record.tick
        ? nil : bad(nil, state, world.stateHash)
    case .hashes(_, let state, let columns):
      guard state != world.stateHash else { return nil }
      let actual = world.columnHashes()
      for (expected, found) in zip(columns, actual)
      where expected.name == found.name && expected.hash != found.hash {
        return bad(expected.name, expected.hash, found.hash)
      }
      return bad(nil, state, world.stateHash)
    }
  }
}

/// A 64-bit value as 16 hexadecimal digits.
public func hexadecimalText(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}
