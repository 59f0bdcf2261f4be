import MapTable
import Screen
import Simulation

extension Response {
  /// Does what a key is bound to. Held keys repeat only where that is of use.
  mutating func perform(_ command: Command, isQueued: Bool, isRepeat: Bool) {
    if isRepeat, !repeats(command) { return }
    view.message = nil
    if view.showsHelp, command != .help, command != .signs {
      view.showsHelp = false
      if command == .letGo { return }
    }
    if shiftsTime(command) || makeOrders(command) || lookAround(command) || switchView(command)
      || runClock(command) || useDesk(command)
    {
      return
    }
    switch command {
    case .order(let kind): order(kind, isQueued: isQueued || view.holdsShift)
    case .sensibleOrder: sensibleAtCursor()
    case .accept: acceptAtCursor()
    case .addAtCursor: addAtCursor()
    case .boxAtCursor: boxAtCursor()
    case .takeCommand: openCommandCard()
    case .wholeFormation: widenToFormation()
    case .letGo: letGo()
    case .nextUnit: selectNext(by: 1, idleOnly: false)
    case .previousUnit: selectNext(by: -1, idleOnly: false)
    case .nextIdleUnit: selectNext(by: 1, idleOnly: true)
    case .cursorNorth: moveCursor(.northEast, .northWest)
    case .cursorSouth: moveCursor(.southEast, .southWest)
    case .cursorWest: moveCursor(.west, .west)
    case .cursorEast: moveCursor(.east, .east)
    case .setBookmark(let number):
      view.bookmarks[number] = view.camera
      say("Place \(number) kept: Alt+\(number) comes back here.")
    case .goToBookmark(let number): goToBookmark(number)
    case .lesson(let move): view.wantedLesson = move
    case .copyPlace: view.wantsPlaceCopy = true
    case .saveMoment: view.wantsMoment = true
    case .fullScreen: view.isFullScreen.toggle()
    case .savePicture: view.wantsPicture = true
    case .saveMap: view.wantsMapPicture = true
    case .quit: view.wantsQuit = true
    default: break
    }
  }

  private func repeats(_ command: Command) -> Bool {
    switch command {
    case .panLeft, .panRight, .panUp, .panDown, .zoomIn, .zoomOut, .nextUnit, .previousUnit,
      .cursorNorth, .cursorSouth, .cursorWest, .cursorEast, .singleTick, .scrubBack,
      .scrubForward, .previousEvent, .nextEvent, .smallerCounters, .largerCounters:
      true
    default: false
    }
  }

  /// Panning and zooming; false if the command is something else.
  private mutating func lookAround(_ command: Command) -> Bool {
    let step = 90 * view.scale
    switch command {
    case .panLeft: pan(by: Point(step, 0))
    case .panRight: pan(by: Point(-step, 0))
    case .panUp: pan(by: Point(0, step))
    case .panDown: pan(by: Point(0, -step))
    case .zoomIn: zoom(by: 1.25, about: clearArea.center)
    case .zoomOut: zoom(by: 0.8, about: clearArea.center)
    case .showTheatre: showTheatre()
    case .frameSelection: frameSelection()
    default: return false
    }
    return true
  }

  /// What shows and how; false if the command is something else.
  private mutating func switchView(_ command: Command) -> Bool {
    switch command {
    case .smallerCounters: view.counterSize = max(16, view.counterSize - 2)
    case .largerCounters: view.counterSize = min(64, view.counterSize + 2)
    case .grid: view.showsGrid.toggle()
    case .trails: view.showsTrails.toggle()
    case .openStack: toggleStack()
    case .openStacks: view.opensStacks.toggle()
    case .theme: view.theme = view.theme == .day ? .night : .day
    case .largerText: view.textScalePercent = min(200, view.textScalePercent + 10)
    case .smallerText: view.textScalePercent = max(75, view.textScalePercent - 10)
    case .palette: view.usesSafePalette.toggle()
    case .nightDimming: view.dimsAtNight.toggle()
    case .viewpoint(let index): look(as: index)
    case .nextViewpoint: lookAsNext()
    case .split: toggleSplit()
    case .director: toggleDirector()
    case .viewTools: view.showsViewTools.toggle()
    case .fold(let panel): toggleFold(panel)
    case .scrollInspector(let rows): scrollInspector(by: Double(max(-100, min(100, rows))))
    case .help: showHelp(signs: false)
    case .signs: showHelp(signs: true)
    default: return false
    }
    return true
  }

  /// The clock and the timeline; false if the command is something else.
  private mutating func runClock(_ command: Command) -> Bool {
    switch command {
    case .pause: pause()
    case .speed(let index): setSpeed(index)
    case .singleTick:
      view.isPaused = true
      view.singleTicks = min(1000, view.singleTicks + 1)
    case .runUntil: runUntil()
    case .runGoal: changeRunGoal()
    case .alerts: view.watch.card = view.watch.card == nil ? 0 : nil
    case .alertPreset: nextAlertPreset()
    case .scrubStart: show(minute: 0)
    case .scrubNow: view.shownTick = nil
    case .previousEvent: view.wantedJump = -1
    case .nextEvent: view.wantedJump = 1
    case .eventGroup: changeEventGroup()
    case .scrubBack: show(minute: max(0, (view.shownTick ?? picture.tick).rawValue - 60))
    case .scrubForward:
      if let shown = view.shownTick { show(minute: shown.rawValue + 60) }
    default: return false
    }
    return true
  }

  private mutating func letGo() {
    view.drag = nil
    if view.boxCorner != nil {
      view.boxCorner = nil
    } else if view.delegation != nil {
      view.delegation = nil
    } else if !view.ways.isEmpty {
      view.ways = []
    } else if view.armed != nil {
      disarm()
    } else if view.orderTime != .now {
      view.orderTime = .now
    } else if view.watch.isRunning {
      pause()
    } else if view.desk.tool != nil {
      letGoOfTool()
    } else if givesOrders, view.shownTick != nil {
      view.shownTick = nil
    } else if picture.outcome != nil, !view.hidesOutcome {
      view.hidesOutcome = true
    } else if view.openedStack != nil {
      view.openedStack = nil
    } else if view.shownTick != nil, view.selection.isEmpty, view.selectedContact == nil {
      view.shownTick = nil
    } else {
      view.selection = []
      view.selectedContact = nil
      view.selectedHex = nil
    }
  }

  /// Opens one sheet of the help, goes over to it from the other, or closes it.
  mutating func showHelp(signs: Bool) {
    view.helpPage = 0
    view.showsHelp = !view.showsHelp || view.showsSigns != signs
    view.showsSigns = signs
  }

  /// Goes to another page of the help.
  mutating func turnHelp(by step: Int) {
    view.helpPage = (view.helpPage + max(-1, min(1, step)) + 5040) % 5040
  }

  /// Keys while the help is open; false where they do what they always do.
  mutating func turnHelp(_ key: Key) -> Bool {
    switch key {
    case .left, .pageUp: turnHelp(by: -1)
    case .right, .pageDown: turnHelp(by: 1)
    default: return false
    }
    return true
  }

  private mutating func toggleStack() {
    let topmost = view.pointer.flatMap { unit(of: hits.target(at: $0)) } ?? view.selection.first
    view.openedStack = view.openedStack == nil ? topmost : nil
  }

  private mutating func goToBookmark(_ number: Int) {
    guard let kept = view.bookmarks[number] else {
      say("No place \(number) yet: Ctrl+\(number) keeps this one.", isRefusal: true)
      return
    }
    view.camera.center = kept.center
    view.camera.metersPerPixel = kept.metersPerPixel
    clampScale()
    clampCenter()
  }

  /// The name of a side, empty where there is none.
  func sideName(_ side: SideID) -> String {
    picture.setup.sides.indices.contains(side.index) ? picture.setup.sides[side.index].name : ""
  }
}
