import Simulation
import TestKit
import Testing

@testable import Session

/// Estimates of attacks: an honest verdict from the side's own picture, whatever the cores.
struct EstimateTests {
  /// The attacker's picture when its tanks stand before the town and some have been seen.
  private func picture(until minutes: Int) throws -> Picture {
    let battle = try SmallSource.battle(seed: 4)
    for _ in 0..<minutes { try battle.advance() }
    return battle.picture(.side(SmallBattle.az))
  }

  private func attacks(_ units: [String], _ target: Int32) -> [Order] {
    units.map {
      Order(side: SmallBattle.az, unit: SmallBattle.unit($0), kind: .attack, target: target)
    }
  }

  private func estimate(_ picture: Picture, _ units: [String], _ target: Int32, _ forks: Int = 16)
    -> AttackEstimate
  {
    var estimate = AttackEstimate()
    estimate.refine(picture, orders: attacks(units, target), target: target, by: forks)
    return estimate
  }

  @Test func everythingBeatsALittle() throws {
    let picture = try picture(until: 60)
    let target = SmallBattle.hex(16, 9)
    let all = estimate(picture, ["az.1.1", "az.1.2", "az.1.inf"], target)
    let few = estimate(picture, ["az.1.inf"], target)
    #expect(try #require(all.successPermille) >= #require(few.successPermille))
    #expect(all.ownLosses != nil && all.forks.count == 16)
  }

  @Test func emptyGroundIsTaken() throws {
    let picture = try picture(until: 5)
    let estimate = estimate(picture, ["az.1.inf"], SmallBattle.hex(5, 10))
    #expect(estimate.verdict == .good)
    #expect(estimate.successPermille == 1000)
    #expect(try #require(estimate.ownLosses).upperBound == 0)
    #expect(estimate.worstUnknown == nil)
  }

  @Test func inStepsOrAtOnceIsTheSame() throws {
    let picture = try picture(until: 60)
    let target = SmallBattle.hex(16, 9)
    var steps = estimate(picture, ["az.1.1"], target, 3)
    steps.refine(picture, orders: attacks(["az.1.1"], target), target: target, by: 5)
    #expect(steps.forks == estimate(picture, ["az.1.1"], target, 8).forks)
  }

  @Test func estimatingChangesNothing() throws {
    let battle = try SmallSource.battle(seed: 4)
    for _ in 0..<60 { try battle.advance() }
    let before = battle.world.stateHash
    _ = estimate(battle.picture(.side(SmallBattle.az)), ["az.1.1"], SmallBattle.hex(16, 9), 4)
    #expect(battle.world.stateHash == before)
  }

  @Test func theWorstUnknownIsTheOneThatDecides() {
    func fork(_ sample: UInt64, strong: Bool, far: Bool, taken: Bool) -> AttackFork {
      AttackFork(
        sample: sample, isTaken: taken, minutes: 60, ownLossPermille: 10, enemyLossPermille: 10,
        draws: [
          .init(subject: .strength(ContactID(rawValue: 1)), weight: strong ? 900 : 300),
          .init(subject: .place(ContactID(rawValue: 1)), weight: far ? 2 : 0),
        ])
    }
    var forks: [AttackFork] = []
    for n in 0..<16 {
      let isStrong = n % 2 == 0
      forks.append(fork(UInt64(n), strong: isStrong, far: n % 4 < 2, taken: !isStrong))
    }
    var estimate = AttackEstimate()
    estimate.append(forks)
    #expect(estimate.worstUnknown == .strength(ContactID(rawValue: 1)))
    #expect(estimate.verdict == .even)
  }
}
