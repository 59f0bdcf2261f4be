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

  @Test func aTownIsSearchedInItsTime() {
    var small = towns()
    let unit = small.add(1, .police, men: 60, at: small.hex(3, 3))
    var run = Run(small.world())
    run.step(2)
    run.world.units.task[unit.row] = .search
    run.world.units.taskTarget[unit.row] = small.hex(3, 3)
    run.world.units.taskMinutes[unit.row] = 30
    run.step(25)
    #expect(!run.events.contains { $0.kind == .townSearched })
    run.step(10)
    #expect(run.events.contains { $0.kind == .townSearched && $0.unit == unit && $0.detail == 0 })
    #expect(run.world.units.task[unit.row] == .hold)
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
    // The guns threaten the village in the east: people go across the border in the west.
    small.terrain.neutral[Int(small.hex(0, 3))] = 1
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
    #expect(people.abroad[0] > 0 && people.abroad[0] <= people.displaced[0])
    #expect(run.world.politics[0].civiliansKilled == people.killed[0])
    #expect(people.killedByCause[Int(HarmCause.shelling.rawValue)] > 0)
    #expect(people.killedByCause[Int(HarmCause.airStrike.rawValue)] == 0)
    #expect(run.world.checkInvariants() == [])
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

  /// West with a road to the village in the east and another to a village in the north.
  private func crossroads() -> SmallWorld {
    var small = SmallWorld(columns: 24, rows: 24)
    small.road(.primary, row: 18, columns: 0..<23)
    for row in 1..<18 {
      let hex = Int(small.hex(3, row))
      small.terrain.setRoad(hex, row % 2 == 0 ? .southEast : .southWest, .secondary)
      if row % 2 == 1 { small.terrain.setRoad(Int(small.hex(3, row)), .southEast, .secondary) }
    }
    let places = [small.hex(3, 18), small.hex(10, 18), small.hex(3, 4)]
    for (index, hex) in places.enumerated() {
      small.terrain.quarter[Int(hex)] = Int16(index)
      small.terrain.towns.append(
        Town(
          id: ["west", "east", "north"][index], name: "", population: index == 0 ? 20_000 : 1000,
          center: hex, quarters: index..<(index + 1), rank: 4))
      small.terrain.quarters.append(
        Quarter(id: "center", name: "", town: TownID(index), hexes: [hex]))
    }
    return small
  }

  @Test func peopleFleeAwayFromTheFightAndArriveInTime() {
    for fights in [false, true] {
      var small = crossroads()
      if fights {
        small.add(0, .infantry, at: small.hex(7, 18))
        small.add(1, .infantry, at: small.hex(8, 18))
      }
      var run = Run(small.world())
      run.step(5)
      run.world.civilians.shellingMinutes[0] = 600
      run.step(57)
      let trek = run.world.treks.first
      // East is seven kilometres off, north some fifteen.
      #expect(trek?.destination == (fights ? small.hex(3, 4) : small.hex(10, 18)))
      let town = fights ? 2 : 1
      let minutes = trek.map { $0.due - $0.left } ?? 0
      #expect(fights ? minutes > 80 : (40...50).contains(minutes))
      #expect(run.world.checkInvariants() == [])
      run.step(Int(minutes))
      #expect(run.world.civilians.sheltered[town] > 0)
      #expect(run.world.civilians.sheltered[3 - town] == 0)
      #expect(run.world.checkInvariants() == [])
    }
  }

  @Test func aCordonSetMeanwhileSendsThemOn() {
    var small = crossroads()
    let keeper = small.add(1, .infantry, men: 200, at: small.hex(10, 18))
    var run = Run(small.world())
    run.step(5)
    run.world.civilians.shellingMinutes[0] = 600
    run.step(57)
    #expect(run.world.treks.first?.destination == small.hex(10, 18))
    run.world.units.task[keeper.row] = .cordon
    run.step(60)
    #expect(run.events.contains { $0.kind == .refugeesTurnedBack })
    #expect(run.world.civilians.sheltered[1] == 0)
    run.step(300)
    #expect(run.world.civilians.sheltered[1] == 0 && run.world.civilians.sheltered[2] > 0)
    #expect(run.world.checkInvariants() == [])
  }

  @Test func aFightAmongHousesHurtsWhoLivesThere() {
    for fights in [true, false] {
      var small = towns()
      small.terrain.towns[0].population = 400_000
      let first = small.add(0, .infantry, at: small.hex(5, 3))
      small.add(1, .infantry, at: small.hex(4, 3)) { $0.entrenchment = 1 }
      var run = Run(small.world())
      if !fights { for row in 0..<2 { run.world.units.rules[row] = .truce } }
      run.step(
        fights ? 600 : 60,
        [Order(side: SideID(0), unit: first, kind: .attack, target: small.hex(4, 3))])
      let people = run.world.civilians
      let entry = Int(HarmCause.groundCombat.rawValue)
      #expect((people.killedByCause[entry] > 0) == fights)
      #expect((people.injuredByCause[entry] > 0) == fights)
      // No other fire fell, and whose fire it was is known.
      #expect(people.killed[0] == people.killedByCause[entry])
      #expect(
        run.world.politics[0].civiliansKilled + run.world.politics[1].civiliansKilled
          == people.killed[0])
      #expect(run.events.contains { $0.kind == .civiliansHurt } == fights)
      #expect(run.world.checkInvariants() == [])
    }
  }

  @Test func whoIsInACellarIsHurtLess() {
    func killed(warned: Bool) -> Int32 {
      let small = towns()
      var run = Run(small.world())
      run.world.civilians.shellingMinutes[0] = warned ? 600 : 0
      var events: [Event] = []
      // A salvo of a thousand heavy rounds, each time on people who are as warned as before.
      for _ in 0..<20 {
        let before = run.world.civilians.shellingMinutes[0]
        run.world.harmCivilians(
          Int(small.hex(3, 3)), rounds: 1_000_000, area: 600, by: 0, isAir: false, events: &events)
        run.world.civilians.shellingMinutes[0] = before
      }
      return run.world.civilians.killed[0]
    }
    let (open, cellar) = (killed(warned: false), killed(warned: true))
    #expect(cellar > 0 && cellar * 2 < open)
  }

  @Test func partisansRiseWhenRegularsComeAndDissolveWhenTheyLoseHeart() {
    var small = towns()
    let band = small.add(0, .partisans, men: 25, at: small.hex(3, 3)) { $0.isHidden = true }
    small.add(1, .infantry, men: 200, at: small.hex(4, 3))
    let regulars = small.add(0, .infantry, men: 400, at: small.hex(4, 4))
    var run = Run(small.world())
    run.world.truceHolds = false
    run.step(5)
    #expect(run.world.units.hidden[band.row] == 1)
    run.world.units.task[regulars.row] = .attack
    run.world.units.posture[regulars.row] = .attacking
    run.step(3)
    #expect(run.world.units.hidden[band.row] == 0)
    #expect(run.events.filter { $0.kind == .partisansRose }.count == 1)
    run.world.units.cohesion[band.row] = 350
    run.step(2)
    #expect(run.world.units.status[band.row] == .gone)
    #expect(run.world.checkInvariants() == [])
  }

  @Test func partisansHoldNoGround() {
    var small = towns()
    small.add(0, .partisans, men: 25, at: small.hex(3, 3))
    var run = Run(small.world())
    run.step(10)
    #expect(run.world.ground.quarterControl[0] == 1)
  }
}
