import Testing

@testable import Simulation

@Suite struct MovementTests {
  /// Minutes until a unit that has got an order stands in its goal.
  private func minutes(
    _ small: SmallWorld, _ unit: UnitID, _ kind: OrderKind, to goal: Int32, limit: Int = 1500
  ) -> Int {
    var run = Run(small.world())
    let order = Order(side: SideID(0), unit: unit, kind: kind, target: goal)
    #expect(run.world.rejection(of: order) == nil)
    run.step(1, [order])
    let spent = run.step(upTo: limit) { $0.units.hex[unit.row] == goal }
    #expect(run.world.checkInvariants() == [])
    return spent
  }

  @Test func roadsAreFasterThanCountry() {
    var bare = SmallWorld()
    let tanks = bare.add(0, .armor, men: 100, vehicles: [(0, 31)], at: bare.hex(0, 4))
    var paved = bare
    paved.road(.primary, row: 4, columns: 0..<11)
    let goal = bare.hex(10, 4)
    let across = minutes(bare, tanks, .move, to: goal)
    let along = minutes(paved, tanks, .march, to: goal)
    #expect(along < across)
    // 10 km at 24 km/h are 25 minutes; order delay and forming up come before.
    #expect((30...75).contains(along))
  }

  @Test func menWalkAtFourKilometresAnHour() {
    var small = SmallWorld()
    small.road(.primary, row: 4, columns: 0..<11)
    let foot = small.add(0, .infantry, at: small.hex(0, 4))
    let spent = minutes(small, foot, .march, to: small.hex(8, 4))
    // 8 km are 120 minutes; the order takes 14 … 26.
    #expect((130...160).contains(spent))
  }

  @Test func aLeaderWhoArrivesIsAnEvent() {
    var small = SmallWorld()
    small.road(.primary, row: 4, columns: 0..<11)
    let leader = small.add(0, .leader, men: 12, at: small.hex(0, 4))
    let goal = small.hex(4, 4)
    var run = Run(small.world())
    run.step(1, [Order(side: SideID(0), unit: leader, kind: .march, target: goal)])
    _ = run.step(upTo: 300) { $0.units.hex[leader.row] == goal }
    run.step(5)
    let arrivals = run.events.filter { $0.kind == .leaderArrived }
    #expect(arrivals.map(\.unit) == [leader])
    #expect(arrivals.map(\.hex) == [goal])
  }

  @Test func aRiverWithoutABridgeBars() {
    var small = SmallWorld()
    for row in 0..<10 {
      let hex = Int(small.hex(5, row))
      small.terrain.setRiver(hex, .east, .major)
      small.terrain.setRiver(hex, row % 2 == 0 ? .southEast : .northEast, .major)
      small.terrain.setRiver(hex, row % 2 == 1 ? .southEast : .northEast, .major)
    }
    // A full wall: every edge between columns up to 5 and beyond.
    for row in 0..<10 {
      for side in HexSide.allCases {
        let hex = Int(small.hex(5, row))
        let other = small.terrain.grid.neighbor(of: hex, side)
        guard other >= 0, other % 12 > 5 else { continue }
        small.terrain.setRiver(hex, side, .major)
      }
    }
    let unit = small.add(0, .infantry, at: small.hex(1, 1))
    let order = Order(side: SideID(0), unit: unit, kind: .move, target: small.hex(10, 1))
    let world = small.world()
    #expect(world.rejection(of: order)?.reason == .noPath)
    let better = world.rejection(of: order)?.betterTarget
    #expect(better.map { $0 % 12 <= 5 } == true)
    #expect(
      world.picture(for: .side(SideID(0)), events: []).rejection(of: order)
        == world.rejection(of: order))
    small.terrain.setBridge(Int(small.hex(5, 8)), .east)
    #expect(small.world().rejection(of: order) == nil)
    _ = minutes(small, unit, .move, to: small.hex(10, 1))
  }

  @Test func neutralGroundAndWaterAreRefused() {
    var small = SmallWorld()
    for column in 0..<12 { small.terrain.neutral[Int(small.hex(column, 9))] = 1 }
    small.terrain.cover[Int(small.hex(6, 2))] = .lake
    let unit = small.add(0, .infantry, at: small.hex(1, 1))
    let world = small.world()
    func reason(_ hex: Int32) -> OrderRejection? {
      world.rejection(of: Order(side: SideID(0), unit: unit, kind: .march, target: hex))
    }
    #expect(reason(small.hex(4, 9))?.reason == .targetNeutral)
    #expect(reason(small.hex(4, 9))?.betterTarget == small.hex(4, 8))
    #expect(reason(small.hex(6, 2))?.reason == .targetWater)
    #expect(reason(5000)?.reason == .targetOffMap)
  }

  @Test func attackersStopBesideTheEnemyAndOthersHold() {
    var small = SmallWorld()
    let foot = small.add(0, .infantry, at: small.hex(2, 4))
    small.add(1, .infantry, at: small.hex(5, 4))
    for kind in [OrderKind.attack, .move] {
      var run = Run(small.world())
      run.step(1, [Order(side: SideID(0), unit: foot, kind: kind, target: small.hex(5, 4))])
      _ = run.step(upTo: 200) { $0.units.hex[0] == small.hex(4, 4) }
      #expect(
        run.world.setup.terrain.grid.distance(Int(run.world.units.hex[0]), Int(small.hex(5, 4)))
          >= 1)
      #expect(run.world.units.hex[0] != small.hex(5, 4))
    }
  }

  @Test func queuedOrdersFollow() {
    var small = SmallWorld()
    small.road(.primary, row: 4, columns: 0..<11)
    let tanks = small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(0, 4))
    var run = Run(small.world())
    run.step(
      300,
      [
        Order(side: SideID(0), unit: tanks, kind: .march, target: small.hex(5, 4)),
        Order(side: SideID(0), unit: tanks, kind: .camp, target: small.hex(5, 5), isQueued: true),
      ])
    #expect(run.world.units.hex[0] == small.hex(5, 5))
    #expect(run.world.units.posture[0] == .camped)
    let kinds = run.events.map(\.kind)
    #expect(kinds.contains(.leftRoad) || kinds.contains(.campMade))
  }

  @Test func marchesBurnFuel() {
    var small = SmallWorld()
    small.road(.primary, row: 4, columns: 0..<11)
    let tanks = small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(0, 4))
    var run = Run(small.world())
    run.step(1, [Order(side: SideID(0), unit: tanks, kind: .march, target: small.hex(10, 4))])
    var burnt: Int32 = 0
    for _ in 0..<100 {
      let before = run.world.units.fuel[0]
      run.step(1)
      burnt += max(0, before - run.world.units.fuel[0])
    }
    // A tenth of a kilometre is the unit.
    #expect(burnt == 100)
  }

  @Test func cancelTakesBackWhatIsOnItsWay() {
    var small = SmallWorld()
    let foot = small.add(0, .infantry, at: small.hex(2, 4))
    var run = Run(small.world())
    let cancel = Order(side: SideID(0), unit: foot, kind: .cancel)
    #expect(run.world.rejection(of: cancel)?.reason == .nothingToCancel)
    run.step(1, [Order(side: SideID(0), unit: foot, kind: .move, target: small.hex(9, 4))])
    #expect(run.world.rejection(of: cancel) == nil)
    // A cancel has a way to go itself, but nothing is prepared for it.
    run.step(8, [cancel])
    #expect(run.world.pending.isEmpty)
    run.step(60)
    #expect(run.world.units.hex[0] == small.hex(2, 4))
  }

  @Test func reinforcementsComeInTime() {
    var small = SmallWorld()
    small.add(0, .mechanized, vehicles: [(1, 30)], at: small.hex(3, 3)) { $0.arrivalBand = 30...30 }
    var run = Run(small.world())
    run.step(30)
    #expect(run.world.units.status[0] == .expected)
    run.step(1)
    #expect(run.world.units.status[0] == .active)
    #expect(run.events.filter { $0.kind == .reinforcementArrived }.count == 1)
  }

  @Test func aRoomyHexIsNotOverfilled() {
    var small = SmallWorld()
    var orders: [Order] = []
    for index in 0..<12 {
      let unit = small.add(0, .infantry, at: small.hex(index % 6, index / 6))
      orders.append(Order(side: SideID(0), unit: unit, kind: .move, target: small.hex(6, 6)))
    }
    var run = Run(small.world())
    run.step(900, orders)
    let there = run.world.units.hex.filter { $0 == small.hex(6, 6) }.count
    #expect(there == 8)
  }

  @Test func routesInAPictureAreWhatTheUnitWalks() {
    var small = SmallWorld()
    small.road(.secondary, row: 6, columns: 1..<10)
    let tanks = small.add(0, .armor, men: 100, vehicles: [(0, 31)], at: small.hex(1, 3))
    let picture = small.world().picture(for: .side(SideID(0)), events: [])
    let route = picture.route(for: tanks, to: small.hex(10, 6), as: .march)
    #expect(route?.hexes.last == small.hex(10, 6))
    #expect((route?.minutes ?? 0) > 20)
    #expect(picture.route(for: UnitID(9), to: 3, as: .march) == nil)
  }
}
