public import Screen
public import Simulation

/// How one viewer looks at the battle: everything that a replay need not reproduce.
public struct ViewState: Sendable, Equatable {
  /// The map's colours.
  public enum Theme: String, Sendable, CaseIterable { case day, night }

  /// How the program is used.
  public enum Mode: Sendable, Equatable {
    /// Commanding one side.
    case play(SideID)
    /// Commanding every side.
    case playBoth
    /// Only watching.
    case spectate
    /// A still picture.
    case picture
  }

  /// How a drag that has begun will end.
  public enum Drag: Sendable, Equatable {
    /// The map is being moved; where the pointer was last.
    case pan(last: Point, moved: Bool)
    /// A box is being drawn from a corner.
    case box(from: Point)
    /// The timeline's handle is held.
    case timeline
    /// The minimap's frame is held.
    case minimap
  }

  /// Simulated seconds a real second, by step; the last is as fast as it goes.
  public static let speeds: [Double] = [60, 300, 900, 1800, .infinity]

  /// How the program is used.
  public var mode: Mode
  /// Whose picture is shown.
  public var viewpoint: Viewpoint
  /// Where the viewer looks from. Its size is the whole window's.
  public var camera: Camera
  /// Pixels a point: 1 on ordinary displays, 2 on fine ones. Text and counters grow with it.
  public var scale: Double
  /// The map's colours.
  public var theme: Theme
  /// Whether the map dims with the night.
  public var dimsAtNight: Bool
  /// Counter height in points, 16…64, apart from the zoom.
  public var counterSize: Double
  /// Whether the hex grid shows everywhere.
  public var showsGrid: Bool
  /// Layers that are left away.
  public var hiddenLayers: Set<MapLayer>
  /// Layers of the selection (`MapLayer.ofSelection`) that show for every unit.
  public var layersForAll: Set<MapLayer>
  /// The chosen units, ascending.
  public var selection: [UnitID]
  /// The chosen enemy contact.
  public var selectedContact: ContactID?
  /// The hex last pointed at by a click on bare ground.
  public var selectedHex: Int32?
  /// Where the pointer is; nil outside the window.
  public var pointer: Point?
  /// The map cursor of the keyboard, as a hex index.
  public var cursorHex: Int32?
  /// The order that the next click gives.
  public var armed: OrderKind?
  /// Whether the armed order goes after what the units do now.
  public var queuesArmed = false
  /// When the orders being made shall begin.
  public var orderTime = OrderTime.now
  /// The waypoints put down so far for the next order, as hex indices.
  public var ways: [Int32] = []
  /// The row of `Rules.conducts` that is offered while `conduct` is armed.
  public var conductChoice: Int?
  /// Whether clicks count as with Shift or Ctrl held, for those with a mouse alone.
  public var holdsShift = false
  /// See `holdsShift`.
  public var holdsControl = false
  /// The name that is being looked for; nil while nothing is.
  public var finding: Finding?
  /// Whether the keyboard's map cursor was moved last, and not the pointer: hints follow it.
  public var aimsWithCursor = false
  /// When the clock slows down or stands by itself.
  public var watch = ClockWatch()
  /// What is measured on the map.
  public var desk = DeskWork()
  /// Whether two maps stand side by side: what the viewpoint's side knows, and what is so.
  public var isSplit = false
  /// Whether the right one of the two was clicked last: the panels tell of its picture.
  public var looksRight = false
  /// Whether the director holds the camera.
  public var isDirected = false
  /// Whether everything may be looked at: a battle that is over, or one without fog.
  public var fogIsLifted = false
  /// Whether the row above the orders shows what changes the view.
  public var showsViewTools = false
  /// The formation that is being handed to the staff.
  public var delegation: DelegationDraft?
  /// What is with the staff; the session keeps it up to date.
  public var delegations: [DelegationDraft] = []
  /// A formation is to be handed over, or taken back.
  public var wantsDelegation: DelegationDraft?
  /// See `wantsDelegation`.
  public var wantsFormationBack: FormationID?
  /// Command that is being taken at a moment of a record; nil while its card is closed.
  public var command: CommandDraft?
  /// It is to be taken as the card says.
  public var wantsCommand = false
  /// Where a box that the keyboard draws began, as a hex index; its other corner is the map cursor.
  public var boxCorner: Int32?
  /// Whether the help shows the signs of the map instead of the keys.
  public var showsSigns = false
  /// A picture of the map alone has been asked for.
  public var wantsMapPicture = false
  /// The newest orders are to be taken back, or given again.
  public var wantsUndo = false
  /// See `wantsUndo`.
  public var wantsRedo = false
  /// The drag under way.
  public var drag: Drag?
  /// Whether the clock stands.
  public var isPaused: Bool
  /// The speed as an index into `speeds`.
  public var speed: Int
  /// Single ticks asked for while the clock stands.
  public var singleTicks: Int
  /// Panels that are folded away.
  public var folded: Set<PanelID>
  /// The panel that the person opened last in a window without room for all: others give way.
  public var openedPanel: PanelID?
  /// The page of the help and of the row of tools where they have several: taken round, counted
  /// modulo 5,040, which every number of pages up to ten divides.
  public var helpPage = 0
  /// See `helpPage`.
  public var toolPage = 0
  /// Whether the help lies over everything.
  public var showsHelp: Bool
  /// Whether movement trails show.
  public var showsTrails: Bool
  /// Whether every stack is opened.
  public var opensStacks: Bool
  /// Formations that are folded in the order of battle.
  public var foldedFormations: Set<FormationID>
  /// Rows of the order of battle that are scrolled out at its top, 0 or more.
  public var rosterScroll: Double
  /// Rows of the inspector that are scrolled out beneath its head, 0 or more.
  public var inspectorScroll = 0.0
  /// The stack whose counters are spread, by its topmost unit.
  public var openedStack: UnitID?
  /// Whether the card that tells the outcome has been put away.
  public var hidesOutcome: Bool
  /// The newest moment reached; the session keeps it up to date, and the timeline ends its past
  /// here.
  public var latestTick: Tick
  /// The message to the person, with its kind.
  public var message: Message?
  /// The moment shown, where it is not the present; nil for the present.
  public var shownTick: Tick?
  /// Whether a lesson's card shows; what its buttons ask for.
  public var showsLesson = false
  /// See `showsLesson`.
  public var wantedLesson: LessonMove?
  /// The place at the pointer, or at the map cursor, is to be copied as a line of YAML.
  public var wantsPlaceCopy = false
  /// The moment that is shown is to be written as a scenario.
  public var wantsMoment = false
  /// Which events the timeline goes from one to the next of.
  public var eventGroup: EventGroup
  /// Going to an event of the group has been asked for: 1 the next, -1 the one before.
  public var wantedJump: Int?
  /// Text and counters beside their ordinary size, in percent: 75…200.
  public var textScalePercent: Int
  /// Whether the sides are told apart by the palette for colour-blind eyes.
  public var usesSafePalette: Bool
  /// Places that the person keeps, by number 1…9.
  public var bookmarks: [Int: Camera]
  /// A picture of the screen has been asked for.
  public var wantsPicture: Bool
  /// Full screen has been asked for or left.
  public var isFullScreen: Bool
  /// The person wants to leave.
  public var wantsQuit: Bool

  /// What the program tells the person in one line.
  public struct Message: Sendable, Equatable {
    /// The line.
    public var text: String
    /// Whether it tells of a refusal.
    public var isRefusal: Bool
    /// A message.
    public init(_ text: String, isRefusal: Bool = false) {
      self.text = text
      self.isRefusal = isRefusal
    }
  }

  /// A state with nothing chosen and the clock standing.
  public init(mode: Mode, viewpoint: Viewpoint, camera: Camera, scale: Double = 1) {
    self.mode = mode
    self.viewpoint = viewpoint
    self.camera = camera
    self.scale = scale
    theme = .day
    dimsAtNight = true
    counterSize = 26
    showsGrid = false
    hiddenLayers = []
    layersForAll = []
    selection = []
    isPaused = true
    speed = 1
    singleTicks = 0
    folded = []
    showsHelp = false
    showsTrails = false
    opensStacks = false
    foldedFormations = []
    rosterScroll = 0
    hidesOutcome = false
    latestTick = Tick(0)
    eventGroup = .all
    textScalePercent = 100
    usesSafePalette = false
    bookmarks = [:]
    wantsPicture = false
    isFullScreen = false
    wantsQuit = false
  }
}

extension ViewState {
  /// Where the person aims: the middle of the map cursor's hex where the keyboard moved it last,
  /// else the pointer.
  public func aim(on grid: HexGrid) -> Point? {
    guard aimsWithCursor, let cursorHex, cursorHex >= 0, Int(cursorHex) < grid.count else {
      return pointer
    }
    return camera.screen(GroundPoint(grid.center(of: Int(cursorHex))))
  }

  /// Whether anything is chosen that the inspector tells of.
  public var inspectsSomething: Bool {
    !selection.isEmpty || selectedContact != nil || selectedHex != nil
  }

  /// Whether command can be taken: by those who watch, and by those whose battle is over.
  public var mayTakeCommand: Bool { mode == .spectate || fogIsLifted }

  /// The box of a selection under way on the glass, by mouse or by keyboard; nil while none is.
  public func selectionBox(on grid: HexGrid) -> Rect? {
    if case .box(let corner)? = drag, let pointer { return Rect(corner, pointer) }
    guard let boxCorner, let cursorHex, boxCorner >= 0, cursorHex >= 0,
      Int(boxCorner) < grid.count, Int(cursorHex) < grid.count
    else { return nil }
    let (a, b) = (grid.center(of: Int(boxCorner)), grid.center(of: Int(cursorHex)))
    return Rect(
      camera.screen(GroundPoint(a)), camera.screen(GroundPoint(b))
    ).inset(by: -Self.boxMarginMeters / camera.metersPerPixel)
  }

  /// What a box of the keyboard reaches beyond the middles of its corners' hexes: half a hex.
  public static let boxMarginMeters = 500.0

  /// Whether the person may look at more than one side's picture.
  public var mayLookAround: Bool {
    if case .play = mode { return fogIsLifted }
    return true
  }
}
