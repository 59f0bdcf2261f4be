import Foundation
import InputController
import MapTable
import Screen
import Simulation
import TestKit
import Testing

/// Whole sessions at the window, with the journal as the witness: hands that use one device alone.
@Suite(.serialized) @MainActor struct PlayerTests {
  @Test(
    .enabled(if: WindowTests.canRun, "Xvfb or xdotool is not installed"),
    arguments: [ScriptedPlayer.Hand.mouse, .keyboard])
  func twoHoursWithOneDeviceAlone(hand: ScriptedPlayer.Hand) throws {
    try Places.withFolder { folder in
      let display = try Display(folder)
      defer { display.stop() }
      var player = try ScriptedPlayer(hand, display, folder: folder)
      let play = player.play
      defer { if play.isRunning { play.terminate() } }
      try player.awaken()
      for kind in [OrderKind.hold, .move, .march, .digIn, .conduct] {
        let isGiven = try player.give(kind)
        #expect(isGiven, "\(kind), \(hand)")
      }
      try player.run(to: 60)
      for kind in [OrderKind.camp, .withdraw, .attach, .resupply, .cordon, .bombard] {
        _ = try player.give(kind)
      }
      try player.run(to: 120)
      let kinds = player.kinds
      #expect(kinds.count >= 10, "\(hand): \(kinds.sorted())")
      let hasLeft = try player.leave()
      #expect(hasLeft)
      #expect(play.terminationReason == .exit && play.terminationStatus == 0)
      let verified = try Program.run(["replay", "verify", "game.sitlog"], in: folder)
      #expect(verified.status == 0, "\(verified)")
    }
  }
}
