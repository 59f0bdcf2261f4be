import MapTable
import Screen
import Simulation

extension Response {
  /// Does what a panel's control stands for.
  mutating func perform(_ control: Control, at point: Point, clicks: Int) {
    switch control {
    case .pause: pause()
    case .speed(let index): setSpeed(index)
    case .order(let kind): order(kind, isQueued: view.holdsShift)
    case .holdShift: view.holdsShift.toggle()
    case .holdControl: view.holdsControl.toggle()
    case .orderTime: nextOrderTime()
    case .shiftTime(let steps): shiftOrderTime(by: Int32(clamping: max(-1000, min(1000, steps))))
    case .setHour: setHour()
    case .undo: view.wantsUndo = true
    case .redo: view.wantsRedo = true
    case .find: startFinding(typed: false)
    case .found(let index): goToFound(index)
    case .conduct: order(.conduct, isQueued: false)
    case .giveConduct: giveConduct()
    case .fold(let panel): toggleFold(panel)
    case .time:
      view.drag = .timeline
      scrub(to: point)
    case .event(let step): view.wantedJump = step
    case .eventGroup: changeEventGroup()
    case .now: view.shownTick = nil
    case .sheet: break
    case .lesson(let move): view.wantedLesson = move
    case .minimap:
      view.drag = .minimap
      lookAtMinimap(point)
    case .place(let hex): if isOnMap(hex) { center(on: ground(of: hex)) }
    case .findUnit(let unit):
      guard report(unit) != nil else { return }
      select([unit], adds: false)
      if clicks >= 2 { frameSelection() } else { bringSelectionIntoView() }
    case .foldFormation(let formation):
      if view.foldedFormations.remove(formation) == nil {
        view.foldedFormations.insert(formation)
      }
    case .dismiss:
      if view.showsHelp {
        view.showsHelp = false
      } else if view.watch.card != nil {
        view.watch.card = nil
      } else {
        view.hidesOutcome = true
      }
    case .frame: if view.selection.isEmpty { showTheatre() } else { frameSelection() }
    case .help: showHelp(signs: false)
    case .helpPage(let step): turnHelp(by: step)
    case .moreTools: view.toolPage = (view.toolPage + 1) % 5040
    case .tool(let tool): take(tool)
    case .delegate(let task): view.delegation?.task = task
    case .commandSide(let side): chooseCommand(side)
    case .takeCommand: takeCommand()
    case .alert(let kind): view.watch.change(kind)
    case .command(let word):
      guard let row = CommandRow.all.first(where: { $0.word == word }) else { return }
      perform(row.command, isQueued: false, isRepeat: false)
    }
  }

  /// Sets the speed and lets the clock run; indices outside the table do nothing.
  mutating func setSpeed(_ index: Int) {
    guard ViewState.speeds.indices.contains(index) else { return }
    view.speed = index
    view.isPaused = false
    view.watch.isRunning = false
  }

  /// Folds a panel away or opens it, also where others must give way for it; the top bar stays.
  mutating func toggleFold(_ panel: PanelID) {
    guard panel != .topBar, panel != .help else { return }
    let isOpen = !view.folded.contains(panel) && !PanelLayout(view).chips.contains(panel)
    if isOpen {
      view.folded.insert(panel)
      if view.openedPanel == panel { view.openedPanel = nil }
    } else {
      view.folded.remove(panel)
      view.openedPanel = panel
    }
  }

  /// Scrolls the inspector by rows, to its panel's end at most.
  mutating func scrollInspector(by rows: Double) {
    let place = min(view.inspectorScroll, hits.inspectorEnd) + rows
    view.inspectorScroll = max(0, min(place, hits.inspectorEnd))
  }

  /// Goes on to the next kinds of event that the timeline jumps between.
  mutating func changeEventGroup() {
    view.eventGroup = view.eventGroup.next
    say("The timeline goes from event to event: \(view.eventGroup.rawValue).")
  }

  /// Shows the moment at a place along the timeline's track.
  mutating func scrub(to point: Point) {
    for entry in hits.entries {
      guard case .control(.time(let end)) = entry.target, entry.rect.width > 0 else { continue }
      let fraction = min(1, max(0, (point.x - entry.rect.x) / entry.rect.width))
      guard fraction.isFinite else { return }
      show(minute: Int32((fraction * Double(max(0, end.rawValue))).rounded()))
      return
    }
  }

  /// Shows a moment of the past; the newest is the present.
  mutating func show(minute: Int32) {
    if view.shownTick == nil { view.latestTick = max(view.latestTick, picture.tick) }
    let isNow = minute >= view.latestTick.rawValue
    view.shownTick = isNow ? nil : Tick(rawValue: max(0, minute))
    if view.shownTick != nil { view.isPaused = true }
  }

  /// Looks at the ground under a place on the minimap.
  mutating func lookAtMinimap(_ point: Point) {
    for entry in hits.entries where entry.target == .control(.minimap) {
      guard entry.rect.width > 0, entry.rect.height > 0 else { continue }
      let x = min(1, max(0, (point.x - entry.rect.x) / entry.rect.width))
      let y = min(1, max(0, (point.y - entry.rect.y) / entry.rect.height))
      center(on: TheatreFrame(grid).ground(x: x, y: y))
      return
    }
  }
}
