import MapTable
import Screen
import Simulation

extension Panels {
  /// The card of the step that the learner is at.
  func drawLesson(_ slot: Rect, _ lesson: LessonCard, _ canvas: inout Canvas) {
    let pad = canvas.isCompact ? canvas.px(slot.height < canvas.px(150) ? 7 : 10) : canvas.px(14)
    let line = canvas.lineHeight(.heading)
    let button = canvas.px(slot.height < canvas.px(150) ? 22 : 23, 27)
    let height = canvas.lineHeight(.body)
    let others = 2 * pad + line + button + canvas.px(3) + canvas.px(6)
    let most = max(1, Int((slot.height - others) / height))
    let lines = canvas.wrapped(lesson.text, .body, width: slot.width - 2 * pad, lines: most)
    // The card is as high as its words.
    var slot = slot
    slot.height = min(slot.height, others + Double(lines.count) * height)
    canvas.panel(slot, color: Ink.card)
    let edge = Path(slot.inset(by: 0.5 * canvas.scale), radius: 6 * canvas.scale)
    canvas.list.line(
      edge, LineStyle(width: max(1, (1.5 * canvas.scale).rounded())),
      lesson.isDone ? Ink.green : Ink.amber)
    let inner = slot.inset(by: pad)
    let mark = canvas.px(16)
    let count = "\(lesson.number) of \(lesson.count)"
    let countWidth = canvas.width(count, .small) + canvas.px(8)
    canvas.text(
      lesson.isDone ? "✓ \(lesson.title)" : lesson.title,
      in: Rect(inner.x, inner.y, inner.width - countWidth - mark, line), .heading,
      lesson.isDone ? Ink.green : Ink.amber)
    canvas.text(
      count, in: Rect(inner.maxX - countWidth - mark, inner.y, countWidth, line), .small, Ink.dim,
      .right)
    canvas.foldMark(Rect(inner.maxX - mark + canvas.px(4), inner.y, mark, line), .lesson)
    var y = inner.y + line + canvas.px(3)
    for text in lines {
      canvas.text(text, in: Rect(inner.x, y, inner.width + 1, height), .body)
      y += height
    }
    drawLessonButtons(lesson, Rect(inner.x, inner.maxY - button, inner.width, button), &canvas)
  }

  private func drawLessonButtons(
    _ lesson: LessonCard, _ row: Rect, _ canvas: inout Canvas
  ) {
    let gap = canvas.px(6)
    func width(_ label: String) -> Double { canvas.width(label, .small) + canvas.px(18) }
    var x = row.x
    func add(_ label: String, _ control: Control, isOn: Bool = false) {
      let wide = width(label)
      canvas.button(
        label, Rect(x.rounded(), row.y, wide.rounded(), row.height), control, isOn: isOn, .small)
      x += wide + gap
    }
    add("End lessons", .lesson(.leave))
    if lesson.number > 1 { add("Back", .lesson(.back)) }
    if let place = lesson.place { add("Show the place", .place(place)) }
    let goOn = lesson.isRead || lesson.isDone ? "Go on" : "Skip"
    let wide = width(goOn) + canvas.px(10)
    canvas.button(
      goOn, Rect((row.maxX - wide).rounded(), row.y, wide.rounded(), row.height), .lesson(.next),
      isOn: lesson.isRead || lesson.isDone, .small)
  }

  /// The ring on the map around the place that a lesson speaks of.
  func drawLessonPlace(
    _ info: PanelInfo, _ picture: Picture, _ view: ViewState, _ canvas: inout Canvas
  ) {
    guard let lesson = info.lesson, !lesson.isDone, !view.folded.contains(.lesson),
      let place = lesson.place, place >= 0, Int(place) < picture.setup.terrain.grid.count
    else { return }
    let center = view.camera.screen(
      GroundPoint(picture.setup.terrain.grid.center(of: Int(place))))
    guard Rect(0, 0, view.camera.size.width, view.camera.size.height).contains(center) else {
      return
    }
    let radius = max(canvas.px(30), 900 / view.camera.metersPerPixel)
    let path = Path(circle: center, radius: radius)
    canvas.list.line(path, LineStyle(width: canvas.px(5)), Color(20, 24, 34, 130))
    canvas.list.line(path, LineStyle(width: canvas.px(2.5)), Ink.amber)
  }
}
