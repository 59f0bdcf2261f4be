public import MapTable
public import Press
public import Simulation

/// What panels show beyond the picture: what the session and the press have to say.
public struct PanelInfo: Sendable {
  /// The dispatches so far, oldest first.
  public var dispatches: [Dispatch]
  /// What happened, for the timeline.
  public var timeline: [TimelineMark]
  /// The longest that the battle can last: the right end of the timeline.
  public var battleLength: Tick
  /// The newest moment reached, where the picture may show an older one.
  public var latestTick: Tick
  /// What a click would do where the pointer is (`InputController.hint`).
  public var hint: String?
  /// What the attack that a click would give would come to, nil where it would give none.
  public var outlook: AttackOutlook?
  /// The lesson to show, while `ViewState.showsLesson` says so.
  public var lesson: LessonCard?
  /// How the person's result stands once the battle is over.
  public var standing: StandingCard?
  /// The lines of the help (`KeyBindings.help`); the order bar takes its keys from them too.
  public var help: [HelpRow]
  /// Why the staff orders the selected unit as it does; nil where there is nothing to tell.
  public var reason: StaffRemark?
  /// The signs that the map shows now, for the help.
  public var signs = SignSheet()

  /// What panels show beyond the picture.
  public init(
    dispatches: [Dispatch] = [], timeline: [TimelineMark] = [],
    battleLength: Tick = Tick(1440), latestTick: Tick = Tick(0), hint: String? = nil,
    help: [HelpRow] = [], outlook: AttackOutlook? = nil,
    lesson: LessonCard? = nil, standing: StandingCard? = nil
  ) {
    self.dispatches = dispatches
    self.timeline = timeline
    self.battleLength = battleLength
    self.latestTick = latestTick
    self.hint = hint
    self.help = help
    self.outlook = outlook
    self.lesson = lesson
    self.standing = standing
  }
}
