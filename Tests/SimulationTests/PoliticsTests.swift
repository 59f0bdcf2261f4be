import Testing

@testable import Simulation

@Suite struct PoliticsTests {
  /// A town of 20,000 at column 10 that is side 1's capital, neutral ground in the north-east, guns
  /// of side 0 in the west, and what things cost.
  private func setup() -> BattleSetup {
    var small = SmallWorld(columns: 16, rows: 7)
    small.rules.equipment[2].lethalAreaSquareMeters = 600
    let center = small.hex(10, 3)
    small.terrain.cover[Int(center)] = .urban
    small.terrain.quarter[Int(center)] = 0
    small.terrain.towns = [
      Town(id: "town", name: "", population: 20_000, center: center, quarters: 0..<1, rank: 3)
    ]
    small.terrain.quarters = [
      Quarter(id: "center", name: "", town: TownID(0), hexes: [center])
    ]
    small.terrain.neutral[Int(small.hex(12, 0))] = 1
    small.add(0, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(1, 3))
    var setup = small.setup
    setup.sides[1].capital = TownID(0)
    setup.ceaseFire = CeaseFireSetup(
      band: 3000...4000,
      costs: PoliticalCosts(
        perCivilianKilled: 3, capitalStruck: 200, truceBroken: 150, neutralStruck: 80))
    return setup
  }

  private func shelled(_ column: Int, _ row: Int, truce: Bool = false) -> Run {
    var setup = setup()
    if truce { setup.sides[0].rulesOfEngagement = .returnFire }
    var run = Run(World(setup, seed: 4))
    run.world.truceHolds = truce
    run.world.politics[0].rulesOfEngagement = .free
    run.world.units.task[0] = .bombard
    run.world.units.taskTarget[0] = Int32(setup.terrain.grid.index(of: Hex(column, row)))
    run.world.units.taskMinutes[0] = 20
    run.step(40)
    return run
  }

  @Test func aCapitalStruckAndCiviliansKilledCostPoints() {
    let run = shelled(10, 3)
    let killed = run.world.politics[0].civiliansKilled
    let strikes = run.events.filter { $0.kind == .capitalStruck }.count
    #expect(killed > 0 && strikes > 0)
    #expect(run.world.politics[0].politicalCost == Int64(killed) * 3 + Int64(strikes) * 200)
    #expect(run.world.politics[1].politicalCost == 0)
    #expect(run.world.checkInvariants() == [])
  }

  @Test func aStrayShellOnNeutralGroundIsAnEvent() {
    let run = shelled(12, 0)
    #expect(run.events.contains { $0.kind == .neutralStruck })
    #expect(run.world.politics[0].politicalCost >= 80)
  }

  @Test func theFirstShellBreaksTheTruceAndCosts() {
    let run = shelled(5, 3, truce: true)
    #expect(!run.world.truceHolds)
    #expect(run.world.politics[0].brokeTruce == 1)
    #expect(run.world.politics[0].politicalCost == 150)
  }

  @Test func politicalEventsHastenTheCeaseFire() {
    let before = World(setup(), seed: 4).ceaseFireTick
    let after = shelled(10, 3).world.ceaseFireTick
    #expect(after < before && after.rawValue >= 3000)
  }
}
