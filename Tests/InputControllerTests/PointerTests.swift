import MapTable
import Screen
import Simulation
import Testing

@testable import InputController

@Suite struct PointerTests {
  @Test func clickSelectsAndControlAdds() {
    var table = Table()
    table.click(table.place(of: 0))
    #expect(table.view.selection == [UnitID(0)])
    table.click(table.place(of: 1), .control)
    #expect(table.view.selection == [UnitID(0), UnitID(1)])
    table.click(table.place(of: 0), .control)
    #expect(table.view.selection == [UnitID(1)])
    table.click(table.place(column: 20, row: 20))
    #expect(table.view.selection.isEmpty)
    #expect(table.view.selectedHex == Table.hex(20, 20))
    #expect(table.orders.isEmpty)
  }

  @Test func doubleClickTakesTheFormation() {
    var table = Table()
    table.click(table.place(of: 0))
    table.click(table.place(of: 0), clicks: 2)
    #expect(table.view.selection == [UnitID(0), UnitID(1)])
  }

  @Test func shiftDragSelectsABox() {
    var table = Table()
    let corner = table.place(column: 26, row: 30)
    table.send(.buttonDown(.left, corner, .shift, clicks: 1))
    let end = table.place(column: 34, row: 22)
    table.send(.pointerMoved(end))
    table.send(.buttonUp(.left, end, .shift))
    #expect(table.view.selection == [UnitID(0), UnitID(1), UnitID(2)])
    #expect(table.view.drag == nil)
  }

  @Test func dragPansAndKeepsTheSelection() {
    var table = Table()
    table.click(table.place(of: 0))
    let before = table.view.camera.center
    table.send(.buttonDown(.left, Point(640, 400), [], clicks: 1))
    table.send(.pointerMoved(Point(740, 380)))
    table.send(.buttonUp(.left, Point(740, 380), []))
    #expect(table.view.camera.center.x == before.x - 100 * 40)
    #expect(table.view.camera.center.y == before.y - 20 * 40)
    #expect(table.view.selection == [UnitID(0)])
  }

  @Test func wheelZoomsAboutThePointerWithinLimits() {
    var table = Table()
    let anchor = Point(500, 300)
    let ground = table.view.camera.ground(anchor)
    table.send(.wheel(1, anchor, []))
    #expect(table.view.camera.metersPerPixel < 40)
    let after = table.view.camera.ground(anchor)
    #expect(abs(after.x - ground.x) < 0.01 && abs(after.y - ground.y) < 0.01)
    for _ in 0..<100 { table.send(.wheel(3, anchor, [])) }
    #expect(abs(table.view.camera.scaleDenominator - 25_000) < 1)
    for _ in 0..<100 { table.send(.wheel(-3, anchor, [])) }
    let frame = TheatreFrame(Table.grid)
    #expect(table.view.camera.metersPerPixel * 720 >= frame.height)
    #expect(table.view.camera.metersPerPixel * 720 < frame.height * 1.2)
  }

  @Test func rightClickGivesTheSensibleOrder() {
    var table = Table()
    table.click(table.place(of: 0))
    table.click(table.place(column: 24, row: 30), button: .right)
    #expect(table.orders.last?.kind == .move)
    #expect(table.orders.last?.target == Table.hex(24, 30))
    table.click(table.contactPlace, .shift, button: .right)
    #expect(table.orders.last?.kind == .attack)
    #expect(table.orders.last?.target == Table.hex(30, 34))
    #expect(table.orders.last?.isQueued == true)
    table.click(table.place(column: 44, row: 40), button: .right)
    #expect(table.orders.last?.kind == .march)
    #expect(table.orders.count == 3)
    #expect(table.orders.allSatisfy { $0.unit == UnitID(0) && $0.side == Table.own })
  }

  @Test func gunsBombardWhatTheyReach() {
    var table = Table()
    table.click(table.place(of: 2))
    table.click(table.contactPlace, button: .right)
    #expect(table.orders.map(\.kind) == [.bombard])
  }

  @Test func aGroupAttacksWithGunsInSupportAndStaffBehind() {
    var table = Table()
    table.view.selection = (0..<4).map { UnitID($0) }
    table.press("a")
    #expect(table.view.armed == .attack)
    table.click(table.contactPlace)
    #expect(table.orders.map(\.kind) == [.attack, .attack, .bombard])
    #expect(table.view.armed == nil)
    #expect(table.view.message?.text.contains("stays") == true)
  }

  @Test func refusalsBecomeMessagesWithARemedy() {
    var table = Table()
    table.click(table.place(of: 0))
    table.view.camera.center = GroundPoint(55_000, -26_000)
    table.refreshHits()
    table.click(table.place(column: 59, row: 28), button: .right)
    #expect(table.orders.isEmpty)
    #expect(table.view.message?.isRefusal == true)
    #expect(table.view.message?.text.isEmpty == false)
  }

  @Test func nothingSelectedAndNotYoursAreRefused() {
    var table = Table()
    table.press("m")
    #expect(table.view.armed == nil)
    #expect(table.view.message?.isRefusal == true)
    var watched = Table(mode: .spectate)
    watched.click(watched.place(of: 0))
    #expect(watched.view.selection == [UnitID(0)])
    watched.press("h")
    watched.click(watched.contactPlace, button: .right)
    #expect(watched.orders.isEmpty)
    var past = Table()
    past.click(past.place(of: 0))
    past.view.shownTick = Tick(10)
    past.press("h")
    #expect(past.orders.isEmpty)
    #expect(past.view.message?.text.contains("past") == true)
  }

  @Test func theHintNamesTheOrderBeforeTheClick() {
    var table = Table()
    table.click(table.place(of: 0))
    table.send(.pointerMoved(table.contactPlace))
    let hint = table.controller.hint(table.view, table.picture, table.hits)
    #expect(hint?.hasPrefix("Attack: ") == true)
    table.view.selection = []
    #expect(table.controller.hint(table.view, table.picture, table.hits) == nil)
  }

  @Test func panelsTakeClicksAndControlsAct() {
    var table = Table()
    table.hits.add(.panel, Rect(0, 0, 200, 200))
    table.hits.add(.control(.speed(3)), Rect(10, 10, 20, 20))
    table.hits.add(.control(.time(Tick(1000))), Rect(0, 700, 1000, 20))
    table.hits.add(.control(.minimap), Rect(0, 600, 100, 100))
    let hits = table.hits
    table.click(Point(15, 15))
    #expect(table.view.speed == 3 && !table.view.isPaused)
    table.hits = hits
    table.click(Point(100, 100), button: .right)
    #expect(table.view.message == nil)
    table.hits = hits
    table.send(.buttonDown(.left, Point(250, 710), [], clicks: 1))
    #expect(table.view.shownTick == Tick(250))
    table.send(.pointerMoved(Point(300, 400)))
    #expect(table.view.shownTick == Tick(300))
    table.send(.pointerMoved(Point(990, 400)))
    #expect(table.view.shownTick == nil)
    table.send(.buttonUp(.left, Point(990, 400), []))
    table.hits = hits
    table.click(Point(50, 650))
    let clear = PanelLayout(table.view).clearArea.center
    let middle = TheatreFrame(Table.grid).center
    let shown = table.view.camera.ground(clear)
    #expect(abs(shown.x - middle.x) < 100 && abs(shown.y - middle.y) < 100)
  }
}
