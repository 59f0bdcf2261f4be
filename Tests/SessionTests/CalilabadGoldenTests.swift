import ScenarioFormat
import Simulation
import TestKit
import Testing

@testable import Session

/// The first hours of Calilabad with seed 1: any change of rules, data or staffs shows here, and
/// debug and release must agree with the same file.
@Suite struct CalilabadGoldenTests {
  @Test func theFirstHoursStayAsTheyWere() throws {
    let folders = DataFolders(roots: [Places.package])
    let source = try BattleSource.load("Calilabad", folders: folders)
    let battle = Battle(source: source, seed: 1, staffs: source.staffs())
    var lines = [
      "rules \(World.rulesVersion)", "digest \(hexadecimalText(source.setup.sourceDigest))",
      "terrain \(hexadecimalText(source.setup.terrainHash))",
    ]
    while battle.world.tick < Tick(Self.lengthTicks) {
      try battle.advance()
      if battle.world.tick.rawValue % 60 == 0 {
        #expect(battle.world.checkInvariants().isEmpty)
        lines.append(
          "\(battle.world.tick.rawValue) \(hexadecimalText(battle.world.stateHash)) "
            + "orders \(battle.log.count) events \(battle.events.count)")
      }
    }
    let difference = try Golden.difference(
      lines.joined(separator: "\n") + "\n", from: "calilabad-seed-1.txt", of: "SessionTests")
    #expect(difference == nil, "\(difference ?? "")")
  }

  // A whole battle in debug would take minutes; the continuous integration plays it in release.
  private static let lengthTicks = 720
}
