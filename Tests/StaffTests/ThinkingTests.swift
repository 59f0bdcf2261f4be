import Simulation
import TestKit
import Testing

@testable import Staff

/// A staff that plays its courses out: repeatable, honest about why, and better than a rush.
@Suite struct ThinkingTests {
  private struct Match {
    var world: World
    var reasons: [StaffReason] = []

    /// A thinking staff in the west; in the east everybody attacks the middle of the town, all the
    /// time.
    init(seed: UInt64, ticks: Int32) throws {
      let setup = MirrorBattle.setup
      let plan = try Plans.read(
        MirrorBattle.plan(MirrorBattle.west), side: MirrorBattle.west, setup: setup)
      var staff = Staff(plan: plan, side: MirrorBattle.west, mode: .thinking)
      // A debug build plays slowly: fewer and shorter play-outs than a real staff's.
      staff.playOuts = PlayOuts(reviewMinutes: 120, playMinutes: 60, samples: 2)
      world = World(setup, seed: seed)
      var scratch = World.Scratch(for: world)
      var events: [Event] = []
      var memory = StaffMemory()
      while world.outcome == nil, world.tick.rawValue < ticks {
        var orders: [Order] = []
        if staff.decides(at: world.tick) {
          let picture = world.picture(for: .side(MirrorBattle.west), events: [])
          let decision = staff.decide(picture, memory)
          memory = decision.memory
          reasons += memory.reasons
          orders = decision.orders
        }
        if world.tick.rawValue % 120 == 0 { orders += Self.rush(world) }
        let sound = orders.filter { world.rejection(of: $0) == nil }
        world.step(sound, scratch: &scratch, events: &events)
      }
    }

    private static func rush(_ world: World) -> [Order] {
      world.setup.units.indices.compactMap { row in
        let unit = world.setup.units[row]
        guard unit.side == MirrorBattle.east, !unit.arm.isIndirect, unit.arm != .headquarters,
          world.units.status[row] == .active
        else { return nil }
        return Order(
          side: MirrorBattle.east, unit: UnitID(row), kind: .attack,
          target: MirrorBattle.hex(16, 10))
      }
    }
  }

  @Test func itBeatsARush() throws {
    let match = try Match(seed: 1, ticks: .max)
    let score = try #require(match.world.outcome?.score)
    #expect(score[MirrorBattle.west.index] > score[MirrorBattle.east.index], "\(score)")
  }

  @Test func onePictureGivesOneDecisionAndItSaysWhy() throws {
    let first = try Match(seed: 2, ticks: 150)
    let again = try Match(seed: 2, ticks: 150)
    #expect(first.world.stateHash == again.world.stateHash)
    #expect(first.reasons == again.reasons)
    let choice = try #require(first.reasons.first { $0.order == nil })
    #expect(choice.task == "take" && !choice.units.isEmpty)
    #expect(choice.text.contains("by play-outs"))
    let march = try #require(first.reasons.first { $0.order?.kind == .march })
    #expect(march.units == [march.order?.unit].compactMap(\.self) && march.text.contains("Mid"))
  }

  /// Shells are kept for the points that are attacked: before the first attack little is fired.
  @Test func shellsAreKeptForTheAttack() throws {
    let match = try Match(seed: 3, ticks: 420)
    let bombardments = match.reasons.filter { $0.order?.kind == .bombard }
    let attacks = match.reasons.compactMap { $0.order?.kind == .attack ? $0.tick : nil }
    let first = try #require(attacks.min())
    #expect(bombardments.count { $0.tick < first } <= 4)
    #expect(bombardments.contains { $0.text.contains("while it is attacked") })
  }
}
