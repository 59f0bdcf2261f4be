import Testing

@testable import Simulation

/// Believed battles: made from a picture alone, sound, and different from sample to sample.
struct BeliefTests {
  /// Two battalions of ours before a town that an enemy battalion holds, one hex of it in sight.
  private func scene() -> Run {
    var small = SmallWorld(columns: 16, rows: 12, cover: .grassland)
    small.add(0, .infantry, men: 500, vehicles: [(0, 4)], at: small.hex(4, 5))
    small.add(0, .armor, men: 200, vehicles: [(0, 20)], at: small.hex(4, 6))
    small.add(1, .infantry, men: 450, at: small.hex(5, 5))
    small.add(1, .infantry, men: 450, at: small.hex(14, 10))
    small.control = (0..<16 * 12).map { $0 % 16 < 6 ? 0 : 1 }
    var run = Run(small.world())
    run.step(15)
    return run
  }

  private func belief(_ run: Run, sample: UInt64) -> BelievedBattle {
    BelievedBattle(
      run.world.picture(for: .side(SideID(0)), events: []), around: run.world.units.hex[2],
      radius: 8, sample: sample)
  }

  @Test func holdsOwnUnitsAsReportedAndNoUnseenEnemy() {
    let run = scene()
    let belief = belief(run, sample: 1)
    #expect(belief.own == [UnitID(0), UnitID(1)])
    #expect(belief.world.tick == run.world.tick)
    #expect(belief.world.units.personnel[0] / 256 == run.world.units.personnel[0] / 256)
    #expect(belief.world.units.cohesion[1] == run.world.units.cohesion[1])
    // One enemy was seen; the other stands far off and unseen.
    #expect(belief.world.units.count == 3)
    #expect(belief.world.units.hex[2] == run.world.units.hex[2])
    #expect(belief.world.checkInvariants().isEmpty)
  }

  @Test func oneSampleIsAlwaysTheSameAndSamplesDiffer() {
    let run = scene()
    #expect(belief(run, sample: 7).world.stateHash == belief(run, sample: 7).world.stateHash)
    let men = Set((0..<12).map { belief(run, sample: $0).world.units.personnel[2] })
    #expect(men.count > 3)
  }

  @Test func theTruthDoesNotLeak() {
    var run = scene()
    let before = belief(run, sample: 3)
    // The unseen enemy and what is not known of the seen one change; the belief does not.
    run.world.units.hex[3] = 5
    run.world.units.nextHex[3] = 5
    run.world.units.personnel[3] -= 256 * 100
    run.world.units.quality[2] = 3
    #expect(belief(run, sample: 3).world.stateHash == before.world.stateHash)
  }

  @Test func playsOnWithTranslatedOrders() {
    let run = scene()
    var belief = belief(run, sample: 5)
    var scratch = World.Scratch(for: belief.world)
    var events: [Event] = []
    let attack = Order(
      side: SideID(0), unit: UnitID(1), kind: .attack, target: run.world.units.hex[2])
    let translated = belief.translated(attack)
    #expect(translated?.unit == UnitID(1))
    for minute in 0..<180 {
      belief.step(
        minute == 0 ? [translated].compactMap(\.self) : [], scratch: &scratch, events: &events)
      #expect(belief.world.checkInvariants().isEmpty)
    }
    #expect(belief.world.units.personnelLost[2] > 0)
    #expect(belief.translated(Order(side: SideID(0), unit: UnitID(3), kind: .hold)) == nil)
  }

  @Test func anEnemyQuarterNobodyLookedIntoMayBeHeld() {
    var small = SmallWorld(columns: 16, rows: 12)
    small.terrain.towns = [
      Town(
        id: "town", name: "Town", population: 4000, center: small.hex(12, 5), quarters: 0..<1,
        rank: 4)
    ]
    small.terrain.quarters = [
      Quarter(id: "center", name: "centre", town: TownID(0), hexes: [small.hex(12, 5)])
    ]
    small.terrain.quarter[Int(small.hex(12, 5))] = 0
    small.add(0, .infantry, men: 500, at: small.hex(4, 5))
    small.control = (0..<16 * 12).map { $0 % 16 < 8 ? 0 : 1 }
    var run = Run(small.world())
    run.step(200)
    let picture = run.world.picture(for: .side(SideID(0)), events: [])
    let counts = (0..<200).map { sample in
      BelievedBattle(picture, around: small.hex(12, 5), radius: 6, sample: sample).world.units.count
    }
    let held = counts.count { $0 > 0 }
    // A third of the samples, by the table.
    #expect((40...95).contains(held))
  }
}
