import Testing

@testable import Simulation

@Suite struct EngagementTests {
  /// Two infantry battalions side by side: side 0 holds columns 0-3, side 1 the rest.
  private func border(_ engagement: [RulesOfEngagement]) -> SmallWorld {
    var small = SmallWorld(columns: 9, rows: 5)
    small.engagement = engagement
    small.control = (0..<45).map { $0 % 9 < 4 ? 0 : 1 }
    small.add(0, .infantry, at: small.hex(3, 2))
    small.add(1, .infantry, at: small.hex(4, 2))
    return small
  }

  @Test func nobodyFiresUnderTruce() {
    var run = Run(border([.truce, .truce]).world())
    run.step(300)
    #expect(run.world.truceHolds)
    #expect(run.world.units.personnelLost == [0, 0])
    #expect(!run.events.contains { $0.kind == .firefight })
  }

  @Test func whoCrossesBreaksTheTruce() {
    let small = border([.truce, .truce])
    var run = Run(small.world())
    run.step(5)
    run.world.units.hex[0] = small.hex(5, 1)
    run.world.units.nextHex[0] = small.hex(5, 1)
    run.step(1)
    #expect(!run.world.truceHolds)
    #expect(run.world.politics[0].brokeTruce == 1 && run.world.politics[1].brokeTruce == 0)
    #expect(run.world.politics[1].rulesOfEngagement == .returnFire)
    #expect(run.events.filter { $0.kind == .truceBroken }.map(\.side) == [SideID(0)])
  }

  @Test func theFirstShotBreaksTheTruceAndIsReturned() {
    let small = border([.free, .truce])
    var run = Run(small.world())
    run.world.units.task[0] = .attack
    run.world.units.posture[0] = .attacking
    let minutes = run.step(upTo: 60) { !$0.truceHolds }
    #expect(minutes < 60)
    #expect(run.world.politics[0].brokeTruce == 1)
    run.step(30)
    #expect(run.world.units.sinceFired[1] < 10)
    #expect(run.world.units.personnelLost[0] > 0)
  }

  @Test func returnFireSparesWhoDoesNotFight() {
    // A column that neither fires nor attacks passes a screen that may only fire back.
    var run = Run(border([.returnFire, .returnFire]).world())
    run.world.truceHolds = false
    run.world.units.posture[0] = .column
    run.step(120)
    #expect(run.world.units.personnelLost == [0, 0])
    // Fire is released at its tick.
    run.world.politics[1].releaseTick = 130
    run.step(60)
    #expect(run.events.contains { $0.kind == .fireReleased && $0.side == SideID(1) })
    #expect(run.world.units.personnelLost[0] > 0)
  }
}
