import Testing

@testable import Simulation

/// Orders that wait: for an hour of their side, for a signal; and what takes them back.
@Suite struct OrderTieTests {
  private func order(
    _ unit: UnitID, _ kind: OrderKind, _ target: Int32? = nil, hour: HourTie? = nil,
    signal: OrderSignal? = nil
  ) -> Order {
    Order(
      side: SideID(0), unit: unit, kind: kind, target: target, hour: hour, signal: signal)
  }

  private func report(_ run: Run, _ unit: UnitID) throws -> (UnitReport, Picture) {
    let picture = run.world.picture(for: .side(SideID(0)), events: [])
    return (try #require(picture.report(unit)), picture)
  }

  /// The ticks at which units' orders came into force.
  private func inForce(_ run: Run, _ kind: OrderKind) -> [Int32: Int32] {
    var ticks: [Int32: Int32] = [:]
    for event in run.events
    where event.kind == .orderInForce && event.detail == Int32(kind.rawValue) {
      if let unit = event.unit { ticks[unit.rawValue] = event.tick.rawValue }
    }
    return ticks
  }

  @Test func aMovedHourDragsEveryOrderTiedToIt() throws {
    var small = SmallWorld(columns: 20)
    let staff = small.add(0, .headquarters, men: 40, at: small.hex(1, 1))
    let units = (0..<3).map { small.add(0, .infantry, at: small.hex(2, 2 + 2 * $0)) }
    let offsets: [Int32] = [-5, 0, 10]
    var run = Run(small.world())
    run.step(
      1,
      zip(units, offsets).map {
        order($0, .move, small.hex(8, 4), hour: HourTie(.h, offset: $1))
      })
    run.step(60)
    let (waiting, picture) = try report(run, units[1])
    #expect(waiting.orders.map(\.due) == [nil])
    #expect(picture.wait(of: waiting.orders[0]) == .hour(HourTie(.h), at: nil))
    #expect(inForce(run, .move).isEmpty)
    var set = order(staff, .setHour, hour: HourTie(.h))
    set.notBefore = Tick(120)
    run.step(15, [set])
    #expect(run.world.pending.compactMap(\.due).map(\.rawValue) == [115, 120, 130])
    set.notBefore = Tick(200)
    run.step(15, [set])
    let (later, moved) = try report(run, units[2])
    #expect(moved.wait(of: later.orders[0]) == .hour(HourTie(.h, offset: 10), at: Tick(210)))
    #expect(moved.hours[0] == 200)
    let enemy = run.world.picture(for: .side(SideID(1)), events: run.events)
    #expect(enemy.hours.allSatisfy { $0 == -1 })
    #expect(!enemy.events.contains { $0.kind == .hourSet })
    run.step(150)
    #expect(inForce(run, .move) == [1: 195, 2: 200, 3: 210])
  }

  @Test func anHourDoesNotOvertakeTheStaffs() throws {
    var small = SmallWorld(columns: 20)
    let staff = small.add(0, .headquarters, men: 40, at: small.hex(1, 1))
    let foot = small.add(0, .infantry, at: small.hex(2, 2))
    var run = Run(small.world())
    var set = order(staff, .setHour, hour: HourTie(.l))
    set.notBefore = Tick(10)
    run.step(9, [set])
    run.step(1, [order(foot, .move, small.hex(8, 4), hour: HourTie(.l, offset: 3))])
    let (unit, picture) = try report(run, foot)
    #expect(picture.lateness(of: unit.orders[0]) > 0)
    run.step(40)
    let tick = try #require(inForce(run, .move)[1])
    #expect(tick == unit.orders[0].arrives.rawValue)
    // A clear leaves nothing to wait for.
    set.notBefore = nil
    run.step(15, [set])
    #expect(run.world.command.hours.allSatisfy { $0 == -1 })
  }

  @Test func darknessIsASignal() throws {
    var small = SmallWorld(columns: 20)
    small.clock.minuteOfDay = 1140
    let foot = small.add(0, .infantry, at: small.hex(2, 2))
    var run = Run(small.world())
    run.step(1, [order(foot, .move, small.hex(8, 4), signal: OrderSignal(.dark))])
    run.step(35)
    let (unit, picture) = try report(run, foot)
    #expect(picture.wait(of: unit.orders[0]) == .signal(OrderSignal(.dark)))
    run.step(150)
    let tick = try #require(inForce(run, .move)[0])
    #expect(small.clock.light(at: Tick(rawValue: tick)).isDark)
    #expect(!small.clock.light(at: Tick(rawValue: tick - 1)).isDark)
  }

  @Test func anArrivalIsASignal() throws {
    var small = SmallWorld(columns: 20)
    let first = small.add(0, .infantry, at: small.hex(2, 2))
    let second = small.add(0, .infantry, at: small.hex(2, 6))
    var run = Run(small.world())
    run.step(1, [order(first, .move, small.hex(5, 2))])
    let signal = OrderSignal(.arrived, of: first)
    run.step(1, [order(second, .move, small.hex(5, 6), signal: signal)])
    run.step(300)
    let arrived = run.events.first { $0.kind == .arrived && $0.unit == first }?.tick.rawValue
    #expect(inForce(run, .move)[1] == arrived.map { $0 + 1 })
    #expect(run.world.units.orderStage == [.done, .done])
  }

  @Test func aTaskGivenUpIsNotDone() throws {
    var small = SmallWorld(columns: 20)
    let first = small.add(0, .infantry, at: small.hex(2, 2))
    let second = small.add(0, .infantry, at: small.hex(2, 6))
    var run = Run(small.world())
    run.step(1, [order(first, .move, small.hex(12, 2))])
    run.step(1, [order(second, .hold, signal: OrderSignal(.done, of: first))])
    run.step(60)
    var abandoned = run
    abandoned.world.abandon(0, because: .enemyBeside, events: &abandoned.events)
    abandoned.step(400)
    #expect(abandoned.world.units.orderStage[0] == .givenUp)
    #expect(inForce(abandoned, .hold).isEmpty)
    run.step(400)
    #expect(inForce(run, .hold)[1] == run.world.units.doneAt[0])
    // Where the one that is waited for is gone, the order is dropped.
    abandoned.world.units.status[0] = .gone
    abandoned.step(1)
    #expect(abandoned.world.pending.isEmpty)
  }

  @Test func anEnemyInSightIsASignal() throws {
    var small = SmallWorld(columns: 30)
    let guards = small.add(0, .infantry, at: small.hex(4, 4))
    let reserve = small.add(0, .infantry, at: small.hex(1, 8))
    let tanks = small.add(1, .armor, men: 90, vehicles: [(0, 31)], at: small.hex(28, 4))
    var run = Run(small.world())
    let signal = OrderSignal(.seen, of: guards, within: 3)
    run.step(1, [order(reserve, .move, small.hex(3, 4), signal: signal)])
    run.step(60)
    #expect(inForce(run, .move).isEmpty)
    run.step(
      1,
      [Order(side: SideID(1), unit: tanks, kind: .attack, target: small.hex(4, 4))])
    let minutes = run.step(upTo: 600) { !$0.pending.contains { $0.order.unit == reserve } }
    #expect(minutes < 600)
    #expect(inForce(run, .move)[1] != nil)
    let hex = run.world.units.hex
    #expect(small.terrain.grid.distance(Int(hex[2]), Int(hex[0])) <= 3)
  }

  @Test func aRecallCatchesAnOrderOnItsWay() throws {
    var small = SmallWorld(columns: 20)
    let foot = small.add(0, .infantry, at: small.hex(2, 2))
    var run = Run(small.world())
    run.step(1, [order(foot, .move, small.hex(12, 2))])
    run.step(1, [order(foot, .recall)])
    let (unit, picture) = try report(run, foot)
    #expect(picture.recall(of: unit.orders[0]) == unit.orders[1])
    #expect(run.world.rejection(of: order(foot, .recall))?.reason == .nothingToRecall)
    run.step(60)
    #expect(run.world.pending.isEmpty)
    #expect(inForce(run, .move).isEmpty)
    #expect(run.events.filter { $0.kind == .orderRecalled }.map(\.amount) == [0])
  }

  @Test func aRecallTooLateForThatStopsTheUnit() throws {
    var small = SmallWorld(columns: 20)
    let foot = small.add(0, .infantry, at: small.hex(2, 2))
    var run = Run(small.world())
    run.step(1, [order(foot, .move, small.hex(16, 2))])
    run.step(70)
    #expect(run.world.units.orderStage[0] == .underWay)
    run.step(30, [order(foot, .recall)])
    #expect(run.events.filter { $0.kind == .orderRecalled }.map(\.amount) == [1])
    #expect(run.world.units.task[0] == .hold)
    #expect(run.world.units.orderStage[0] == .givenUp)
    #expect(run.world.units.hex[0] != small.hex(16, 2))
  }

  @Test func aRecallTakesTheNewestOrderFirst() throws {
    var small = SmallWorld(columns: 20)
    let foot = small.add(0, .infantry, at: small.hex(2, 2))
    var run = Run(small.world())
    var first = order(foot, .move, small.hex(12, 2))
    first.notBefore = Tick(300)
    run.step(1, [first])
    var then = order(foot, .digIn)
    then.isQueued = true
    run.step(1, [then])
    run.step(30, [order(foot, .recall)])
    #expect(run.world.queued.isEmpty && run.world.pending.count == 1)
    run.step(30, [order(foot, .recall)])
    #expect(run.world.pending.isEmpty)
  }
}
