import Journal
import Simulation

/// One check of a journal under way.
struct ReplayRun {
  private let journal: Journal
  private let setup: BattleSetup
  private let path: String
  private let script: OrderScript
  private var world: World
  private var scratch: World.Scratch
  private var events: [Event] = []
  private var agreed: Int32 = 0
  private var report: Replay.Report

  init(_ journal: Journal, setup: BattleSetup, path: String, script: OrderScript) {
    self.journal = journal
    self.setup = setup
    self.path = path
    self.script = script
    world = World(setup, seed: journal.header.seed)
    scratch = World.Scratch(for: world)
    report = Replay.Report(
      ticks: 0, firstBad: nil, isFinished: journal.isFinished, isTorn: journal.isTorn,
      hashesCompared: 0)
  }

  mutating func verify() throws(JournalError) -> Replay.Report {
    try checkRhythm()
    for (index, record) in journal.records.enumerated() {
      while world.tick < record.tick, world.outcome == nil {
        if let bad = refusedOrder() {
          report.firstBad = bad
          return report
        }
        step(script.orders(at: world.tick))
        report.ticks = world.tick.rawValue
      }
      if var bad = try difference(record, at: index) {
        if bad.valueTick == nil { refine(&bad, after: index) }
        report.firstBad = bad
        return report
      }
      if case .order = record { continue }
      agreed = record.tick.rawValue
      report.hashesCompared += 1
    }
    // Orders of a last tick that was not played must be such as can be given.
    report.firstBad = world.outcome == nil ? refusedOrder() : nil
    return report
  }

  private mutating func step(_ orders: [Order]) {
    events.removeAll(keepingCapacity: true)
    world.step(orders, scratch: &scratch, events: &events)
  }

  /// A journal tells the hashes of every hour that it goes past: none may be left out.
  private func checkRhythm() throws(JournalError) {
    var due = JournalRhythm.hashTicks
    for (index, record) in journal.records.enumerated() {
      if case .hashes(let tick, _, _) = record, tick.rawValue == due {
        due += JournalRhythm.hashTicks
      }
      guard record.tick.rawValue > due else { continue }
      throw malformed(
        index, "tick \(record.tick.rawValue) comes without the hashes of tick \(due)",
        "a journal has a line “#\(due) …” before it")
    }
  }

  private func refusedOrder() -> Replay.Divergence? {
    for order in script.orders(at: world.tick) {
      guard let rejection = world.rejection(of: order) else { continue }
      return Replay.Divergence(
        tickFrom: agreed, tickTo: world.tick.rawValue, column: nil,
        unit: setup.units[order.unit.row].id, expected: order.line(in: setup),
        actual: rejection.message, valueTick: nil)
    }
    return nil
  }

  private func difference(
    _ record: JournalRecord, at index: Int
  ) throws(JournalError) -> Replay.Divergence? {
    if world.outcome != nil {
      guard record.tick == world.tick else { throw afterTheEnd(index) }
      switch record {
      case .order, .undo, .delegation, .recall: throw afterTheEnd(index)
      case .hashes, .checkpoint, .end: break
      }
    }
    switch record {
    case .order, .undo, .delegation, .recall: return nil
    case .checkpoint(_, let packed):
      guard let bytes = StatePacking.unpack(packed), let state = try? World(setup, encoded: bytes)
      else {
        throw malformed(index, "this is no whole state of this battle", "the line is damaged")
      }
      return bad(at: state)
    case .end(_, let state):
      guard world.outcome != nil else {
        return bad("world.outcome", "the battle is over", "the battle goes on")
      }
      return state == world.stateHash ? nil : bad(nil, state, world.stateHash)
    case .hashes(_, let state, let columns): return difference(state, columns)
    }
  }

  private func difference(
    _ state: UInt64, _ columns: [JournalRecord.ColumnHash]
  ) -> Replay.Divergence? {
    let actual = world.columnHashes()
    var first: Replay.Divergence?
    for index in 0..<max(columns.count, actual.count) {
      guard index < columns.count, index < actual.count,
        columns[index].name == actual[index].name
      else {
        let name = index < columns.count ? columns[index].name : "no more columns"
        return bad(
          index < columns.count ? columns[index].name : actual[index].name, name,
          index < actual.count ? actual[index].name : "no such column")
      }
      guard columns[index].hash != actual[index].hash else { continue }
      first = bad(actual[index].name, columns[index].hash, actual[index].hash)
      // The mix of all orders differs wherever any order does; what it brought about says more.
      if actual[index].name != World.orderDigest { return first }
    }
    if let first { return first }
    return state == world.stateHash ? nil : bad(nil, state, world.stateHash)
  }

  /// Plays on to the next whole state, for the first wrong value with its unit.
  private mutating func refine(_ divergence: inout Replay.Divergence, after index: Int) {
    for record in journal.records[index...] {
      while world.tick < record.tick, world.outcome == nil {
        step(script.orders(at: world.tick).filter { world.rejection(of: $0) == nil })
      }
      guard case .checkpoint(let tick, let packed) = record else { continue }
      guard tick == world.tick, let bytes = StatePacking.unpack(packed),
        let state = try? World(setup, encoded: bytes),
        let found = state.difference(to: world, preferring: divergence.column)
      else { return }
      take(found, into: &divergence)
      return
    }
  }

  private func bad(at state: World) -> Replay.Divergence? {
    guard state.stateHash != world.stateHash else { return nil }
    var divergence = bad("world.seed", state.seed, world.seed)
    if let found = state.difference(to: world) { take(found, into: &divergence) }
    divergence.valueTick = world.tick.rawValue
    return divergence
  }

  private func take(_ found: StateDifference, into divergence: inout Replay.Divergence) {
    divergence.column = found.column
    divergence.unit = found.unit.map { setup.units[$0.row].id }
    divergence.expected = found.expected.map { String($0) } ?? "nothing"
    divergence.actual = found.actual.map { String($0) } ?? "nothing"
    divergence.valueTick = world.tick.rawValue
  }

  private func bad(_ column: String?, _ expected: UInt64, _ actual: UInt64) -> Replay.Divergence {
    bad(column, hexadecimalText(expected), hexadecimalText(actual))
  }

  private func bad(_ column: String?, _ expected: String, _ actual: String) -> Replay.Divergence {
    Replay.Divergence(
      tickFrom: agreed, tickTo: world.tick.rawValue, column: column, unit: nil,
      expected: expected, actual: actual, valueTick: nil)
  }

  private func afterTheEnd(_ index: Int) -> JournalError {
    malformed(
      index, "a record after the battle’s end at tick \(world.tick.rawValue)",
      "nothing can be ordered or happen any more")
  }

  private func malformed(_ index: Int, _ message: String, _ hint: String) -> JournalError {
    .malformed(
      path: path, line: journal.firstRecordLine + index, column: 1, message: message, hint: hint)
  }
}
