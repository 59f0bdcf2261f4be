import Simulation
import TestKit
import Testing

@testable import Staff

/// A staff sees its own picture, follows its plan, and never asks for what would be refused.
@Suite struct DecisionTests {
  /// Two staffs against each other; every order is noted with its tick.
  private struct Match {
    var world = World(SmallBattle.setup, seed: 3)
    var scratch: World.Scratch
    var events: [Event] = []
    var staffs: [Staff]
    var memories = [StaffMemory(), StaffMemory()]
    var log: [(tick: Tick, order: Order)] = []
    var refused: [String] = []

    init(_ temperament: Temperament = .balanced) throws {
      scratch = World.Scratch(for: world)
      staffs = try [SmallBattle.az, SmallBattle.tk].map {
        Staff(plan: try Plans.shipped($0), side: $0, temperament: temperament)
      }
    }

    mutating func play(_ minutes: Int) {
      for _ in 0..<minutes {
        var orders: [Order] = []
        if world.tick.rawValue % Staff.intervalTicks == 0 {
          for side in 0..<2 {
            let picture = world.picture(for: .side(SideID(side)), events: [])
            let decision = staffs[side].decide(picture, memories[side])
            memories[side] = decision.memory
            for order in decision.orders {
              if let rejection = world.rejection(of: order) {
                refused.append("\(order.line(in: world.setup)): \(rejection.message)")
              }
              #expect(order.side == SideID(side))
              log.append((world.tick, order))
              orders.append(order)
            }
          }
        }
        world.step(orders, scratch: &scratch, events: &events)
      }
    }

    func distance(_ unit: String, _ hex: Int32) -> Int {
      SmallBattle.grid.distance(
        Int(world.units.hex[SmallBattle.unit(unit).row]), Int(hex))
    }
  }

  @Test func unitsGoForTheObjective() throws {
    var match = try Match()
    let ada = SmallBattle.hex(16, 9)
    let before = match.distance("az.1.1", ada)
    match.play(10)
    #expect(
      !match.log.contains { $0.order.unit == SmallBattle.unit("az.1.1") },
      "the attack waits for its time")
    match.play(170)
    #expect(match.log.contains { $0.order.unit == SmallBattle.unit("az.1.1") })
    #expect(match.distance("az.1.1", ada) < before - 3)
    #expect(match.distance("tk.g.1", ada) <= 1, "the defender stays")
    #expect(
      match.log.contains { $0.order.kind == .bombard && $0.order.unit.row == 3 },
      "the guns shell the place")
  }

  @Test(arguments: Temperament.allCases)
  func nothingRefusedIsOrdered(temperament: Temperament) throws {
    var match = try Match(temperament)
    match.play(600)
    #expect(match.refused.isEmpty, "\(match.refused.prefix(5))")
    #expect(match.log.count > 10)
  }

  @Test func theSamePictureGivesTheSameOrders() throws {
    var one = try Match()
    var other = try Match()
    one.play(240)
    other.play(240)
    #expect(one.log.map(\.order) == other.log.map(\.order))
    #expect(one.memories == other.memories)
    let picture = one.world.picture(for: .side(SmallBattle.az), events: [])
    let first = one.staffs[0].decide(picture, one.memories[0])
    let second = one.staffs[0].decide(picture, one.memories[0])
    #expect(first.orders == second.orders && first.memory == second.memory)
  }

  /// What the side does not see does not move its staff.
  @Test func unseenEnemiesChangeNothing() throws {
    let match = try Match()
    let picture = match.world.picture(for: .side(SmallBattle.az), events: [])
    try #require(picture.contacts.isEmpty)
    var setup = SmallBattle.setup
    setup.units[SmallBattle.unit("tk.g.tk").row].start = SmallBattle.hex(22, 3)
    let other = World(setup, seed: 3).picture(for: .side(SmallBattle.az), events: [])
    #expect(
      match.staffs[0].decide(picture, StaffMemory()).orders
        == match.staffs[0].decide(other, StaffMemory()).orders)
  }

  @Test func aBattleThatIsOverGetsNoOrders() throws {
    var match = try Match()
    match.play(700)
    #expect(match.world.outcome != nil)
    let picture = match.world.picture(for: .side(SmallBattle.az), events: [])
    #expect(match.staffs[0].decide(picture, match.memories[0]).orders.isEmpty)
  }

  /// A bold staff attacks no later than a cautious one.
  @Test func temperamentsWeighRisk() throws {
    #expect(Temperament.bold.attackPercent < Temperament.balanced.attackPercent)
    #expect(Temperament.balanced.attackPercent < Temperament.cautious.attackPercent)
  }
}
