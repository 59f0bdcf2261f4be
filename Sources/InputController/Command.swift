public import MapTable
public import Simulation

/// Everything that a key can be bound to.
public enum Command: Hashable, Sendable {
  /// Arms an order, or gives it at once where it needs no place; queued while Shift is held.
  case order(OrderKind)
  /// The order's clock: its next kind; the unit at the cursor as the one it waits for.
  case orderTime, orderTimeUnit
  /// Takes the newest orders back while no time has passed, or gives them again.
  case undo, redo
  /// Hands the selection's formation to the staff, or takes it back.
  case delegate, takeFormationBack
  /// Looks for a name.
  case find
  /// Gives the sensible order at the map cursor.
  case sensibleOrder
  /// Lets go: of the armed order, then of what lies on top, then of the selection.
  case letGo
  /// Selects at the map cursor, or gives the armed order there.
  case accept
  /// Selects the next or previous unit, or the next that has nothing to do.
  case nextUnit, previousUnit, nextIdleUnit
  /// Selects all of the selection's formation, each time the next higher one.
  case wholeFormation
  /// Adds what stands at the map cursor to the selection, or takes it out.
  case addAtCursor
  /// Begins a box at the map cursor, or selects what the box has come to hold.
  case boxAtCursor
  /// Moves the map cursor by one hex.
  case cursorNorth, cursorWest, cursorSouth, cursorEast
  /// Moves the map.
  case panLeft, panRight, panUp, panDown
  /// Changes the map's scale.
  case zoomIn, zoomOut
  /// Shows the whole theatre, or the selection.
  case showTheatre, frameSelection
  /// Stops or starts the clock.
  case pause
  /// Sets the speed: 0…4, an index into `ViewState.speeds`.
  case speed(Int)
  /// One minute of the battle.
  case singleTick
  /// Runs as fast as it goes up to the goal, or stops such a run; changes the goal.
  case runUntil, runGoal
  /// The card that says what the clock does at which news; the next set of reactions.
  case alerts, alertPreset
  /// Moves the moment shown on the timeline.
  case scrubStart, scrubNow, scrubBack, scrubForward
  /// Goes from event to event on the timeline, and changes the kinds that count.
  case previousEvent, nextEvent, eventGroup
  /// Makes counters smaller or larger.
  case smallerCounters, largerCounters
  /// Switches on the map.
  case grid, trails, openStack, openStacks, theme, nightDimming
  /// Makes text and counters larger or smaller; changes the sides' colours.
  case largerText, smallerText, palette
  /// Opens the card on which command is taken at the moment that is shown, or closes it.
  case takeCommand
  /// The viewpoint: 0 the umpire's, 1… the sides' in order.
  case viewpoint(Int)
  /// The viewpoint after this one; two maps beside each other; the director.
  case nextViewpoint, split, director
  /// Takes the next tool of the desk, or puts it away.
  case deskTool, noDeskTool
  /// The row above the orders shows the buttons that change the view.
  case viewTools
  /// Folds or opens a panel.
  case fold(PanelID)
  /// Scrolls the inspector by some rows: down above 0.
  case scrollInspector(Int)
  /// Keeps the view as a place, or goes there: 1…9.
  case setBookmark(Int)
  case goToBookmark(Int)
  /// The lessons' next step, the one before, or no more of them.
  case lesson(LessonMove)
  /// For authors: the place at the pointer as a line of YAML; this moment as a scenario.
  case copyPlace, saveMoment
  /// The window.
  case fullScreen, savePicture, saveMap, help, signs, quit
}
