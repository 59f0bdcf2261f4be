import Testing

@testable import Simulation

@Suite struct RefusalTests {
  /// A battle with one unit of each kind that the rules of orders tell apart, all on side 0:
  /// 0 infantry, 1 guns, 2 attack aircraft, 3 air assault, 4 transport helicopters, 5 staff,
  /// 6 an enemy, 7 a reinforcement.
  private func small(_ rules: RulesOfEngagement = .free) -> SmallWorld {
    var small = SmallWorld(columns: 40, rows: 12)
    small.engagement = [rules, .free]
    var control = [UInt8](repeating: 0, count: small.terrain.grid.count)
    for hex in control.indices where hex % 40 > 20 { control[hex] = 1 }
    small.control = control
    small.add(0, .infantry, at: small.hex(2, 2))
    small.add(0, .artillery, men: 200, vehicles: [(2, 18), (3, 30)], at: small.hex(3, 3))
    small.add(0, .attackAircraft, men: 20, vehicles: [(4, 8)], at: small.hex(0, 0)) {
      $0.sortiesPerDay = 2
    }
    small.add(0, .airAssault, at: small.hex(1, 1))
    small.add(0, .transportHelicopter, men: 40, vehicles: [(5, 12)], at: small.hex(1, 1))
    small.add(0, .headquarters, men: 50, at: small.hex(0, 1))
    small.add(1, .infantry, at: small.hex(30, 6))
    small.add(0, .infantry, at: small.hex(0, 5)) { $0.arrivalBand = 50...50 }
    return small
  }

  private func order(_ unit: Int, _ kind: OrderKind, _ target: Int32? = nil) -> Order {
    Order(side: SideID(0), unit: UnitID(unit), kind: kind, target: target)
  }

  /// The reason for a refusal, the same by the truth and by the side's own picture.
  private func reason(_ world: World, _ order: Order) -> OrderRejection.Reason? {
    let truth = world.rejection(of: order)
    let known = world.picture(for: .side(SideID(0)), events: []).rejection(of: order)
    #expect(truth == known)
    if let truth {
      #expect(truth.message.hasSuffix(".") && truth.message.count > 10)
      #expect(truth.remedy.hasSuffix(".") && truth.remedy.count > 10, "\(truth)")
    }
    return truth?.reason
  }

  @Test func whoMayDoWhat() {
    let small = small()
    var world = small.world()
    let near = small.hex(10, 3)
    #expect(reason(world, order(0, .move, near)) == nil)
    #expect(reason(world, order(6, .move, near)) == .notYours)
    #expect(reason(world, order(7, .move, near)) == .unitNotPresent)
    #expect(reason(world, order(0, .bombard, near)) == .cannotDoThat)
    #expect(reason(world, order(0, .airStrike, near)) == .cannotDoThat)
    #expect(reason(world, order(0, .airAssault, near)) == .cannotDoThat)
    #expect(reason(world, order(1, .attack, near)) == .cannotDoThat)
    #expect(reason(world, order(2, .move, near)) == .cannotDoThat)
    #expect(reason(world, order(2, .airStrike, near)) == nil)
    #expect(reason(world, order(0, .engage)) == .cannotDoThat)
    #expect(reason(world, order(0, .move)) == .targetMissing)
    #expect(reason(world, order(0, .cancel)) == .nothingToCancel)
    var engage = order(5, .engage)
    engage.rules = .free
    #expect(reason(world, engage) == nil)
    world.units.status[0] = .broken
    #expect(reason(world, order(0, .move, near)) == .unitOutOfHand)
    #expect(reason(world, order(0, .reform)) == nil)
    world.units.status[0] = .gone
    #expect(reason(world, order(0, .reform)) == .unitNotPresent)
    world.outcome = Outcome(grade: .contested, winner: nil, score: [0, 0])
    #expect(reason(world, order(1, .hold)) == .alreadyOver)
  }

  @Test func gunsReachAsFarAsTheirTable() throws {
    let small = small()
    var world = small.world()
    #expect(reason(world, order(1, .bombard, small.hex(18, 3))) == nil)
    #expect(reason(world, order(1, .bombard, small.hex(19, 3))) == .outOfRange)
    #expect(reason(world, order(1, .bombard, small.hex(4, 3))) == .outOfRange)
    let far = world.rejection(of: order(1, .bombard, small.hex(30, 3)))
    let better = try #require(far?.betterTarget)
    #expect(world.rejection(of: order(1, .bombard, better)) == nil)
    world.units.ammunition[1] = 0
    #expect(reason(world, order(1, .bombard, small.hex(18, 3))) == .noAmmunition)
    world.units.sorties[2] = 2
    #expect(reason(world, order(2, .airStrike, small.hex(18, 3))) == .noAmmunition)
  }

  @Test func truceBindsItsSide() throws {
    let small = small(.truce)
    let world = small.world()
    #expect(reason(world, order(1, .bombard, small.hex(10, 3))) == .underTruce)
    #expect(reason(world, order(0, .attack, small.hex(10, 3))) == .underTruce)
    #expect(reason(world, order(0, .move, small.hex(10, 3))) == nil)
    #expect(reason(world, order(0, .move, small.hex(25, 3))) == .underTruce)
    let better = try #require(
      world.rejection(of: order(0, .move, small.hex(25, 3)))?.betterTarget)
    #expect(world.rejection(of: order(0, .move, better)) == nil)
  }

  @Test func helicoptersWaitForTheEvening() {
    let small = small()
    var world = small.world()
    var landing = order(3, .airAssault, small.hex(25, 5))
    #expect(reason(world, landing) == .notDark)
    // Noon and seven hours: an hour before sunset.
    landing.notBefore = Tick(420)
    #expect(reason(world, landing) == nil)
    world.units.status[4] = .gone
    #expect(reason(world, landing) == .cannotDoThat)
  }

  @Test func ordersDoNotPileUp() {
    let small = small()
    var run = Run(small.world())
    var timed = order(0, .move, small.hex(6, 6))
    for minute in 0..<8 {
      timed.notBefore = Tick(500 + minute)
      run.step(1, [timed])
    }
    #expect(reason(run.world, timed) == .tooManyOrders)
    #expect(reason(run.world, order(0, .cancel)) == nil)
  }

  @Test func tiesThatCannotComeAreRefused() {
    let small = small()
    var run = Run(small.world())
    var tied = order(0, .move, small.hex(6, 6))
    tied.signal = OrderSignal(.arrived, of: UnitID(1))
    #expect(reason(run.world, tied) == .signalCannotCome)
    tied.signal = OrderSignal(.done, of: UnitID(1))
    #expect(reason(run.world, tied) == .signalCannotCome)
    tied.signal = OrderSignal(.seen, of: UnitID(6))
    #expect(reason(run.world, tied) == .signalCannotCome)
    tied.signal = OrderSignal(.dark)
    #expect(reason(run.world, tied) == nil)
    run.step(1, [order(1, .move, small.hex(8, 3))])
    tied.signal = OrderSignal(.arrived, of: UnitID(1))
    #expect(reason(run.world, tied) == nil)
    var hour = order(5, .setHour)
    #expect(reason(run.world, hour) == .cannotDoThat)
    hour.hour = HourTie(.h)
    #expect(reason(run.world, hour) == .cannotDoThat)
    hour.notBefore = Tick(0)
    #expect(reason(run.world, hour) == .momentPassed)
    hour.notBefore = Tick(30)
    #expect(reason(run.world, hour) == nil)
    hour.unit = UnitID(0)
    #expect(reason(run.world, hour) == .cannotDoThat)
    hour.unit = UnitID(5)
    run.step(40, [hour])
    var late = order(0, .move, small.hex(6, 6))
    late.hour = HourTie(.h, offset: 5)
    #expect(reason(run.world, late) == .momentPassed)
    late.hour = HourTie(.h, offset: 20)
    #expect(reason(run.world, late) == nil)
  }

  @Test func whatOrdersNeedIsSaid() {
    var small = small()
    small.terrain.cover[Int(small.hex(5, 5))] = .lake
    let world = small.world()
    #expect(reason(world, order(0, .recall)) == .nothingToRecall)
    #expect(reason(world, order(0, .conduct)) == .noConduct)
    #expect(reason(world, order(0, .attach)) == .noSuchCommand)
    #expect(reason(world, order(0, .detach)) == .noSuchCommand)
    var way = order(0, .move, small.hex(9, 3))
    way.ways = [small.hex(5, 5)]
    #expect(reason(world, way) == .badWaypoint)
    way.ways = [small.hex(5, 6)]
    #expect(reason(world, way) == nil)
    way.kind = .bombard
    way.unit = UnitID(1)
    way.target = small.hex(12, 3)
    #expect(reason(world, way) == nil || reason(world, way) == .badWaypoint)
    var all = order(5, .airAssault, small.hex(25, 5))
    all.formation = FormationID(1)
    #expect(reason(world, all) == .notYours)
    all.formation = FormationID(0)
    #expect(reason(world, all) == .notYours)
    all.unit = UnitID(0)
    #expect(reason(world, all) == .notDark)
  }

  @Test func earlyReleaseCosts() {
    var small = small(.returnFire)
    var setup = small.setup
    setup.sides[0].releaseBand = 500...500
    setup.ceaseFire.costs.earlyRelease = 40
    small.rules = setup.rules
    var run = Run(World(setup, seed: 1))
    var engage = order(5, .engage)
    engage.rules = .free
    run.step(60, [engage])
    #expect(run.world.politics[0].rulesOfEngagement == .free)
    #expect(run.world.politics[0].politicalCost == 40)
    #expect(run.events.filter { $0.kind == .fireReleased }.count == 1)
  }
}
