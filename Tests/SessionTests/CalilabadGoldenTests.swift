import ScenarioFormat
import Simulation
import TestKit
import Testing

@testable import Session

/// The whole Battle of Calilabad with seed 1: any change of rules, data or staffs shows here, and
/// every machine and build must give the hashes of the same file.
@Suite struct CalilabadGoldenTests {
  @Test func theBattleStaysAsItWas() throws {
    let folders = DataFolders(roots: [Places.package])
    let source = try BattleSource.load("Calilabad", folders: folders)
    let battle = Battle(source: source, seed: 1, staffs: source.staffs())
    var lines = [
      "rules \(World.rulesVersion)", "digest \(hexadecimalText(source.setup.sourceDigest))",
      "terrain \(hexadecimalText(source.setup.terrainHash))",
    ]
    while !battle.isOver {
      try battle.advance()
      if battle.world.tick.rawValue % 60 == 0 {
        #expect(battle.world.checkInvariants().isEmpty)
      }
      if battle.world.tick.rawValue % 180 == 0 || battle.isOver { lines.append(state(battle)) }
    }
    let outcome = try #require(battle.world.outcome)
    lines.append("\(outcome.grade.key) \(outcome.score)")
    let difference = try Golden.difference(
      lines.joined(separator: "\n") + "\n", from: "calilabad-seed-1.txt", of: "SessionTests")
    #expect(difference == nil, "\(difference ?? "")")
    #expect((3240...4320).contains(battle.world.tick.rawValue))
  }

  private func state(_ battle: Battle) -> String {
    "\(battle.world.tick.rawValue) \(hexadecimalText(battle.world.stateHash)) "
      + "orders \(battle.log.count) events \(battle.events.count) told \(battle.dispatches.count)"
  }
}
