import MapTable
import Screen
import Simulation
import Testing

@testable import InputController

/// Clock, waypoints, command, conduct and the search, by key and by mouse.
@Suite struct CommandTests {
  @Test func theClockGoesRoundAndTiesOrders() {
    var table = Table()
    table.view.selection = [UnitID(0)]
    table.press("t")
    #expect(table.view.orderTime == .at(Tick(660)))
    table.press("+")
    #expect(table.view.orderTime == .at(Tick(670)))
    table.press("d")
    #expect(table.orders.last?.notBefore == Tick(670))
    table.press("t")
    table.press("-")
    table.press("h")
    #expect(table.orders.last?.hour == HourTie(.h, offset: -10))
    for _ in 0..<4 { table.press("t") }
    table.press("h")
    #expect(table.orders.last?.signal == OrderSignal(.dark))
    table.press("t")
    table.press("t")
    #expect(table.view.orderTime == .now)
    let scale = table.view.camera.metersPerPixel
    table.press("+")
    #expect(table.view.camera.metersPerPixel < scale)
  }

  @Test func theHourIsSetByAHeadquarters() {
    var table = Table()
    table.press("t")
    table.press("t", .alt)
    #expect(table.orders.map(\.kind) == [.setHour])
    #expect(table.orders.first?.notBefore == Tick(660))
    #expect(table.orders.first?.unit == UnitID(3))
    #expect(table.view.orderTime == .hour(HourTie(.h)))
  }

  @Test func waypointsComeFirstAndTheLastClickGives() {
    var table = Table()
    table.view.selection = [UnitID(0)]
    table.press("m")
    table.click(table.place(column: 26, row: 30), .shift)
    table.click(table.place(column: 24, row: 31), .shift)
    #expect(table.orders.isEmpty)
    table.click(table.place(column: 22, row: 30))
    #expect(table.orders.map(\.ways) == [[Table.hex(26, 30), Table.hex(24, 31)]])
    #expect(table.view.ways.isEmpty && table.view.armed == nil)
    table.click(table.place(column: 26, row: 30), .shift, button: .right)
    table.click(table.place(column: 24, row: 30), button: .right)
    #expect(table.orders.last?.ways == [Table.hex(26, 30)])
    table.press("m", .shift)
    #expect(table.view.queuesArmed)
    table.view.cursorHex = Table.hex(26, 30)
    table.press(.enter, .shift)
    table.view.cursorHex = Table.hex(24, 30)
    table.press(.enter)
    #expect(table.orders.last?.ways == [Table.hex(26, 30)] && table.orders.last?.isQueued == true)
    for column in 10..<22 {
      table.click(table.place(column: column, row: 30), .shift, button: .right)
    }
    #expect(table.view.ways.count == Order.wayCapacity)
    table.press(.escape)
    #expect(table.view.ways.isEmpty && table.view.selection == [UnitID(0)])
  }

  @Test func attachingTakesTheFormationThatIsClicked() {
    var table = Table()
    table.view.selection = [UnitID(0)]
    table.press("o")
    #expect(table.view.armed == .attach)
    table.click(table.contactPlace)
    #expect(table.orders.isEmpty && table.view.message?.isRefusal == true)
    table.click(table.place(of: 2))
    #expect(table.orders.map(\.superior) == [FormationID(0)])
    #expect(table.view.armed == nil)
    table.press("o")
    table.view.cursorHex = table.picture.units[3].hex
    table.press(.enter)
    #expect(table.orders.count == 2)
    table.press("o", .shift)
    #expect(table.view.armed == nil)
  }

  @Test func conductsAreOfferedAndGiven() {
    var table = Table()
    table.view.selection = [UnitID(0), UnitID(1)]
    table.press("p")
    #expect(table.view.message?.text.hasPrefix("Hold fast: It stays.") == true)
    table.press("p")
    #expect(table.view.conductChoice == 0)
    table.press("p")
    table.press(.enter)
    #expect(table.orders.map(\.preset) == [1, 1])
    table.press("p")
    table.press(.escape)
    #expect(table.view.armed == nil && table.orders.count == 2)
  }

  @Test func buttonsStandForTheKeysOfAMouseAlone() {
    var table = Table()
    table.view.selection = [UnitID(0)]
    table.view.holdsShift = true
    table.click(table.place(column: 26, row: 30), button: .right)
    #expect(table.view.ways == [Table.hex(26, 30)])
    table.view.holdsShift = false
    table.view.holdsControl = true
    table.click(table.place(of: 1))
    #expect(table.view.selection == [UnitID(0), UnitID(1)])
  }

  @Test func undoAndRedoAreAskedFor() {
    var table = Table()
    table.press("z", .control)
    #expect(table.view.wantsUndo && !table.view.wantsRedo)
    table.press("z", [.control, .shift])
    #expect(table.view.wantsRedo)
  }

  @Test func findingGoesToUnitsAndTowns() {
    var table = Table()
    func write(_ text: String) { table.send(.text(text)) }
    table.send(.keyDown(.character("/"), [], isRepeat: false))
    write("/")
    table.send(.keyUp(.character("/"), []))
    for letter in "goyt" {
      table.send(.keyDown(.character(letter), [], isRepeat: false))
      write(String(letter))
    }
    #expect(table.view.finding?.text == "goyt")
    #expect(table.view.finding?.results(in: table.picture).map(\.name) == ["Göytəpə"])
    table.press(.enter)
    #expect(table.view.finding == nil && table.view.cursorHex == Table.hex(50, 40))
    table.press("/")
    write("gun")
    table.press(.enter)
    #expect(table.view.selection == [UnitID(2)])
    table.press("/")
    write("nobody")
    table.press(.enter)
    #expect(table.view.message?.isRefusal == true)
    table.press(.escape)
    #expect(table.view.finding == nil && table.orders.isEmpty)
  }
}
