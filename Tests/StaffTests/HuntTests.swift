import Simulation
import TestKit
import Testing

@testable import Staff

/// What those who wait do about an enemy among them, and how a town is kept in order.
@Suite struct HuntTests {
  private static let camp = SmallBattle.hex(7, 9)

  private func desk(
    at tick: Int, memory: StaffMemory = StaffMemory(), _ change: (inout Picture) -> Void = { _ in }
  ) throws -> StaffDesk {
    var picture = World(SmallBattle.setup, seed: 3).picture(for: .side(SmallBattle.az), events: [])
    picture.tick = Tick(tick)
    picture.contacts = []
    change(&picture)
    let staff = Staff(
      plan: try Plans.shipped(SmallBattle.az), side: SmallBattle.az, mode: .thinking)
    return StaffDesk(staff: staff, picture: picture, memory: memory)
  }

  private func contact(_ arm: Arm, at hex: Int32, men: Int32, tick: Int) -> Contact {
    Contact(
      recorded: ContactID(rawValue: 1), side: SmallBattle.tk, hex: hex,
      position: SmallBattle.grid.center(of: Int(hex)), lastSeen: Tick(tick), isInSight: true,
      arm: arm, sidc: "10061000151211000000", name: "", personnelBand: men...men,
      vehicleBand: nil)
  }

  private func task(_ kind: StaffTask.Kind, _ place: [Int32]) -> StaffTask {
    StaffTask(
      id: "t", kind: kind, units: SmallBattle.setup.units.indices.map { UnitID($0) },
      place: place, fallback: nil, conditions: [], endings: [], barrage: false,
      standsUntilHit: false, radius: 8)
  }

  private func reports(_ desk: StaffDesk, _ ids: [String]) -> [UnitReport] {
    desk.picture.units.filter { unit in ids.contains { SmallBattle.unit($0) == unit.id } }
  }

  /// Who is sent at an enemy among troops that gather, minute by minute in steps of five.
  private func hunters(
    _ arm: Arm, men: Int32, until end: Int, rules: RulesOfEngagement = .free
  ) throws -> [Int: Set<UnitID>] {
    var memory = StaffMemory()
    var sent: [Int: Set<UnitID>] = [:]
    for tick in stride(from: 200, through: end, by: 5) {
      var desk = try desk(at: tick, memory: memory) { picture in
        picture.contacts = [contact(arm, at: Self.camp, men: men, tick: tick)]
        picture.rulesOfEngagement[SmallBattle.az.index] = rules
      }
      let task = task(.assemble, [SmallBattle.hex(3, 9)])
      desk.chooseHunters([(task, reports(desk, ["az.1.1", "az.1.2", "az.1.inf", "az.1.how"]))])
      sent[tick] = Set(desk.hunt.keys)
      memory = desk.memory
    }
    return sent
  }

  @Test func whoStaysAmongTheGatheringIsHuntedAfterSixHours() throws {
    let sent = try hunters(.headquarters, men: 60, until: 600)
    #expect(sent[555] == [])
    let force = try #require(sent[600])
    #expect(!force.isEmpty && !force.contains(SmallBattle.unit("az.1.how")))
  }

  @Test(arguments: [(Arm.infantry, 20_000), (.partisans, 25), (.press, 5)])
  func nobodyIsSentAtTheStrongerOrAtThoseWhoDoNotFight(arm: Arm, men: Int) throws {
    #expect(try hunters(arm, men: Int32(men), until: 600)[600] == [])
  }

  @Test func whoMayNotFireFreelyWaits() throws {
    #expect(try hunters(.headquarters, men: 60, until: 600, rules: .returnFire)[600] == [])
  }

  /// A search goes on to the next block when it has come to its end, and not before.
  @Test func aSearchGoesFromBlockToBlock() throws {
    let blocks = [SmallBattle.hex(3, 9), SmallBattle.hex(4, 9), SmallBattle.hex(5, 9)]
    var memory = StaffMemory()
    func orders(_ tick: Int, _ doing: OrderKind) throws -> [Order] {
      var desk = try desk(at: tick, memory: memory) { picture in
        picture.units[SmallBattle.unit("az.1.1").row].task = doing
      }
      desk.carryOut(task(.search, blocks), reports(desk, ["az.1.1"]))
      memory = desk.memory
      return desk.orders.filter { !$0.isQueued }
    }
    #expect(try orders(200, .hold).map(\.kind) == [.search])
    #expect(try orders(260, .search).isEmpty)
    let next = try orders(330, .hold)
    #expect(next.map(\.target) == [blocks[1]] && next.allSatisfy(\.kind.isTravel))
  }

  @Test func whoKeepsOrderFightsWhereHeStandsWhileTheEnemyIsNear() throws {
    var desk = try desk(at: 200) { picture in
      picture.contacts = [contact(.armor, at: SmallBattle.hex(4, 9), men: 90, tick: 190)]
    }
    desk.carryOut(task(.cordon, [SmallBattle.hex(8, 9)]), reports(desk, ["az.1.1"]))
    #expect(desk.orders.map(\.kind) == [.digIn])
  }

  /// With little left the batteries fire one after the other; each has its hour.
  @Test(arguments: [Int32(400), 900])
  func batteriesWithLittleLeftTakeTurns(ammunition: Int32) throws {
    let guns = try desk(at: 0).picture.units.prefix(4).map { unit in
      var unit = unit
      unit.ammunition = ammunition
      return unit
    }
    for hour in 0..<4 {
      let desk = try desk(at: hour * 60)
      #expect(guns.count { desk.mayFire($0) } == (ammunition < 650 ? 1 : 4))
    }
  }
}
