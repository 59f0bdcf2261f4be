import Testing

@testable import Simulation

/// Patrols of those who stand find who lies still near by.
@Suite struct PatrolTests {
  /// The hours until four units know of a company that lies in the woods so many hexes away, at
  /// most `limit`; nil where they do not.
  private func hours(
    distance: Int, limit: Int, _ change: (inout World, Int) -> Void = { _, _ in }
  ) -> Int? {
    var small = SmallWorld(columns: 24, rows: 7, cover: .forest)
    for row in 1...4 { small.add(0, .infantry, at: small.hex(3, row)) }
    let camp = small.add(1, .infantry, men: 100, at: small.hex(3 + distance, 3))
    var run = Run(small.world())
    for hour in 0..<limit {
      for row in 0..<4 { change(&run.world, row) }
      run.step(60)
      if run.world.knowledge[0].serial[camp.row] != 0 {
        // It was found, not seen: nobody can fire at it.
        #expect(run.world.knowledge[0].inSight[camp.row] == 0)
        #expect(run.world.knowledge[0].lastHex[camp.row] == small.hex(3 + distance, 3))
        #expect(run.events.contains { $0.kind == .contactMade && $0.unit == camp })
        return hour + 1
      }
    }
    return nil
  }

  @Test func whoLiesNearIsFoundWithinADay() throws {
    #expect(try #require(hours(distance: 4, limit: 48)) > 1)
  }

  @Test func patrolsGoNoFartherThanTheirReach() {
    #expect(hours(distance: 9, limit: 48) == nil)
  }

  @Test func whoIsUnderFireSendsNobody() {
    #expect(hours(distance: 4, limit: 48) { $0.units.sinceHit[$1] = 0 } == nil)
  }
}
