import Testing

@testable import Simulation

@Suite struct TownTests {
  /// Two towns on a road: one of two quarters under side 1 in the west, a village in the east.
  private func towns() -> SmallWorld {
    var small = SmallWorld(columns: 20, rows: 7)
    small.road(.primary, row: 3, columns: 0..<19)
    let west = [small.hex(3, 3), small.hex(4, 3)]
    let north = [small.hex(3, 2), small.hex(4, 2)]
    let east = [small.hex(16, 3)]
    for hex in west + north + east { small.terrain.cover[Int(hex)] = .urban }
    for hex in west { small.terrain.quarter[Int(hex)] = 0 }
    for hex in north { small.terrain.quarter[Int(hex)] = 1 }
    for hex in east { small.terrain.quarter[Int(hex)] = 2 }
    small.terrain.towns = [
      Town(
        id: "west", name: "West", population: 20_000, center: small.hex(3, 3), quarters: 0..<2,
        rank: 3),
      Town(
        id: "east", name: "East", population: 1000, center: small.hex(16, 3), quarters: 2..<3,
        rank: 5),
    ]
    small.terrain.quarters = [
      Quarter(id: "center", name: "Center", town: TownID(0), hexes: west),
      Quarter(id: "north", name: "North", town: TownID(0), hexes: north),
      Quarter(id: "center", name: "East", town: TownID(1), hexes: east),
    ]
    small.control = Array(repeating: 1, count: 140)
    return small
  }

  @Test func aQuarterFallsToWhoStandsInItAlone() {
    var small = towns()
    let first = small.add(0, .infantry, at: small.hex(3, 3))
    small.add(0, .infantry, at: small.hex(4, 3))
    var run = Run(small.world())
    run.step(6)
    #expect(run.world.ground.quarterControl[0] == 0)
    #expect(run.world.ground.quarterControl[1] == 1)
    #expect(run.events.contains { $0.kind == .quarterTaken && $0.amount == 0 })
    #expect(run.events.filter { $0.kind == .townEntered }.count == 1)
    run.world.units.hex[first.row] = small.hex(3, 2)
    run.world.units.nextHex[first.row] = small.hex(3, 2)
    run.step(6)
    run.world.units.hex[first.row] = small.hex(4, 2)
    run.world.units.nextHex[first.row] = small.hex(4, 2)
    run.step(6)
    #expect(run.world.ground.quarterControl == [0, 0, 1])
    #expect(run.events.contains { $0.kind == .townSecured })
  }

  @Test func anEnemyInsideContestsAQuarter() {
    var small = towns()
    small.add(0, .infantry, at: small.hex(3, 3))
    small.add(1, .infantry, at: small.hex(4, 3))
    var run = Run(small.world())
    run.step(6)
    #expect(run.world.ground.quarterControl[0] == 255)
  }

  @Test func shellingDrivesPeopleOutAndHurtsThem() {
    var small = towns()
    small.add(0, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(14, 1))
    small.add(0, .reconnaissance, men: 20, at: small.hex(6, 5))
    small.add(1, .infantry, men: 400, at: small.hex(4, 3)) { $0.entrenchment = 2 }
    var run = Run(small.world())
    run.world.units.task[0] = .bombard
    run.world.units.taskTarget[0] = small.hex(4, 3)
    run.world.units.taskMinutes[0] = 60
    run.step(300)
    let people = run.world.civilians
    #expect(people.displaced[0] > 100 && people.displaced[0] < 4000)
    #expect(people.killed[0] > 0 && people.killed[0] < 200)
    #expect(people.injured[0] > people.killed[0])
    #expect(people.present[0] + people.displaced[0] + people.killed[0] == 20_000)
    #expect(run.world.politics[0].civiliansKilled == people.killed[0])
    #expect(run.events.contains { $0.kind == .refugeesLeft })
  }

  @Test func aCordonLetsOutAndNotIn() {
    var small = towns()
    small.control = Array(repeating: 255, count: 140)
    let guardUnit = small.add(1, .infantry, men: 200, at: small.hex(16, 3))
    var run = Run(small.world())
    run.world.civilians.shellingMinutes[0] = 600
    run.step(121)
    #expect(run.world.civilians.sheltered[1] > 0)
    run.world.units.task[guardUnit.row] = .cordon
    run.step(5)
    let before = run.world.civilians.sheltered[1]
    #expect(run.events.contains { $0.kind == .cordonSet })
    run.step(120)
    #expect(run.world.civilians.sheltered[1] == before)
    #expect(run.events.contains { $0.kind == .refugeesTurnedBack })
  }

  @Test func theGradeFollowsTheTown() {
    var grades: [Outcome.Grade] = []
    for holder in [UInt8(1), 0] {
      let small = towns()
      var setup = small.setup
      setup.initialControl = Array(repeating: holder, count: 140)
      setup.ceaseFire = CeaseFireSetup(band: 90...90, holder: SideID(1), town: TownID(0))
      var run = Run(World(setup, seed: 1))
      run.step(89)
      #expect(run.world.outcome == nil)
      run.step(5)
      #expect(run.events.filter { $0.kind == .ceaseFire }.count == 1)
      if let outcome = run.world.outcome { grades.append(outcome.grade) }
    }
    #expect(grades == [.holdDecisive, .takeDecisive])
  }

  @Test func partisansAmbushAColumnInTheirTown() {
    var small = towns()
    let band = small.add(0, .partisans, men: 25, at: small.hex(3, 3)) { $0.isHidden = true }
    small.add(1, .supply, men: 60, vehicles: [(3, 20)], at: small.hex(4, 3)) {
      $0.posture = .column
    }
    var run = Run(small.world(seed: 2))
    run.world.truceHolds = false
    run.step(720)
    #expect(run.events.contains { $0.kind == .partisanAmbush && $0.unit == band })
    #expect(run.world.units.personnelLost[1] > 0)
    #expect(run.world.checkInvariants() == [])
  }
}
