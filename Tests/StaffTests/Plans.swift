import Foundation
import Simulation
import SourceText
import TestKit

@testable import Staff

/// Plans from text, for the battle for Ada.
enum Plans {
  /// Reads a plan as if it stood in `plan.yaml`.
  static func read(
    _ text: String, side: SideID = SmallBattle.az, setup: BattleSetup = SmallBattle.setup
  ) throws -> StaffPlan {
    try Places.withFolder { folder in
      let path = "\(folder)/plan.yaml"
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      do throws(SourceFailure) {
        return try StaffPlan.load(path: path, side: side, setup: setup)
      } catch {
        throw SourceFailure(
          error.diagnostics.map {
            var diagnostic = $0
            diagnostic.file = "plan.yaml"
            return diagnostic
          }, isMissingFile: error.isMissingFile)
      }
    }
  }

  /// The plan that a side of the battle has.
  static func shipped(_ side: SideID) throws -> StaffPlan {
    try read(SmallBattle.plans[side.index], side: side)
  }
}
