import MapTable
import Screen
import Simulation
import Testing

@testable import InputController

@Suite struct KeyTests {
  @Test func everyOrderKeyArmsOrGives() {
    let keys: [(Character, OrderKind)] = [
      ("m", .move), ("r", .march), ("a", .attack), ("h", .hold), ("d", .digIn), ("w", .withdraw),
      ("b", .bombard), ("x", .airStrike), ("v", .airAssault), ("c", .cordon), ("e", .camp),
      ("u", .reform), ("y", .resupply),
    ]
    for (key, kind) in keys {
      let bound = KeyBindings.standard.command(for: .character(key), [])
      #expect(bound?.command == .order(kind), "\(key)")
      let queued = KeyBindings.standard.command(for: .character(key), .shift)
      #expect(queued?.command == .order(kind) && queued?.isQueued == true, "\(key)")
      guard kind.needsTarget else { continue }
      var table = Table()
      table.view.selection = [UnitID(0)]
      table.press(key)
      #expect(table.view.armed == kind)
      table.press(.escape)
      #expect(table.view.armed == nil)
      #expect(table.orders.isEmpty)
    }
  }

  @Test func ordersWithoutAPlaceAreGivenAtOnceAndQueuedWithShift() {
    var table = Table()
    table.view.selection = [UnitID(0), UnitID(1)]
    table.press("d")
    #expect(table.orders.map(\.kind) == [.digIn, .digIn])
    table.press("h", .shift)
    #expect(table.orders.suffix(2).allSatisfy { $0.kind == .hold && $0.isQueued })
  }

  @Test func theMapCursorGivesAndSelectsWithoutAMouse() {
    var table = Table()
    table.press(.tab)
    #expect(table.view.selection == [UnitID(0)])
    table.press("m")
    for _ in 0..<3 { table.press("l") }
    table.press("i")
    table.press(.enter)
    #expect(table.orders.map(\.kind) == [.move])
    #expect(table.orders.first?.target == table.view.cursorHex)
    #expect(table.view.armed == nil)
    table.view.cursorHex = Table.hex(30, 24)
    table.press(.enter)
    #expect(table.view.selection == [UnitID(2)])
    table.view.cursorHex = Table.hex(30, 34)
    table.press(.enter, .shift)
    #expect(table.orders.last?.kind == .bombard)
    table.press(.enter)
    #expect(table.view.selectedContact == ContactID(rawValue: 1))
  }

  @Test func aBoxIsDrawnAddedToAndWidenedByKeysAlone() {
    var table = Table()
    table.view.cursorHex = Table.hex(28, 28)
    table.press("b", .control)
    #expect(table.view.boxCorner == Table.hex(28, 28))
    for _ in 0..<2 { table.press("l") }
    for _ in 0..<4 { table.press("i") }
    let box = table.view.selectionBox(on: Table.grid)
    #expect(box?.contains(table.place(of: 0)) == true && box?.contains(table.place(of: 2)) == true)
    #expect(box?.contains(table.place(of: 1)) == false)
    table.press("b", .control)
    #expect(table.view.selection == [UnitID(0), UnitID(2)] && table.view.boxCorner == nil)
    // Another box, added; then one unit at the cursor, added and taken out again.
    table.press("b", .control)
    for _ in 0..<5 { table.press("j") }
    table.press(.enter, .control)
    #expect(table.view.selection == [UnitID(0), UnitID(2), UnitID(3)])
    table.view.cursorHex = Table.hex(32, 28)
    table.press(.enter, .control)
    #expect(table.view.selection.count == 4)
    table.press(.enter, .control)
    #expect(table.view.selection == [UnitID(0), UnitID(2), UnitID(3)])
    // Esc lets the corner go and nothing else; an empty box selects nobody and says so.
    table.press("b", .control)
    table.press(.escape)
    #expect(table.view.boxCorner == nil && table.view.selection.count == 3)
    table.view.cursorHex = Table.hex(2, 2)
    table.press("b", .control)
    table.press(.enter)
    #expect(table.view.selection.isEmpty && table.view.message?.text == "Nobody is in the box.")
    // A unit, its formation, the one above.
    table.view.cursorHex = Table.hex(28, 28)
    table.press(.enter)
    table.press("f", .shift)
    #expect(table.view.selection == [UnitID(0), UnitID(1)])
    table.press("f", .shift)
    #expect(table.view.selection.count == 4)
    #expect(table.orders.isEmpty)
  }

  @Test func commandIsTakenByThoseWhoWatch() {
    var table = Table()
    table.press("b", [.control, .shift])
    #expect(table.view.command == nil && table.view.message?.isRefusal == true)
    var watched = Table(mode: .spectate)
    watched.view.shownTick = Tick(90)
    watched.press("b", [.control, .shift])
    #expect(watched.view.command == CommandDraft(moment: Tick(90), side: 0))
    watched.press(.right)
    watched.press(.right)
    #expect(watched.view.command?.side == 2)
    watched.press(.right)
    watched.press(.enter)
    #expect(watched.view.command?.side == 0 && watched.view.wantsCommand)
    watched.view.command?.progress = 0.5
    watched.press(.left)
    #expect(watched.view.command?.side == 0, "it is decided")
    watched.press(.escape)
    #expect(watched.view.command == nil)
  }

  @Test func theCursorGoesStraightNorth() {
    var table = Table()
    table.view.cursorHex = Table.hex(20, 20)
    for _ in 0..<10 { table.press("i") }
    #expect(table.view.cursorHex == Table.hex(20, 10))
    for _ in 0..<10 { table.press("k") }
    #expect(table.view.cursorHex == Table.hex(20, 20))
  }

  @Test func tabGoesRoundAndNextWithoutOrdersSkipsTheBusy() {
    var table = Table()
    var seen: [Int] = []
    for _ in 0..<5 {
      table.press(.tab)
      seen.append(table.view.selection[0].row)
    }
    #expect(seen == [0, 1, 2, 3, 0])
    table.press(.tab, .shift)
    #expect(table.view.selection == [UnitID(3)])
    table.view.selection = [UnitID(0)]
    table.press("n")
    #expect(table.view.selection == [UnitID(2)])
  }

  @Test func lookingAndTime() {
    var table = Table()
    let start = table.view.camera
    table.press(.right)
    #expect(table.view.camera.center.x > start.center.x)
    table.press(.up)
    #expect(table.view.camera.center.y > start.center.y)
    table.press("=")
    #expect(table.view.camera.metersPerPixel < start.metersPerPixel)
    table.press("+", .shift)
    table.press("-")
    table.press("0")
    #expect(table.view.camera.center == TheatreFrame(Table.grid).center)
    table.view.selection = [UnitID(0)]
    table.press("f")
    let clear = PanelLayout(table.view).clearArea
    #expect(clear.contains(table.place(of: 0)))
    let wasPaused = table.view.isPaused
    table.press(.space)
    #expect(table.view.isPaused != wasPaused)
    for index in 0..<5 {
      table.press(Character("\(index + 1)"))
      #expect(table.view.speed == index)
    }
    table.press(".")
    #expect(table.view.singleTicks == 1 && table.view.isPaused)
    table.press("]")
    #expect(table.view.counterSize == 28)
    table.press("[")
    #expect(table.view.counterSize == 26)
  }

  @Test func aPanelWithoutRoomComesByItsKeyAndFoldsByIt() {
    var table = Table()
    table.view.camera.size = Size(512, 320)
    table.view.selection = [UnitID(0)]
    #expect(PanelLayout(table.view).chips.contains(.roster))
    table.press(.function(6))
    #expect(table.view.folded.isEmpty && table.view.openedPanel == .roster)
    #expect(!PanelLayout(table.view).chips.contains(.roster))
    table.press(.function(6))
    #expect(table.view.folded == [.roster] && table.view.openedPanel == nil)
  }

  @Test func theInspectorIsScrolledAndBeginsAnewWithAnotherUnit() throws {
    var table = Table()
    table.view.selection = [UnitID(0)]
    table.press(.down, .alt)
    #expect(table.view.inspectorScroll == 4)
    let slot = try #require(PanelLayout(table.view).slots[.inspector])
    table.hits.add(.panel, slot)
    table.send(.wheel(-1, slot.center, []))
    #expect(table.view.inspectorScroll == 6)
    // Whatever is turned past the end is not turned back first.
    let roster = try #require(PanelLayout(table.view).slots[.roster])
    for turn in [-1.0, -1, -1, -1, -1, 1] {
      table.hits.add(.panel, slot)
      table.hits.add(.panel, roster)
      (table.hits.inspectorEnd, table.hits.rosterEnd) = (7, 10)
      table.send(.wheel(turn, slot.center, []))
      table.hits.add(.panel, roster)
      (table.hits.inspectorEnd, table.hits.rosterEnd) = (7, 10)
      table.send(.wheel(turn, roster.center, []))
    }
    #expect(table.view.inspectorScroll == 5)
    #expect(table.view.rosterScroll == 7)
    table.press(.tab)
    #expect(table.view.selection != [UnitID(0)] && table.view.inspectorScroll == 0)
  }

  @Test func switches() {
    var table = Table()
    table.press("g", .control)
    table.press("t", .shift)
    table.press("s", .shift)
    table.press(.function(6))
    table.press(.function(7))
    table.press(.function(11))
    table.press(.function(12))
    #expect(table.view.showsGrid && table.view.showsTrails && table.view.opensStacks)
    #expect(table.view.folded == [.roster, .inspector])
    #expect(table.view.isFullScreen && table.view.wantsPicture)
    table.press("/", .shift)
    #expect(table.view.showsHelp)
    table.press(.escape)
    #expect(!table.view.showsHelp)
    table.press(.function(1))
    #expect(table.view.showsHelp)
    table.press("1", .control)
    table.view.camera.center.x += 5000
    table.press("1", .alt)
    #expect(table.view.camera.center.x == 30_000)
    table.press("q", .control)
    #expect(table.view.wantsQuit)
  }

  @Test func viewpointsAreForThoseWhoWatch() {
    var table = Table()
    table.press(.function(2))
    #expect(table.view.viewpoint == .side(Table.own))
    #expect(table.view.message?.isRefusal == true)
    var watched = Table(mode: .spectate)
    watched.press(.function(2))
    #expect(watched.view.viewpoint == .umpire)
    watched.press(.function(4))
    #expect(watched.view.viewpoint == .side(Table.enemy))
    watched.press(.function(5), .shift)
    #expect(watched.view.viewpoint == .side(Table.enemy) && watched.view.message?.isRefusal == true)
    watched.press(.function(5))
    #expect(watched.view.isSplit && watched.view.viewpoint == .side(Table.enemy))
    watched.press(.function(2))
    #expect(!watched.view.isSplit && watched.view.viewpoint == .umpire)
    // Once the battle is over the fog lifts for those who commanded too.
    table.view.fogIsLifted = true
    table.press(.function(2))
    #expect(table.view.viewpoint == .umpire)
  }

  @Test func rulesOfEngagementAskTwice() {
    var table = Table()
    table.view.selection = [UnitID(3)]
    table.press("p", .alt)
    #expect(table.orders.isEmpty && table.view.armed == .engage)
    table.press("p", .alt)
    #expect(table.orders.map(\.rules) == [.returnFire])
    #expect(table.view.armed == nil)
  }
}
