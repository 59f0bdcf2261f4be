import MapTable
import Screen
import Testing

@testable import InputController
@testable import Simulation

@Suite struct TimelineTests {
  private func table(_ mode: ViewState.Mode = .play(Table.own)) -> Table {
    var table = Table(mode: mode)
    table.hits.add(.control(.time(Tick(1000))), Rect(100, 600, 1000, 20))
    return table
  }

  @Test func theHandleGoesBothWaysAndNotPastNow() {
    var table = table()
    table.view.isPaused = false
    table.send(.buttonDown(.left, Point(400, 610), [], clicks: 1))
    #expect(table.view.shownTick == Tick(300) && table.view.isPaused)
    table.send(.pointerMoved(Point(200, 610)))
    #expect(table.view.shownTick == Tick(100))
    table.send(.pointerMoved(Point(600, 610)))
    #expect(table.view.shownTick == Tick(500))
    table.send(.pointerMoved(Point(900, 610)))
    #expect(table.view.shownTick == nil, "the present is as far as it goes")
  }

  @Test func ordersAreRefusedInThePast() {
    var table = table()
    table.click(table.place(of: 0))
    table.press(.home)
    #expect(table.view.shownTick == Tick(0))
    table.click(table.place(column: 29, row: 30), button: .right)
    #expect(table.orders.isEmpty)
    #expect(table.view.message?.isRefusal == true)
    #expect(table.view.message?.text.contains("past") == true)
    table.press("m")
    #expect(table.view.armed == nil && table.orders.isEmpty)
    table.press(.end)
    table.click(table.place(column: 29, row: 30), button: .right)
    #expect(table.orders.count == 1)
  }

  @Test func endEscapeAndTheButtonComeBackToNow() {
    for way in 0..<3 {
      var table = table()
      table.press(.pageUp)
      #expect(table.view.shownTick == Tick(540))
      table.press(.pageUp)
      table.press(.pageDown)
      #expect(table.view.shownTick == Tick(540))
      switch way {
      case 0: table.press(.end)
      case 1: table.press(.escape)
      default:
        table.hits.add(.control(.now), Rect(0, 0, 50, 20))
        table.send(.buttonDown(.left, Point(10, 10), [], clicks: 1))
      }
      #expect(table.view.shownTick == nil, "way \(way)")
    }
  }

  @Test func escapeLetsGoOfTheSelectionFirstWhileWatching() {
    var table = table(.spectate)
    table.press(.home)
    table.view.selection = [table.picture.units[0].id]
    table.press(.escape)
    #expect(table.view.selection.isEmpty && table.view.shownTick == Tick(0))
    table.press(.escape)
    #expect(table.view.shownTick == nil)
  }

  @Test func eventsAreAskedForByKind() {
    var table = table()
    table.press(.pageDown, .control)
    #expect(table.view.wantedJump == 1)
    table.press(.pageUp, .control)
    #expect(table.view.wantedJump == -1)
    for group in EventGroup.allCases.dropFirst() {
      table.press("k", .control)
      #expect(table.view.eventGroup == group)
    }
    table.press("k", .control)
    #expect(table.view.eventGroup == .all)
  }

  @Test func textGrowsAndShrinksWithinBounds() {
    var table = table()
    for _ in 0..<20 { table.press("=", .control) }
    #expect(table.view.textScalePercent == 200)
    for _ in 0..<20 { table.press("-", .control) }
    #expect(table.view.textScalePercent == 75)
    table.press("p", .control)
    #expect(table.view.usesSafePalette)
  }
}
