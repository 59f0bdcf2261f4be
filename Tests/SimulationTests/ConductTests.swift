import Testing

@testable import Simulation

/// Conduct changes how a fight goes.
@Suite struct ConductTests {
  /// Tanks of side 0 attack a battalion of side 1 in the middle of the map: 0 is that
  /// battalion, 1 are its guns.
  private func run(_ preset: Int32, seed: UInt64 = 3) -> Run {
    var small = SmallWorld(columns: 30, rows: 14)
    let foot = small.add(1, .infantry, at: small.hex(15, 6))
    small.add(1, .artillery, men: 200, vehicles: [(2, 18)], at: small.hex(24, 6))
    let tanks = [4, 6, 8].map {
      small.add(0, .armor, men: 500, vehicles: [(0, 62)], at: small.hex(12, $0))
    }
    var run = Run(small.world(seed: seed))
    let conduct = Order(side: SideID(1), unit: foot, kind: .conduct, preset: preset)
    run.step(40, [conduct])
    run.step(
      1,
      tanks.map { Order(side: SideID(0), unit: $0, kind: .attack, target: small.hex(15, 6)) })
    return run
  }

  /// Minutes until it has broken or yielded its hex.
  private func stoodFor(_ preset: Int32) -> Int {
    var run = run(preset)
    let start = run.world.units.hex[0]
    return run.step(upTo: 1200) { $0.units.status[0] != .active || $0.units.hex[0] != start }
  }

  @Test func theOrderSetsThePreset() {
    let run = run(1)
    #expect(run.world.conduct(of: 0) == SmallWorld.conducts[1].conduct)
    #expect(run.events.contains { $0.kind == .conductSet })
    let picture = run.world.picture(for: .side(SideID(1)), events: [])
    let report = picture.report(UnitID(0))
    #expect(report.flatMap { picture.setup.rules.preset(of: $0.conduct) }?.id == "hold_fast")
  }

  @Test func whoHoldsFastStandsLonger() {
    #expect(stoodFor(1) > stoodFor(0))
  }

  @Test func whoDelaysFallsBackInHand() throws {
    var run = run(2)
    let start = run.world.units.hex[0]
    let minutes = run.step(upTo: 1200) { world in world.units.hex[0] != start }
    #expect(minutes < 1200)
    #expect(run.world.units.status[0] == .active)
    let gave = try #require(run.events.first { $0.kind == .gaveGround })
    #expect(gave.unit == UnitID(0))
    #expect(!run.events.contains { $0.kind == .unitBroke && $0.unit == UnitID(0) })
    run.step(180)
    let distance = HexGrid(columns: 30, rows: 14).distance(
      Int(start), Int(run.world.units.hex[0]))
    #expect(distance >= 2)
  }

  @Test func whoMayNotFireDoesNot() {
    var run = run(4)
    run.step(300)
    #expect(run.world.units.sinceFired[0] == 1000)
    #expect(run.world.units.personnelLost[2] == 0)
  }

  @Test func whoHoldsFireWaitsForTheFirstShot() {
    // Two lines side by side: nobody attacks, and the one told so keeps quiet.
    var small = SmallWorld(columns: 12)
    small.add(0, .infantry, at: small.hex(5, 5))
    small.add(1, .infantry, at: small.hex(6, 5))
    var run = Run(small.world())
    run.world.units.rules = [.returnFire, .truce]
    run.step(120)
    #expect(run.world.units.sinceFired == [1000, 1000])
    run.world.units.rules[1] = .free
    run.step(
      120,
      [Order(side: SideID(1), unit: UnitID(1), kind: .attack, target: small.hex(5, 5))])
    #expect(run.world.units.sinceFired[1] < 120)
    #expect(run.world.units.sinceFired[0] < 120)
  }

  @Test func gunsFireForThoseWhoMayCallThem() {
    var called = run(0)
    called.step(300)
    #expect(called.events.contains { $0.kind == .bombardment })
    var saved = run(3)
    saved.world.units.fireSupport[0] = .save
    saved.step(300)
    #expect(!saved.events.contains { $0.kind == .bombardment })
  }
}
