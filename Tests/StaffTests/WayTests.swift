import Simulation
import TestKit
import Testing

@testable import Staff

/// What a staff does where an order cannot be carried out: nothing is ordered again and again.
@Suite struct WayTests {
  private static let ada = SmallBattle.hex(16, 9)

  /// A decision of `az` on its own picture, with some changes to it.
  private func desk(
    at tick: Int = 200, _ change: (inout Picture) -> Void = { _ in }
  ) throws -> StaffDesk {
    var picture = World(SmallBattle.setup, seed: 3).picture(for: .side(SmallBattle.az), events: [])
    picture.tick = Tick(tick)
    change(&picture)
    let staff = Staff(
      plan: try Plans.shipped(SmallBattle.az), side: SmallBattle.az, mode: .thinking)
    return StaffDesk(staff: staff, picture: picture, memory: StaffMemory())
  }

  private func row(_ id: String) -> Int { SmallBattle.unit(id).row }

  private func report(_ id: String, _ desk: StaffDesk) throws -> UnitReport {
    try #require(desk.picture.units.first { $0.id == SmallBattle.unit(id) })
  }

  private func enemy(at hex: Int32, men: Int32, tick: Int = 200) -> Contact {
    Contact(
      recorded: ContactID(rawValue: 1), side: SmallBattle.tk, hex: hex,
      position: SmallBattle.grid.center(of: Int(hex)), lastSeen: Tick(tick), isInSight: true,
      arm: .infantry, sidc: "10061000151211000000", name: "", personnelBand: men...men,
      vehicleBand: nil)
  }

  private func task(_ kind: StaffTask.Kind, _ place: Int32 = ada) -> StaffTask {
    StaffTask(
      id: "t", kind: kind, units: SmallBattle.setup.units.indices.map { UnitID($0) },
      place: [place], fallback: nil, conditions: [], endings: [], barrage: false,
      standsUntilHit: false, radius: 8)
  }

  @Test(arguments: [(300, false), (3400, true)])
  func whoFindsItsPlaceFullStaysBesideIt(men: Int32, isFull: Bool) throws {
    var desk = try desk { picture in
      picture.units[row("az.1.1")].hex = SmallBattle.hex(15, 9)
      picture.units[row("az.1.2")].hex = Self.ada
      picture.units[row("az.1.2")].personnel = men
    }
    let unit = try report("az.1.1", desk)
    #expect(desk.hasComeUp(unit, to: Self.ada) == isFull)
    desk.cordon(task(.cordon), [unit])
    #expect(desk.orders.first?.kind == (isFull ? .cordon : .move), "\(desk.orders)")
  }

  @Test(arguments: [(60, true), (4000, false)])
  func aWeakerEnemyIsThrownOutOfTheWay(men: Int32, isWeaker: Bool) throws {
    let barrier = SmallBattle.hex(4, 9)
    var desk = try desk { picture in
      picture.units[row("az.1.2")].hex = SmallBattle.hex(3, 9)
      picture.contacts = [enemy(at: barrier, men: men)]
    }
    let unit = try report("az.1.1", desk)
    let clears = desk.clearsItsWay(unit)
    #expect(clears == isWeaker)
    #expect(desk.orders.map(\.kind) == (isWeaker ? [.attack] : []))
    #expect(desk.orders.allSatisfy { $0.target == barrier })
  }

  @Test func whoWantsToGetPastFightsOnlyWhenItIsStuck() throws {
    var desk = try desk { picture in
      picture.contacts = [enemy(at: SmallBattle.hex(4, 9), men: 10)]
    }
    let unit = try report("az.1.1", desk)
    let isStuckAtOnce = desk.isStuck(unit)
    #expect(!isStuckAtOnce)
    let memory = desk.memory
    for (tick, isStuck) in [(280, false), (290, true)] {
      desk = try self.desk(at: tick) { picture in
        picture.contacts = [enemy(at: SmallBattle.hex(4, 9), men: 10, tick: tick)]
      }
      desk.memory = memory
      let answer = desk.isStuck(unit)
      #expect(answer == isStuck, "\(tick)")
    }
  }

  @Test func whoWasStoppedWaitsBeforeItTriesAgain() throws {
    var memory = StaffMemory()
    var sent: [Int] = []
    for tick in stride(from: 200, to: 400, by: 5) {
      var desk = try desk(at: tick)
      desk.memory = memory
      desk.carryOut(task(.assemble), [try report("az.1.how", desk)])
      if !desk.orders.isEmpty { sent.append(tick) }
      memory = desk.memory
    }
    #expect(sent == [200, 320], "the unit stands all the time")
  }

  /// Guns go up to fire, no farther than the enemy's troops allow, and not without shells.
  @Test func gunsDoNotGoUpToTheEnemy() throws {
    func goal(_ ammunition: Int32, men: Int32, at hex: Int32) throws -> Int32? {
      var desk = try desk { picture in
        picture.units[row("az.1.how")].ammunition = ammunition
        picture.contacts = [enemy(at: hex, men: men, tick: 60)]
      }
      desk.support(task(.support), [try report("az.1.how", desk)])
      return desk.orders.first { $0.kind.isTravel }?.target
    }
    #expect(try goal(900, men: 10, at: Self.ada) == SmallBattle.hex(7, 9))
    let strong = SmallBattle.hex(11, 9)
    let post = try #require(try goal(900, men: 5000, at: strong))
    #expect(SmallBattle.grid.distance(Int(post), Int(strong)) > 4, "\(post)")
    #expect(try goal(300, men: 10, at: Self.ada) == nil)
  }

  @Test func gunsThatSupplyDoesNotReachGoToTroopsThatItReaches() throws {
    var desk = try desk { picture in
      picture.contacts = []
      for index in picture.units.indices {
        picture.units[index].isSupplied = index == row("az.1.1")
      }
      picture.units[row("az.1.how")].ammunition = 100
      picture.units[row("az.1.how")].hex = Self.ada
    }
    desk.support(task(.support), [try report("az.1.how", desk)])
    #expect(desk.orders.map(\.target) == [try report("az.1.1", desk).hex])
    #expect(desk.orders.first?.kind.isTravel == true)
  }

  @Test(arguments: [(60, false), (200, true)])
  func whoHasDugInUnderFireRestsAfterHoursOnly(sinceHit: Int32, rests: Bool) throws {
    var desk = try desk { picture in
      picture.units[row("az.1.1")].task = .digIn
      picture.units[row("az.1.1")].sinceHit = sinceHit
    }
    let unit = try report("az.1.1", desk)
    desk.memory.begun["t camp"] = Tick(100)
    desk.memory.goals[unit.id] = unit.hex
    desk.carryOut(task(.probe), [unit])
    #expect(desk.orders.map(\.kind) == (rests ? [.camp] : []))
  }

  @Test func groundThatAUnitStandsOnIsNotAttacked() throws {
    var desk = try desk { picture in
      picture.units[row("az.1.1")].hex = Self.ada
      picture.control[Int(Self.ada)] = UInt8(SmallBattle.tk.rawValue)
    }
    desk.fightForGround(task(.seize), [try report("az.1.1", desk)])
    #expect(desk.orders.map(\.kind) == [.digIn])
  }

  @Test(arguments: [(Int32(950), OrderKind.attack), (430, .digIn)])
  func whoIsWornOutDoesNotFightItsWayToItsPost(cohesion: Int32, kind: OrderKind) throws {
    let post = SmallBattle.hex(5, 9)
    var desk = try desk { picture in
      picture.units[row("az.1.1")].cohesion = cohesion
      picture.contacts = [enemy(at: SmallBattle.hex(4, 10), men: 60)]
    }
    desk.keepPost(try report("az.1.1", desk), post, isReserve: false)
    #expect(desk.orders.map(\.kind) == [kind])
  }

  /// Who is stopped on the way to its post does not set out again every half hour.
  @Test func whoIsStoppedBeforeItsPostDigsInForAWhile() throws {
    let post = SmallBattle.hex(9, 9)
    var memory = StaffMemory()
    var kinds: [Int: OrderKind] = [:]
    for tick in stride(from: 200, through: 340, by: 35) {
      var desk = try desk(at: tick) { picture in
        picture.contacts = []
        picture.units[row("az.1.1")].task = .hold
      }
      desk.memory = memory
      desk.keepPost(try report("az.1.1", desk), post, isReserve: false)
      kinds[tick] = desk.orders.first?.kind
      memory = desk.memory
    }
    #expect(kinds == [200: .march, 235: .digIn, 270: .digIn, 305: .digIn, 340: .march])
  }
}
