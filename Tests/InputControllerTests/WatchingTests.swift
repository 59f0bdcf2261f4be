import MapTable
import Screen
import Simulation
import Testing

@testable import InputController

@Suite struct WatchingTests {
  @Test func everyButtonOfTheViewStandsForACommand() {
    for mode in [ViewState.Mode.play(Table.own), .playBoth, .spectate] {
      var table = Table(mode: mode)
      for held in [false, true] {
        table.view.holdsControl = held
        for tool in ViewTool.all(table.view) {
          guard case .command(let word) = tool.control else { continue }
          #expect(CommandRow.all.contains { $0.word == word }, "\(word)")
        }
      }
    }
  }

  @Test func theWholeFormationIsReachedByKeysStepByStep() {
    var table = Table()
    table.view.selection = [UnitID(0)]
    table.press("f", .shift)
    #expect(table.view.selection == [UnitID(0), UnitID(1)])
    table.press("f", .shift)
    #expect(table.view.selection == (0..<4).map { UnitID($0) })
    table.view.cursorHex = Table.hex(30, 24)
    table.press(.enter, .control)
    #expect(table.view.selection == [UnitID(0), UnitID(1), UnitID(3)])
    #expect(table.orders.isEmpty)
  }

  @Test func toolsAreTakenInTurnAndClicksPutPointsDown() {
    var table = Table()
    table.view.selection = [UnitID(0)]
    var seen: [DeskTool?] = []
    for _ in 0..<5 {
      table.press("q")
      seen.append(table.view.desk.tool)
    }
    #expect(seen == [.ruler, .sight, .reach, .ranges, nil])
    table.press("q")
    table.click(table.place(column: 30, row: 30))
    table.click(table.place(column: 32, row: 31))
    #expect(table.view.desk.points == [Table.hex(30, 30), Table.hex(32, 31)])
    #expect(table.view.selection == [UnitID(0)])
    table.click(table.place(column: 20, row: 31), button: .right)
    #expect(table.view.desk.points.isEmpty && table.view.desk.tool == .ruler)
    #expect(table.orders.isEmpty)
    table.press(.escape)
    #expect(table.view.desk.tool == nil && table.view.selection == [UnitID(0)])
    table.press("q")
    table.view.cursorHex = Table.hex(22, 22)
    table.press(.enter)
    #expect(table.view.desk.points == [Table.hex(22, 22)])
  }

  @Test func hintsFollowTheMapCursorAfterAKey() {
    var table = Table()
    table.view.selection = [UnitID(0)]
    table.view.pointer = nil
    #expect(table.controller.hint(table.view, table.picture, table.hits) == nil)
    table.view.cursorHex = Table.hex(30, 33)
    table.press("k")
    let hint = table.controller.hint(table.view, table.picture, table.hits)
    #expect(hint?.hasPrefix("Attack") == true, "\(hint ?? "none")")
    #expect(!table.controller.proposal(table.view, table.picture, table.hits).isEmpty)
    table.send(.pointerMoved(Point(3, 3)))
    #expect(!table.view.aimsWithCursor)
  }

  @Test func handsOnTheMapTakeTheCameraFromTheDirector() {
    var table = Table(mode: .spectate)
    for event in [
      InputEvent.wheel(1, Point(600, 300), []), .keyDown(.left, [], isRepeat: false),
      .keyDown(.character("0"), [], isRepeat: false),
    ] {
      table.view.isDirected = false
      table.press("z")
      #expect(table.view.isDirected)
      table.send(.pointerMoved(Point(500, 300)))
      #expect(table.view.isDirected)
      table.send(event)
      #expect(!table.view.isDirected, "\(event)")
    }
    var player = Table()
    player.press("z")
    #expect(!player.view.isDirected && player.view.message?.isRefusal == true)
  }

  @Test func bothHalvesTakeClicksOnTheirOwnGround() {
    var table = Table(mode: .spectate)
    table.press(.function(5))
    let camera = table.view.camera
    let glass = SplitGlass(camera)
    table.hits = HitMap()
    let place = GroundPoint(Table.grid.center(of: Int(Table.hex(31, 30))))
    for half in SplitGlass.Half.allCases {
      let point = glass.camera(of: half).screen(place)
      #expect(glass.rect(of: half).contains(point))
      let (next, _) = table.controller.handle(
        .buttonUp(.left, point, []),
        table.controller.handle(
          .buttonDown(.left, point, [], clicks: 1), table.view, table.picture, table.hits
        ).0, table.picture, table.hits)
      #expect(next.selectedHex == Table.hex(31, 30))
      #expect(next.looksRight == (half == .truth))
      #expect(next.camera == camera)
    }
    // A drag moves both alike.
    var view = table.view
    for event in [
      InputEvent.buttonDown(.left, Point(200, 300), [], clicks: 1), .pointerMoved(Point(260, 300)),
      .buttonUp(.left, Point(260, 300), []),
    ] {
      view = table.controller.handle(event, view, table.picture, table.hits).0
    }
    #expect(abs(view.camera.center.x - (camera.center.x - 60 * camera.metersPerPixel)) < 0.001)
  }

  @Test func runsAndStopsAreSetByKeysAndOnTheCard() {
    var table = Table()
    table.press(",")
    #expect(table.view.watch.isRunning && !table.view.isPaused)
    table.press(.space)
    #expect(!table.view.watch.isRunning && table.view.isPaused)
    table.press(",", .control)
    #expect(table.view.watch.goal == .arrival)
    table.press("s", .control)
    table.press(.down)
    table.press(.right)
    #expect(table.view.watch.changes == [.underFire: .slow])
    #expect(table.view.watch.reaction(to: .underFire) == .slow)
    table.press(.escape)
    #expect(table.view.watch.card == nil)
    table.press("s", [.control, .shift])
    #expect(table.view.watch.preset == .usual && table.view.watch.changes.isEmpty)
  }

  @Test func aFormationIsHandedToTheStaffByMouseAndByKeys() {
    var table = Table()
    table.view.selection = [UnitID(0)]
    table.press("g")
    #expect(table.view.delegation == DelegationDraft(formation: FormationID(1)))
    table.press("g")
    table.press("=")
    #expect(table.view.delegation?.task == .defend && table.view.delegation?.within == 14)
    table.click(table.place(column: 33, row: 30))
    #expect(
      table.view.wantsDelegation
        == DelegationDraft(
          formation: FormationID(1), task: .defend, place: Table.hex(33, 30), within: 14))
    #expect(table.view.delegation == nil && table.orders.isEmpty)
    table.view.wantsDelegation = nil
    // Units of several parts belong to what holds them all.
    table.view.selection = [UnitID(0), UnitID(2)]
    table.press("g")
    table.view.cursorHex = Table.hex(30, 30)
    table.press(.enter)
    #expect(table.view.wantsDelegation?.formation == FormationID(0))
    #expect(table.view.wantsDelegation?.place == Table.hex(30, 30))
    table.press("g")
    table.press(.escape)
    #expect(table.view.delegation == nil && !table.view.selection.isEmpty)
    table.press("g", .shift)
    #expect(table.view.wantsFormationBack == nil && table.view.message?.isRefusal == true)
    table.view.delegations = [DelegationDraft(formation: FormationID(1), place: 5)]
    table.press("g", .shift)
    #expect(table.view.wantsFormationBack == FormationID(1))
    var watched = Table(mode: .spectate)
    watched.view.selection = [UnitID(0)]
    watched.press("g")
    #expect(watched.view.delegation == nil)
  }

  @Test func theSettingsKeepWhatStopsTheClock() {
    let text = "format: 1\nalerts:\n  preset: careful\n  fight: ignore\n  light: stop\n"
    let (settings, mistakes) = Settings.parse(Array(text.utf8), file: "s.yaml")
    #expect(mistakes.isEmpty && settings.alerts == .careful)
    #expect(settings.alertChanges == [.fight: .ignore, .light: .stop])
    #expect(settings.text == text)
    let bad = "alerts:\n  preset: loud\n  fight: stop\n"
    let (rest, told) = Settings.parse(Array(bad.utf8), file: "s.yaml")
    #expect(told.count == 1 && rest.alerts == nil && rest.alertChanges == [.fight: .stop])
  }
}
