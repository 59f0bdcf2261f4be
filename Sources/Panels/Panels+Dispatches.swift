import MapTable
import Press
import Screen
import Simulation

extension Panels {
  func drawDispatches(
    _ slot: Rect, _ count: Int, _ picture: Picture, _ info: PanelInfo, _ canvas: inout Canvas
  ) {
    canvas.panel(slot, radius: 0, color: Ink.bar)
    let rows = rows(slot, count, picture, info, canvas)
    for (index, rect) in rows {
      let dispatch = info.dispatches[index]
      let target: Target =
        dispatch.hex >= 0 ? .control(.place(dispatch.hex)) : .dispatch(index)
      canvas.hits.add(target, rect)
      if dispatch.hex >= 0, canvas.isHovered(rect) {
        canvas.list.fill(
          Path(Rect(rect.x - canvas.px(5), rect.y, rect.width, rect.height), radius: 3), Ink.hover)
      }
      draw(dispatch, in: rect, picture, &canvas)
    }
    if rows.isEmpty {
      let room = Rect(slot.x + canvas.px(12, 18), slot.y, slot.width / 2, slot.height)
      canvas.text("No dispatches yet.", in: room, .body, Ink.faint)
    }
    let mark = canvas.px(18)
    canvas.foldMark(
      Rect(slot.maxX - mark - canvas.px(8), slot.y + canvas.px(4), mark, mark), .dispatches)
  }

  /// The whole of a dispatch that its row cuts short, above it while the pointer is there.
  func drawWholeDispatch(
    _ slot: Rect, _ count: Int, _ picture: Picture, _ info: PanelInfo, _ canvas: inout Canvas
  ) {
    guard
      let (index, rect) = rows(slot, count, picture, info, canvas).first(where: {
        canvas.isHovered($0.rect)
      })
    else { return }
    let dispatch = info.dispatches[index]
    let room = rect.maxX - textLeft(of: dispatch, in: rect, canvas)
    guard canvas.width(dispatch.text, .small) > room else { return }
    let pad = canvas.px(9)
    let lines = canvas.wrapped(
      dispatch.text, .body, width: min(canvas.px(520), rect.width - 2 * pad), lines: 5)
    let height = Double(lines.count) * canvas.lineHeight(.body) + 1.4 * pad
    let width = (lines.map { canvas.width($0, .body) }.max() ?? 0) + 2 * pad
    let box = Rect(
      rect.x, (slot.y - height - canvas.px(6)).rounded(), width.rounded(.up), height.rounded())
    drawCard(box, &canvas)
    write(lines, in: box.inset(by: pad * 0.35), pad, Ink.text, .left, &canvas)
  }

  /// The dispatches that show, the newest first, with their rows.
  private func rows(
    _ slot: Rect, _ count: Int, _ picture: Picture, _ info: PanelInfo, _ canvas: Canvas
  ) -> [(index: Int, rect: Rect)] {
    let pad = canvas.px(4, 8)
    let height = ((slot.height - 2 * pad) / Double(max(1, count))).rounded(.down)
    let left = slot.x + canvas.px(12, 18)
    let right = slot.maxX - canvas.px(34)
    return readable(info.dispatches, picture).suffix(count).reversed().enumerated().map {
      let y = slot.y + pad + Double($0.offset) * height
      return ($0.element, Rect(left, y, right - left, height))
    }
  }

  /// Where a dispatch's own words begin in its row.
  private func textLeft(of dispatch: Dispatch, in rect: Rect, _ canvas: Canvas) -> Double {
    let before = canvas.width("00:00", .body) + 2 + canvas.width("confirmed", .small)
    let x = rect.x + before + canvas.px(10) + 2 * canvas.px(9, 12)
    let source = canvas.width(dispatch.source.uppercased(), .smallStrong)
    return x + min(source, (rect.maxX - x) * 0.45) + canvas.px(8, 10)
  }

  /// The indices of the dispatches that this viewer may read by now; at most the last few matter.
  private func readable(_ dispatches: [Dispatch], _ picture: Picture) -> [Int] {
    var found: [Int] = []
    for index in dispatches.indices.reversed() where found.count < 4 {
      let dispatch = dispatches[index]
      guard dispatch.tick <= picture.tick else { continue }
      if case .side(let side) = picture.viewpoint, let audience = dispatch.audience,
        !audience.contains(side)
      {
        continue
      }
      found.append(index)
    }
    return found.reversed()
  }

  private func draw(
    _ dispatch: Dispatch, in rect: Rect, _ picture: Picture, _ canvas: inout Canvas
  ) {
    var x = rect.x
    let gap = canvas.px(9, 12)
    let time = ClockText(picture.setup.clock).time(dispatch.tick)
    let timeWidth = canvas.width("00:00", .body) + 2
    canvas.text(time, in: Rect(x, rect.y, timeWidth, rect.height), .body, Ink.dim)
    x += timeWidth + gap
    let badgeWidth = canvas.width("confirmed", .small) + canvas.px(10)
    let badgeHeight = min(rect.height - 2, canvas.px(16, 18))
    let badge = Rect(
      x, (rect.center.y - badgeHeight / 2).rounded(), badgeWidth.rounded(), badgeHeight)
    canvas.list.fill(Path(badge, radius: 2 * canvas.scale), color(of: dispatch.badge))
    canvas.text(dispatch.badge.rawValue, in: badge, .small, Ink.text, .center)
    x += badgeWidth + gap
    let source = dispatch.source.uppercased()
    x += canvas.text(
      source, in: Rect(x, rect.y, (rect.maxX - x) * 0.45, rect.height), .smallStrong,
      sourceColor(dispatch, picture))
    x += canvas.px(8, 10)
    // A long one is written smaller before it is cut.
    let isLong = canvas.width(dispatch.text, .body) > rect.maxX - x
    canvas.text(
      dispatch.text, in: Rect(x, rect.y, rect.maxX - x, rect.height), isLong ? .small : .body)
  }

  private func color(of badge: Dispatch.Badge) -> Color {
    switch badge {
    case .claim: Ink.chip
    case .seen: Color(84, 98, 74)
    case .confirmed: Color(46, 104, 70)
    }
  }

  private func sourceColor(_ dispatch: Dispatch, _ picture: Picture) -> Color {
    let sides = picture.setup.sides
    guard let side = dispatch.side, sides.indices.contains(side.index) else { return Ink.reporter }
    return Ink.side(sides[side.index].color)
  }
}
