public import Press
public import Simulation

/// The recorded pictures of a battle: what a bundle shows where its rules are not this program's.
public struct Recording: Sendable {
  /// Ticks from one recorded picture to the next.
  public static let intervalTicks: Int32 = 15

  /// The rules that the battle was fought by.
  public var rulesVersion: Int32
  /// The last moment.
  public var lastTick: Tick
  /// Everything that was reported.
  public var dispatches: [Dispatch]
  /// Everything that happened.
  public var events: [Event]
  private var tables: [Viewpoint: [(tick: Tick, table: ColumnTable)]]
  private var starts: [Viewpoint: Picture]

  /// The recording of a battle on this setup.
  init(
    setup: BattleSetup, rulesVersion: Int32, tables: [Viewpoint: [ColumnTable]],
    dispatches: [Dispatch], events: [Event]
  ) throws(RecordedPictureError) {
    self.rulesVersion = rulesVersion
    self.dispatches = dispatches
    self.events = events
    self.tables = tables.mapValues { tables in
      tables.map { (Tick(rawValue: Int32(clamping: $0.numbers["tick"]?.first ?? 0)), $0) }
    }
    lastTick = self.tables[.umpire]?.last?.tick ?? Tick(0)
    starts = [:]
    let world = World(setup, seed: 0)
    for viewpoint in tables.keys { starts[viewpoint] = world.picture(for: viewpoint, events: []) }
    // A picture that cannot be shown is told now and not when the battle comes to it.
    for (viewpoint, list) in self.tables {
      for entry in list where picture(viewpoint, entry.table) == nil {
        throw RecordedPictureError(tick: entry.tick)
      }
      guard zip(list, list.dropFirst()).allSatisfy({ $0.tick < $1.tick }), list.first != nil
      else { throw RecordedPictureError(tick: Tick(0)) }
    }
  }

  /// What a viewer knew: the latest recorded picture that is not after `tick`.
  public func picture(_ viewpoint: Viewpoint, at tick: Tick) -> Picture? {
    guard let entry = entry(viewpoint, at: tick) else { return nil }
    return picture(viewpoint, entry.table)
  }

  /// The state's hash at the latest recorded moment that is not after `tick`.
  public func hash(at tick: Tick) -> UInt64 {
    UInt64(bitPattern: entry(.umpire, at: tick)?.table.numbers["hash"]?.first ?? 0)
  }

  private func entry(_ viewpoint: Viewpoint, at tick: Tick) -> (tick: Tick, table: ColumnTable)? {
    guard let list = tables[viewpoint] else { return nil }
    return list.last { $0.tick <= tick } ?? list.first
  }

  private func picture(_ viewpoint: Viewpoint, _ table: ColumnTable) -> Picture? {
    guard let start = starts[viewpoint], let all = starts[.umpire] else { return nil }
    return RecordedPicture.picture(table, start: start, all: all)
  }
}

/// A recorded picture does not fit the scenario.
struct RecordedPictureError: Error {
  /// The picture's moment.
  var tick: Tick
}
