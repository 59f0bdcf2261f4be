import Simulation
import TestKit
import Testing

@testable import Session

@Suite struct BattleCheckTests {
  @Test func aStateReadBackGoesOnAsTheBattleDoes() throws {
    let battle = try SmallSource.battle()
    var often = BattleCheck(.heavy, every: 3)
    var seldom = BattleCheck(.heavy, every: 50)
    while !battle.isOver {
      try battle.advance()
      #expect(often.note(battle) == [])
      #expect(seldom.note(battle) == [])
    }
    #expect(often.roundTrips > 180)
    #expect(seldom.roundTrips >= 12)
  }

  @Test func whatGoesOnDifferentlyIsNamed() throws {
    let battle = try SmallSource.battle()
    var check = BattleCheck(.heavy, every: 10)
    for _ in 0..<10 {
      try battle.advance()
      #expect(check.note(battle) == [])
    }
    // One tick that it does not get to see leaves what was read back behind.
    try battle.advance()
    var found: [String] = []
    for _ in 0..<9 {
      try battle.advance()
      found += check.note(battle)
    }
    #expect(found.contains { $0.contains("tick 20") && $0.contains("read back") })
  }
}
