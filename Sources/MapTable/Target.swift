public import Screen
public import Simulation

/// A thing on the glass that can be pointed at.
public enum Target: Hashable, Sendable {
  /// A unit's counter.
  case unit(UnitID)
  /// A formation's counter, standing for all its parts.
  case formation(FormationID)
  /// An enemy contact's counter.
  case contact(ContactID)
  /// A stack of counters, by its topmost.
  case stack(UnitID)
  /// A town's name or symbol.
  case town(TownID)
  /// Bare ground, as a hex index.
  case hex(Int32)
  /// A button or another control.
  case control(Control)
  /// A dispatch, by its index in the list shown.
  case dispatch(Int)
  /// A row of the order of battle.
  case rosterRow(FormationID)
  /// A panel's ground: it takes clicks and does nothing.
  case panel
}

/// The controls that panels draw.
public enum Control: Hashable, Sendable {
  /// Stops or starts the clock.
  case pause
  /// Sets the speed: an index into `ViewState.speeds`.
  case speed(Int)
  /// Arms an order.
  case order(OrderKind)
  /// Turns a key held for the mouse on or off.
  case holdShift, holdControl
  /// The order's clock: its next kind, later or earlier by so many steps, or H-hour set to it.
  case orderTime, shiftTime(Int), setHour
  /// Takes the newest orders back, or gives them again.
  case undo, redo
  /// Opens the search for a name, or goes to one of its results.
  case find, found(Int)
  /// Offers the next conduct, or gives the one offered.
  case conduct, giveConduct
  /// Folds or opens a panel.
  case fold(PanelID)
  /// The timeline's track: its left edge is tick 0, its right edge the tick given.
  case time(Tick)
  /// Goes to the event before or the next one on the timeline: -1 or 1.
  case event(Int)
  /// Changes the kinds of event that the timeline goes to.
  case eventGroup
  /// Shows the present again.
  case now
  /// Something on the sheet for a new battle.
  case sheet(SheetControl)
  /// Something on the card of the lessons.
  case lesson(LessonMove)
  /// The minimap: its rectangle shows exactly the `TheatreFrame` of the ground.
  case minimap
  /// Brings a hex into view.
  case place(Int32)
  /// Selects a unit and brings it into view.
  case findUnit(UnitID)
  /// Folds or opens a formation in the order of battle.
  case foldFormation(FormationID)
  /// Closes what lies on top (help, briefing).
  case dismiss
  /// Frames the selection or the whole theatre.
  case frame
  /// Opens the help; goes to another page of it.
  case help, helpPage(Int)
  /// Shows the tools that the row has no room for.
  case moreTools
  /// Does what a key does: a command by its word in the settings.
  case command(String)
  /// Takes a tool of the desk or puts it away.
  case tool(DeskTool)
  /// Offers a task for the formation that is being handed over.
  case delegate(DelegationDraft.Task)
  /// Chooses the side to take command of: an index, the number of sides for all; takes command.
  case commandSide(Int), takeCommand
  /// Changes what the clock does at news of a kind.
  case alert(AlertKind)
}

/// The panels around the map.
public enum PanelID: UInt8, Hashable, Sendable, CaseIterable {
  case topBar, inspector, roster, dispatches, timeline, minimap, orderBar, lesson, help
}

/// What is where on the glass, in paint order: later entries lie on top.
public struct HitMap: Sendable, Equatable {
  /// A thing and its place.
  public struct Entry: Sendable, Hashable {
    /// The place.
    public var rect: Rect
    /// The thing.
    public var target: Target
  }

  /// The entries in paint order.
  public private(set) var entries: [Entry] = []
  /// How many rows of the order of battle can be scrolled out; more than there are where it is not
  /// on the glass.
  public var rosterEnd = 1000.0
  /// How many rows of the inspector can be scrolled out; likewise.
  public var inspectorEnd = 200.0

  /// An empty map.
  public init() {}

  /// Empties the map and keeps its storage.
  public mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    (rosterEnd, inspectorEnd) = (1000, 200)
  }

  /// Notes a thing painted over all before it.
  public mutating func add(_ target: Target, _ rect: Rect) {
    entries.append(Entry(rect: rect, target: target))
  }

  /// The topmost thing at a place, nil where only the map lies.
  public func target(at point: Point) -> Target? {
    entries.last { $0.rect.contains(point) }?.target
  }
}
