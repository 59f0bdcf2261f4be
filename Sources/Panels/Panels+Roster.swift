import MapTable
import Screen
import Simulation

extension Panels {
  func drawRoster(
    _ slot: Rect, _ picture: Picture, _ view: ViewState, _ canvas: inout Canvas
  ) {
    let rows = RosterContent(picture: picture, view: view).rows
    guard !rows.isEmpty else { return }
    let rowHeight = canvas.px(20, 27)
    let head = canvas.px(28, 40)
    let foot = canvas.px(5, 8)
    let visible = max(1, Int((slot.height - head - foot) / rowHeight))
    let shown = min(visible, rows.count)
    let panel = Rect(
      slot.x, slot.y, slot.width, min(slot.height, head + Double(shown) * rowHeight + foot))
    canvas.panel(panel)
    canvas.text(
      "Order of battle",
      in: Rect(panel.x + canvas.px(10, 15), panel.y, panel.width - canvas.px(40), head), .heading)
    let mark = canvas.px(18)
    canvas.foldMark(
      Rect(panel.maxX - mark - canvas.px(5), panel.y + (head - mark) / 2, mark, mark), .roster)
    let end = max(0, rows.count - visible)
    canvas.hits.rosterEnd = Double(end)
    let first = min(end, Int(max(0, min(10_000, view.rosterScroll))))
    canvas.list.pushClip(panel)
    for index in first..<min(rows.count, first + visible) {
      let y = panel.y + head + Double(index - first) * rowHeight
      draw(rows[index], in: Rect(panel.x, y, panel.width, rowHeight), &canvas)
    }
    canvas.list.popClip()
    if rows.count > visible {
      canvas.scrollBar(
        Rect(panel.x, panel.y + head, panel.width, Double(visible) * rowHeight), first, visible,
        rows.count)
    }
  }

  private func draw(_ row: RosterRow, in rect: Rect, _ canvas: inout Canvas) {
    let inset = canvas.px(5, 8)
    let body = Rect(rect.x + inset, rect.y, rect.width - 2 * inset, rect.height)
    if row.isSelected {
      canvas.list.fill(Path(body, radius: 3 * canvas.scale), Ink.selected)
    } else if canvas.isHovered(body), row.subject != .side {
      canvas.list.fill(Path(body, radius: 3 * canvas.scale), Ink.hover)
    }
    switch row.subject {
    case .side: break
    case .formation(let id): canvas.hits.add(.rosterRow(id), body)
    case .unit(let id): canvas.hits.add(.control(.findUnit(id)), body)
    }
    let indent = body.x + canvas.px(5, 7) + Double(min(row.depth, 6)) * canvas.px(11, 16)
    let color = row.isBroken ? Ink.red : row.isAbsent ? Ink.faint : Ink.text
    let sign = canvas.px(12, 14)
    if let isFolded = row.isFolded, case .formation(let id) = row.subject {
      let box = Rect(indent, rect.y, sign, rect.height)
      canvas.text(isFolded ? "+" : "–", in: box, .body, row.isBroken ? Ink.red : Ink.dim)
      canvas.hits.add(.control(.foldFormation(id)), box)
    }
    let valueWidth = canvas.width(row.value, .body)
    let right = body.maxX - canvas.px(6)
    canvas.text(
      row.value, in: Rect(right - valueWidth, rect.y, valueWidth + 1, rect.height), .body,
      row.isBroken ? Ink.red : row.isAbsent ? Ink.faint : Ink.dim, .right)
    let left =
      row.subject == .side || row.isFolded == nil && row.depth == 0 ? indent : indent + sign
    let name = Rect(left, rect.y, right - valueWidth - canvas.px(6) - left, rect.height)
    // A long name is written smaller before it is cut.
    let style: TextStyle =
      row.subject == .side
      ? .smallStrong : canvas.width(row.name, .body) <= name.width ? .body : .small
    canvas.text(row.name, in: name, style, row.subject == .side ? Ink.dim : color)
  }
}
