import MapTable
import Screen
import Simulation

extension Panels {
  /// The height of the part of the outcome's card that sets the person's result against others.
  static func standingHeight(_ standing: StandingCard, _ canvas: Canvas) -> Double {
    let line = canvas.px(20, 25)
    return canvas.px(14, 18) + line * (standing.recorded == nil ? 3 : 4) + canvas.px(22, 28)
  }

  /// The result beside the recorded one and the computer's.
  func drawStanding(
    _ standing: StandingCard, _ room: Rect, _ picture: Picture, _ canvas: inout Canvas
  ) {
    let line = canvas.px(20, 25)
    var y = room.y + canvas.px(6, 8)
    canvas.list.fill(
      Rect(room.x, room.y, room.width, max(1, canvas.scale.rounded())), Ink.track)
    func row() -> Rect {
      defer { y += line }
      return Rect(room.x, y, room.width, line)
    }
    if let recorded = standing.recorded {
      let rect = row()
      canvas.text("The record that you left", in: rect, .body, Ink.dim)
      canvas.text(
        "\(Self.title(of: recorded, picture)), \(Self.score(recorded, standing.side))", in: rect,
        .body, Ink.text, .right)
    }
    let clock = ClockText(picture.setup.clock)
    let since =
      standing.moment == Tick(0)
      ? "from the start" : "from \(clock.shortDate(standing.moment)) \(clock.time(standing.moment))"
    let isWhole = standing.runs >= standing.wanted
    let rest = standing.runs - standing.better - standing.equal
    let better = "Better than \(standing.better) of \(standing.wanted)"
    let count = "\(standing.runs) of \(standing.wanted)"
    let words =
      isWhole
      ? ["\(better) computer runs \(since)", "\(better) computer runs"]
      : ["The computer’s runs \(since): \(count)", "Computer’s runs: \(count)"]
    canvas.text(
      canvas.fitting(words, .strong, in: room.width), in: row(), .strong,
      isWhole ? Ink.amber : Ink.dim)
    drawGrades(standing, Rect(room.x, y + canvas.px(3), room.width, canvas.px(14, 18)), &canvas)
    y += canvas.px(22, 28)
    canvas.text(
      standing.runs == 0
        ? "each begins where you took command, with chance of its own"
        : "equal to \(standing.equal), behind \(rest)"
          + (isWhole ? "" : ", better than \(standing.better) so far"),
      in: row(), .small, Ink.dim)
    canvas.text("seed \(standing.seed)  ·  state \(standing.hash)", in: row(), .small, Ink.faint)
  }

  /// The computer's grades as parts of one bar, from the holder's best to the taker's.
  private func drawGrades(_ standing: StandingCard, _ bar: Rect, _ canvas: inout Canvas) {
    canvas.list.fill(Path(bar, radius: 2 * canvas.scale), Ink.track)
    let colors = [
      Color(200, 92, 84), Color(214, 140, 120), Color(150, 156, 168), Color(120, 160, 205),
      Color(74, 130, 204),
    ]
    guard standing.wanted > 0 else { return }
    var x = bar.x
    for (grade, count) in standing.grades.enumerated() where count > 0 {
      let wide = bar.width * Double(count) / Double(standing.wanted)
      let part = Rect(x, bar.y, wide, bar.height)
      canvas.list.fill(part, colors[min(grade, colors.count - 1)])
      canvas.text("\(count)", in: part, .small, Color(16, 20, 28), .center)
      x += wide
    }
  }

  private static func score(_ outcome: Outcome, _ side: SideID) -> String {
    let own = outcome.score.indices.contains(side.index) ? outcome.score[side.index] : 0
    return Figures.points(own)
  }
}
