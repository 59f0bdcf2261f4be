import MapTable
import Screen
import Simulation

extension Panels {
  /// The card over the map when the battle is over.
  func drawOutcome(
    _ outcome: Outcome, _ picture: Picture, _ view: ViewState, _ info: PanelInfo,
    _ canvas: inout Canvas
  ) {
    let area = PanelLayout(view).clearArea
    let pad = canvas.px(16, 22)
    let sides = picture.setup.sides
    let line = canvas.px(24, 30)
    let more = info.standing.map { Self.standingHeight($0, canvas) } ?? 0
    let height = canvas.px(92, 116) + Double(sides.count) * line + canvas.px(34, 42) + pad + more
    let card = canvas.card(
      Size(canvas.px(380, 470), height), in: area, of: view.camera.size)
    let inner = card.inset(by: pad)
    canvas.text(
      Self.title(of: outcome, picture), in: Rect(inner.x, inner.y, inner.width, canvas.px(28, 36)),
      .big)
    let clock = ClockText(picture.setup.clock)
    canvas.text(
      "Cease-fire, \(clock.date(picture.tick)), \(clock.time(picture.tick))",
      in: Rect(inner.x, inner.y + canvas.px(30, 38), inner.width, canvas.px(20, 26)), .body,
      Ink.dim)
    var y = inner.y + canvas.px(62, 78)
    for (index, side) in sides.enumerated() where outcome.score.indices.contains(index) {
      let rect = Rect(inner.x, y, inner.width, line)
      canvas.text(side.name, in: rect, .strong, Ink.side(side.color))
      canvas.text(
        Figures.points(outcome.score[index]), in: rect, .medium, Ink.text, .right)
      y += line
    }
    if let standing = info.standing {
      drawStanding(
        standing, Rect(inner.x, y + canvas.px(4), inner.width, more), picture, &canvas)
    }
    let button = Rect(
      inner.maxX - canvas.px(130), inner.maxY - canvas.px(28), canvas.px(130), canvas.px(28))
    canvas.button("Look at the map", button, .dismiss, isOn: true, .medium)
  }

  /// `Talysh hold, decisively` in the sides' own words.
  static func title(of outcome: Outcome, _ picture: Picture) -> String {
    let setup = picture.setup
    let holder = setup.ceaseFire.holder
    let taker = setup.sides.indices.first {
      $0 != holder.index && setup.sides[$0].enemy == holder.rawValue
    }
    func word(_ index: Int?) -> String {
      index.flatMap { setup.sides.indices.contains($0) ? setup.sides[$0].adjective : nil }
        ?? "Nobody’s"
    }
    return switch outcome.grade {
    case .holdDecisive: "\(word(holder.index)) hold, decisively"
    case .holdMarginal: "\(word(holder.index)) hold, just"
    case .contested: "Contested"
    case .takeMarginal: "\(word(taker)) victory, just"
    case .takeDecisive: "\(word(taker)) victory, decisive"
    }
  }
}
