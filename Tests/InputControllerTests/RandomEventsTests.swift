import MapTable
import Screen
import Simulation
import TestKit
import Testing

@testable import InputController

@Suite struct RandomEventsTests {
  @Test(arguments: [1, 2, 3, 4, 5]) func nothingTrapsAndTheViewStaysSound(seed: UInt64) {
    var chance = RandomNumbers(seed: seed)
    var table = Table(mode: seed == 4 ? .spectate : seed == 5 ? .playBoth : .play(Table.own))
    let controls: [Target] = [
      .control(.time(Tick(4000))), .control(.minimap), .control(.place(-5)), .panel,
      .control(.findUnit(UnitID(999))), .control(.foldFormation(FormationID(77))),
      .rosterRow(FormationID(0)), .formation(FormationID(9)), .stack(UnitID(2)), .unit(UnitID(50)),
      .contact(ContactID(rawValue: 9)), .town(TownID(0)), .town(TownID(40)), .hex(999_999),
      .control(.speed(99)), .control(.order(.attack)), .control(.order(.engage)), .dispatch(3),
      .control(.fold(.roster)), .control(.dismiss), .control(.frame), .control(.holdShift),
      .control(.holdControl), .control(.orderTime), .control(.shiftTime(.max)), .control(.setHour),
      .control(.undo), .control(.redo), .control(.find), .control(.found(3)), .control(.conduct),
      .control(.giveConduct), .control(.tool(.ruler)), .control(.tool(.sight)),
      .control(.alert(.fight)), .control(.command("split")), .control(.command("no such")),
      .control(.command("director")), .control(.command("run_until")), .control(.delegate(.delay)),
      .control(.command("delegate")), .control(.order(.attach)),
      .control(.order(.detach)), .control(.command("take_command")), .control(.commandSide(77)),
      .control(.takeCommand), .control(.helpPage(-1)), .control(.helpPage(.max)),
      .control(.moreTools), .control(.command("box_at_cursor")),
    ]
    let rounds = 20_000
    for _ in 0..<rounds {
      if chance.below(3) == 0 {
        let rect = Rect(Double(chance.below(1200)), Double(chance.below(700)), 150, 90)
        table.hits.add(chance.pick(controls), rect)
      }
      let (next, given) = table.controller.handle(
        RandomEvents.next(&chance), table.view, table.picture, table.hits)
      table.view = next
      if chance.below(50) == 0 {
        _ = table.controller.hint(table.view, table.picture, table.hits)
        table.refreshHits()
      }
      let camera = next.camera
      guard camera.metersPerPixel.isFinite, camera.metersPerPixel > 0, camera.center.x.isFinite,
        camera.center.y.isFinite, next.rosterScroll.isFinite,
        given.allSatisfy({ table.picture.rejection(of: $0) == nil })
      else {
        Issue.record("seed \(seed): \(camera)")
        return
      }
      if next.mode == .spectate, !given.isEmpty {
        Issue.record("seed \(seed): a spectator gave an order")
        return
      }
    }
  }
}
