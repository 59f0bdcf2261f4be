public import Screen

/// Where the panels lie, from the window's size, its scale, what is folded and whether there is
/// something to inspect; nothing else, so that whoever frames a place on the map knows what part of
/// it is clear.
///
/// The slots never overlap, and together they leave at least 60 % of the window to the map. What a
/// small window has no room for leaves a chip, and comes in place of the others once it is opened.
public struct PanelLayout: Sendable, Equatable {
  /// The share of the window that panels may cover at most.
  public static let coverableShare = 0.4
  /// The share of the order bar's height that its upper row, the tools, takes.
  public static let toolShare = 0.42
  /// Less height than this makes an inspector, or an order of battle, of no use, in points.
  static let leastInspector = 96.0, leastRoster = 86.0

  /// The place of every panel that is shown, folded to its tab or left with a chip, in pixels.
  public private(set) var slots: [PanelID: Rect] = [:]
  /// The part of the map that no panel's column covers, in pixels.
  public private(set) var clearArea: Rect
  /// Whether the window is small and rows stand closer.
  public let isCompact: Bool
  /// The panels that the window has no room for: their slots hold the chips that open them.
  public private(set) var chips: Set<PanelID> = []
  /// How many dispatches show.
  public private(set) var dispatchRows = 3
  /// Whether the window is so small that the bars are lower too.
  private let isTight: Bool

  /// The layout for a view. A still picture has no panels.
  public init(_ view: ViewState) {
    let scale = view.scale > 0 ? view.scale : 1
    let width = max(1, view.camera.size.width)
    let height = max(1, view.camera.size.height)
    isCompact = width / scale < 1400 || height / scale < 820
    isTight = width / scale < 600 || height / scale < 400
    clearArea = Rect(0, 0, width, height)
    if case .picture = view.mode { return }
    // The 0.995 leaves room for rounding to whole pixels.
    let budget = Self.coverableShare * 0.995 * (width / scale) * (height / scale)
    let order = Self.givingUp(view)
    for count in 0...order.count {
      let dropped = Set(order.prefix(count))
      for step in 0..<24 {
        place(view, width / scale, height / scale, step, dropped)
        if covered <= budget, !isCramped(view) {
          finish(scale)
          return
        }
      }
    }
    finish(scale)
  }

  /// What a small window cannot hold is given up in this order: last what the person has opened.
  private static func givingUp(_ view: ViewState) -> [PanelID] {
    var order: [PanelID] = [.minimap, .roster, .dispatches]
    order += view.inspectsSomething ? [.timeline, .inspector] : [.inspector, .timeline]
    order.append(.orderBar)
    guard let opened = view.openedPanel, let place = order.firstIndex(of: opened) else {
      return order
    }
    order.append(order.remove(at: place))
    return order
  }

  /// Whether a panel is open that is too low to show anything.
  private func isCramped(_ view: ViewState) -> Bool {
    func isLow(_ panel: PanelID, _ least: Double) -> Bool {
      guard let slot = slots[panel], isOpen(panel, view) else { return false }
      return slot.height < least
    }
    return isLow(.inspector, Self.leastInspector) || isLow(.roster, Self.leastRoster)
  }

  private func isOpen(_ panel: PanelID, _ view: ViewState) -> Bool {
    slots[panel] != nil && !view.folded.contains(panel) && !chips.contains(panel)
  }

  private var covered: Double { slots.values.reduce(0) { $0 + $1.width * $1.height } }

  /// Lays everything out in points. With each step from 0 on the order of battle gives up some of
  /// the height it would like, and once it has little left the inspector too.
  private mutating func place(
    _ view: ViewState, _ width: Double, _ height: Double, _ step: Int, _ dropped: Set<PanelID>
  ) {
    // Beside lessons a short order of battle leaves the room to them and to the inspector.
    let rosterShare = view.showsLesson ? 0.34 : max(0.3, 1 - 0.07 * Double(step))
    let inspectorShare = max(0.35, 1 - 0.05 * Double(max(0, step - 10)))
    slots = [:]
    chips = []
    let gap = isCompact ? 8.0 : 12.0
    let top = isTight ? 28.0 : isCompact ? 36 : 44
    slots[.topBar] = Rect(0, 0, width, top)
    let bottom = placeBottom(view, width, height, dropped)
    // One column alone may be wider where there is little room.
    let left = width * (dropped.contains(.inspector) ? 0.33 : 0.26)
    let right = width * (isTight && dropped.contains(.roster) ? 0.37 : 0.32)
    let column = isCompact ? min(width < 1200 ? 196 : 216, left) : 257
    let inspector = isCompact ? min(width < 1200 ? 240 : 262, right) : 318
    let hasBar = showsOrderBar(view) && !dropped.contains(.orderBar)
    // The bar lies between the columns where there is room, else beneath them.
    let between = width - column - inspector - 4 * gap
    // Who only watches has the upper row alone.
    let isRow = view.mode == .spectate
    let barHeight = isCompact ? (isRow ? 22.0 : 53) : (isRow ? 26 : 62)
    let isBeneath = hasBar && between < 13 * 62
    var floor = bottom - gap
    if hasBar {
      let barWidth = isBeneath ? width - 2 * gap : min(between, 13 * 82)
      let left = isBeneath ? gap : column + 2 * gap + (between - barWidth) / 2
      slots[.orderBar] = folded(
        .orderBar, view, Rect(left, floor - barHeight, barWidth, barHeight))
      if isBeneath { floor -= barHeight + gap }
    }
    let head = top + gap
    let room = max(0, floor - head)
    let minimapHeight =
      dropped.contains(.minimap) ? 0 : min(column * (isCompact ? 0.6 : 0.78), room * 0.36)
    if minimapHeight >= 60 {
      slots[.minimap] = folded(
        .minimap, view,
        Rect(gap, floor - minimapHeight, min(column, minimapHeight * 1.3), minimapHeight))
    }
    if !dropped.contains(.roster) {
      let rosterRoom = room - (minimapHeight >= 60 ? minimapHeight + gap : 0)
      slots[.roster] = folded(
        .roster, view, Rect(gap, head, column, max(40, rosterRoom * rosterShare)))
    }
    if !dropped.contains(.inspector) {
      // The map's own scale bar keeps its place at the lower right.
      let inspectorRoom = max(40, (room - 72) * inspectorShare)
      slots[.inspector] = folded(
        .inspector, view,
        Rect(width - gap - inspector, head, inspector, min(760, inspectorRoom)))
    }
    placeLesson(view, width, head, gap)
    let under = placeChips(view, dropped, width, head, gap)
    setClearArea(view, width, under, gap, hasBar ? bottom - barHeight - 2 * gap : bottom)
  }

  /// The chips of what has no room stand in a row right of the order of battle; gives what is
  /// beneath them, or `head` where there are none.
  private mutating func placeChips(
    _ view: ViewState, _ dropped: Set<PanelID>, _ width: Double, _ head: Double, _ gap: Double
  ) -> Double {
    // Who reads a lesson folds it to go on to other things.
    guard slots[.lesson] == nil || view.folded.contains(.lesson) else { return head }
    let size = Size(50, 19)
    let first = max(slots[.roster]?.maxX ?? 0, slots[.lesson]?.maxX ?? 0) + gap
    let end = (slots[.inspector]?.x ?? width) - gap
    var (left, top) = (first, head)
    for panel in PanelID.allCases where dropped.contains(panel) {
      if panel == .inspector, !view.inspectsSomething { continue }
      if panel == .orderBar, !showsOrderBar(view) { continue }
      if left + size.width > end, left > first { (left, top) = (first, top + size.height + 3) }
      slots[panel] = Rect(left, top, size.width, size.height)
      chips.insert(panel)
      left += size.width + 3
    }
    return chips.isEmpty ? head : top + size.height + gap
  }

  /// Timeline and dispatches along the bottom; gives their upper edge.
  private mutating func placeBottom(
    _ view: ViewState, _ width: Double, _ height: Double, _ dropped: Set<PanelID>
  ) -> Double {
    var bottom = height
    if !view.folded.contains(.timeline), !dropped.contains(.timeline) {
      let timeline = isCompact ? 35.0 : 44.0
      bottom -= timeline
      slots[.timeline] = Rect(0, bottom, width, timeline)
    }
    if !view.folded.contains(.dispatches), !dropped.contains(.dispatches) {
      dispatchRows = height < 700 ? 1 : isCompact ? 2 : 3
      let rows = Double(dispatchRows) * (isCompact ? 19 : 22.5) + (isCompact ? 9 : 16)
      bottom -= rows
      slots[.dispatches] = Rect(0, bottom, width, rows)
    }
    return placeBottomTabs(view, bottom, dropped)
  }

  /// The tabs of what is folded along the bottom stand above it at the left; gives the upper edge.
  private mutating func placeBottomTabs(
    _ view: ViewState, _ bottom: Double, _ dropped: Set<PanelID>
  ) -> Double {
    var left = isCompact ? 8.0 : 12.0
    let first = left
    for panel in [PanelID.dispatches, .timeline]
    where view.folded.contains(panel) && !dropped.contains(panel) {
      slots[panel] = Rect(left, bottom - 22, 110, 22)
      left += 114
    }
    return left > first ? bottom - 22 : bottom
  }

  /// The card of the lessons lies over the map between the columns, at their upper edge.
  private mutating func placeLesson(
    _ view: ViewState, _ width: Double, _ head: Double, _ gap: Double
  ) {
    guard view.showsLesson else { return }
    let left = max(slots[.roster]?.maxX ?? 0, slots[.minimap]?.maxX ?? 0) + gap
    let right = (slots[.inspector]?.x ?? width) - gap
    let wide = min(isTight ? 340 : isCompact ? 350 : 430, right - left)
    guard wide >= 160 else { return }
    let high = isTight ? 149.0 : isCompact ? 160 : 196
    slots[.lesson] = folded(.lesson, view, Rect(left, head, wide, high))
  }

  private func showsOrderBar(_ view: ViewState) -> Bool {
    switch view.mode {
    case .play, .playBoth, .spectate: true
    case .picture: false
    }
  }

  /// The slot itself, or the tab that a folded panel leaves at the slot's outer corner.
  private func folded(_ panel: PanelID, _ view: ViewState, _ slot: Rect) -> Rect {
    guard view.folded.contains(panel) else { return slot }
    let width = min(slot.width, 150)
    switch panel {
    case .inspector: return Rect(slot.maxX - width, slot.y, width, 24)
    case .minimap: return Rect(slot.x, slot.maxY - 24, width, 24)
    case .orderBar: return Rect(slot.center.x - width / 2, slot.maxY - 24, width, 24)
    default: return Rect(slot.x, slot.y, width, 24)
    }
  }

  private mutating func setClearArea(
    _ view: ViewState, _ width: Double, _ top: Double, _ gap: Double, _ bottom: Double
  ) {
    var left = gap
    for panel in [PanelID.roster, .minimap] where isOpen(panel, view) {
      left = max(left, (slots[panel]?.maxX ?? 0) + gap)
    }
    let right = isOpen(.inspector, view) ? (slots[.inspector]?.x ?? width) - gap : width - gap
    clearArea = Rect(left, top, max(1, right - left), max(1, bottom - top))
  }

  /// Turns points into whole pixels.
  private mutating func finish(_ scale: Double) {
    func snapped(_ r: Rect) -> Rect {
      let x = (r.x * scale).rounded()
      let y = (r.y * scale).rounded()
      return Rect(x, y, (r.maxX * scale).rounded() - x, (r.maxY * scale).rounded() - y)
    }
    slots = slots.mapValues(snapped)
    clearArea = snapped(clearArea)
  }
}
