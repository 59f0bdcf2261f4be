public import Press
public import Session
public import Simulation

/// A battle played through once, with what its report needs noted on the way.
public struct BattleChronicle {
  /// What a side had lost at the end of an hour.
  struct Losses {
    var men: Int64
    var vehicles: Int64
  }

  /// The battle at its end, or at the moment that was asked for.
  public let battle: Battle
  /// Losses by hour and side, each since the start; the first entry is the start.
  private(set) var losses: [[Losses]] = []
  /// Every claim with its truth, in order of time.
  private(set) var checks: [ClaimCheck] = []
  /// What each side knew of each day, by day and side.
  private(set) var days: [[DayFacts]] = []
  /// What each side knew of, by side.
  private(set) var known: [[Event]]
  /// Writes what the report says; nothing twice.
  var writer: PhraseWriter

  private var dayStart = Tick(0)
  private var quartersAtDayStart: [[UInt8]]
  private var lossesAtDayStart: [Losses]
  private var judged = 0

  /// The shortest stretch that has a communiqué of its own, in minutes.
  private static let shortestDay: Int32 = 180

  /// Plays a battle from its start to its end, or to a moment before; `progress` hears the tick.
  public init(
    playing battle: Battle, until moment: Tick? = nil, book: PhraseBook,
    progress: (Tick) -> Void = { _ in }
  ) throws {
    self.battle = battle
    writer = PhraseWriter(book)
    let sides = battle.source.setup.sides.indices
    known = sides.map { _ in [] }
    quartersAtDayStart = sides.map { Self.quarters($0, battle.world) }
    lossesAtDayStart = sides.map { Self.losses(of: $0, battle.world) }
    losses = [lossesAtDayStart]
    let judge = ClaimJudge(battle.source.setup)
    while !battle.isOver, moment.map({ battle.world.tick < $0 }) ?? true {
      let first = battle.events.count
      let before = battle.world.tick
      try battle.advance()
      guard battle.world.tick > before else { break }
      note(Array(battle.events[first...]))
      for dispatch in battle.dispatches[judged...] {
        if let check = judge.check(
          dispatch, battle.world, events: battle.events, writer: &writer)
        {
          checks.append(check)
        }
      }
      judged = battle.dispatches.count
      if battle.world.tick.rawValue % 60 == 0 {
        losses.append(sides.map { Self.losses(of: $0, battle.world) })
        progress(battle.world.tick)
      }
      if isMidnight { endDay() }
    }
    if battle.world.tick.rawValue % 60 != 0 {
      losses.append(sides.map { Self.losses(of: $0, battle.world) })
    }
    if battle.world.tick - dayStart >= Self.shortestDay || days.isEmpty { endDay() }
  }

  private var isMidnight: Bool {
    let clock = battle.source.setup.clock
    return (battle.world.tick.rawValue + clock.minuteOfDay) % 1440 == 0
  }

  /// What a side knew of the hours before the present.
  func facts(of side: Int, last minutes: Int32) -> DayFacts {
    let end = battle.world.tick
    let start = Tick(rawValue: max(0, end.rawValue - minutes))
    let past = battle.world(at: start)
    return day(
      side, from: start, quartersBefore: Self.quarters(side, past),
      lossesBefore: Self.losses(of: side, past))
  }

  private mutating func note(_ events: [Event]) {
    let worth = events.filter { Self.isWorthKnowing($0.kind) }
    guard !worth.isEmpty else { return }
    for side in known.indices {
      known[side] += battle.world.picture(for: .side(SideID(side)), events: worth).events
    }
  }

  private static func isWorthKnowing(_ kind: EventKind) -> Bool {
    switch kind {
    case .orderInForce, .orderAbandoned, .departed, .arrived, .contactMade, .contactLost,
      .leftRoad, .hexTaken, .orderRecalled, .hourSet, .conductSet, .unitAttached:
      false
    default: true
    }
  }

  private mutating func endDay() {
    let sides = battle.source.setup.sides.indices
    days.append(
      sides.map {
        day(
          $0, from: dayStart, quartersBefore: quartersAtDayStart[$0],
          lossesBefore: lossesAtDayStart[$0])
      })
    dayStart = battle.world.tick
    quartersAtDayStart = sides.map { Self.quarters($0, battle.world) }
    lossesAtDayStart = sides.map { Self.losses(of: $0, battle.world) }
  }

  private func day(
    _ side: Int, from start: Tick, quartersBefore: [UInt8], lossesBefore: Losses
  ) -> DayFacts {
    let now = Self.losses(of: side, battle.world)
    return DayFacts(
      side: SideID(side), start: start, end: battle.world.tick,
      events: known[side].filter { $0.tick > start || start == Tick(0) },
      told: battle.dispatches.filter { $0.side == SideID(side) && $0.tick > start },
      quartersBefore: quartersBefore, quartersAfter: Self.quarters(side, battle.world),
      menLost: now.men - lossesBefore.men, vehiclesLost: now.vehicles - lossesBefore.vehicles)
  }

  /// Who holds each quarter as far as a side knows.
  private static func quarters(_ side: Int, _ world: World) -> [UInt8] {
    world.picture(for: .side(SideID(side)), events: []).quarterControl
  }

  /// What a side has lost so far, in whole men, vehicles and heavy weapons.
  static func losses(of side: Int, _ world: World) -> Losses {
    var (men, vehicles) = (Int64(0), Int64(0))
    for row in world.setup.units.indices where world.setup.units[row].side.index == side {
      men += Int64(world.units.personnelLost[row])
      for kind in VehicleClass.allCases where kind != .truck {
        vehicles += Int64(
          world.units.vehiclesLost[row * VehicleClass.count + Int(kind.rawValue)])
      }
    }
    // Q8 to whole numbers, half upwards.
    return Losses(men: (men + 128) / 256, vehicles: (vehicles + 128) / 256)
  }
}
