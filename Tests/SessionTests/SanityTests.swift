import ScenarioFormat
import Simulation
import TestKit
import Testing

@testable import Session

/// Made-up engagements held against what a prototype fitted to history gives, over seeds; ranges
/// are a third to either side (SIMULATION.md, sanity results).
@Suite struct SanityTests {
  private func play(_ item: EngagementCase, runs: Int = 2) throws -> EngagementResult {
    let rules = try TableFile.rules(folder: Places.package + "/Assets/Tables")
    return Engagements.run([item], rules: rules, firstSeed: 1, runs: runs, jobs: 2)[0]
  }

  private func made(_ name: String) throws -> SanityCase {
    try #require(SanityCase.all.first { $0.name == name })
  }

  private func isNear(_ value: Double, _ expected: Double) -> Bool {
    value >= expected * 2 / 3 && value <= expected * 4 / 3
  }

  @Test func threeToOneAgainstAPreparedDefence() throws {
    let expected = try made("3:1 prepared")
    let result = try play(expected.item, runs: 24)
    #expect(isNear(result.attackerLoss, expected.attackerLoss), "\(result.attackerLoss)")
    #expect(isNear(result.defenderLoss, expected.defenderLoss), "\(result.defenderLoss)")
    #expect(isNear(result.advance, expected.advance), "\(result.advance)")
    #expect(isNear(result.attackerWinShare, expected.chance), "\(result.attackerWinShare)")
  }

  @Test func atEvenOddsTheAttackerLosesMore() throws {
    let expected = try made("1:1 prepared")
    let result = try play(expected.item, runs: 12)
    #expect(isNear(result.attackerLoss, expected.attackerLoss), "\(result.attackerLoss)")
    #expect(isNear(result.defenderLoss, expected.defenderLoss), "\(result.defenderLoss)")
    #expect(result.attackerLoss > result.defenderLoss)
    #expect(result.attackerWinShare <= 0.5)
  }

  @Test func aTownIsFoughtForBlockByBlock() throws {
    let result = try play(SanityCase.town, runs: 6)
    #expect(isNear(result.attackerLoss, 0.53), "\(result.attackerLoss)")
    // Half of the garrison and more in four days.
    #expect((34...85).contains(4 * result.defenderLoss), "\(result.defenderLoss)")
    #expect(isNear(4 * result.advance, 1.5), "\(result.advance)")
    #expect(result.attackerWinShare == 1)
  }
}
