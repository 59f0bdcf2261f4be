import MapTable
import Screen
import Simulation

extension Response {
  // MARK: - Pictures

  /// Looks with the umpire's eyes (0) or a side's (1…).
  mutating func look(as index: Int) {
    guard mayLookAround() else { return }
    if index == 0 {
      view.viewpoint = .umpire
      view.isSplit = false
    } else if index <= picture.setup.sides.count {
      view.viewpoint = .side(SideID(index - 1))
    } else {
      say("There is no such side in this battle.", isRefusal: true)
    }
  }

  /// Looks with the next eyes: the umpire's, then each side's.
  mutating func lookAsNext() {
    var index = 0
    if case .side(let side) = view.viewpoint { index = side.index + 1 }
    look(as: (index + 1) % (picture.setup.sides.count + 1))
  }

  /// Puts what is known beside what is so, or takes that back.
  mutating func toggleSplit() {
    guard mayLookAround() else { return }
    view.isSplit.toggle()
    view.looksRight = false
    guard view.isSplit else { return }
    if view.viewpoint == .umpire { view.viewpoint = .side(SideID(0)) }
    var name = ""
    if case .side(let side) = view.viewpoint { name = sideName(side) }
    say("Left what \(name) knows, right what is so; F3 and F4 change the side.")
  }

  private mutating func mayLookAround() -> Bool {
    guard !view.mayLookAround, case .play(let side) = view.mode else { return true }
    say("You command \(sideName(side)): only its picture is yours to see.", isRefusal: true)
    return false
  }

  // MARK: - Director

  mutating func toggleDirector() {
    guard !givesOrders else {
      say("The director is for those who watch.", isRefusal: true)
      return
    }
    view.isDirected.toggle()
    say(
      view.isDirected
        ? "The director holds the camera; moving the map takes it back."
        : "The camera is yours.")
  }

  /// Whoever moves the map by hand takes it from the director.
  mutating func takeCameraByHand(from old: ViewState, _ event: InputEvent) {
    guard old.isDirected, view.isDirected else { return }
    if case .resized = event { return }
    let isMoved =
      view.camera.center != old.camera.center
      || view.camera.metersPerPixel != old.camera.metersPerPixel
    guard isMoved else { return }
    view.isDirected = false
    say("The camera is yours: the director’s key gives it back.")
  }

  // MARK: - Time

  mutating func pause() {
    view.watch.isRunning = false
    view.isPaused.toggle()
  }

  /// Runs up to the goal, or stops such a run; in the past it goes to the next event.
  mutating func runUntil() {
    if view.shownTick != nil {
      view.wantedJump = 1
      return
    }
    guard !view.watch.isRunning else {
      view.watch.isRunning = false
      view.isPaused = true
      return
    }
    view.watch.isRunning = true
    view.watch.awaited = view.selection
    view.isPaused = false
    say("Running to the \(view.watch.goal.title).")
  }

  mutating func changeRunGoal() {
    view.watch.goal = view.watch.goal.next
    say("A run goes to the \(view.watch.goal.title).")
  }

  mutating func nextAlertPreset() {
    view.watch.nextPreset()
    say("The clock heeds the news: \(view.watch.preset.rawValue).")
  }

  /// Keys while the card with the reactions is open; false where they do what they always do.
  mutating func changeAlerts(_ key: Key) -> Bool {
    guard let row = view.watch.card else { return false }
    let kinds = AlertKind.allCases
    switch key {
    case .up: view.watch.card = (row + kinds.count - 1) % kinds.count
    case .down, .tab: view.watch.card = (row + 1) % kinds.count
    case .left, .right, .space, .enter: view.watch.change(kinds[min(row, kinds.count - 1)])
    case .escape: view.watch.card = nil
    default: return false
    }
    return true
  }

  // MARK: - Desk

  /// The tools of the desk; false if the command is something else.
  mutating func useDesk(_ command: Command) -> Bool {
    switch command {
    case .deskTool:
      view.desk.takeNext()
      tellTool()
    case .noDeskTool: view.desk = DeskWork()
    default: return false
    }
    return true
  }

  /// Takes a tool or puts it away.
  mutating func take(_ tool: DeskTool) {
    view.desk.toggle(tool)
    tellTool()
  }

  /// Puts a point down with the tool in hand; false where it takes none.
  mutating func putPoint(_ hex: Int32) -> Bool {
    guard view.desk.tool?.takesPoints == true, isOnMap(hex) else { return false }
    view.desk.put(hex)
    return true
  }

  /// Takes the points up first, then puts the tool away.
  mutating func letGoOfTool() {
    if view.desk.points.isEmpty { view.desk.tool = nil } else { view.desk.points = [] }
  }

  private mutating func tellTool() {
    say(view.desk.tool?.usage ?? "The tools are put away.")
  }
}
