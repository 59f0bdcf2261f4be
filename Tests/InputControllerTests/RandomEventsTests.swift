import MapTable
import Screen
import Simulation
import Testing

@testable import InputController

@Suite struct RandomEventsTests {
  /// xorshift64* (Vigna 2016): the same events on every machine.
  private struct Chance {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state >> 12
      state ^= state << 25
      state ^= state >> 27
      return state &* 2_685_821_657_736_338_717
    }
    mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }
    mutating func pick<T>(_ items: [T]) -> T { items[below(items.count)] }
  }

  private static let keys: [Key] =
    "abcdefghijklmnopqrstuvwxyz0123456789+-=[].,/?".map { .character($0) }
    + (1...12).map { .function($0) }
    + [
      .escape, .enter, .space, .tab, .backspace, .delete, .home, .end, .pageUp, .pageDown, .left,
      .right, .up, .down,
    ]

  private func event(_ chance: inout Chance) -> InputEvent {
    let odd = [Double.nan, .infinity, -.infinity, 1e300, -1e9, 0]
    func number(_ limit: Int) -> Double {
      chance.below(200) == 0 ? chance.pick(odd) : Double(chance.below(limit))
    }
    let point = Point(number(1300), number(740))
    let modifiers = Modifiers(rawValue: UInt8(chance.below(8)))
    let button = chance.pick([MouseButton.left, .left, .middle, .right])
    switch chance.below(12) {
    case 0, 1: return .pointerMoved(point)
    case 2, 3: return .buttonDown(button, point, modifiers, clicks: 1 + chance.below(3))
    case 4, 5: return .buttonUp(button, point, modifiers)
    case 6: return .wheel(number(7) - 3, point, modifiers)
    case 7: return .pinch(number(3), point)
    case 8 where chance.below(20) == 0:
      return .resized(Size(number(4000), number(2200)), scale: number(4))
    case 8 where chance.below(4) == 0: return .text(chance.pick(["g", "ö", "/", "tank", " "]))
    case 9 where chance.below(8) == 0:
      return chance.pick([.pointerLeft, .focused(false), .exposed])
    default:
      return .keyDown(chance.pick(Self.keys), modifiers, isRepeat: chance.below(10) == 0)
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5]) func nothingTrapsAndTheViewStaysSound(seed: UInt64) {
    var chance = Chance(state: seed &* 0x9E37_79B9_7F4A_7C15)
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
      .control(.command("director")), .control(.command("run_until")), .control(.order(.attach)),
      .control(.order(.detach)),
    ]
    let rounds = 20_000
    for _ in 0..<rounds {
      if chance.below(3) == 0 {
        let rect = Rect(Double(chance.below(1200)), Double(chance.below(700)), 150, 90)
        table.hits.add(chance.pick(controls), rect)
      }
      let (next, given) = table.controller.handle(
        event(&chance), table.view, table.picture, table.hits)
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
