import Testing

@testable import Simulation

/// Ground that was won and left.
@Suite struct LeftGroundTests {
  /// Side 1's ground but for the first three columns, where a battalion of side 0 stands.
  private func ground() -> SmallWorld {
    var small = SmallWorld(columns: 30, rows: 9)
    small.control = (0..<270).map { $0 % 30 < 3 ? 0 : 1 }
    small.add(0, .infantry, at: small.hex(1, 4))
    return small
  }

  /// An hour after side 0 has won a strip along the middle row.
  private func run(_ small: SmallWorld, won: Range<Int>) -> Run {
    var run = Run(small.world())
    for column in won { run.world.ground.control[Int(small.hex(column, 4))] = 0 }
    run.step(65)
    return run
  }

  private func isWon(_ run: Run, _ small: SmallWorld, _ column: Int) -> Bool {
    run.world.ground.control[Int(small.hex(column, 4))] == 0
  }

  @Test func aPocketWithNobodyInItGoesBackWithinTheHour() {
    let small = ground()
    let run = run(small, won: 12..<18)
    #expect(!(12..<18).contains { isWon(run, small, $0) })
    let knowledge = run.world.knowledge.map { $0.believedControl[Int(small.hex(14, 4))] }
    #expect(knowledge == [1, 1])
  }

  @Test(arguments: [Arm.infantry, .headquarters])
  func whoStandsInAPocketKeepsIt(arm: Arm) {
    var small = ground()
    small.add(0, arm, at: small.hex(13, 4))
    let run = run(small, won: 12..<18)
    #expect((12..<18).allSatisfy { isWon(run, small, $0) })
  }

  @Test func groundThatTouchesOnesOwnStays() {
    let small = ground()
    let run = run(small, won: 3..<18)
    #expect((3..<18).allSatisfy { isWon(run, small, $0) })
  }

  /// The enemy's troops take back what lies beyond the reach of the winner's.
  @Test func troopsOfItsFirstHolderBringGroundBack() {
    var small = ground()
    small.add(1, .infantry, at: small.hex(17, 7))
    let run = run(small, won: 3..<18)
    #expect((3..<8).allSatisfy { isWon(run, small, $0) }, "near the winner's troops, far from his")
    #expect(!(14..<18).contains { isWon(run, small, $0) })
  }

  @Test func aTownStaysWithWhoEnteredIt() {
    var small = ground()
    let hex = small.hex(14, 4)
    small.terrain.quarter[Int(hex)] = 0
    small.terrain.towns = [
      Town(id: "town", name: "Town", population: 4000, center: hex, quarters: 0..<1, rank: 3)
    ]
    small.terrain.quarters = [
      Quarter(id: "center", name: "Center", town: TownID(0), hexes: [hex])
    ]
    let run = run(small, won: 12..<18)
    #expect(isWon(run, small, 14))
    #expect(!isWon(run, small, 13))
  }
}
