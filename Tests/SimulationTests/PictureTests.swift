import Testing

@testable import Simulation

@Suite struct PictureTests {
  private func run() -> Run {
    var small = SmallWorld()
    small.road(.primary, row: 4, columns: 0..<11)
    let own = small.add(0, .armor, men: 120, vehicles: [(0, 31)], at: small.hex(1, 4))
    small.add(1, .infantry, at: small.hex(10, 9))
    small.add(0, .infantry, at: small.hex(0, 0)) { $0.arrivalBand = 100...300 }
    var run = Run(small.world())
    run.step(
      30, [Order(side: SideID(0), unit: own, kind: .march, target: small.hex(9, 4))])
    return run
  }

  @Test func aSideSeesItsOwnUnitsAlone() {
    let run = run()
    let picture = run.world.picture(for: .side(SideID(0)), events: run.events)
    #expect(picture.units.map(\.id) == [UnitID(0), UnitID(2)])
    #expect(picture.report(UnitID(1)) == nil)
    #expect(run.world.picture(for: .umpire, events: []).units.count == 3)
    // The draw of the arrival stays hidden; the middle of its band is told.
    #expect(picture.report(UnitID(2))?.arrival == Tick(200))
    #expect(picture.events.allSatisfy { $0.side == SideID(0) })
    let other = run.world.picture(for: .side(SideID(1)), events: run.events)
    #expect(other.events.allSatisfy { $0.unit == nil || $0.unit == UnitID(1) })
  }

  @Test func movingUnitsStandBetweenHexes() throws {
    let run = run()
    let picture = run.world.picture(for: .side(SideID(0)), events: [])
    let report = try #require(picture.report(UnitID(0)))
    let goal = run.world.setup.terrain.grid.index(of: Hex(9, 4))
    #expect(report.path.last == Int32(goal))
    // A tank may have broken down.
    #expect(report.strengthPermille >= 990)
    #expect(report.task == .march)
    #expect(report.posture == .column)
  }

  @Test func lookingChangesNothing() {
    let run = run()
    let before = run.world.stateHash
    let picture = run.world.picture(for: .side(SideID(0)), events: run.events)
    _ = picture.route(for: UnitID(0), to: 5, as: .attack)
    _ = picture.rejection(of: Order(side: SideID(0), unit: UnitID(0), kind: .hold))
    _ = run.world.encoded()
    #expect(run.world.stateHash == before)
  }
}
