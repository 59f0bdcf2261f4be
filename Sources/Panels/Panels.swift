public import MapTable
public import Screen
public import Simulation
public import Symbology

/// What stands around the map: bars, inspector, order of battle, dispatches, timeline, minimap,
/// help.
///
/// The same picture, view and information give the same commands; what is kept between frames is
/// only a cache.
public struct Panels: Sendable {
  let symbols: SymbolLibrary
  var minimap: Minimap?
  var refusals: OrderRefusals?
  var symbolCache: [String: Symbol] = [:]

  /// Panels that draw their symbols from a library.
  public init(symbols: SymbolLibrary) { self.symbols = symbols }

  /// Where each panel, or the tab of a folded one, may lie at most, in pixels.
  public func layout(_ view: ViewState) -> [PanelID: Rect] { PanelLayout(view).slots }

  /// The rectangles that panels cover at most, in the order of `PanelID`.
  public func covered(_ view: ViewState) -> [Rect] {
    let slots = PanelLayout(view).slots
    return PanelID.allCases.compactMap { slots[$0] }
  }

  /// The fonts that panels write with on a display of this scale.
  public static func fonts(scale: Double) -> [Font] {
    var fonts: [Font] = []
    for style in TextStyle.allCases {
      for isCompact in [true, false] {
        let font = style.font(scale: scale, isCompact: isCompact)
        if !fonts.contains(font) { fonts.append(font) }
      }
    }
    return fonts
  }

  /// The formations to fold at first: all below the top that have parts of their own.
  public static func foldedAtStart(_ setup: BattleSetup) -> Set<FormationID> {
    Set(
      setup.formations.indices.filter { setup.formations[$0].parent != nil }
        .map { FormationID($0) })
  }

  /// Draws every panel that the view shows, and notes what can be clicked. A still picture has
  /// none.
  public mutating func draw(
    _ picture: Picture, _ view: ViewState, info: PanelInfo, fonts: FontBook,
    into list: inout DrawList, hits: inout HitMap, images: inout ImageTable
  ) {
    if case .picture = view.mode { return }
    let layout = PanelLayout(view)
    var canvas = Canvas(
      list: DrawList(), hits: HitMap(), fonts: fonts, scale: view.scale > 0 ? view.scale : 1,
      isCompact: layout.isCompact, pointer: view.pointer)
    swap(&canvas.list, &list)
    swap(&canvas.hits, &hits)
    drawSeam(picture, view, layout, &canvas)
    drawSelectionBox(picture, view, &canvas)
    drawLessonPlace(info, picture, view, &canvas)
    for panel in PanelID.allCases {
      guard let slot = layout.slots[panel] else { continue }
      if layout.chips.contains(panel) {
        canvas.chip(Self.shortName(panel), slot, panel)
      } else if view.folded.contains(panel), panel != .topBar {
        canvas.tab(Self.name(panel), slot, panel)
      } else {
        draw(panel, slot, picture, view, info, layout, &canvas, &images)
      }
    }
    drawPast(picture, view, info, layout, &canvas)
    drawMessage(view, layout, &canvas)
    drawFinding(picture, view, layout, &canvas)
    drawHover(picture, view, info, &canvas)
    if let slot = layout.slots[.dispatches], !layout.chips.contains(.dispatches),
      !view.folded.contains(.dispatches)
    {
      drawWholeDispatch(slot, layout.dispatchRows, picture, info, &canvas)
    }
    let hasCard =
      picture.outcome != nil && !view.hidesOutcome || view.command != nil || view.watch.card != nil
    if !hasCard { drawHint(picture, view, info, &canvas) }
    if let outcome = picture.outcome, !view.hidesOutcome {
      drawOutcome(outcome, picture, view, info, &canvas)
    }
    if let draft = view.delegation { drawDelegation(draft, picture, layout, &canvas) }
    if let row = view.watch.card { drawAlerts(row, view, layout, info, &canvas) }
    if let draft = view.command { drawCommand(draft, picture, view, layout, &canvas) }
    if view.showsHelp {
      if view.showsSigns {
        drawSigns(view, info, &canvas)
      } else {
        drawHelp(picture, view, info, &canvas)
      }
    }
    swap(&canvas.list, &list)
    swap(&canvas.hits, &hits)
  }

  private mutating func draw(
    _ panel: PanelID, _ slot: Rect, _ picture: Picture, _ view: ViewState, _ info: PanelInfo,
    _ layout: PanelLayout, _ canvas: inout Canvas, _ images: inout ImageTable
  ) {
    switch panel {
    case .topBar: drawTopBar(slot, picture, view, &canvas)
    case .inspector: drawInspector(slot, picture, view, info, &canvas)
    case .roster: drawRoster(slot, picture, view, &canvas)
    case .dispatches: drawDispatches(slot, layout.dispatchRows, picture, info, &canvas)
    case .timeline: drawTimeline(slot, picture, view, info, &canvas)
    case .minimap: drawMinimap(slot, picture, view, &canvas, &images)
    case .orderBar: drawOrderBar(slot, picture, view, info, &canvas)
    case .lesson: if let lesson = info.lesson { drawLesson(slot, lesson, &canvas) }
    case .help: break
    }
  }

  static func name(_ panel: PanelID) -> String {
    switch panel {
    case .topBar: "Top bar"
    case .inspector: "Inspector"
    case .roster: "Order of battle"
    case .dispatches: "Dispatches"
    case .timeline: "Timeline"
    case .minimap: "Minimap"
    case .orderBar: "Orders"
    case .lesson: "Lesson"
    case .help: "Help"
    }
  }

  /// The name on a chip, which has little room.
  static func shortName(_ panel: PanelID) -> String {
    switch panel {
    case .inspector: "Details"
    case .roster: "Forces"
    case .dispatches: "News"
    case .timeline: "Time"
    case .minimap: "Map"
    case .topBar, .orderBar, .lesson, .help: name(panel)
    }
  }
}
