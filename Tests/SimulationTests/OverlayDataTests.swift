import Testing

@testable import Simulation

/// What pictures tell beyond the state itself: trails, flights, reaches, lines of supply.
@Suite struct OverlayDataTests {
  private func small() -> SmallWorld {
    var small = SmallWorld(columns: 24, rows: 20)
    small.road(.primary, row: 8, columns: 0..<20)
    small.control = Array(repeating: 0, count: small.terrain.grid.count)
    return small
  }

  @Test func trailsFollowTheWayOfOwnUnitsAlone() {
    var small = self.small()
    let own = small.add(0, .armor, men: 120, vehicles: [(0, 31)], at: small.hex(1, 8))
    let foe = small.add(1, .infantry, at: small.hex(22, 18))
    var run = Run(small.world())
    let order = Order(side: SideID(0), unit: own, kind: .march, target: small.hex(12, 8))
    run.step(90, [order])
    let picture = run.world.picture(for: .side(SideID(0)), events: [])
    let trail = picture.trail(of: own)
    #expect(trail.first == small.hex(1, 8) && trail.last == picture.report(own)?.hex)
    #expect(trail.count > 4)
    let grid = small.terrain.grid
    for (a, b) in zip(trail, trail.dropFirst()) {
      #expect(grid.distance(Int(a), Int(b)) == 1)
    }
    #expect(picture.trail(of: foe).isEmpty)
    #expect(run.world.picture(for: .umpire, events: []).trail(of: foe) == [small.hex(22, 18)])
  }

  @Test func trailsForgetWhatIsLongAgo() {
    var traces = Traces(units: 2)
    for step in 0..<80 { traces.note(1, at: Int32(step), Int32(step * 10)) }
    #expect(traces.trail(1, since: 0).count == Traces.length)
    #expect(traces.trail(1, since: 760) == [75, 76, 77, 78, 79])
    #expect(traces.trail(1, since: 5000) == [79])
    #expect(traces.trail(0, since: 0).isEmpty)
  }

  @Test func tracesAreNoPartOfTheState() throws {
    var small = self.small()
    let own = small.add(0, .armor, men: 120, vehicles: [(0, 31)], at: small.hex(1, 8))
    var run = Run(small.world())
    run.step(
      40, [Order(side: SideID(0), unit: own, kind: .march, target: small.hex(12, 8))])
    let back = try World(run.world.setup, encoded: run.world.encoded())
    #expect(back.stateHash == run.world.stateHash && back.traces != run.world.traces)
  }

  @Test func flightsAddUpByWay() {
    var traces = Traces(units: 0)
    traces.noteFlight(from: TownID(1), to: 7, 300, Tick(60))
    traces.noteFlight(from: TownID(2), to: 7, 40, Tick(60))
    traces.noteFlight(from: TownID(1), to: 7, 200, Tick(120))
    #expect(
      traces.flows == [
        RefugeeFlow(town: TownID(1), destination: 7, people: 500, last: Tick(120)),
        RefugeeFlow(town: TownID(2), destination: 7, people: 40, last: Tick(60)),
      ])
  }

  @Test func linesOfSupplyRunAlongRoadsOverOpenGround() throws {
    var small = self.small()
    let own = small.add(0, .infantry, at: small.hex(12, 10))
    let lost = small.add(0, .infantry, at: small.hex(12, 19))
    small.add(1, .infantry, at: small.hex(23, 0))
    let picture = World(small.setup, seed: 1).picture(for: .side(SideID(0)), events: [])
    let line = picture.supplyLine(of: own)
    // From the unit to the road, then along it to the map's edge.
    #expect(line.first == small.hex(12, 10))
    let last = try #require(line.last)
    #expect(small.terrain.roads[Int(last)] != 0 && last % 24 <= 2)
    for (a, b) in zip(line, line.dropFirst()) {
      #expect(small.terrain.grid.distance(Int(a), Int(b)) == 1)
    }
    #expect(picture.supplyLine(of: lost).isEmpty)
    // The enemy holds four hexes of the road: the line goes round them or ends.
    var cut = picture
    for row in 0..<20 {
      for column in 5...8 { cut.control[Int(small.hex(column, row))] = 1 }
    }
    #expect(!cut.supplyLine(of: own).contains(small.hex(6, 8)))
  }

  @Test func reachesComeFromTheWeaponsLeft() {
    var small = self.small()
    let guns = small.add(0, .artillery, vehicles: [(2, 18)], at: small.hex(4, 4))
    let foot = small.add(0, .infantry, at: small.hex(5, 4))
    let foe = small.add(1, .artillery, vehicles: [(2, 18)], at: small.hex(22, 18))
    var picture = World(small.setup, seed: 1).picture(for: .side(SideID(0)), events: [])
    #expect(
      picture.reach(of: guns)
        == UnitReach(indirectHexes: 15, minimumHexes: 2, airDefenceHexes: 0))
    #expect(picture.reach(of: foot)?.indirectHexes == 0)
    #expect(picture.reach(of: foe) == nil)
    for row in picture.units.indices {
      picture.units[row].vehicles = Array(repeating: 0, count: VehicleClass.count)
    }
    #expect(picture.reach(of: guns)?.indirectHexes == 0)
  }

  @Test func arrivalsAgreeWithTheMarch() throws {
    var small = self.small()
    let own = small.add(0, .armor, men: 120, vehicles: [(0, 31)], at: small.hex(1, 8))
    var run = Run(small.world())
    let goal = small.hex(14, 8)
    run.step(30, [Order(side: SideID(0), unit: own, kind: .march, target: goal)])
    while run.world.units.pathCount[own.row] == 0, run.world.tick < Tick(200) { run.step(1) }
    let told = try #require(run.world.picture(for: .side(SideID(0)), events: []).arrival(of: own))
    let start = run.world.tick
    _ = run.step(upTo: 400) { $0.units.hex[own.row] == goal }
    let took = run.world.tick - start
    #expect(abs((told - start) - took) <= max(3, took / 4))
  }
}
