import Testing

@testable import Simulation

@Suite struct RetreatTests {
  /// Side 0's only road to its source runs from the front at column 20 west to the map's edge;
  /// the enemy comes from the south-west, so that the clearest place would be north-east.
  private func front() -> SmallWorld {
    var small = SmallWorld(columns: 40, rows: 17)
    small.road(.primary, row: 8, columns: 0..<39)
    small.control = (0..<(40 * 17)).map { $0 % 40 < 24 ? 0 : 1 }
    return small
  }

  @Test func aBeatenUnitGoesBackAlongItsLineOfSupply() {
    var small = front()
    let unit = small.add(0, .infantry, at: small.hex(20, 8))
    small.add(1, .infantry, at: small.hex(20, 9))
    small.add(1, .infantry, at: small.hex(19, 10))
    var run = Run(small.world())
    run.step(3)
    run.world.units.cohesion[unit.row] = 480
    run.step(2)
    #expect(run.world.units.status[unit.row] == .broken)
    let goal = Int(run.world.units.taskTarget[unit.row])
    #expect(goal >= 0 && goal % 40 < 18)
    _ = run.step(upTo: 300) { $0.units.hex[unit.row] == Int32(goal) }
    #expect(Int(run.world.units.hex[unit.row]) % 40 < 19)
  }

  @Test func notIntoGroundThatItsSideKnowsToBeTheEnemys() {
    var small = front()
    let unit = small.add(0, .infantry, at: small.hex(20, 8))
    small.add(1, .infantry, at: small.hex(19, 8))
    var run = Run(small.world())
    run.step(3)
    // The line west is cut at the next hex; the enemy's land is in the east.
    let goal = Int(run.world.retreatTarget(of: unit.row, scratch: &run.scratch))
    #expect(goal >= 0)
    #expect(run.world.knowledge[0].believedControl[goal] == 0)
  }

  @Test func theWayBackIsTheSameWithFreshBuffers() {
    var small = front()
    let unit = small.add(0, .infantry, at: small.hex(20, 8))
    small.add(1, .infantry, at: small.hex(21, 9))
    var run = Run(small.world())
    run.step(7)
    var fresh = World.Scratch(for: run.world)
    run.scratch.retreat.forget()
    #expect(
      run.world.retreatTarget(of: unit.row, scratch: &run.scratch)
        == run.world.retreatTarget(of: unit.row, scratch: &fresh))
  }
}
