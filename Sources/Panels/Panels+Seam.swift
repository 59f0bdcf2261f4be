import MapTable
import Screen
import Simulation

extension Panels {
  /// The line between two maps beside each other, and what either shows.
  func drawSeam(
    _ picture: Picture, _ view: ViewState, _ layout: PanelLayout, _ canvas: inout Canvas
  ) {
    guard view.isSplit else { return }
    let glass = SplitGlass(view.camera)
    let width = max(2, canvas.px(2))
    canvas.list.fill(
      Rect(glass.seam - width / 2, 0, width, view.camera.size.height), Ink.ground.withAlpha(255))
    var name = "the side"
    if case .side(let side) = view.viewpoint, picture.setup.sides.indices.contains(side.index) {
      name = picture.setup.sides[side.index].name
    }
    let area = layout.clearArea
    let top = area.y + (view.shownTick == nil ? 0 : canvas.px(34, 40))
    let pad = canvas.px(9)
    let gap = canvas.px(8)
    for (half, text) in [(SplitGlass.Half.known, "What \(name) knows"), (.truth, "What is so")] {
      let room =
        half == .known
        ? glass.seam - gap - area.x : area.maxX - glass.seam - gap
      let wanted = min(room, canvas.width(text, .strong) + 2 * pad)
      guard wanted > 3 * pad else { continue }
      let left = half == .known ? glass.seam - gap - wanted : glass.seam + gap
      let box = Rect(left.rounded(), top, wanted.rounded(), canvas.px(22, 26))
      canvas.list.fill(Path(box, radius: 4 * canvas.scale), Ink.ground)
      canvas.text(text, in: box.inset(by: canvas.scale), .strong, Ink.text, .center)
    }
  }
}
