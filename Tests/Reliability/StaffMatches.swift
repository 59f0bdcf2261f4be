import Dispatch
import Foundation
import Simulation
import Staff
import Synchronization
import TestKit

/// Staffs against each other in a battle that is the same from both sides: the thinking one against
/// the plain one and against everybody attacking the middle of the town.
enum StaffMatches {
  /// Who leads a side.
  private enum Commander: String {
    case thinking, plain, rush
  }

  /// Fights so many battles each way and prints what came of them as a table in Markdown.
  static func run(_ count: Int) throws {
    Reliability.tell("| west | east | west won | east won | drawn |", to: 1)
    Reliability.tell("|---|---|--:|--:|--:|", to: 1)
    for (west, east) in [
      (Commander.thinking, Commander.plain), (.plain, .thinking), (.thinking, .rush),
      (.rush, .thinking),
    ] {
      let won = try results(west, east, count)
      Reliability.tell(
        "| \(west) | \(east) | \(won.west) | \(won.east) | \(count - won.west - won.east) |", to: 1)
    }
  }

  private static func results(
    _ west: Commander, _ east: Commander, _ count: Int
  ) throws -> (west: Int, east: Int) {
    let staffs = [try staff(west, MirrorBattle.west), try staff(east, MirrorBattle.east)]
    let leads = Mutex([Int](repeating: 0, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let lead = play(seed: UInt64(index + 1), staffs)
      leads.withLock { $0[index] = lead }
    }
    return leads.withLock { leads in (leads.count { $0 > 0 }, leads.count { $0 < 0 }) }
  }

  private static func staff(_ commander: Commander, _ side: SideID) throws -> Staff? {
    guard let mode = StaffMode(rawValue: commander.rawValue) else { return nil }
    let path = NSTemporaryDirectory() + "mirror-\(getpid())-\(side.index).yaml"
    defer { unlink(path) }
    try MirrorBattle.plan(side).write(toFile: path, atomically: true, encoding: .utf8)
    let plan = try StaffPlan.load(path: path, side: side, setup: MirrorBattle.setup)
    return Staff(plan: plan, side: side, mode: mode)
  }

  /// How far the west is ahead at the end of a battle, in points: 1, 0 or -1.
  private static func play(seed: UInt64, _ staffs: [Staff?]) -> Int {
    var world = World(MirrorBattle.setup, seed: seed)
    var scratch = World.Scratch(for: world)
    var events: [Event] = []
    var memories = staffs.map { _ in StaffMemory() }
    var answers: [(due: Tick, orders: [Order])] = []
    while world.outcome == nil {
      for side in staffs.indices {
        guard let staff = staffs[side] else {
          if world.tick.rawValue % 120 == 0 { answers.append((world.tick, rush(world, side))) }
          continue
        }
        guard staff.decides(at: world.tick) else { continue }
        let picture = world.picture(for: .side(SideID(side)), events: [])
        let decision = staff.decide(picture, memories[side])
        memories[side] = decision.memory
        answers.append((world.tick + staff.delay, decision.orders))
      }
      let given = answers.filter { $0.due <= world.tick }.flatMap(\.orders)
      answers.removeAll { $0.due <= world.tick }
      events.removeAll(keepingCapacity: true)
      world.step(
        given.filter { world.rejection(of: $0) == nil }, scratch: &scratch, events: &events)
    }
    let score = world.outcome?.score ?? [0, 0]
    return (score[0] - score[1]).signum() > 0 ? 1 : score[0] == score[1] ? 0 : -1
  }

  /// Everybody but guns and headquarters attacks the middle of the town.
  private static func rush(_ world: World, _ side: Int) -> [Order] {
    world.setup.units.indices.compactMap { row in
      let unit = world.setup.units[row]
      guard unit.side.index == side, !unit.arm.isIndirect, unit.arm != .headquarters,
        world.units.status[row] == .active
      else { return nil }
      return Order(
        side: unit.side, unit: UnitID(row), kind: .attack, target: MirrorBattle.hex(16, 10))
    }
  }
}
