import Testing

@testable import Simulation

/// Mechanisms that no other suite shows; `Documentation/Mechanisms.md` lists them all.
@Suite struct MechanismTests {
  private func tanks(_ world: World, _ row: Int) -> Int32 {
    world.units.vehicles[row * VehicleClass.count + Int(VehicleClass.tank.rawValue)]
  }

  @Test func aCampIsSlowToLeave() throws {
    var minutes: [Int] = []
    for posture in [Posture.camped, .holding] {
      var small = SmallWorld(columns: 30, rows: 5)
      small.road(.primary, row: 2, columns: 0..<29)
      let unit = small.add(0, .mechanized, men: 120, vehicles: [(1, 10)], at: small.hex(2, 2)) {
        $0.posture = posture
      }
      var run = Run(small.world())
      run.step(
        1, [Order(side: SideID(0), unit: unit, kind: .march, target: small.hex(28, 2))])
      minutes.append(run.step(upTo: 200) { $0.units.hex[unit.row] != small.hex(2, 2) })
    }
    #expect(minutes[0] >= minutes[1] + 10 && minutes[0] < 120)
  }

  @Test func theBeatenWhoAreSurroundedSurrenderFaster() {
    func lost(from places: [(Int, Int)]) -> Int32 {
      var small = SmallWorld(columns: 12, rows: 9)
      let unit = small.add(1, .infantry, men: 400, at: small.hex(5, 4))
      for place in places { small.add(0, .infantry, men: 400, at: small.hex(place.0, place.1)) }
      var run = Run(small.world())
      run.step(2)
      run.world.units.status[unit.row] = .broken
      run.world.units.cohesion[unit.row] = 300
      for _ in 0..<60 {
        // It has nowhere to go.
        run.world.units.pathDone[unit.row] = run.world.units.pathCount[unit.row]
        run.world.units.hex[unit.row] = small.hex(5, 4)
        run.world.units.nextHex[unit.row] = small.hex(5, 4)
        run.step(1)
      }
      return run.world.units.personnelLost[unit.row]
    }
    let oneSide = lost(from: [(6, 4), (6, 4), (6, 4)])
    let allSides = lost(from: [(6, 4), (4, 4), (5, 3), (4, 5)])
    #expect(allSides > 2 * oneSide)
  }

  @Test func aBatteryThatFiresIsAnswered() {
    var small = SmallWorld(columns: 16, rows: 7)
    let first = small.add(0, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(1, 3))
    let second = small.add(1, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(14, 3))
    small.add(1, .infantry, men: 400, at: small.hex(12, 3))
    var run = Run(small.world())
    run.world.units.task[first.row] = .bombard
    run.world.units.taskTarget[first.row] = small.hex(12, 3)
    run.world.units.taskMinutes[first.row] = 120
    run.step(120)
    #expect(
      run.events.contains {
        $0.kind == .counterBattery && $0.unit == second && $0.other == first
      })
    #expect(run.world.units.personnelLost[first.row] > 0)
  }

  @Test func engineersDoubleTheDigging() {
    func minutes(engineers: Bool) -> Int {
      var small = SmallWorld(columns: 8, rows: 5)
      small.add(0, .infantry, at: small.hex(3, 2))
      if engineers { small.add(0, .engineer, men: 60, at: small.hex(3, 2)) }
      var run = Run(small.world())
      run.world.units.entrenchment[0] = 0
      run.world.units.entrenchmentMinutes[0] = 0
      return run.step(upTo: 600) { $0.units.entrenchment[0] == 2 }
    }
    let (alone, helped) = (minutes(engineers: false), minutes(engineers: true))
    #expect(alone < 600)
    #expect((alone * 4 / 10...alone * 6 / 10).contains(helped))
  }

  @Test func freeFireIsReleasedInItsTime() {
    var small = SmallWorld(columns: 8, rows: 5)
    small.engagement = [.returnFire, .returnFire]
    small.add(0, .infantry, at: small.hex(3, 2))
    small.add(1, .infantry, at: small.hex(4, 2))
    var run = Run(small.world())
    run.world.truceHolds = false
    run.world.politics[0].releaseTick = 30
    run.step(30)
    #expect(run.world.politics[0].rulesOfEngagement == .returnFire)
    run.step(2)
    #expect(run.world.politics[0].rulesOfEngagement == .free)
    #expect(run.world.politics[1].rulesOfEngagement == .returnFire)
    #expect(run.events.filter { $0.kind == .fireReleased }.map(\.side) == [SideID(0)])
  }

  @Test func whoLiesUnderFireForLongLosesHeart() {
    var small = SmallWorld(columns: 8, rows: 5)
    small.add(0, .infantry, at: small.hex(3, 2))
    var run = Run(small.world())
    let start = run.world.units.cohesion[0]
    for _ in 0..<9 {
      run.world.units.suppression[0] = 900
      run.step(1)
    }
    #expect(run.world.units.neutralizedMinutes[0] == 9)
    #expect(run.world.units.cohesion[0] == start)
    for _ in 0..<30 {
      run.world.units.suppression[0] = 900
      run.step(1)
    }
    #expect(run.world.units.cohesion[0] < start)
    run.world.units.suppression[0] = 0
    run.step(1)
    #expect(run.world.units.neutralizedMinutes[0] == 0)
  }

  @Test func whoFleesLeavesVehiclesBehind() {
    var small = SmallWorld(columns: 20, rows: 9)
    small.control = Array(repeating: 0, count: 20 * 9)
    let unit = small.add(0, .armor, men: 120, vehicles: [(0, 30)], at: small.hex(12, 4))
    small.add(1, .infantry, at: small.hex(13, 4))
    var run = Run(small.world())
    run.step(1)
    run.world.units.cohesion[unit.row] = 100
    let before = tanks(run.world, unit.row)
    run.step(1)
    #expect(run.world.units.status[unit.row] == .routed)
    #expect(tanks(run.world, unit.row) <= before - before / 20)
    #expect(run.events.contains { $0.kind == .unitRouted && $0.unit == unit })
    #expect(run.world.checkInvariants() == [])
  }

  @Test func helicoptersHuntTanks() {
    func lost(_ arm: Arm, _ kind: Int16) -> Int32 {
      var small = SmallWorld(columns: 30, rows: 7)
      let flight = small.add(0, arm, men: 16, vehicles: [(kind, 6)], at: small.hex(1, 3)) {
        $0.sortiesPerDay = 40
      }
      small.add(0, .reconnaissance, men: 20, at: small.hex(23, 3))
      let target = small.add(1, .armor, men: 90, vehicles: [(0, 30)], at: small.hex(25, 3))
      var run = Run(small.world())
      for _ in 0..<4 {
        run.world.units.task[flight.row] = .airStrike
        run.world.units.taskTarget[flight.row] = small.hex(25, 3)
        run.step(50)
      }
      return run.world.units.vehiclesAtStart[target.row * VehicleClass.count]
        - tanks(run.world, target.row)
    }
    let (helicopters, planes) = (lost(.attackHelicopter, 5), lost(.attackAircraft, 4))
    #expect(planes > 0)
    #expect(helicopters > planes)
  }

  @Test func aColumnThatLeavesTheRoadIsTold() {
    var small = SmallWorld(columns: 20, rows: 9)
    small.road(.primary, row: 4, columns: 0..<10)
    let unit = small.add(0, .mechanized, men: 120, vehicles: [(1, 10)], at: small.hex(2, 4)) {
      $0.posture = .column
    }
    var run = Run(small.world())
    run.step(
      200, [Order(side: SideID(0), unit: unit, kind: .camp, target: small.hex(11, 1))])
    #expect(run.events.contains { $0.kind == .leftRoad && $0.unit == unit })
    #expect(run.events.contains { $0.kind == .campMade && $0.unit == unit })
    #expect(run.world.units.posture[unit.row] == .camped)
  }
}
