import Testing

@testable import Simulation

@Suite struct WhyTests {
  /// Three battalions with tanks attack a tired one that has dug in behind houses.
  private func assault() -> Run {
    var small = SmallWorld(columns: 16, rows: 7)
    small.terrain.cover[Int(small.hex(8, 3))] = .urban
    small.add(1, .infantry, men: 400, at: small.hex(8, 3)) { $0.entrenchment = 2 }
    for row in 2...4 {
      small.add(0, .mechanized, men: 400, vehicles: [(0, 20)], at: small.hex(7, row))
    }
    var run = Run(small.world(seed: 3))
    run.world.units.fatigue[0] = 500
    for row in 1...3 {
      run.world.units.task[row] = .attack
      run.world.units.posture[row] = .attacking
      run.world.units.taskTarget[row] = small.hex(8, 3)
    }
    run.step(60)
    return run
  }

  @Test func theTermsOfAFightAddUpToItsBalance() throws {
    let run = assault()
    let picture = run.world.picture(for: .umpire, events: [])
    for row in [0, 2] {
      let fight = try #require(picture.why(UnitID(row))?.fight)
      let sum = fight.terms.reduce(0) { $0 + $1.share }
      #expect(abs(sum - fight.balance) <= 40)
      #expect(fight.tick.rawValue >= 50 && fight.intensity > 0)
    }
    let defence = try #require(picture.why(UnitID(0))?.fight)
    func share(_ term: PowerTerm) -> Int32 {
      defence.terms.first { $0.term == term }?.share ?? 0
    }
    // Few against many, held up by walls and holes and pulled down by want of sleep.
    #expect(share(.numbers) < 0)
    #expect(share(.positions) > 0 && share(.ground) > 0)
    #expect(share(.fatigue) < 0 && share(.suppression) < 0)
    #expect(defence.balance < 0 && defence.dailyLoss > 0 && defence.directions >= 2)
    #expect(defence.opponent != nil)
  }

  @Test func theShocksAreCountedByKindAndSince() throws {
    let run = assault()
    let why = try #require(run.world.picture(for: .umpire, events: []).why(UnitID(0)))
    #expect(why.shocks.contains { $0.kind == .pressure })
    #expect(why.shocks == why.shocks.sorted { $0.permille > $1.permille })
    #expect((why.since?.rawValue ?? -1) >= 0)
    let counted = why.shocks.reduce(0) { $0 + $1.permille }
    // What was shaken off came back in part meanwhile; nothing is counted twice.
    #expect(counted >= 1000 - run.world.units.cohesion[0] - 10)
  }

  @Test func aBreakSaysWhyAndASideLearnsNoMoreThanItKnows() throws {
    var run = assault()
    run.world.units.cohesion[0] = 300
    run.step(2)
    let own = run.world.picture(for: .side(SideID(1)), events: [])
    let why = try #require(own.why(UnitID(0)))
    #expect(why.change?.cause == .broke)
    #expect((why.change?.cohesion ?? 1000) < (why.change?.breakPoint ?? 0))
    let fight = try #require(why.fight)
    #expect(fight.opponent == nil && fight.contact != nil)
    #expect(fight.enemyPower % 10 == 0)
    // Of the enemy's units nothing is told.
    #expect(own.why(UnitID(1)) == nil)
  }

  @Test func whoStopsOnHisWaySaysWhy() {
    var small = SmallWorld(columns: 16, rows: 5)
    small.road(.primary, row: 2, columns: 0..<15)
    let tanks = small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(1, 2))
    let guns = small.add(0, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(1, 4))
    small.add(1, .infantry, men: 400, at: small.hex(9, 2)) { $0.isHidden = true }
    var run = Run(small.world())
    run.step(1, [Order(side: SideID(0), unit: tanks, kind: .march, target: small.hex(14, 2))])
    _ = run.step(upTo: 40) { $0.units.hex[0] == small.hex(3, 2) }
    run.world.units.fuel[0] = 0
    run.world.units.task[guns.row] = .bombard
    run.world.units.taskTarget[guns.row] = small.hex(2, 4)
    run.step(3)
    let picture = run.world.picture(for: .side(SideID(0)), events: [])
    #expect(picture.why(tanks)?.change?.cause == .outOfFuel)
    #expect(picture.why(tanks)?.change?.task == .march)
    #expect(picture.why(guns)?.change?.cause == .outOfRange)
    #expect(picture.why(UnitID(2)) == nil)
  }

  @Test func accountsAreNoPartOfTheState() throws {
    let run = assault()
    let again = try World(run.world.setup, encoded: run.world.encoded())
    #expect(again.stateHash == run.world.stateHash)
    #expect(again.picture(for: .umpire, events: []).why(UnitID(0))?.fight == nil)
  }
}
