import MapTable
import Screen
import Simulation

extension Panels {
  /// The card of a formation that is being handed to the staff: its task, its boundary, what next.
  func drawDelegation(
    _ draft: DelegationDraft, _ picture: Picture, _ layout: PanelLayout, _ canvas: inout Canvas
  ) {
    let formations = picture.setup.formations
    guard formations.indices.contains(draft.formation.index) else { return }
    let area = layout.clearArea
    let pad = canvas.px(10, 12)
    let row = canvas.px(22, 26)
    let width = min(area.width, canvas.px(420, 500))
    let box = Rect(
      (area.center.x - width / 2).rounded(), area.y + canvas.px(4), width.rounded(),
      (row * 4 + 2 * pad).rounded())
    canvas.panel(box, radius: 6, color: Ink.card)
    let inner = box.inset(by: pad)
    canvas.text(
      "Staff: \(formations[draft.formation.index].name)",
      in: Rect(inner.x, inner.y, inner.width, row), .heading)
    let tasks = DelegationDraft.Task.allCases
    let gap = canvas.px(3)
    let widths = canvas.shares(tasks.map(\.rawValue), .small, inner.width, gap)
    var left = inner.x
    for (task, width) in zip(tasks, widths) {
      let next = left + width
      canvas.button(
        task.rawValue,
        Rect(left.rounded(), inner.y + row, next.rounded() - left.rounded(), row - 2),
        .delegate(task), isOn: task == draft.task, .small)
      left = next + gap
    }
    canvas.text(
      draft.task.purpose, in: Rect(inner.x, inner.y + 2 * row, inner.width, row), .small, Ink.dim)
    let button = row
    let last = Rect(inner.x, inner.y + 3 * row, inner.width, row)
    canvas.button("−", Rect(last.x, last.y, button, row - 2), .shiftTime(-1), .body)
    canvas.button("+", Rect(last.x + button + gap, last.y, button, row - 2), .shiftTime(1), .body)
    left = last.x + 2 * (button + gap) + gap
    let reach = "within \(draft.within) km"
    let words = [
      "\(reach) of the place: click it, or Enter at the map cursor",
      "\(reach): click the place, or press Enter", "\(reach) of the place",
    ]
    canvas.text(
      canvas.fitting(words, .small, in: last.maxX - left),
      in: Rect(left, last.y, last.maxX - left, row), .small, Ink.amber)
  }
}
