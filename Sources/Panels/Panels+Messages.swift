import MapTable
import Screen
import Simulation

extension Panels {
  /// The line above the order bar; a refusal in amber.
  func drawMessage(_ view: ViewState, _ layout: PanelLayout, _ canvas: inout Canvas) {
    guard let message = view.message, !message.text.isEmpty else { return }
    let area = layout.clearArea
    let pad = canvas.px(12)
    let room = max(canvas.px(60), area.width - 2 * pad)
    let lines = canvas.wrapped(message.text, .medium, width: min(room, canvas.px(760)), lines: 3)
    let height = canvas.lineHeight(.medium)
    let width = lines.map { canvas.width($0, .medium) }.max() ?? 0
    let box = Rect(
      (area.center.x - min(room, width) / 2 - pad).rounded(),
      (area.maxY - Double(lines.count) * height - canvas.px(10)).rounded(),
      (min(room, width) + 2 * pad).rounded(), Double(lines.count) * height + canvas.px(8))
    canvas.panel(box, radius: 5)
    write(lines, in: box, pad, message.isRefusal ? Ink.amber : Ink.text, .center, &canvas)
  }

  /// What the control under the pointer does, or why it is refused.
  func drawHover(
    _ picture: Picture, _ view: ViewState, _ info: PanelInfo, _ canvas: inout Canvas
  ) {
    guard let pointer = view.pointer,
      case .control(.order(let kind)) = canvas.hits.target(at: pointer),
      let entry = canvas.hits.entries.last(where: { $0.target == .control(.order(kind)) })
    else { return }
    // Above the whole bar, so that its other buttons stay readable.
    let bar =
      canvas.hits.entries.last {
        $0.target == .panel && $0.rect.union(entry.rect) == $0.rect
      }?.rect ?? entry.rect
    let refusal = refusal(of: kind, view)
    let text = refusal ?? kind.purpose
    let lines = canvas.wrapped(text, .body, width: canvas.px(320), lines: 3)
    let height = canvas.lineHeight(.body)
    let pad = canvas.px(9)
    let key = info.help.first { $0.order == kind }?.keys ?? ""
    let head = key.isEmpty ? kind.title : "\(kind.title)  ·  \(key)"
    let width = (lines.map { canvas.width($0, .body) } + [canvas.width(head, .strong)]).max() ?? 0
    let size = Size(width + 2 * pad, Double(lines.count + 1) * height + 1.4 * pad)
    let left = min(
      max(canvas.px(4), entry.rect.center.x - size.width / 2),
      view.camera.size.width - size.width - canvas.px(4))
    let box = Rect(
      left.rounded(), (bar.y - size.height - canvas.px(6)).rounded(), size.width.rounded(),
      size.height.rounded())
    drawCard(box, &canvas)
    canvas.text(
      head, in: Rect(box.x + pad, box.y + pad * 0.7, box.width - 2 * pad, height), .strong)
    let rest = Rect(box.x, box.y + height + pad * 0.7, box.width, box.height - height - 1.4 * pad)
    write(lines, in: rest, pad, refusal == nil ? Ink.dim : Ink.amber, .left, &canvas)
  }

  /// The box beside the pointer that says what a click would do.
  func drawHint(
    _ picture: Picture, _ view: ViewState, _ info: PanelInfo, _ canvas: inout Canvas
  ) {
    guard let hint = info.hint, !hint.isEmpty, view.drag == nil, !view.showsHelp,
      let pointer = view.aim(on: picture.setup.terrain.grid)
    else { return }
    switch view.aimsWithCursor ? nil : canvas.hits.target(at: pointer) {
    case .panel, .control, .dispatch, .rosterRow: return
    case .unit, .formation, .contact, .stack, .town, .hex, nil: break
    }
    let pad = canvas.px(7)
    let hintLines = canvas.wrapped(hint, .body, width: canvas.px(300), lines: 3)
    let outlook = info.outlook
    let more = outlook.map { outlook in
      [outlook.verdict]
        + outlook.lines.flatMap { canvas.wrapped($0, .body, width: canvas.px(300), lines: 2) }
    }
    let lines = hintLines + (more ?? [])
    let lineHeight = canvas.lineHeight(.body)
    let width = (lines.map { canvas.width($0, .strong) }.max() ?? 0) + 2 * pad
    let height = Double(lines.count) * lineHeight + pad
    let box = Self.hintPlace(
      Size(width.rounded(), height.rounded()), beside: pointer, in: view.camera.size, canvas)
    drawCard(box, &canvas)
    for (index, line) in lines.enumerated() {
      let rect = Rect(
        box.x + pad, box.y + pad / 2 + Double(index) * lineHeight, box.width - 2 * pad + 1,
        lineHeight)
      let isVerdict = index == hintLines.count
      let color =
        index < hintLines.count
        ? Ink.text : isVerdict ? outlook.map { Self.color($0.tone) } ?? Ink.text : Ink.dim
      canvas.text(line, in: rect, isVerdict ? .strong : .body, color)
    }
  }

  /// Where a box beside the pointer stands: right beneath it, else at another side where it lies on
  /// no panel, and in the window at least.
  private static func hintPlace(
    _ box: Size, beside pointer: Point, in window: Size, _ canvas: Canvas
  ) -> Rect {
    let room = Rect(0, 0, window.width, window.height).inset(by: canvas.px(4))
    let panels = canvas.hits.entries.filter { $0.target == .panel }
    let (right, left) = (pointer.x + canvas.px(16), pointer.x - box.width - canvas.px(10))
    let (below, above) = (pointer.y + canvas.px(18), pointer.y - box.height - canvas.px(10))
    let places = [(right, below), (left, below), (right, above), (left, above)].map {
      Rect($0.0.rounded(), $0.1.rounded(), box.width, box.height)
    }
    let whole = places.filter { room.union($0) == room }
    let free = whole.first { place in !panels.contains { $0.rect.intersects(place) } }
    if let place = free ?? whole.first { return place }
    let x = min(max(room.x, right), max(room.x, room.maxX - box.width))
    let y = min(max(room.y, below), max(room.y, room.maxY - box.height))
    return Rect(x.rounded(), y.rounded(), box.width, box.height)
  }

  private static func color(_ tone: AttackOutlook.Tone) -> Color {
    switch tone {
    case .pending: Ink.dim
    case .poor: Ink.red
    case .even: Ink.amber
    case .good: Ink.green
    }
  }

  /// A card that takes no clicks: they go to what lies under it.
  func drawCard(_ box: Rect, _ canvas: inout Canvas) {
    canvas.list.fill(Path(box, radius: 4 * canvas.scale), Ink.ground.withAlpha(248))
    canvas.list.line(
      Path(box.inset(by: 0.5), radius: 4 * canvas.scale), LineStyle(width: max(1, canvas.scale)),
      Ink.track)
  }

  /// Lines of text in a box, at its left or in its middle.
  func write(
    _ lines: [String], in box: Rect, _ pad: Double, _ color: Color, _ side: Canvas.Side,
    _ canvas: inout Canvas
  ) {
    let height = box.height / Double(max(1, lines.count))
    let style: TextStyle = side == .center ? .medium : .body
    let inner = height * 0.94
    let top = box.y + (box.height - inner * Double(lines.count)) / 2
    for (index, line) in lines.enumerated() {
      let rect = Rect(box.x + pad, top + Double(index) * inner, box.width - 2 * pad + 1, inner)
      canvas.text(line, in: rect, style, color, side)
    }
  }
}
